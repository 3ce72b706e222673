import { createHash } from 'node:crypto';
import type { Scheduler } from 'fast-check';
import type { Network, ScriptRun } from './virtual-page.js';

/** How one request goes. */
export type Reply =
  | { kind: 'good' }
  /** The documented form with another return code; China Mobile may name the number's owner. */
  | { kind: 'code'; code: string; owner: string }
  /** Any other JSON, or none. */
  | { kind: 'rubbish'; text: string }
  | { kind: 'status' | 'refused' | 'reset' | 'never' }
  /** Scripts only; a good answer for every other request. */
  | { kind: 'twice' | 'late' };

/** One request as the service saw it. */
export interface Seen {
  login: number;
  exchange: string;
}

const PATHS: readonly [path: string, exchange: string][] = [
  ['/credentials', 'credentials'],
  ['/h5/httpsPreGetmobile', 'cm'],
  ['getNewTelecomPhonescrip', 'ct-phonescrip'],
  ['CTCallback', 'ct-callback'],
  ['getNewUnicomPhonescrip', 'cu-phonescrip'],
  ['CUCallback', 'cu-callback'],
  ['getPageOption', 'page-option'],
  ['authGetToken', 'token'],
  ['/script/ct', 'ct-script'],
  ['/script/cu', 'cu-script'],
];

export const NUMBER = '13800138000';
export const MASK = '138****8000';
const NUMBER_MD5 = createHash('md5').update(NUMBER).digest('hex');

/** Address of a login's gateway. */
export const gatewayOf = (login: number): string => `https://gateway.example/${String(login)}`;

const FUNCTIONS = { ct: 'getTelecomPhone', cu: 'getNewUnicomPhone' } as const;

/** Service and carriers, answering as they are told to, in whatever order the scheduler chooses. */
export class VirtualService implements Network {
  readonly seen: Seen[] = [];
  readonly tokens: string[] = [];
  readonly #scheduler: Scheduler;
  readonly #replies: readonly Reply[];
  readonly #onSeen: (seen: Seen) => void;

  /** Requests take the replies in turn; all after the last one is good. */
  constructor(scheduler: Scheduler, replies: readonly Reply[], onSeen: (seen: Seen) => void) {
    this.#scheduler = scheduler;
    this.#replies = replies;
    this.#onSeen = onSeen;
  }

  async fetch(url: string, { body, signal }: RequestInit): Promise<Response> {
    const { seen, reply } = this.#see(url);
    const over = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => {
        reject(new DOMException('The operation was aborted.', 'AbortError'));
      });
    });
    over.catch(() => undefined);
    const step = (what: string) =>
      Promise.race([
        this.#scheduler.schedule(Promise.resolve(), `${what} ${seen.exchange} ${reply.kind}`),
        over,
      ]);
    if (reply.kind === 'never') return over;
    await step('head of');
    if (reply.kind === 'refused') throw new TypeError('Failed to fetch');
    const text = this.#text(seen, reply, typeof body === 'string' ? body : '');
    const response = new Response(null, { status: reply.kind === 'status' ? 502 : 200 });
    response.json = async () => {
      await step('body of');
      if (reply.kind === 'reset') throw new TypeError('network error');
      const answer: unknown = JSON.parse(text);
      return answer;
    };
    return response;
  }

  script(url: string): ScriptRun | undefined {
    if (!url.includes('/script/')) return undefined;
    const { seen, reply } = this.#see(url);
    const partner = seen.exchange === 'ct-script' ? 'ct' : 'cu';
    const name = FUNCTIONS[partner];
    const good = { result: 0, data: `scrip ${String(seen.login)} ${partner}` };
    const later = (run: () => void) =>
      void this.#scheduler.schedule(Promise.resolve(), `late call of ${name}`).then(run);
    switch (reply.kind) {
      case 'good':
        return (call) => call(name, good);
      case 'code':
        return (call) => call(name, { result: reply.code, data: 'refused' });
      case 'rubbish':
        return (call) => call(name, reply.text);
      case 'twice':
        return (call) => {
          call(name, { result: -10004, data: 'refused' });
          call(name, good);
        };
      case 'late':
        return (call) => later(() => call(name, good));
      case 'never':
      case 'reset':
        return () => undefined;
      case 'status':
      case 'refused':
        return undefined;
    }
  }

  #see(url: string) {
    const exchange = PATHS.find(([path]) => url.includes(path))?.[1] ?? url;
    const login = Number(/example\/(\d+)/.exec(url)?.[1]);
    const seen = { login, exchange };
    const reply = this.#replies[this.seen.length] ?? { kind: 'good' as const };
    this.seen.push(seen);
    this.#onSeen(seen);
    return { seen, reply };
  }

  #text({ login, exchange }: Seen, reply: Reply, body: string): string {
    if (reply.kind === 'rubbish') return reply.text;
    if (reply.kind === 'code') {
      const inside = {
        resultCode: reply.code,
        resultDesc: 'refused',
        desc: 'refused',
        msisdnOwner: reply.owner,
      };
      return JSON.stringify(exchange === 'cm' ? { body: inside } : inside);
    }
    const number = {
      resultCode: '103000',
      accessToken: `access ${String(login)}`,
      maskPhone: MASK,
      authLevel: '4',
    };
    switch (exchange) {
      case 'credentials':
        return JSON.stringify({
          sign: 'sign',
          traceId: `trace ${String(login)}`,
          timestamp: '20240102030405678',
        });
      case 'cm':
        return JSON.stringify({ body: number });
      case 'ct-phonescrip':
      case 'cu-phonescrip':
        return JSON.stringify({
          resultCode: '103000',
          data: `${gatewayOf(login)}/script/${exchange.slice(0, 2)}`,
        });
      case 'ct-callback':
      case 'cu-callback':
        return body.includes(`"scrip ${String(login)} ${exchange.slice(0, 2)}"`)
          ? JSON.stringify(number)
          : JSON.stringify({ resultCode: '105003', desc: 'not the scrip of this login' });
      case 'token':
        return JSON.stringify(this.#token(login, body));
      default:
        return JSON.stringify({ resultCode: '103000', data: { pageOption: {} } });
    }
  }

  #token(login: number, body: string) {
    if (!body.includes(NUMBER_MD5)) return { resultCode: '104012', desc: 'wrong digits' };
    const token = `token ${String(login)} ${String(this.tokens.length)}`;
    this.tokens.push(token);
    return { resultCode: '103000', data: { token } };
  }
}
