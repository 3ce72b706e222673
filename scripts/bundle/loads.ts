/** What something may weigh, in bytes after minifying and brotli 11. */
export interface Budget {
  name: string;
  /** What the page has with it. */
  what: string;
  /** The most that it may weigh. */
  budget: number;
  /** What it is to weigh one day. */
  goal?: number;
}

/** What a page loads for a purpose: a module to start from, and the modules that it fetches when they are needed. */
export interface Load extends Budget {
  /** The module's text, or the source file that is it. */
  start: { source: string } | { text: string };
  /** The sources behind dynamic imports that are fetched for it. */
  fetched: readonly string[] | 'all';
}

const KB = 1024;

/** The floor of every Lit element: a button that is told its label. */
const BARE_LIT = `
  import { LitElement, html, css } from 'lit';
  class BareButton extends LitElement {
    static styles = css\`button { padding: 1em }\`;
    static properties = { label: {} };
    render() { return html\`<button @click=\${() => this.login()}>\${this.label}</button>\`; }
    login() {}
  }
  customElements.define('bare-button', BareButton);
`;

/** What the budgets are kept for. Sizes may only shrink: whoever saves some lowers the budget to what is reached. */
export const LOADS: readonly Load[] = [
  {
    name: 'bare-lit',
    what: 'A bare Lit button, for comparison',
    start: { text: BARE_LIT },
    fetched: [],
    budget: 5.25 * KB,
  },
  {
    name: 'login',
    what: 'The login button before any click, with Lit',
    start: { source: 'src/login/define.ts' },
    fetched: [],
    budget: 9 * KB,
    goal: 9 * KB,
  },
  {
    name: 'cm-popup',
    what: 'A login with a China Mobile SIM in the popup, by default or styled with CSS, with the button and Lit',
    start: { source: 'src/login/define.ts' },
    fetched: ['src/login/login-starter.ts', 'src/views/define-auth-layer.ts'],
    budget: 24 * KB,
    goal: 18 * KB,
  },
  {
    name: 'everything',
    what: 'All entries for pages together: all carriers, screens, languages and the legacy interface',
    start: {
      text: `
        export * from './src/index.js';
        export * from './src/core.js';
        export * from './src/legacy/index.js';
      `,
    },
    fetched: 'all',
    budget: 36.25 * KB,
    goal: 26 * KB,
  },
];

/** The button of a page without a build step, as its files come over the wire. */
export const BROWSER_LOGIN = {
  name: 'login.js',
  what: 'dist/browser/login.js and what it imports, before any click',
  budget: 9.5 * KB,
  files: 2,
} as const satisfies Budget & { files: number };

/** The classic script, in place of the three official tags: crypto-js, the script and the style sheet. */
export const CLASSIC: Budget = {
  name: 'ydrz.min.js',
  what: 'dist/ydrz.min.js, everything in one classic script',
  budget: 37.25 * KB,
  goal: 27 * KB,
};
