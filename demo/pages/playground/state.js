// The look is in the address: `#type=2&sim=ct&phoneStyle.fontSize=20px`. A name with a dot, or one that the option tables
// have, is an option; the others are settings.

/** Settings and what they are when the address does not say. */
const DEFAULTS = { type: '2', sim: 'cm', lang: document.documentElement.lang, scheme: 'light' };

/**
 * @param {(name: string) => boolean} isOption
 * @returns {{settings: typeof DEFAULTS, options: Map<string, string>, attributes: Map<string, string>, show: string | undefined}}
 */
export const readState = (isOption) => {
  const settings = { ...DEFAULTS };
  const options = new Map();
  const attributes = new Map();
  let show;
  // Nothing asked for: a popup over the page is what most want to see first.
  if (!location.hash) options.set('maskStyle.ifShowMask', 'true');
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    if (name === 'show') show = value;
    else if (name in DEFAULTS) settings[name] = value;
    else if (name.startsWith('@')) attributes.set(name.slice(1), value);
    else if (isOption(name)) options.set(name, value);
  }
  return { settings, options, attributes, show };
};

/** Put the look into the address, without a step in the history. */
export const writeState = ({ settings, options, attributes }) => {
  const changed = Object.entries(settings).filter(([name, value]) => value !== DEFAULTS[name]);
  const hash = new URLSearchParams([
    ...changed,
    ...[...attributes].map(([name, value]) => [`@${name}`, value]),
    ...options,
  ]);
  history.replaceState(null, '', `${location.pathname}${location.search}#${hash}`);
};

/** `phoneStyle.fontSize` → 20px, and the others, as the nested object that is documented. */
export const nested = (options, typeOf) => {
  const tree = {};
  for (const [option, value] of options) {
    const path = option.split('.');
    const field = path.pop();
    let place = tree;
    for (const group of path) place = place[group] ??= {};
    place[field] = typeOf(option) === 'agreements' ? JSON.parse(value) : value;
  }
  return tree;
};
