import type { Fault, SeenRequest } from 'ydrz-elements/sandbox';

/** Where the test runner started the sandbox, and for which application. */
interface Addresses {
  sandbox: string;
  appId: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const readAddresses = async (): Promise<Addresses> => {
  const answer: unknown = await (await fetch('/services.json')).json();
  const entries = new Map<string, unknown>(Object.entries(answer ?? {}));
  const [sandbox, appId] = [entries.get('sandbox'), entries.get('appId')];
  if (!isText(sandbox) || !isText(appId)) throw new TypeError('The test runner has no sandbox');
  return { sandbox, appId };
};

/** The digits that `138****8000` hides, the number of the SIM `cm`. */
export const HIDDEN = '0013';

/** The sandbox of this test run. */
export const { sandbox: SANDBOX, appId: APP_ID } = await readAddresses();

const askControl = async (path: string, init: RequestInit = {}): Promise<unknown> => {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
};

const isRequests = (value: unknown): value is SeenRequest[] => Array.isArray(value);

const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

/** One test's own view of the sandbox and the business server: nobody else's requests and faults are in it. */
export class Lane {
  readonly id = crypto.randomUUID();
  readonly #control = `${SANDBOX}/lane/${this.id}/sandbox`;

  /** The business server's address for credentials. */
  readonly credentialsUrl = `/lane/${this.id}/api/ydrz/credentials`;

  /**
   * Address of a file of `dist/browser` in a copy of the package that nobody else loads; the hops of what it fetches are `chunk`,
   * `screen-chunk`, `reader-chunk`, `hints-chunk` and `partners-chunk`.
   */
  copyOf(file: string): string {
    return `/lane/${this.id}/copy/${file}`;
  }

  /** Base URL of service and carriers for a phone with this SIM. */
  gateway(sim = 'cm'): string {
    return `${SANDBOX}/lane/${this.id}/sim/${sim}`;
  }

  /** What was asked, oldest first; preflights are `OPTIONS`. */
  async requests(): Promise<readonly SeenRequest[]> {
    const requests = await askControl(`${this.#control}/requests`);
    if (!isRequests(requests)) throw new TypeError('Not a list of requests');
    return requests;
  }

  /** The names of the exchanges that were asked for, oldest first, without preflights. */
  async asked(): Promise<string[]> {
    const requests = await this.requests();
    return requests.filter(({ method }) => method !== 'OPTIONS').map(({ exchange }) => exchange);
  }

  /** Spoil answers from now on. */
  async spoil(...faults: Fault[]): Promise<void> {
    await askControl(`${this.#control}/faults`, post(faults));
  }

  /** End all faults. */
  async heal(): Promise<void> {
    await askControl(`${this.#control}/faults`, { method: 'DELETE' });
  }

  /** Let every request wait, in milliseconds. */
  async delay(milliseconds: number): Promise<void> {
    await askControl(`${this.#control}/latency`, post({ ms: milliseconds }));
  }
}
