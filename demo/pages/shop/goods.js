import { html, svg } from '../site/build.js';
import { say } from '../site/language.js';

const PEAR = 'M32 12c6 0 8 5 9 10 1 7 10 10 10 22 0 10-8 16-19 16s-19-6-19-16c0-12 9-15 10-22 1-5 3-10 9-10z';
const LEAF = 'M32 62C12 48 10 20 28 4c20 18 22 44 4 58z';
const ROUND = 'M32 16c14 0 24 9 24 22S46 60 32 60 8 51 8 38s10-22 24-22z';
const ROOT = 'M32 62c-6-8-12-22-11-34 1-8 21-8 22 0 1 12-5 26-11 34z';

/** What the grocer has this morning. */
const GOODS = [
  {
    name: say('青皮梨', 'Green pears'),
    price: '¥ 6.8',
    unit: say('4 个', '4 pieces'),
    shape: PEAR,
    fill: '#b4d055',
    top: '#6d4a25',
  },
  {
    name: say('小油菜', 'Bok choy'),
    price: '¥ 3.2',
    unit: say('300 克', '300 g'),
    shape: LEAF,
    fill: '#4f9a4a',
    top: '#dff0c8',
  },
  {
    name: say('沙瓤番茄', 'Tomatoes'),
    price: '¥ 5.5',
    unit: say('500 克', '500 g'),
    shape: ROUND,
    fill: '#e8553d',
    top: '#3f8244',
  },
  {
    name: say('胡萝卜', 'Carrots'),
    price: '¥ 2.9',
    unit: say('1 把', '1 bunch'),
    shape: ROOT,
    fill: '#f08a3c',
    top: '#3f8244',
  },
];

const drawing = ({ shape, fill, top }) =>
  svg(
    'svg',
    { viewBox: '0 0 64 66', 'aria-hidden': 'true' },
    svg('path', { d: shape, fill }),
    svg('path', {
      d: 'M32 18c0-6 2-10 6-14M32 18c-1-6-4-9-8-11',
      fill: 'none',
      stroke: top,
      'stroke-width': 3,
      'stroke-linecap': 'round',
    }),
  );

export const goods = () =>
  GOODS.map((good) =>
    html('li', {}, drawing(good), html('b', {}, good.name), html('span', {}, `${good.price} · ${good.unit}`)),
  );
