import { html } from '../site/build.js';
import { language, say } from '../site/language.js';
import { readJson } from '../site/settings.js';
import { SOURCES } from './sources.js';

const codes = await readJson('generated/return-codes.json');
const query = document.querySelector('#query');
const sources = document.querySelector('#sources');
const count = document.querySelector('#count');
const list = document.querySelector('#codes');
const address = new URL(location.href);

/** A text with the places marked that were searched for. */
const marked = (text, words) => {
  const word = words.find((one) => text.toLowerCase().includes(one));
  if (!word) return text;
  const at = text.toLowerCase().indexOf(word);
  const end = at + word.length;
  return [text.slice(0, at), html('mark', {}, text.slice(at, end)), text.slice(end)];
};

const inOrder = language === 'en' ? ['meaning', 'texts'] : ['texts', 'meaning'];
const textsOf = (row) => ({ meaning: row.meaning, texts: row.texts.join('；') });

const entry = (row, words) => {
  const texts = textsOf(row);
  const remedy = language === 'en' ? row.remedy.en : row.remedy.zh;
  return html(
    'li',
    { class: 'card' },
    html(
      'div',
      {},
      html('b', {}, marked(row.code, words)),
      html('span', { class: 'source' }, SOURCES[row.source]),
      !row.listed && html('span', { class: 'unlisted' }, say('文档未列出', 'not in the guide')),
    ),
    html(
      'div',
      {},
      inOrder
        .filter((name) => texts[name])
        .map((name) => html('p', { lang: name === 'texts' ? 'zh-CN' : 'en' }, marked(texts[name], words))),
    ),
    remedy && html('p', { class: 'remedy' }, remedy),
  );
};

const haystack = (row) =>
  [row.code, row.meaning, ...row.texts, row.remedy.zh, row.remedy.en].join(' ').toLowerCase();
const searchable = codes.map((row) => ({ row, text: haystack(row) }));

const chosen = () => sources.querySelector(':checked')?.value ?? '';

const show = () => {
  const words = query.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const source = chosen();
  const found = searchable.filter(
    ({ row, text }) => (!source || row.source === source) && words.every((word) => text.includes(word)),
  );
  // An exact code first: 503 is asked for more often than a text that has it somewhere.
  found.sort((a, b) => Number(words.includes(b.row.code)) - Number(words.includes(a.row.code)));
  list.replaceChildren(...found.map(({ row }) => entry(row, words)));
  count.textContent = found.length
    ? say(`${found.length} 条`, `${found.length} codes`)
    : say('没有找到。换一个词，或选“全部”。', 'Nothing found: try another word, or choose “All”.');
  for (const [name, value] of [
    ['q', query.value.trim()],
    ['source', source],
  ]) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, '', address);
};

query.placeholder = say('103111、签名、Wi-Fi …', '103111, signature, Wi-Fi …');
query.value = address.searchParams.get('q') ?? '';
const wanted = address.searchParams.get('source') ?? '';
sources.append(
  html('legend', { class: 'spoken' }, say('出现在哪一步', 'Where it was seen')),
  ...Object.entries({ '': say('全部', 'All'), ...SOURCES }).map(([value, name]) =>
    html(
      'label',
      {},
      html('input', { type: 'radio', name: 'source', value, checked: value === wanted }),
      name,
    ),
  ),
);
document.querySelector('#finder').addEventListener('input', show);
document.querySelector('#finder').addEventListener('submit', (event) => event.preventDefault());
show();
