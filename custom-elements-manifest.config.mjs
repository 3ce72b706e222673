import { readFileSync } from 'node:fs';

/** The published files: the sources, which the package does not contain, are reached through these. */
const CLASSES = 'dist/elements.js';
const DEFINITIONS = {
  'ydrz-login': 'dist/login.js',
  'ydrz-auth-layer': 'dist/auth-layer.js',
  'ydrz-auth-page': 'dist/auth-page.js',
};

/** Names of the `static properties` that are declared with `state: true`, which have no attribute and no outside. */
function stateNames(ts, node) {
  const table = node.members.find(
    (member) => ts.isPropertyDeclaration(member) && member.name.getText() === 'properties',
  );
  if (!table?.initializer || !ts.isObjectLiteralExpression(table.initializer)) return [];
  return table.initializer.properties
    .filter((row) => ts.isPropertyAssignment(row) && /\bstate:\s*true\b/.test(row.initializer.getText()))
    .map((row) => row.name.getText());
}

function publicOnly() {
  const internal = new Map();
  return {
    name: 'public-only',
    analyzePhase({ ts, node }) {
      if (ts.isClassDeclaration(node) && node.name) internal.set(node.name.getText(), stateNames(ts, node));
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const declaration of customElementsManifest.modules.flatMap((module) => module.declarations)) {
        const isPublic = ({ name, fieldName = name, privacy = 'public', inheritedFrom = declaration }) =>
          privacy === 'public' && !internal.get(inheritedFrom.name)?.includes(fieldName);
        declaration.members &&= declaration.members.filter(isPublic);
        declaration.attributes &&= declaration.attributes.filter(isPublic);
      }
    },
  };
}

const LISTS = ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties', 'cssStates'];

function publishedModules() {
  return {
    name: 'published-modules',
    packageLinkPhase({ customElementsManifest }) {
      const declarations = customElementsManifest.modules
        .flatMap((module) => module.declarations)
        .filter(({ tagName }) => tagName in DEFINITIONS)
        .sort((a, b) => a.tagName.localeCompare(b.tagName, 'en'));
      for (const declaration of declarations) {
        // Base classes and mixins are not published; what they bring is listed with each element.
        delete declaration.mixins;
        if (!declaration.superclass?.package) delete declaration.superclass;
        for (const item of LISTS.flatMap((list) => declaration[list] ?? [])) delete item.inheritedFrom;
      }
      const toExport = (kind, name, declaration) => ({
        kind,
        name,
        declaration: { name: declaration.name, module: CLASSES },
      });
      customElementsManifest.modules = [
        {
          kind: 'javascript-module',
          path: CLASSES,
          declarations,
          exports: declarations.map((declaration) => toExport('js', declaration.name, declaration)),
        },
        ...declarations.map((declaration) => ({
          kind: 'javascript-module',
          path: DEFINITIONS[declaration.tagName],
          declarations: [],
          exports: [toExport('custom-element-definition', declaration.tagName, declaration)],
        })),
      ];
    },
  };
}

export default {
  globs: ['src/login/**/*.ts', 'src/views/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.d.ts'],
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [publicOnly(), publishedModules()],
  // File systems list their files in different orders; the manifest must be the same on every machine.
  overrideModuleCreation: ({ ts, globs }) =>
    [...globs]
      .sort()
      .map((glob) => ts.createSourceFile(glob, readFileSync(glob, 'utf8'), ts.ScriptTarget.ES2015, true)),
};
