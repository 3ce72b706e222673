import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createHandler } from 'ydrz-elements/server';
import { countIn, rateLimit } from '../../demo/servers/node/rate-limit.mjs';
import { APP_ID, APP_KEY, PRIVATE_PEM } from '../services/server-fixture.js';

/** What a store that speaks Redis does with INCR and EXPIRE, with a clock of its own. */
class Store {
  readonly #counts = new Map<string, number>();
  readonly lives = new Map<string, number>();

  get keys(): string[] {
    return [...this.#counts.keys()];
  }

  incr(key: string): Promise<number> {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return Promise.resolve(count);
  }

  expire(key: string, seconds: number): Promise<void> {
    assert.ok(!this.lives.has(key), 'A key that lives on would never be forgotten');
    this.lives.set(key, seconds);
    return Promise.resolve();
  }
}

const setUp = () => {
  const store = new Store();
  const clock = { now: 0 };
  const copy = () =>
    createHandler({
      ...{ appId: APP_ID, appKey: APP_KEY, privateKey: PRIVATE_PEM },
      onCredentials: rateLimit({
        count: countIn(store),
        callerOf: ({ headers }) => headers.get('x-real-ip'),
        most: 3,
        now: () => clock.now,
      }),
    });
  const copies = [copy(), copy()];
  let turn = 0;
  const askFrom = async (ip: string) => {
    const handler = copies[turn++ % copies.length];
    return handler?.(
      new Request('https://shop.example/credentials', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-real-ip': ip },
        body: JSON.stringify({ appId: APP_ID }),
      }),
    );
  };
  return { store, clock, askFrom };
};

describe('the recipe for a rate limit with a shared store', () => {
  test('counts over all copies of the server, by caller and by minute', async () => {
    const { store, clock, askFrom } = setUp();
    const statuses = async (ip: string, times: number) => {
      const seen: (number | undefined)[] = [];
      for (let index = 0; index < times; index++) seen.push((await askFrom(ip))?.status);
      return seen;
    };
    assert.deepEqual(await statuses('203.0.113.7', 5), [200, 200, 200, 429, 429]);
    assert.deepEqual(await statuses('203.0.113.8', 1), [200]);
    clock.now = 60_000;
    assert.deepEqual(await statuses('203.0.113.7', 4), [200, 200, 200, 429]);
    assert.equal(store.keys.length, 3);
    assert.deepEqual([...store.lives.values()], [120, 120, 120]);
  });

  test('says when to come back', async () => {
    const { askFrom } = setUp();
    for (let index = 0; index < 3; index++) await askFrom('203.0.113.7');
    const response = await askFrom('203.0.113.7');
    assert.equal(response?.headers.get('retry-after'), '60');
    const body: unknown = await response.json();
    assert.ok(typeof body === 'object' && body !== null && 'hint' in body);
  });

  test('a store that is down is heard of, and nothing is signed', async () => {
    const handler = createHandler({
      ...{ appId: APP_ID, appKey: APP_KEY, privateKey: PRIVATE_PEM },
      onCredentials: rateLimit({
        count: () => Promise.reject(new Error('The store is down')),
        callerOf: () => null,
      }),
    });
    const request = new Request('https://shop.example/credentials', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ appId: APP_ID }),
    });
    await assert.rejects(handler(request), /store/);
  });
});
