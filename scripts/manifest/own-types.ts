import { elementsOf, type ManifestPlugin } from './plugin.js';

/** A subclass's own declaration of a field counts, and not, as the analyzer has it, its base class's. */
export const ownTypes = (): ManifestPlugin => {
  /** By class and field, as `YdrzLoginElement.appId`. */
  const declared = new Map<string, string>();
  return {
    name: 'own-types',
    moduleLinkPhase({ moduleDoc }) {
      for (const declaration of moduleDoc.declarations ?? []) {
        if (declaration.kind !== 'class') continue;
        for (const member of declaration.members ?? [])
          if (member.kind === 'field' && member.type)
            declared.set(`${declaration.name}.${member.name}`, member.type.text);
      }
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { name: owner, members = [], attributes = [] } of elementsOf(customElementsManifest)) {
        for (const item of [...members, ...attributes]) {
          const text = declared.get(`${owner}.${'fieldName' in item ? item.fieldName : item.name}`);
          if (text !== undefined && 'type' in item) item.type = { text };
        }
      }
    },
  };
};
