import { elementsOf, type ManifestPlugin } from './plugin.js';

const isLiteral = (text: string): boolean => /^'[^']*'$/.test(text);

/**
 * Corrects types: a subclass's own declaration counts and not, as the analyzer has it, its base class's; and a name that stands
 * for a few words is written as these words, so that editors can offer them.
 */
export const speltOutTypes = (): ManifestPlugin => {
  const aliases = new Map<string, string>();
  /** By class and property, as `YdrzLoginElement.appId`. */
  const declared = new Map<string, string>();

  const spellOut = (text: string): string[] =>
    text
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .flatMap((part) => {
        const meaning = aliases.get(part);
        return meaning === undefined ? [part] : spellOut(meaning);
      });

  const correct = (text: string): string => {
    const words = spellOut(text);
    return words.every(isLiteral) ? words.join(' | ') : text;
  };

  return {
    name: 'spelt-out-types',
    analyzePhase({ ts, node }) {
      if (ts.isTypeAliasDeclaration(node)) aliases.set(node.name.text, node.type.getText());
      if (ts.isPropertyDeclaration(node) && node.type && ts.isClassDeclaration(node.parent)) {
        declared.set(`${node.parent.name?.text ?? ''}.${node.name.getText()}`, node.type.getText());
      }
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { name: owner, members = [], attributes = [] } of elementsOf(customElementsManifest)) {
        for (const item of [...members, ...attributes]) {
          if (!('type' in item)) continue;
          const field = 'fieldName' in item ? item.fieldName : item.name;
          item.type = { text: correct(declared.get(`${owner}.${field}`) ?? item.type.text) };
        }
      }
    },
  };
};
