import { html } from '../site/build.js';
import { say } from '../site/language.js';
import { LANES } from './lanes.js';

const nameOf = (id) => LANES.find((lane) => lane.id === id)?.name ?? id;
const ms = (time) => `${Math.round(time)} ms`;
/** Credentials and numbers may be had before the click. */
const sinceClick = (time) => `${time < 0 ? '−' : '+'}${ms(Math.abs(time))}`;

/** Where in the whole login a step lies. */
const bar = ({ start, duration = 0 }, { begin, length }) => {
  const line = html('i', { class: 'bar', 'aria-hidden': 'true' });
  line.style.setProperty('--from', String((start - begin) / length));
  line.style.setProperty('--long', String(duration / length));
  return line;
};

const line = (step, whole) =>
  html(
    'li',
    { class: step.kind === 'hop' && !step.ok ? 'bad' : step.kind },
    html('b', {}, step.label),
    html('span', { class: 'way' }, `${nameOf(step.from)} → ${nameOf(step.to)}`),
    html(
      'span',
      { class: 'when' },
      sinceClick(step.start - whole.click),
      step.duration !== undefined && ` · ${ms(step.duration)}`,
    ),
    step.code && html('span', { class: 'what' }, html('code', {}, step.code), ' ', step.meaning),
    step.detail && html('span', { class: 'what' }, step.detail),
    step.url && html('code', { class: 'url' }, step.url),
    bar(step, whole),
  );

/** The steps in words, with the sums above. */
export const stepList = (place) => (steps) => {
  if (!steps.length) {
    place.replaceChildren();
    return;
  }
  const begin = steps[0].start;
  const end = Math.max(...steps.map(({ start, duration = 0 }) => start + duration));
  const hops = steps.filter(({ kind }) => kind === 'hop');
  const shown = steps.find(({ name }) => name === 'authorizationrequest');
  const click = steps.find(({ name }) => name === 'statechange')?.start ?? begin;
  const whole = { begin, click, length: Math.max(end - begin, 1) };
  place.replaceChildren(
    html('h2', {}, say('每一步', 'Step by step')),
    html(
      'p',
      { class: 'soft' },
      say(`组件发出 ${hops.length} 次请求`, `${hops.length} requests by the element`),
      shown &&
        say(
          `，点击后 ${ms(shown.start - click)} 出现界面`,
          `, screen ${ms(shown.start - click)} after the click`,
        ),
    ),
    html(
      'ol',
      {},
      steps.map((step) => line(step, whole)),
    ),
  );
};
