import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Package } from 'custom-elements-manifest';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import { elementsOf } from '../manifest/plugin.js';

interface Element {
  tagName: string;
  className: string;
  description: string;
  /** The type of its events by name. */
  eventMap: string;
}

/** What a framework calls the props of an element, and where it looks for them. */
interface Framework {
  head: string;
  module: string;
  /** The lines inside the `declare module`. */
  body: (elements: readonly Element[]) => string[];
}

const lines = (elements: readonly Element[], type: (element: Element) => string): string[] =>
  elements.flatMap((element) => [
    `/** ${element.description.replaceAll('\n', ' ')} */`,
    `'${element.tagName}': ${type(element)};`,
  ]);

const jsx = (module: string, own: (className: string) => string): Framework => ({
  module,
  head: '',
  body: (elements) => [
    'namespace JSX {',
    'interface IntrinsicElements {',
    ...lines(elements, ({ className }) => `Merge<${own(className)}, ${className}Props>`),
    '}',
    '}',
    'interface CSSProperties extends CustomCssProperties {}',
  ],
});

/** By the file's name, which is the entry's as well. */
const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  react: {
    ...jsx('react', (className) => `DetailedHTMLProps<HTMLAttributes<${className}>, ${className}>`),
    head: "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
  },
  preact: {
    ...jsx('preact', (className) => `HTMLAttributes<${className}>`),
    head: "import type { HTMLAttributes } from 'preact';",
  },
  solid: {
    module: 'solid-js',
    head: "import type { JSX as Solid } from 'solid-js';",
    body: (elements) => [
      'namespace JSX {',
      'interface IntrinsicElements {',
      ...lines(
        elements,
        ({ className }) =>
          `Merge<Solid.HTMLAttributes<${className}>, ${className}Props & ${className}SolidJsProps>`,
      ),
      '}',
      '}',
    ],
  },
  svelte: {
    module: 'svelte/elements',
    head: "import type { HTMLAttributes } from 'svelte/elements';",
    body: (elements) => [
      'export interface SvelteHTMLElements {',
      ...lines(elements, ({ className }) => `Merge<HTMLAttributes<${className}>, ${className}Props>`),
      '}',
    ],
  },
  vue: {
    module: 'vue',
    head: [
      "import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';",
      'type Component<Element, Props, Events> = new () => Element & {',
      '  /** For templates; it does not exist. */',
      '  $props: Merge<HTMLAttributes & PublicProps, Props>;',
      '  /** For templates; it does not exist. */',
      '  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;',
      '};',
    ].join('\n'),
    body: (elements) => [
      'export interface GlobalComponents {',
      ...lines(
        elements,
        ({ className, eventMap }) => `Component<${className}, ${className}Props, ${eventMap}>`,
      ),
      '}',
    ],
  },
};

const EVENT_MAPS: Readonly<Record<string, string>> = { 'ydrz-login': 'LoginEventMap' };

/** The manifest with the classes of the events among the exports, which is where the generator looks for types. */
function withEvents(manifest: Package): Package {
  const names = elementsOf(manifest).flatMap(({ events = [] }) => events.map(({ type }) => type.text));
  const [module] = manifest.modules;
  module?.exports?.push(
    ...[...new Set(names)].map((name) => ({
      kind: 'js' as const,
      name,
      declaration: { name, module: module.path },
    })),
  );
  return manifest;
}

/**
 * Writes the types for JSX, Vue and Svelte. What can be set on an element and heard from it comes from a generator that serves
 * all of them; its own augmentations are cut off, because they need every framework to be installed at once.
 */
export async function writeFrameworkTypes(manifest: Package, outdir: string): Promise<void> {
  const elements = elementsOf(manifest).map(({ tagName = '', name, description = '' }): Element => ({
    ...{ tagName, className: name, description },
    eventMap: EVENT_MAPS[tagName] ?? 'ViewEventMap',
  }));
  const props = join(outdir, 'props.d.ts');
  generateJsxTypes(withEvents(manifest), {
    ...{ outdir, fileName: 'props.d.ts', globalTypePath: '../types/elements.js' },
  });
  const text = await readFile(props, 'utf8');
  await writeFile(props, text.slice(0, text.indexOf('declare module "react"')));

  const imports = [
    `import type { LoginEventMap, ViewEventMap, ${elements.map(({ className }) => className).join(', ')} } from '../types/elements.js';`,
    `import type { CustomCssProperties, ${elements.flatMap(({ className }) => [`${className}Props`, `${className}SolidJsProps`]).join(', ')} } from './props.js';`,
    'type Merge<Base, Own> = Omit<Base, keyof Own> & Own;',
  ];
  await Promise.all(
    Object.entries(FRAMEWORKS).map(async ([name, { head, module, body }]) => {
      const declaration = [`declare module '${module}' {`, ...body(elements), '}'];
      await writeFile(join(outdir, `${name}.d.ts`), [...imports, head, ...declaration, ''].join('\n'));
      // So that a plain `import 'ydrz-elements/react'` finds something when the program runs.
      await writeFile(join(outdir, `${name}.js`), 'export {};\n');
    }),
  );
}
