import type { CustomElementDeclaration, Module } from 'custom-elements-manifest';
import { AUTH_LAYER, AUTH_PAGE } from '../../src/views/names.js';
import { LOGIN_TAG } from '../../src/login/names.js';
import { elementsOf, type ManifestPlugin } from './plugin.js';

/** The published files: the sources, which the package does not contain, are reached through these. */
const CLASSES = 'dist/elements.js';
const DEFINITIONS: ReadonlyMap<string, string> = new Map([
  [LOGIN_TAG, 'dist/login/define.js'],
  [AUTH_LAYER, 'dist/views/define-auth-layer.js'],
  [AUTH_PAGE, 'dist/views/define-auth-page.js'],
]);

/** Base classes and mixins are not published; what they bring is listed with each element. */
function forgetBases(element: CustomElementDeclaration): void {
  delete element.mixins;
  if (element.superclass?.package === undefined) delete element.superclass;
  const { members, attributes, events, slots, cssParts, cssProperties, cssStates } = element;
  for (const item of [members, attributes, events, slots, cssParts, cssProperties, cssStates].flat()) {
    if (item && 'inheritedFrom' in item) delete item.inheritedFrom;
  }
}

const definition = ({ name, tagName = '' }: CustomElementDeclaration): Module => ({
  kind: 'javascript-module',
  path: DEFINITIONS.get(tagName) ?? '',
  declarations: [],
  exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module: CLASSES } }],
});

/** Lists the elements under the files of the package that export and register them. */
export const publishedModules = (): ManifestPlugin => ({
  name: 'published-modules',
  packageLinkPhase({ customElementsManifest }) {
    const declarations = elementsOf(customElementsManifest);
    declarations.forEach(forgetBases);
    customElementsManifest.modules = [
      {
        kind: 'javascript-module',
        path: CLASSES,
        declarations,
        exports: declarations.map(({ name }) => ({
          kind: 'js' as const,
          name,
          declaration: { name, module: CLASSES },
        })),
      },
      ...declarations.map(definition),
    ];
  },
});
