import { runLogin } from '../../src/flow/run-login.js';
import type { LoginOrder, RunningState, TokenResult } from '../../src/flow/types.js';
import type { Hop } from '../../src/gateway/types.js';
import { APP_ID, Lane } from './lane.js';
import { ScriptedAuthorizer } from './scripted-authorizer.js';

export { validate } from './validate.js';

/** One login in a lane of its own, and everything that it told its observer. */
export class LoginFixture {
  readonly lane = new Lane();
  readonly states: RunningState[] = [];
  readonly hops: Hop[] = [];
  readonly controller = new AbortController();
  readonly authorizer: ScriptedAuthorizer;
  readonly order: LoginOrder;

  constructor(sim: string, authorizer = new ScriptedAuthorizer(), changes: Partial<LoginOrder> = {}) {
    this.authorizer = authorizer;
    this.order = {
      appId: APP_ID,
      credentials: this.lane.credentialsUrl,
      gateway: this.lane.gateway(sim),
      ...changes,
    };
  }

  run(): Promise<TokenResult> {
    const observer = {
      onState: (state: RunningState) => this.states.push(state),
      onHop: (hop: Hop) => this.hops.push(hop),
    };
    return runLogin(this.order, this.authorizer, observer, this.controller.signal);
  }

  /** Until the service has been asked for this. */
  async reached(exchange: string): Promise<void> {
    while (!(await this.lane.asked()).includes(exchange));
  }
}
