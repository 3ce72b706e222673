/** A real Chromium build of its time, as npm carries it. */
export interface Engine {
  /** The major version that people speak of. */
  chrome: number;
  /** What npm is asked for. */
  spec: string;
  /** Whether `dist/browser/*.js` is tried here too; `dist/ydrz.min.js` is everywhere. */
  modules: boolean;
  /** A range begins with it: tried before each change. */
  first?: boolean;
  /** Where this engine, or one like it, is met. */
  met: string;
}

/** Oldest first. The script's range begins with the first, the modules' with the first that has `modules`. */
export const ENGINES: readonly Engine[] = [
  {
    chrome: 66,
    spec: 'chrome-aws-lambda@66.0.3347',
    modules: false,
    first: true,
    met: 'Android 9 web views, X5, U4',
  },
  { chrome: 69, spec: 'chrome-aws-lambda@1.6.3', modules: false, met: 'Android 9 web views, updated once' },
  { chrome: 73, spec: 'chrome-aws-lambda@1.12.0', modules: false, met: 'Android 10 web views' },
  { chrome: 78, spec: 'chrome-aws-lambda@1.20.4', modules: false, met: 'XWeb, car systems' },
  {
    chrome: 80,
    spec: 'chrome-aws-lambda@2.1.1',
    modules: true,
    first: true,
    met: 'the first with ?. and ??',
  },
  { chrome: 84, spec: 'chrome-aws-lambda@5.1.0', modules: true, met: 'the first with gap in flex boxes' },
  { chrome: 92, spec: 'chrome-aws-lambda@10.1.0', modules: true, met: 'HarmonyOS web views, X5' },
  { chrome: 109, spec: '@sparticuz/chromium@109.0.6', modules: true, met: 'the last for Windows 7' },
];
