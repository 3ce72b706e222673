/** A map whose entries die of age, and whose oldest entries make room when it is full. */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>();
  readonly #lifetime: number;
  readonly #limit: number;
  readonly #now: () => number;

  /** `lifetime` in milliseconds, counted by `now`; `limit` is the greatest number of entries. */
  constructor({ lifetime, limit, now }: { lifetime: number; limit: number; now: () => number }) {
    this.#lifetime = lifetime;
    this.#limit = limit;
    this.#now = now;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Set an entry and start its life anew. */
  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: this.#now() + this.#lifetime });
    this.#makeRoom();
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.until > this.#now()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  /** Get an entry and remove it. */
  take(key: string): Value | undefined {
    const value = this.get(key);
    this.#entries.delete(key);
    return value;
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  /** All entries live equally long and stand in the order they were set, so the dead are in front. */
  readonly #makeRoom = (): void => {
    const now = this.#now();
    for (const [key, { until }] of this.#entries) {
      if (until > now && this.#entries.size <= this.#limit) return;
      this.#entries.delete(key);
    }
  };
}
