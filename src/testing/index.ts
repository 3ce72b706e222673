/**
 * For end-to-end tests of your own page in Playwright, Puppeteer or WebdriverIO, none of which it depends on.
 *
 * @module ydrz-elements/testing
 */
export { logIn, type LoginOptions } from './log-in.js';
export type { Outcome } from './outcome.js';
export type { KeyboardPage, PointerAction, TestedPage, WebdriverIoBrowser } from './page.js';
export { startService, type ServiceOptions, type TestService } from './service.js';
