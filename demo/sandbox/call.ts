import type { Refusal } from './refusal.js';
import type { Service } from './service.js';
import type { Sim } from './sims.js';

/** A request as an exchange sees it. */
export interface Call {
  service: Service;
  /** The phone that the request comes from. */
  sim: Sim;
  /** The lane of the test that the request belongs to; empty outside tests. */
  lane: string;
  /** Address of the sandbox as the caller wrote it, with its lane and SIM and no slash at the end. */
  base: string;
  /** The path's last part, where the route has a name for it. */
  ticket: string;
  /** A header; undefined when it is absent or empty. */
  header(name: string): string | undefined;
  /** The body's JSON object; undefined when it is none. */
  body: Fields | undefined;
}

/** One request of the protocol and how it is answered. */
export interface Exchange {
  /** As hops, faults and recorded requests call it. */
  name: string;
  method: 'GET' | 'POST';
  path: string;
  /** Headers that a page may send with it; undefined: no page may call it at all. */
  headers: readonly string[] | undefined;
  /** @throws {Refusal} */
  answer(call: Call): Response;
  refuse(refusal: Refusal, call: Call): Response;
}

/** A JSON object that nobody has looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parse a JSON object. */
export const parseFields = (text: string): Fields | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** A field that is a string with something in it. */
export const textAt = (fields: Fields | undefined, name: string): string | undefined => {
  const value = fields?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The answer of every exchange but China Mobile's. */
export const flat = (resultCode: string, desc: string, more: Fields = {}): Response =>
  Response.json({ resultCode, desc, ...more });
