import { html } from '../site/build.js';
import { say } from '../site/language.js';
import { meaningOf } from './hops.js';

const reportUrl = new URL('api/ydrz/report', location.href).href;
const FIGURES = 'api/figures';

const CARRIERS = {
  CM: say('中国移动', 'China Mobile'),
  CT: say('中国电信', 'China Telecom'),
  CU: say('中国联通', 'China Unicom'),
  unknown: say('没有认出的', 'not recognised'),
};

const PHASES = {
  credentials: say('取签名', 'credentials'),
  retrieval: say('取号', 'retrieval'),
  authorization: say('授权', 'authorization'),
  token: 'token',
};

const heading = (...names) =>
  html(
    'thead',
    {},
    html(
      'tr',
      {},
      names.map((name) => html('th', { scope: 'col' }, name)),
    ),
  );

const share = (successes, logins) => `${Math.round((100 * successes) / logins)} %`;

const byCarrier = (carriers) =>
  html(
    'table',
    { id: 'figures-carriers' },
    html('caption', {}, say('成功率，按运营商', 'Success by carrier')),
    heading(say('运营商', 'Carrier'), say('登录', 'Logins'), say('成功', 'Done')),
    html(
      'tbody',
      {},
      carriers.map(({ operator, logins, successes }) =>
        html(
          'tr',
          {},
          html('th', { scope: 'row' }, CARRIERS[operator]),
          html('td', {}, String(logins)),
          html(
            'td',
            {},
            html('meter', { min: 0, max: logins, value: successes, 'aria-hidden': 'true' }),
            ` ${share(successes, logins)}`,
          ),
        ),
      ),
    ),
  );

const byCode = (codes) =>
  html(
    'table',
    { id: 'figures-codes' },
    html('caption', {}, say('最常见的返回码', 'Most frequent codes')),
    heading(say('返回码', 'Code'), say('环节', 'Phase'), say('次数', 'Logins'), say('意思', 'Meaning')),
    html(
      'tbody',
      {},
      codes.map(({ code, phase, logins }) =>
        html(
          'tr',
          {},
          html('th', { scope: 'row' }, html('code', {}, code)),
          html('td', {}, PHASES[phase]),
          html('td', {}, String(logins)),
          html('td', {}, meaningOf(code, phase === 'token' ? 'token' : 'script')),
        ),
      ),
    ),
  );

/** The site's own figures, from what `report-url` sends. A site without a server that keeps them shows none. */
export const figures = (place) => {
  const show = async () => {
    const response = await fetch(FIGURES);
    place.hidden = !response.ok;
    if (!response.ok) return;
    const { carriers, codes } = await response.json();
    place.replaceChildren(
      html('h2', {}, say('自己的数据', 'Figures of your own')),
      html(
        'p',
        { class: 'soft' },
        say(
          '组件的 report-url 在每次登录结束时发一份报告，没有号码、token、地址和标识；服务器的 onReport 收到检查过的内容。默认关闭，这一页开着。',
          'The element’s report-url sends one report when a login ends, with no number, token, address or identifier; the server’s onReport gets it checked. Off by default; this page has it on.',
        ),
      ),
      ...(carriers.length > 0 ? [byCarrier(carriers)] : []),
      ...(codes.length > 0 ? [byCode(codes)] : []),
    );
  };

  /** Look again whenever a page in the phone has sent a report and got its answer. */
  const watch = ({ contentWindow }) => {
    new contentWindow.PerformanceObserver((list) => {
      if (list.getEntries().some(({ name }) => name === reportUrl)) show();
    }).observe({ type: 'resource', buffered: true });
  };

  show();
  return { watch, reportUrl };
};
