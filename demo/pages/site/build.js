// The pages draw themselves with these: no markup in strings, so nothing that comes from outside can become markup.

const fill = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false),
  );
  return element;
};

/**
 * Build an HTML element.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} attributes `onclick` and the like are listeners; `false`, `null` and `undefined` are left out
 * @param {...unknown} children nodes, texts and arrays of them
 * @returns {HTMLElement}
 */
export const html = (tag, attributes = {}, ...children) =>
  fill(document.createElement(tag), attributes, children);

/** Build an SVG element. See {@link html}. */
export const svg = (tag, attributes = {}, ...children) =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
