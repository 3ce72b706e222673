import { createAuthLogin, type AuthLogin } from 'ydrz-elements/legacy';
import { BASE } from './answers.js';
import type { RecordedRequest, Script } from './script.js';
import { APP_ID, SIGN, TIMESTAMP, TRACE_ID } from './wire.js';

/** A callback that was called, and what with. */
export type Told = readonly [callback: string, result: unknown];

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isRequests = (value: unknown): value is RecordedRequest[] => Array.isArray(value);

const serviceUrl = async (): Promise<string> => {
  const answer: unknown = await (await fetch('/scripted-service.json')).json();
  if (!isObject(answer) || !('url' in answer) || typeof answer.url !== 'string')
    throw new TypeError('The test runner has no scripted service');
  return answer.url;
};

const SERVICE = await serviceUrl();

/** A page that uses the documented interface against the scripted service, and its user. */
export class CasePage {
  /** Every callback that was called, in order, with a copy of its result. */
  readonly told: Told[] = [];
  readonly login: AuthLogin;
  readonly #base: string;
  readonly #undo: (() => void)[] = [];
  #listeners: (() => void)[] = [];

  constructor(id: string) {
    this.#base = `${SERVICE}/case/${id}`;
    this.login = createAuthLogin({ gateway: this.#base });
  }

  async setUp(script: Script): Promise<void> {
    const body = JSON.stringify(script).replaceAll(BASE, this.#base);
    await fetch(this.#base, { method: 'PUT', body });
  }

  /** A callback of the page's. */
  readonly hears =
    (name: string) =>
    (result: unknown): void => {
      const plain = isObject(result) && Object.getPrototypeOf(result) === Object.prototype;
      this.told.push([name, plain ? structuredClone(result) : 'not a plain object']);
      const listeners = this.#listeners;
      this.#listeners = [];
      for (const listener of listeners) listener();
    };

  /** Resolves when that many callbacks have been called in all. */
  async hasHeard(count: number): Promise<void> {
    while (this.told.length < count) {
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
    }
  }

  /** Call getTokenInfo as the guide does, with changes to its data. */
  getTokenInfo(changes: object = {}, name = ''): void {
    const data = {
      version: '2.0',
      appId: APP_ID,
      sign: SIGN,
      traceId: TRACE_ID,
      timestamp: TIMESTAMP,
      openType: '1',
      expandParams: '',
      authPageType: '0',
      ...changes,
    };
    this.login.getTokenInfo({
      data,
      success: this.hears(`${name}success`),
      error: this.hears(`${name}error`),
      layerCallback: this.hears(`${name}layerCallback`),
    });
  }

  /** Resolves when the service has been asked for that. */
  async asked(name: string, times = 1): Promise<void> {
    await fetch(`${this.#base}/seen?name=${name}&times=${times}`);
  }

  async requests(): Promise<RecordedRequest[]> {
    const requests: unknown = await (await fetch(`${this.#base}/requests`)).json();
    if (!isRequests(requests)) throw new TypeError('Not a list of requests');
    return requests;
  }

  /** Put something into the page, as its HTML would have it. */
  add(element: HTMLElement): void {
    element.dataset['case'] = '';
    document.body.append(element);
  }

  /** To be done when the case is over. */
  undo(change: () => void): void {
    this.#undo.push(change);
  }

  leave(): void {
    this.login.endGetToken();
    for (const change of this.#undo) change();
    for (const element of document.querySelectorAll('[data-case]')) element.remove();
  }
}
