import { digest } from '../gateway/digest.js';
import { completeNumber } from '../flow/mask.js';
import type { YdrzAuthPageElement } from '../views/auth-page-element.js';
import '../views/define-auth-page.js';
import { chinaTimestamp } from '../flow/timestamp.js';

// The service's own authorization page, which a business page shows in an iframe: it asks the user, fetches the
// token by itself and posts the result to the business page.

/** The address's parameters, not decoded: URLSearchParams would make spaces of their plus signs. */
const query = new Map(
  location.search
    .slice(1)
    .split('&')
    .map((pair) => [pair.split('=', 1)[0] ?? '', pair.split('=').slice(1).join('=')]),
);

/** A value as it was put into the address, which the browser has percent-encoded where it had to. */
const value = (name: string): string => {
  const text = query.get(name) ?? '';
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
const from = value('from');
/** Percent-encoded by nature: it is used as it came. */
const userInformation = query.get('userInformation') ?? '';
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
      interfaceVersion: '2.0',
      timestamp: chinaTimestamp(Date.now()),
      appId: value('appId'),
      businessType: '8',
      traceId: msgId,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      accessToken: value('accessToken'),
      phone,
      userInformation,
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

  page.addEventListener('cancel', ({ lost }) => {
    // It was not the user: a frame that is not shown yet has no room for the screen, which comes back when the frame is resized.
    if (lost) addEventListener('resize', () => void page.show(), { once: true });
    else report({ msgId, code: '501', message: '用户取消授权' });
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
          message: desc,
          token,
          userInformation,
          msgId,
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
