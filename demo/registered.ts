import { SIMS } from 'ydrz-elements/sandbox';

/** The demo's application. */
export const DEMO_APP_ID = '300012345678';

/** Where the site without a server has its simulated service, from the site's folder on. */
export const STATIC_GATEWAY = 'gateway';

/** What the pages are told of their run. `sandbox`: the simulated service, from the pages' folder on or in full. */
export const settingsOf = (sandbox: string) => ({
  sandbox,
  appId: DEMO_APP_ID,
  sims: SIMS.map(({ id, number, operator, meaning }) => ({ id, number, operator, meaning })),
});

/**
 * The agreements and the look of the standard popup, as they would be set at the service.
 *
 * @param folder where the site's pages are, with a slash at the end
 */
export const registered = (folder = '/') => ({
  appName: '青梨',
  customerPrivacyConfig: {
    青梨用户协议: `${folder}terms.html#terms`,
    青梨隐私政策: `${folder}terms.html#privacy`,
  },
  pageOption: { pageTitle: '本机号码登录', agreeButtonText: '确认授权登录', configBusinessName: '青梨' },
});
