import { TEST_LINE } from '../server/settings/service-address.js';
import { APPLICATION_OPTIONS, privateKeyOf, settingsOf, type Settings } from './application.js';
import { readAddress } from './arguments.js';
import type { Command } from './command.js';
import { checkAcceptance } from './doctor/check-acceptance.js';
import { checkAddress } from './doctor/check-address.js';
import { checkAppKey } from './doctor/check-app-key.js';
import { checkClock } from './doctor/check-clock.js';
import { checkKey } from './doctor/check-key.js';
import { LIVE, behind, checkPolicies } from './doctor/check-policies.js';
import { fail, skip, type Finding, type Verdict } from './doctor/finding.js';
import { fetchPage } from './doctor/page.js';
import { UsageError, withCause } from './failure.js';

/** Milliseconds for each of the checks that ask over the network. */
const TIMEOUT = 10_000;

const MARKS: Readonly<Record<Verdict, string>> = { ok: 'ok  ', warn: 'warn', fail: 'FAIL', skip: 'skip' };

const checkPage = async (
  address: URL,
  gateway: string | undefined,
  signal: AbortSignal,
): Promise<Finding[]> => {
  try {
    const page = await fetchPage(address, signal);
    const found = [
      ...checkAddress(address, page.url),
      ...checkPolicies(page, gateway === undefined ? LIVE : behind(gateway)),
    ];
    if (page.status < 400) return found;
    return [
      fail('page', `${address.href} answers with status ${page.status}: is this the page with the button?`),
      ...found,
    ];
  } catch (error) {
    return [
      fail('page', `${address.href} does not answer: ${withCause(error)}`),
      ...checkAddress(address, address),
    ];
  }
};

const checkApplication = async (
  settings: Settings,
  gateway: string | undefined,
  testLine: boolean,
  signal: AbortSignal,
) => {
  const appId = settings.get('app-id', 'APP_ID');
  const appKey = settings.get('', 'APP_KEY');
  const privateKey = await privateKeyOf(settings);
  const own = [checkKey(privateKey), checkAppKey(appKey, appId)];
  const isReady = own.every(({ verdict }) => verdict === 'ok' || verdict === 'warn');
  const isComplete = appId !== undefined && appKey !== undefined && privateKey !== undefined;
  if (!isReady || !isComplete) {
    const why =
      appId === undefined ? 'no appId was given: set --app-id or APP_ID' : 'mend key and appKey first';
    return [...own, skip('acceptance', why)];
  }
  return [...own, await checkAcceptance({ appId, appKey, privateKey, gateway, testLine }, signal)];
};

/** Fires with the signal, or when a check has taken too long. */
const limited = (signal: AbortSignal): AbortSignal => {
  const controller = new AbortController();
  const end = () => controller.abort();
  signal.addEventListener('abort', end, { once: true });
  setTimeout(end, TIMEOUT).unref();
  return controller.signal;
};

/** `doctor`: what would keep a login from working, before the first phone. */
export const DOCTOR: Command = {
  summary: 'Look for what would keep logins from working: keys, clock, addresses, policies',
  details: [
    'Says a line for each point, with what to do. Exit code 1 when something will not work. Without --key and APP_KEY it looks at',
    'the page and the clock alone. Of the service it asks the time, and the number behind a made-up token.',
  ],
  example: 'ydrz-elements doctor --page https://shop.example/login --env .env',
  options: {
    page: { value: 'address', help: 'address of the page with the button' },
    ...APPLICATION_OPTIONS,
    'test-line': { help: "the service's test line" },
    json: { help: 'print the findings as JSON' },
  },
  async run({ given, environment, output, signal }) {
    const page = given.one('page');
    if (page === undefined)
      throw new UsageError('--page is missing: the full address of the page with the login button');
    const address = readAddress(page, '--page');
    const settings = await settingsOf({ given, environment });
    const gateway = settings.get('gateway', 'GATEWAY');
    if (gateway !== undefined) readAddress(gateway, '--gateway');
    const testLine = given.has('test-line') || settings.get('', 'TEST_LINE') === '1';
    const within = () => limited(signal);

    const service = gateway ?? (testLine ? TEST_LINE : LIVE.service);
    const findings = [
      ...(await checkApplication(settings, gateway, testLine, within())),
      await checkClock(service, { signal: within() }),
      ...(await checkPage(address, gateway ?? (testLine ? TEST_LINE : undefined), within())),
    ];
    if (given.has('json')) {
      output.line(JSON.stringify(findings, undefined, 2));
    } else {
      for (const { check, verdict, text } of findings)
        output.line(`${MARKS[verdict]}  ${check.padEnd(15)}  ${text}`);
    }
    return findings.some(({ verdict }) => verdict === 'fail') ? 1 : 0;
  },
};
