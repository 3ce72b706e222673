import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Sim } from 'ydrz-elements/sandbox';
import type { Fields } from '../services/fields.js';
import { start, type RunningSandbox } from '../services/start-sandbox.js';
import {
  APP,
  APP_ID,
  askCallback,
  askCm,
  askGateway,
  askPhonescrip,
  askToken,
  askValidation,
  at,
  headersOf,
  login,
  text,
  type Login,
  type Partner,
} from '../services/test-client.js';
import { RETURN_CODES } from '../tables.js';
import * as refusals from './refusals.js';
import type { Row, Wrong } from './refusals.js';

const NUMBERS = { CM: '13800138000', CT: '18900189000', CU: '18600186000' } as const;

/** A SIM for each code that a carrier refuses its own SIMs with. */
const SIMS = [...refusals.CM, ...refusals.CT_GATEWAY, ...refusals.CU_GATEWAY].flatMap(
  ([, , wrong]): Sim[] => {
    const [, operator, code] = /^refusal-(CM|CT|CU)-(.*)$/.exec(wrong?.sim ?? '') ?? [];
    if (operator !== 'CM' && operator !== 'CT' && operator !== 'CU') return [];
    return [{ id: wrong?.sim ?? '', operator, number: NUMBERS[operator], refusal: { code: code ?? '' } }];
  },
);

let sandbox: RunningSandbox;
before(async () => {
  const { NO_RIGHTS, RIGHTS_OVER, ELSEWHERE } = refusals;
  sandbox = await start({ apps: [APP, NO_RIGHTS, RIGHTS_OVER, ELSEWHERE], sims: SIMS });
});
after(() => sandbox.close());

/** What is sent: the request before last where it is sent again. */
type Ask = (one: Login, wrong: Wrong) => Promise<Fields>;

const twice = async (ask: () => Promise<Fields>, { again }: Wrong): Promise<Fields> => {
  if (again) await ask();
  return ask();
};

const outOf = (one: Login, wrong: Wrong): Login => ({ ...one, ...wrong.login });

const askLook: Ask = async (one, wrong) => {
  const { traceId, timestamp, origin, referer, base } = outOf(one, wrong);
  const values = { interfaceVersion: '1.0', traceId, appId: APP_ID, timestamp, businessType: '8' };
  const headers = headersOf({ ...values, origin, referer, ...wrong.headers });
  const response = await fetch(`${base}/h5/onekeylogin/getPageOption`, { headers });
  const answer: unknown = await response.json();
  return at({ answer }, 'answer');
};

const callback =
  (partner: Partner): Ask =>
  async (one, wrong) => {
    const { data } = await askPhonescrip(one, partner);
    const seen = await askGateway(String(data), partner);
    return askCallback(outOf(one, wrong), partner, text(seen, 'data'), wrong);
  };

const gateway =
  (partner: Partner): Ask =>
  async (one, wrong) => {
    const address = text(await askPhonescrip(one, partner), 'data');
    return twice(() => askGateway(address, partner), wrong);
  };

const askForToken: Ask = async (one, wrong) => {
  const accessToken = text(at(await askCm(one), 'body'), 'accessToken');
  for (let tried = 0; tried < (wrong.tries ?? 0); tried += 1) await askToken(one, accessToken, '13811118000');
  return twice(() => askToken(outOf(one, wrong), accessToken, NUMBERS.CM, wrong), wrong);
};

const validate: Ask = async (one, wrong) => {
  const token = text(at(await askForToken(one, {}), 'data'), 'token');
  return twice(() => askValidation(one.base, token, wrong), wrong);
};

interface Exchange {
  /** The exchange's name, which faults go by. */
  name: string;
  sim: string;
  rows: readonly Row[];
  ask: Ask;
}

const EXCHANGES: readonly Exchange[] = [
  {
    ...{ name: 'cm', sim: 'cm', rows: refusals.CM },
    ask: async (one, wrong) => at(await twice(() => askCm(outOf(one, wrong), wrong.body), wrong), 'body'),
  },
  ...(['ct', 'cu'] as const).flatMap((partner): Exchange[] => [
    {
      ...{ name: `${partner}-phonescrip`, sim: partner, rows: refusals.PHONESCRIP },
      ask: (one, wrong) => twice(() => askPhonescrip(outOf(one, wrong), partner, wrong), wrong),
    },
    {
      ...{ name: `${partner}-script`, sim: partner },
      ...{ rows: partner === 'ct' ? refusals.CT_GATEWAY : refusals.CU_GATEWAY, ask: gateway(partner) },
    },
    {
      ...{ name: `${partner}-callback`, sim: partner },
      ...{ rows: partner === 'ct' ? refusals.CT_CALLBACK : refusals.CU_CALLBACK, ask: callback(partner) },
    },
  ]),
  { name: 'page-option', sim: 'cm', rows: refusals.PAGE_OPTION, ask: askLook },
  { name: 'token', sim: 'cm', rows: refusals.TOKEN, ask: askForToken },
  { name: 'validate', sim: 'cm', rows: refusals.VALIDATION, ask: validate },
];

/** Code and text of an answer: the service's, China Mobile's, China Telecom's gateway's or China Unicom's. */
const saidIn = (answer: Fields): unknown[] => {
  const { resultCode, resultDesc, desc, result, data, code, msg } = answer;
  if (resultCode !== undefined) return [resultCode, resultDesc ?? desc];
  return code === undefined ? [String(result), data] : [code, msg];
};

const absent = (_: string, value: unknown): unknown => (value === undefined ? 'absent' : value);

let lanes = 0;
for (const { name, sim, rows, ask } of EXCHANGES) {
  describe(`what ${name} refuses, in the documents' words`, () => {
    for (const [code, said, wrong = {}] of rows) {
      const onlyByFault = Object.keys(wrong).length === 0;
      test(`${code} ${said}: ${onlyByFault ? 'a fault' : JSON.stringify(wrong, absent)}`, async () => {
        lanes += 1;
        const lane = `refusals-${lanes}`;
        if (onlyByFault) sandbox.lane(lane).faults.add({ exchange: name, kind: 'code', code });
        const answer = await ask(login(`${sandbox.url}/lane/${lane}/sim/${wrong.sim ?? sim}`), wrong);
        assert.deepEqual(saidIn(answer), [code, said]);
      });
    }
  });
}

test('retrieval that is switched off is an answer without an accessToken', async () => {
  for (const partner of ['ct', 'cu'] as const) {
    const answer = await callback(partner)(login(`${sandbox.url}/sim/${partner}-closed`), {});
    assert.deepEqual([answer['resultCode'], answer['accessToken']], ['103000', '']);
  }
});

test('no documented code is left out', () => {
  /** Success, and what the script in the page says by itself. */
  const ownOfPage = new Set(['103000', '0', '500', 'CM 503', '501']);
  const known = (source: string): Set<string> => {
    const start = { token: 'token', validation: 'validate' }[source] ?? source.toLowerCase();
    return new Set(
      EXCHANGES.filter(({ name }) => name.startsWith(start)).flatMap(({ rows }) =>
        rows.map(([code]) => code),
      ),
    );
  };
  const left = RETURN_CODES.filter(
    ({ source, code }) =>
      source !== 'script' &&
      !ownOfPage.has(code) &&
      !ownOfPage.has(`${source} ${code}`) &&
      !known(source).has(code),
  );
  assert.deepEqual(left, []);
});
