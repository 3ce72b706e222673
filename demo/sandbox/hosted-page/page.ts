import { digest } from '../../../src/gateway/digest.js';
import { completeNumber } from '../../../src/flow/mask.js';
import type { YdrzAuthPageElement } from '../../../src/views/auth-page-element.js';
import '../../../src/views/define-auth-page.js';
import { chinaTimestamp } from '../timestamp.js';

// The service's own authorization page, which a business page shows in an iframe: it asks the user, fetches the
// token by itself and posts the result to the business page.

const query = new URLSearchParams(location.search);
const from = query.get('from') ?? '';
const value = (name: string): string => query.get(name) ?? '';
const msgId = value('traceId');

const report = (result: object): void => {
  parent.postMessage(result, from);
};

const fetchToken = async (digits: string): Promise<Record<string, unknown>> => {
  const phone = value('authLevel') === '1' ? '' : digest(completeNumber(value('maskPhone'), digits));
  const response = await fetch('onekeylogin/authGetToken', {
    method: 'POST',
    referrerPolicy: 'origin',
    headers: {
      interfaceVersion: '1.0',
      timestamp: chinaTimestamp(Date.now()),
      appId: value('appId'),
      businessType: '8',
      traceId: msgId,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      accessToken: value('accessToken'),
      phone,
      userInformation: value('userInformation'),
      expandParams: value('expandParams'),
    }),
  });
  const answer: unknown = await response.json();
  return typeof answer === 'object' && answer !== null ? { ...answer } : {};
};

const show = (page: YdrzAuthPageElement): void => {
  page.maskPhone = value('maskPhone');
  page.operator = value('oper');
  page.authLevel = value('authLevel') === '1' ? '1' : '4';
  page.appName = value('authName');
  let triesLeft = 3;

  page.addEventListener('cancel', () => {
    report({ msgId, code: '501', message: '用户取消授权' });
  });
  page.addEventListener('authorize', (event) => {
    page.pending = true;
    void submit(event.detail.digits);
  });

  const submit = async (digits: string): Promise<void> => {
    try {
      const { resultCode, desc, data } = await fetchToken(digits);
      const token = typeof data === 'object' && data !== null && 'token' in data ? data.token : undefined;
      if (resultCode === '103000') {
        report({
          code: '103000',
          message: 'token获取成功',
          token,
          userInformation: value('userInformation'),
        });
      } else if (resultCode === '104012' && --triesLeft > 0) {
        page.pending = false;
        page.reset();
        page.attemptsLeft = triesLeft;
        page.error = String(desc);
      } else {
        report({ msgId, code: resultCode, message: desc });
      }
    } catch {
      report({ msgId, code: '103005', message: 'inner error' });
    }
  };

  void page.show();
};

const page = document.createElement('ydrz-auth-page');
document.body.append(page);
addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
  if (source !== parent || origin !== from || typeof data !== 'object' || data === null) return;
  // Options come as authPageInit took them; without any, the agreements come as customerPrivacyConfig has them.
  const agreements = Object.entries(data).filter(([, url]) => typeof url === 'string');
  if (agreements.length > 0 && agreements.length === Object.keys(data).length) {
    page.agreements = agreements.map(([name, url]) => ({ name, url: String(url) }));
  } else {
    page.options = data;
  }
});
show(page);
