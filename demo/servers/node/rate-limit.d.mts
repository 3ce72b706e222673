import type { CredentialsAsked } from 'ydrz-elements/server';

export type Count = (key: string, seconds: number) => Promise<number>;

export function countIn(redis: {
  incr(key: string): Promise<number>;
  expire(key: string, seconds: number): Promise<unknown>;
}): Count;

export interface RateLimitOptions {
  count: Count;
  callerOf: (request: Request) => string | null;
  most?: number;
  seconds?: number;
  now?: () => number;
}

export function rateLimit(
  options: RateLimitOptions,
): (asked: CredentialsAsked) => Promise<Response | boolean>;
