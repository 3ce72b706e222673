import type { CustomElementDeclaration } from 'custom-elements-manifest';
import { elementsOf, type ManifestPlugin } from './plugin.js';

/** Anything that the analyzer lists of an element. */
interface Item {
  name?: string;
  description?: string;
  privacy?: string;
  static?: boolean;
  fieldName?: string;
}

/**
 * Leaves out what is not for pages: private and protected members, statics, and what has no description. The last drops the
 * events that the analyzer believes to see in every `dispatchEvent`: those for pages are described by `@fires`.
 */
const isPublic = ({ name, description, privacy = 'public', static: isStatic = false }: Item): boolean =>
  name !== undefined && !name.startsWith('#') && privacy === 'public' && !isStatic && Boolean(description);

function keepPublic(element: CustomElementDeclaration): void {
  if (element.members) element.members = element.members.filter(isPublic);
  if (element.events) element.events = element.events.filter(isPublic);
  const isListed = ({ fieldName }: Item) => element.members?.some(({ name }) => name === fieldName) ?? false;
  // An attribute that an element writes by itself is known by its description alone: it shows the field of its name.
  if (element.attributes)
    element.attributes = element.attributes
      .map((attribute) => ({ ...attribute, fieldName: attribute.fieldName ?? attribute.name }))
      .filter(isListed);
}

export const publicOnly = (): ManifestPlugin => ({
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    elementsOf(customElementsManifest).forEach(keepPublic);
  },
});
