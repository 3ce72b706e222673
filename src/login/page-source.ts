import { isLayer } from './screen-authorizer.js';

/**
 * Whether the service's own page asks the user. It stands for the standard and the custom page; popups are drawn here whatever
 * the page wants, as the official script draws them itself.
 */
export const isHosted = (pageSource: string | null | undefined, authPageType: string | undefined): boolean =>
  pageSource === 'hosted' && !isLayer(authPageType ?? '0');
