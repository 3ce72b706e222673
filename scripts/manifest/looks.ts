import type { CssCustomProperty, CssPart, CustomElementDeclaration } from 'custom-elements-manifest';
import { LOGIN_TAG } from '../../src/login/names.js';
import { OPTION_PROPERTIES, STYLES } from './css-properties.js';
import { elementsOf, type ManifestPlugin } from './plugin.js';

/** Of several items with one name, the first stays. */
const firstOfEachName = <Item extends { name: string }>(items: readonly Item[]): Item[] =>
  [...new Map([...items].reverse().map((item) => [item.name, item])).values()].reverse();

const withDefault = (tagName: string, property: CssCustomProperty): CssCustomProperty => {
  const standard = property.default ?? STYLES.get(tagName)?.defaultOf(property.name);
  return standard === undefined ? property : { ...property, default: standard };
};

function completeProperties(element: CustomElementDeclaration): void {
  const { tagName = '', cssProperties = [] } = element;
  element.cssProperties = [...cssProperties, ...(OPTION_PROPERTIES.get(tagName) ?? [])].map((property) =>
    withDefault(tagName, property),
  );
}

/**
 * Completes what a page can style: the custom properties that stand for documented options, from the tables; every custom
 * property's default, from the style sheets; and, with `<ydrz-login>`, the parts of the screens that it shows.
 */
export const looks = (): ManifestPlugin => ({
  name: 'looks',
  packageLinkPhase({ customElementsManifest }) {
    const elements = elementsOf(customElementsManifest);
    elements.forEach(completeProperties);
    const shown = elements
      .filter(({ tagName }) => tagName !== LOGIN_TAG)
      .flatMap(({ cssParts = [] }) => cssParts)
      .map((part): CssPart => ({
        ...part,
        description: `On the authorization screen: ${part.description ?? ''}`,
      }));
    for (const element of elements) {
      if (element.tagName === LOGIN_TAG)
        element.cssParts = firstOfEachName([...(element.cssParts ?? []), ...shown]);
    }
  },
});
