import { APP_ID } from '../services/test-client.js';

/** How a page is written, and which of the package's files it loads. */
export type Build = 'facade' | 'element' | 'module';

/** One login that is tried in every engine. */
export interface LoginCase {
  build: Build;
  authPageType: '0' | '1' | '2' | '3';
  sim: 'cm' | 'cm-level1';
}

const TYPES = ['0', '1', '2', '3'] as const;

/** All four screens with digits to fill in; of the element, both kinds of screen with the button of level 1 as well. */
export const casesOf = (build: Build): LoginCase[] => [
  ...TYPES.map((authPageType) => ({ build, authPageType, sim: 'cm' }) as const),
  ...(build === 'element' ? (['1', '3'] as const) : []).map(
    (authPageType) => ({ build, authPageType, sim: 'cm-level1' }) as const,
  ),
];

export const nameOf = ({ build, authPageType, sim }: LoginCase): string =>
  `${build}, type ${authPageType}${sim === 'cm' ? '' : ', a button in place of digits'}`;

// The pages' own scripts are in the language of 2015, as such pages' are.

const ASK = `function ask(path, body) {
    var headers = { 'content-type': 'application/json' };
    return fetch(path, { method: 'POST', headers: headers, body: JSON.stringify(body) })
      .then(function (answer) { return answer.json(); });
  }
  function tell(name, value) { document.getElementById('result').textContent = name + ' ' + JSON.stringify(value); }
  function validate(result) {
    ask('/api/ydrz/login', { token: result.token, userInformation: result.userInformation })
      .then(function (answer) { tell('phone', answer.phone); }, function (error) { tell('lost', String(error)); });
  }`;

/** What a page of the official script says before it asks for a token. */
const PREPARE = {
  '0': '',
  '1': '',
  '2': `YDRZAuthLogin.CustomControlsInit('ydrzCustomControls', { maskStyle: { ifShowMask: 'true' } });`,
  '3': 'YDRZAuthLogin.authPageInit({});',
};

const facade = (gateway: string, { authPageType }: LoginCase): string => `
<script src="/ydrz.min.js" data-gateway="${gateway}"></script>
<button id="go">一键登录</button><pre id="result"></pre><div id="ydrzCustomControls"></div>
<script>
  ${ASK}
  ${PREPARE[authPageType]}
  document.getElementById('go').onclick = function () {
    ask('/api/ydrz/credentials', { appId: '${APP_ID}' }).then(function (signed) {
      YDRZAuthLogin.getTokenInfo({
        data: Object.assign({ openType: '1', expandParams: '', authPageType: '${authPageType}' }, signed),
        success: validate,
        error: function (error) { tell('error', error); }
      });
    });
  };
</script>`;

const element = (gateway: string, { build, authPageType }: LoginCase): string => `
<script ${build === 'module' ? 'type="module" src="/assets/login.js"' : 'src="/ydrz.min.js"'}></script>
<ydrz-login app-id="${APP_ID}" credentials-url="/api/ydrz/credentials" gateway="${gateway}"
  auth-page-type="${authPageType}" ${authPageType === '2' ? `layer-options='{"maskStyle":{"ifShowMask":"true"}}'` : ''}>
</ydrz-login><pre id="result"></pre>
<script>
  ${ASK}
  var login = document.querySelector('ydrz-login');
  login.addEventListener('token', function (event) { validate(event.detail); });
  login.addEventListener('error', function (event) { tell('error', event.detail); });
</script>`;

export const pageFor = (gateway: string, login: LoginCase): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${nameOf(login)}</title></head><body>
${(login.build === 'facade' ? facade : element)(gateway, login)}
</body></html>`;
