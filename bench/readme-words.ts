/** The bench's names of sizes, SIMs and pages in Chinese; those in English stand beside what they name. */
export const CHINESE_NAMES: Readonly<Record<string, string>> = {
  'bare-lit': '最简单的 Lit 按钮，作比较',
  login: '点击之前的登录按钮，含 Lit',
  'cm-popup': '移动号码在弹窗里登录（默认外观，或用 CSS 设置），含按钮和 Lit',
  everything: '页面用的全部入口：三家运营商、所有界面、两种语言、旧接口',
  'login.js': '不打包的页面：dist/browser/login.js 和它引用的文件，点击之前',
  'ydrz.min.js': 'dist/ydrz.min.js，一个普通脚本包含一切',
  cm: '中国移动',
  ct: '中国电信',
  cu: '中国联通，按官方顺序',
  'cm-hint-cu': '中国联通，移动的应答说出了它',
  native: '没有 Lit 的按钮',
  lit: '最简单的 Lit 按钮',
  ydrz: '登录按钮',
};

/** What the READMEs say around the figures; `{…}` stands for one of them. */
export interface Words {
  size: string;
  is: string;
  atMost: string;
  click: string;
  hops: string;
  prefetched: string;
  upTo: string;
  /** Of sizes and SIMs, where the bench's own names do not serve. */
  names: Readonly<Record<string, string>>;
  sentences: string;
}

const EN: Words = {
  size: 'minified, brotli 11',
  is: 'is',
  atMost: 'at most',
  click: 'from the click to the screen',
  hops: 'hops',
  prefetched: 'prefetched',
  upTo: '50 ms or less',
  names: {},
  sentences:
    'Measured by `{command}` on {date}: {machine}, {browser}. At {slower}× CPU throttle the button is painted in {painted}× the time ' +
    'of a bare Lit button, with {script}× its script (medians of the ratios of {rounds} pairs, taken in turn); its longest task takes {ownTask} ' +
    '(the bare Lit button’s {litTask}), that of opening the screen {openTask}; layout shift: {layoutShift}. At {screenSlower}× throttle ' +
    'the screen opens in {opening} and a keystroke runs {keystroke} ms of script; after {cycles} openings the page has {nodes} % more ' +
    'DOM nodes, {listeners} % more listeners and {heap} % more heap.',
};

const ZH_CN: Words = {
  size: '压缩后（brotli 11）',
  is: '现在',
  atMost: '上限',
  click: '从点击到界面出现',
  hops: '次请求',
  prefetched: '提前取号',
  upTo: '不超过 50 ms',
  names: CHINESE_NAMES,
  sentences:
    '由 `{command}` 于 {date} 测得：{machine}，{browser}。CPU 放慢 {slower} 倍时，按钮画出的时间是最简单的 Lit 按钮的 {painted} 倍，' +
    '脚本时间是它的 {script} 倍（轮流打开，取 {rounds} 对比值的中位数）；最长的任务 {ownTask}（Lit 按钮为 {litTask}），打开界面时 {openTask}；布局偏移 ' +
    '{layoutShift}。放慢 {screenSlower} 倍时，界面 {opening} 打开，每次按键执行 {keystroke} ms 脚本；开关 {cycles} 次之后，DOM 节点多 {nodes} %，' +
    '监听器多 {listeners} %，内存多 {heap} %。',
};

export const WORDS = { en: EN, 'zh-CN': ZH_CN } as const;
