import { meaningOf } from '../wire/said.js';
import type { Visit } from './visit.js';

/** A request of the protocol that has been answered, for a log. It holds no number, token, key or digits. */
export interface AnsweredRequest {
  /** The exchange's name, such as `cm` or `ct-callback`. */
  exchange: string;
  /** `OPTIONS` for the preflight of the exchange. */
  method: string;
  /** The SIM's id. */
  sim: string;
  /** The lane of the test that it belongs to; empty outside tests. */
  lane: string;
  /** HTTP status. */
  status: number;
  /** The return code; empty where the answer has none. */
  code: string;
  /** What the code means, in English; empty where it is not known. */
  meaning: string;
  /** How long it took, in milliseconds, its delays included. */
  duration: number;
}

/** The return code of an answer in JSON, or of a script that calls a function with it. */
const codeOf = (text: string): string =>
  /"(?:resultCode|code)":\s*"([^"]*)"/.exec(text)?.[1] ?? /"result":\s*"?(-?\w+)/.exec(text)?.[1] ?? '';

/** @throws never: an answer that breaks off has no code. */
export const reportOf = async (
  exchange: string,
  { request, sim, lane }: Visit,
  response: Response,
  duration: number,
): Promise<AnsweredRequest> => {
  const isPage = exchange.startsWith('hosted-page') || exchange === 'official-script';
  const code = isPage ? '' : codeOf(await response.text().catch(() => ''));
  const { method } = request;
  const { status } = response;
  return {
    ...{ exchange, method, status, code, duration },
    sim: sim.id,
    lane: lane.id,
    meaning: code === '' ? '' : meaningOf(exchange, code),
  };
};
