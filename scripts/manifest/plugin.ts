import type { CustomElementDeclaration, Declaration, Module, Package } from 'custom-elements-manifest';

/** What the analyzer hands to its plugins, as far as ours look at it; it publishes no types of its own. */
export interface ManifestPlugin {
  name: string;
  /** Called for every module, when all of it is known and nothing of others. */
  moduleLinkPhase?(context: { moduleDoc: Module }): void;
  /** Called once, when everything is known. */
  packageLinkPhase?(context: { customElementsManifest: Package }): void;
}

const isElement = (declaration: Declaration): declaration is CustomElementDeclaration =>
  declaration.kind === 'class' && 'customElement' in declaration && declaration.tagName !== undefined;

/** The elements of a manifest, by tag name. */
export const elementsOf = ({ modules }: Package): CustomElementDeclaration[] =>
  modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(isElement)
    .sort((a, b) => (a.tagName ?? '').localeCompare(b.tagName ?? '', 'en'));

/** Whether what was read from a file is a manifest; its test checks the rest of it. */
export const isManifest = (value: unknown): value is Package =>
  typeof value === 'object' && value !== null && 'modules' in value && Array.isArray(value.modules);
