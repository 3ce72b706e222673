import { html, svg } from './build.js';
import { say } from './language.js';
import { simMeaning, spaced } from './sims.js';

/** A nano SIM with one corner cut off. */
const card = () =>
  svg(
    'svg',
    { viewBox: '0 0 34 40', 'aria-hidden': 'true' },
    svg('path', {
      fill: 'var(--carrier)',
      d: 'M5 0h17l12 11v24a5 5 0 0 1-5 5H5a5 5 0 0 1-5-5V5a5 5 0 0 1 5-5z',
    }),
    svg('rect', { x: 7, y: 15, width: 20, height: 18, rx: 4, fill: '#ffd479' }),
    svg('path', {
      fill: 'none',
      stroke: '#8a5a00',
      'stroke-width': 1.4,
      d: 'M7 21h6l4 4 4-4h6M7 28h7m6 0h7M17 25v8',
    }),
  );

/**
 * The SIMs of the sandbox as a group of radio buttons.
 *
 * @param {import('./settings.js').Sim[]} sims
 * @param {string} chosen
 * @param {(id: string) => void} onChoose
 */
export const simPicker = (sims, chosen, onChoose) =>
  html(
    'fieldset',
    { class: 'sims', onchange: ({ target }) => onChoose(target.value) },
    html('legend', {}, say('手机里的 SIM 卡（模拟）', 'The SIM in the phone (simulated)')),
    sims.map((sim) =>
      html(
        'label',
        { 'data-operator': sim.operator },
        html('input', { type: 'radio', name: 'sim', value: sim.id, checked: sim.id === chosen }),
        card(),
        html('b', {}, spaced(sim.number)),
        html('small', {}, simMeaning(sim)),
      ),
    ),
  );
