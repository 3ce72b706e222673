// A page's own program, as strict as the compiler goes. It is checked, never run.
import 'ydrz-elements';
import 'ydrz-elements/login';
import 'ydrz-elements/auth-layer';
import 'ydrz-elements/auth-page';
import type { TokenResult, YdrzError, YdrzLoginElement } from 'ydrz-elements/elements';
import { runLogin, type Authorizer } from 'ydrz-elements/core';

const login: YdrzLoginElement = document.createElement('ydrz-login');
login.appId = '300012345678';
login.credentials = ({ appId }) => ({ sign: appId, traceId: '1', timestamp: '20260101000000000' });
login.layerOptions = { maskStyle: { ifShowMask: true }, phoneStyle: { fontSize: '22px' } };
// @ts-expect-error there is no such option
login.layerOptions = { phoneStyle: { fontsize: 1 } };
// @ts-expect-error the state is not for pages to set
login.state = 'idle';
// @ts-expect-error nor does everybody's code belong here
login.prefetch = 'always';

login.addEventListener('token', ({ detail }) => {
  const { token, userInformation, operator }: TokenResult = detail;
  const carrier: string = operator;
  console.log(token, userInformation, carrier);
});
login.addEventListener('error', (event) => {
  const error: YdrzError = event.detail;
  const code: string = error.code;
  console.log(code, error.hint, error.toJSON());
});
login.addEventListener('authorizationrequest', (event) => {
  event.preventDefault();
  event.detail.submit('1234');
});
login.addEventListener('click', (event: PointerEvent | MouseEvent) => {
  console.log(event.clientX);
});
// @ts-expect-error the detail is no text
login.addEventListener('token', (event: CustomEvent<string>) => event);
// @ts-expect-error it is not the browser's ErrorEvent
login.addEventListener('error', (event: ErrorEvent) => event);

const result: Promise<TokenResult> = login.login();
void result;

const layer = document.querySelector('ydrz-auth-layer');
layer?.addEventListener('authorize', ({ detail: { digits } }) => {
  console.log(digits.length, layer.agreed);
});
layer?.addEventListener('cancel', (event) => {
  console.log(event.type);
});
void document.querySelector('ydrz-auth-page')?.show();

export const start = (authorizer: Authorizer): Promise<TokenResult> =>
  runLogin({ appId: '1', credentials: '/credentials' }, authorizer, {}, new AbortController().signal);
