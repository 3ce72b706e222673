import type { ClickToScreen } from './click-to-screen.js';

const BAR = 14;
const LEFT = 250;
const WIDTH = 360;

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);

/** Bars of the time from the click to the screen at one latency: retrieved at the click, and before it. */
export const chartOf = (rows: readonly ClickToScreen[], latency: number): string => {
  const shown = rows.filter((row) => row.latency === latency);
  const longest = Math.max(...shown.map(({ time }) => time));
  const bars = shown.map(({ what, prefetched, hops, time }, index) => {
    const y = 44 + index * (BAR + 6) + Math.floor(index / 2) * 10;
    const label = prefetched
      ? ''
      : `<text x="${LEFT - 10}" y="${y + BAR}" text-anchor="end">${escape(what)}</text>`;
    const length = Math.max(1, Math.round((time / longest) * WIDTH));
    const said = `${Math.round(time)} ms, ${hops} ${hops === 1 ? 'hop' : 'hops'}`;
    return `${label}<rect x="${LEFT}" y="${y}" width="${length}" height="${BAR}" rx="3" class="${
      prefetched ? 'ahead' : 'click'
    }"/><text x="${LEFT + length + 6}" y="${y + BAR - 3}">${said}</text>`;
  });
  const height = 60 + shown.length * (BAR + 6) + (shown.length / 2) * 10;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 ${height}" role="img" aria-label="Time from the click to the screen">
<style>text{font:12px system-ui,sans-serif;fill:#333}.click{fill:#0f66c8}.ahead{fill:#7fb6ee}@media(prefers-color-scheme:dark){text{fill:#eee}}</style>
<text x="${LEFT}" y="18">From the click to the screen, ${latency} ms on every request and preflight</text>
<rect x="${LEFT}" y="26" width="10" height="10" class="click"/><text x="${LEFT + 15}" y="35">retrieved at the click</text>
<rect x="${LEFT + 160}" y="26" width="10" height="10" class="ahead"/><text x="${LEFT + 175}" y="35">prefetched</text>
${bars.join('\n')}
</svg>
`;
};
