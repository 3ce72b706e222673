import type { Scheduler } from 'fast-check';
import type * as Core from 'ydrz-elements/core';
import type { Answer, LoginPlan } from './plans.js';
import { gatewayOf } from './virtual-service.js';

export type Outcome = { token: string } | { error: unknown };

/** One login of a schedule, and the log of everything that it did, in order. */
export class PlayedLogin {
  readonly log: string[] = [];
  readonly outcomes: Outcome[] = [];
  readonly plan: LoginPlan;
  closed = 0;
  /** Listeners on the login's own signal. */
  listeners = 0;
  readonly #controller = new AbortController();
  readonly #scheduler: Scheduler;
  #tries = 0;

  constructor(plan: LoginPlan, scheduler: Scheduler) {
    this.plan = plan;
    this.#scheduler = scheduler;
    const { signal } = this.#controller;
    const noted = new Set<unknown>();
    const note = (change: () => void) => {
      change();
      this.listeners = noted.size;
    };
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    Object.assign(signal, {
      addEventListener: (type: string, listener: EventListener) => {
        note(() => noted.add(listener));
        add(type, listener);
      },
      removeEventListener: (type: string, listener: EventListener) => {
        note(() => noted.delete(listener));
        remove(type, listener);
      },
    });
  }

  get aborted(): boolean {
    return this.#controller.signal.aborted;
  }

  get settled(): boolean {
    return this.outcomes.length > 0;
  }

  start({ runLogin }: typeof Core, index: number): void {
    const { authPageType, scripts, abort } = this.plan;
    const gateway = gatewayOf(index);
    const order = {
      ...{ appId: '300012345678', credentials: `${gateway}/credentials`, gateway },
      ...{ authPageType, jsonp: scripts ? 'on' : 'off' },
    };
    const authorizer = {
      authorize: () => this.#authorize(),
      close: () => {
        this.closed += 1;
      },
    };
    const observer = {
      onState: (state: string) => this.log.push(`state ${state}`),
      onHop: ({ name }: Core.Hop) => this.log.push(`hop ${name}`),
    };
    runLogin(order, authorizer, observer, this.#controller.signal).then(
      ({ token }) => this.#end({ token }),
      (error: unknown) => this.#end({ error }),
    );
    if (abort) void this.#scheduler.schedule(Promise.resolve(), 'abort').then(() => this.abort());
  }

  abort(): void {
    if (!this.settled) this.log.push('abort');
    this.#controller.abort();
  }

  #end(outcome: Outcome): void {
    this.outcomes.push(outcome);
    this.log.push('outcome');
  }

  async #authorize(): Promise<Core.AuthorizationAnswer> {
    const answer: Answer = this.plan.answers[this.#tries] ?? 'right';
    this.#tries += 1;
    this.log.push('authorize');
    if (answer === 'throw') throw new Error('no screen');
    if (answer === 'never') return new Promise(() => undefined);
    await this.#scheduler.schedule(Promise.resolve(), `user: ${answer}`);
    this.log.push(answer === 'right' || answer === 'wrong' ? 'consent' : answer);
    switch (answer) {
      case 'reject':
        throw new Error('the screen broke');
      case 'cancel':
        return { kind: 'cancelled' };
      case 'hosted':
        return { kind: 'token', token: 'hosted token' };
      case 'hosted without token':
        return { kind: 'token', token: '' };
      case 'short':
        return { kind: 'digits', digits: '001', agreed: true };
      case 'disagree':
        return { kind: 'digits', digits: '0013', agreed: false };
      case 'wrong':
        return { kind: 'digits', digits: '1111', agreed: true };
      case 'right':
        return { kind: 'digits', digits: '0013', agreed: true };
    }
  }
}
