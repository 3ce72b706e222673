import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';

import { inTime, untilEnded } from '../incoming/in-time.js';

const never = (): Promise<never> => new Promise(() => undefined);

/** Whether waiting so long has an end after this many milliseconds, and not one before. */
const endsAfter = async (limit: number | undefined, milliseconds: number): Promise<void> => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    let ended = false;
    const waiting = inTime(never(), limit).catch(() => {
      ended = true;
    });
    mock.timers.tick(milliseconds - 1);
    await Promise.resolve();
    assert.equal(ended, false, String(limit));
    mock.timers.tick(1);
    await waiting;
  } finally {
    mock.timers.reset();
  }
};

describe('inTime', () => {
  it('gives what comes, and fails as it fails', async () => {
    assert.equal(await inTime(Promise.resolve(1), 50), 1);
    assert.equal(await inTime(2, 50), 2);
    await assert.rejects(inTime(Promise.reject(new TypeError('theirs')), 50), { message: 'theirs' });
  });

  it('has the official limit of 8 seconds unless it is given a greater number than 0', async () => {
    await endsAfter(250, 250);
    for (const limit of [undefined, 0, -1, -Infinity, Number.NaN]) await endsAfter(limit, 8000);
  });

  it('has a limit however great a number it is given, more than a timer can hold or none at all', async () => {
    for (const limit of [600_001, 2 ** 31, 2 ** 32 + 50, 1e12, Infinity]) await endsAfter(limit, 600_000);
  });

  it('ends with the signal, whatever has come', async () => {
    const controller = new AbortController();
    const waiting = inTime(never(), 1e6, controller.signal);
    controller.abort();
    await assert.rejects(waiting);
    await assert.rejects(inTime(Promise.resolve(1), 50, controller.signal));
  });
});

describe('untilEnded', () => {
  it('has no end but the signal', async () => {
    const controller = new AbortController();
    mock.timers.enable({ apis: ['setTimeout'] });
    let ended = false;
    const waiting = untilEnded(never(), controller.signal).catch(() => {
      ended = true;
    });
    mock.timers.tick(1e9 - 1);
    await Promise.resolve();
    mock.timers.reset();
    assert.equal(ended, false);
    controller.abort();
    await waiting;
  });
});
