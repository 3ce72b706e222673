import { html } from '../site/build.js';

/**
 * Tabs as the ARIA practices have them: one stop for the Tab key, arrows, Home and End among them.
 *
 * @param {{id: string, name: string, panel: () => Node}[]} entries
 * @param {{label: string, chosen: string, onChoose: (id: string) => void}} options
 */
export const tabs = (entries, { label, chosen, onChoose }) => {
  const list = html('div', { class: 'choices', role: 'tablist', 'aria-label': label });
  const panels = entries.map(({ id, panel }) =>
    html(
      'div',
      { id: `panel-${id}`, role: 'tabpanel', 'aria-labelledby': `tab-${id}`, hidden: true },
      panel(),
    ),
  );

  const choose = (index, focused) => {
    [...list.children].forEach((tab, place) => {
      tab.setAttribute('aria-selected', String(place === index));
      tab.tabIndex = place === index ? 0 : -1;
      panels[place].hidden = place !== index;
    });
    if (focused) list.children[index].focus();
  };

  const STEPS = {
    ArrowRight: (index) => (index + 1) % entries.length,
    ArrowLeft: (index) => (index + entries.length - 1) % entries.length,
    Home: () => 0,
    End: () => entries.length - 1,
  };

  list.append(
    ...entries.map(({ id, name }, index) =>
      html(
        'button',
        {
          id: `tab-${id}`,
          class: 'button',
          type: 'button',
          role: 'tab',
          'aria-controls': `panel-${id}`,
          onclick() {
            choose(index, false);
            onChoose(id);
          },
          onkeydown(event) {
            const next = STEPS[event.key]?.(index);
            if (next === undefined) return;
            event.preventDefault();
            choose(next, true);
            onChoose(entries[next].id);
          },
        },
        name,
      ),
    ),
  );
  choose(
    Math.max(
      0,
      entries.findIndex(({ id }) => id === chosen),
    ),
    false,
  );
  return [list, ...panels];
};
