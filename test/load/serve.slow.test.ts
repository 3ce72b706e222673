import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Consumer } from '../package/installed.js';
import { isFields } from '../services/fields.js';
import { COPIES, LOGINS } from './outcome.js';
import { runCrowd } from './run-crowd.js';
import { ROUNDS, type ServeOutcome } from './serve-outcome.js';

const MEGABYTE = 1_000_000;
/** What a process may hold on to after a thousand logins; measured 19 million (the sandbox) and 15 (a copy). */
const MOST_HELD = 40 * MEGABYTE;
/** What another thousand may add to it, when all that is kept of the last ones is there. */
const MOST_ADDED = 4 * MEGABYTE;

/** It comes from a process of ours. */
const isOutcome = (value: unknown): value is ServeOutcome =>
  isFields(value) && Array.isArray(value['rounds']);

describe('two copies of the packed program’s `serve`, and its `sandbox`, behind a plain load balancer', () => {
  let consumer: Consumer;
  let outcome: ServeOutcome;
  before(
    async () => {
      consumer = await Consumer.create();
      outcome = await runCrowd('serve-crowd.ts', isOutcome, [join(consumer.installed, 'dist/cli.js')]);
    },
    { timeout: 900_000 },
  );
  after(() => consumer.remove());

  test('none of the logins is lost, and each gets its own number', () => {
    assert.equal(outcome.rounds.length, ROUNDS);
    for (const { logins } of outcome.rounds) {
      assert.equal(logins.length, LOGINS);
      for (const one of logins) {
        const { number, status, phone } = 'value' in one ? one.value : assert.fail(one.lost);
        assert.deepEqual([status, phone], [200, number]);
      }
    }
    console.log(`load: ${String(ROUNDS * LOGINS)} logins done with serve`);
  });

  test('the copies share the work: whichever is next answers', () => {
    const each = (ROUNDS * 2 * LOGINS) / COPIES;
    assert.deepEqual(
      outcome.answered,
      Array.from({ length: COPIES }, () => each),
    );
  });

  test('a crowd more holds no more memory', () => {
    const [before, last] = [outcome.rounds.at(-2)?.heaps ?? [], outcome.rounds.at(-1)?.heaps ?? []];
    console.log(
      `heaps, in MB: ${outcome.rounds.map(({ heaps }) => heaps.map((heap) => (heap / MEGABYTE).toFixed(1)).join(' ')).join(', ')}`,
    );
    assert.equal(last.length, 1 + COPIES);
    last.forEach((heap, place) => {
      assert.ok(heap > 0 && heap < MOST_HELD, `${heap} bytes are held`);
      assert.ok(
        heap - (before[place] ?? 0) < MOST_ADDED,
        `${heap - (before[place] ?? 0)} bytes more are held`,
      );
    });
  });
});
