import type { Authorization, AuthorizationAnswer, Authorizer } from 'ydrz-elements/core';

/** A user who has agreed and fills in these digits. */
export const digits = (text: string): AuthorizationAnswer => ({ kind: 'digits', digits: text, agreed: true });

/** Answers as it was told to, one try after the other, and then never again. */
export class ScriptedAuthorizer implements Authorizer {
  readonly asked: Authorization[] = [];
  closed = 0;
  readonly #answers: AuthorizationAnswer[];

  constructor(...answers: AuthorizationAnswer[]) {
    this.#answers = answers;
  }

  authorize: Authorizer['authorize'] = (authorization) => {
    this.asked.push(authorization);
    const answer = this.#answers.shift();
    return answer ? Promise.resolve(answer) : new Promise(() => undefined);
  };

  close(): void {
    this.closed += 1;
  }
}
