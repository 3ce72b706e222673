import { expect } from '@open-wc/testing';
import { openScreen } from '../services/screen-user.js';
import { CasePage } from './case-page.js';
import type { Case } from './case.js';
import { asking } from './cases/asking.js';
import { codes } from './cases/codes.js';
import { ending } from './cases/ending.js';
import { level5 } from './cases/level5.js';
import { retrieval } from './cases/retrieval.js';
import { success } from './cases/success.js';
import type { RecordedRequest } from './script.js';
import { FINGERPRINT, isFingerprint, seen } from './wire.js';

const TABLE: Record<string, readonly Case[]> = {
  'a login that succeeds': success,
  'a failing hop of retrieval': retrieval,
  'each documented code': codes,
  'asking the user': asking,
  'a screen of the page’s own': level5,
  'ending at every point': ending,
};

/** The fingerprint in a callback's object is named as it is in the requests. */
const named = (result: unknown): unknown =>
  typeof result === 'object' &&
  result !== null &&
  'userInformation' in result &&
  isFingerprint(result.userInformation)
    ? { ...result, userInformation: FINGERPRINT }
    : result;

/** The popup's look is fetched beside the rest, so that its place in the order is chance: it goes first. */
const ordered = (requests: readonly RecordedRequest[]): RecordedRequest[] => {
  const isAside = ({ name }: RecordedRequest) => name === 'page-option';
  return [...requests.filter(isAside), ...requests.filter((request) => !isAside(request))];
};

let count = 0;

const run = async ({ answers, steps, requests, callbacks }: Case): Promise<void> => {
  const page = new CasePage(`${Date.now().toString(36)}-${count++}`);
  try {
    await page.setUp(answers);
    for (const step of steps) await step(page);
    await page.hasHeard(callbacks.length);
    // Whether the look of a popup that cannot open is still asked for, before it is dropped, is chance.
    const isCounted = requests.some(({ name }) => name === 'page-option');
    const asked = (await page.requests()).filter(({ name }) => isCounted || name !== 'page-option');
    expect(ordered(asked).map(seen)).to.deep.equal(requests);
    expect(page.told.map(([name, result]) => [name, named(result)])).to.deep.equal(callbacks);
    expect(openScreen()?.localName, 'the screen').to.equal(undefined);
  } finally {
    page.leave();
  }
};

for (const [group, cases] of Object.entries(TABLE)) {
  describe(`conformance: ${group}`, () => {
    for (const row of cases) it(row.name, () => run(row));
  });
}
