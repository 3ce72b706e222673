import { isFields, parseJson, type Fields } from '../../incoming/fields.js';
import type { Refusal } from './refusal.js';
import type { Service } from '../service/service.js';
import type { Sim } from '../service/sims.js';

/** A request as an exchange sees it. */
export interface Call {
  service: Service;
  /** The phone that the request comes from. */
  sim: Sim;
  /** The lane of the test that the request belongs to; empty outside tests. */
  lane: string;
  /** Address of the sandbox as the caller wrote it, with its lane and SIM and no slash at the end. */
  base: string;
  /** What the path has in place of `:ticket`; empty for exchanges without one. */
  ticket: string;
  query: URLSearchParams;
  /** The address that the request comes from, where that is known. */
  address: string | undefined;
  /** A header; undefined when it is absent or empty. */
  header(name: string): string | undefined;
  /** The body's JSON object; undefined when it is none. */
  body: Fields | undefined;
}

/** One request of the protocol and how it is answered. */
export interface Exchange {
  /** What faults, recorded requests and the log call it; the element's hops go by the same names. */
  name: string;
  method: 'GET' | 'POST';
  path: string;
  /** Headers that a page may send with it; undefined: no script of a page may call it at all. */
  headers: readonly string[] | undefined;
  /** @throws {Refusal} with the code to refuse the request with. */
  answer(call: Call): Response | Promise<Response>;
  /** How a refusal is put into an answer. */
  refuse(refusal: Pick<Refusal, 'code' | 'hints' | 'message'>, call: Call): Response;
}

/** Parse a JSON object. */
export const parseFields = (text: string): Fields | undefined => {
  const value = parseJson(text);
  return isFields(value) ? value : undefined;
};

/** A field that is a string with something in it. */
export const stringAt = (fields: Fields | undefined, name: string): string | undefined => {
  const value = fields?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** A field that may be left out, but is a text where it is there. */
export const isTextIfGiven = (fields: Fields | undefined, name: string): boolean => {
  const value = fields?.[name];
  return value === undefined || typeof value === 'string';
};

/** An answer in the form that all exchanges but China Mobile's have: the code stands at the top. */
export const flat = (resultCode: string, desc: string, more: Fields = {}): Response =>
  Response.json({ resultCode, desc, ...more });
