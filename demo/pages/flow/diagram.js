import { html, svg } from '../site/build.js';
import { say } from '../site/language.js';
import { LANES, laneIndex } from './lanes.js';

const ROW = { hop: 62, note: 40 };
const TOP = 14;

const arrowHead = (id, tone) =>
  svg(
    'marker',
    {
      id,
      viewBox: '0 0 10 10',
      refX: 9,
      refY: 5,
      markerWidth: 7,
      markerHeight: 7,
      orient: 'auto-start-reverse',
    },
    svg('path', { d: 'M0 0L10 5L0 10z', class: tone }),
  );

/** Text beside an arrow: it begins where the arrow does, on whichever side there is room. */
const caption = (x1, x2, y, width, content, tone = '') => {
  const left = (x1 + x2) / 2 < width / 2;
  return svg(
    'text',
    {
      x: left ? Math.min(x1, x2) + 8 : Math.max(x1, x2) - 8,
      y,
      'text-anchor': left ? 'start' : 'end',
      class: tone,
    },
    content,
  );
};

const milliseconds = (time) => `${Math.round(time)} ms`;

const drawStep = (step, index, y, xOf, width) => {
  const x1 = xOf(step.from);
  const x2 = xOf(step.to);
  const gap = x2 > x1 ? -4 : 4;
  const tone = step.kind === 'hop' && !step.ok ? 'bad' : step.kind;
  const number = svg(
    'g',
    { class: 'number' },
    svg('circle', { cx: x1, cy: y + 24, r: 9 }),
    svg('text', { x: x1, y: y + 28, 'text-anchor': 'middle' }, String(index + 1)),
  );
  const there = svg('path', {
    d: `M${x1} ${y + 24}H${x2 + gap}`,
    class: `arrow ${tone}`,
    'marker-end': `url(#head-${tone})`,
    'stroke-dasharray': step.hidden ? '2 5' : undefined,
  });
  if (step.kind !== 'hop') return [caption(x1, x2, y + 12, width, step.label, 'label'), there, number];
  return [
    caption(
      x1,
      x2,
      y + 12,
      width,
      [step.label, svg('tspan', { class: 'time' }, `  ${milliseconds(step.duration)}`)],
      'label',
    ),
    there,
    svg('path', {
      d: `M${x2} ${y + 44}H${x1 - gap}`,
      class: `arrow back ${tone}`,
      'marker-end': `url(#head-${tone})`,
    }),
    caption(x1, x2, y + 40, width, `${step.code} ${step.meaning}`, `code ${tone}`),
    number,
  ];
};

/**
 * The sequence diagram: lanes with their heads, and one row per step.
 *
 * @param {HTMLElement} place
 */
export const diagram = (place) => {
  const heads = html(
    'ol',
    { class: 'lanes', 'aria-hidden': 'true' },
    LANES.map(({ id, name }) => html('li', { 'data-lane': id }, html('span', {}, name))),
  );
  const picture = svg('svg', { class: 'sequence', role: 'img' });
  const hint = html(
    'p',
    { class: 'empty' },
    say('点手机里的登录按钮，图从这里开始。', 'Press the button in the phone: the diagram begins here.'),
  );
  place.append(heads, picture, hint);
  let steps = [];

  const draw = () => {
    const width = picture.clientWidth || place.clientWidth;
    const xOf = (lane) => ((laneIndex(lane) + 0.5) / LANES.length) * width;
    let y = TOP;
    const rows = steps.map((step, index) => {
      const row = svg('g', { class: 'step' }, drawStep(step, index, y, xOf, width));
      y += ROW[step.kind] ?? ROW.note;
      return row;
    });
    const height = Math.max(y + 16, 320);
    picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
    picture.setAttribute('height', String(height));
    picture.setAttribute(
      'aria-label',
      say(
        `时序图，共 ${steps.length} 步，文字在下面`,
        `Sequence diagram of ${steps.length} steps; the text is below`,
      ),
    );
    picture.replaceChildren(
      svg(
        'defs',
        {},
        ['hop', 'note', 'bad', 'good'].map((tone) => arrowHead(`head-${tone}`, tone)),
      ),
      ...LANES.map(({ id }) => svg('line', { x1: xOf(id), x2: xOf(id), y1: 0, y2: height, class: 'life' })),
      ...rows,
    );
    hint.hidden = steps.length > 0;
  };

  new ResizeObserver(draw).observe(place);
  return (next) => {
    steps = next;
    draw();
  };
};
