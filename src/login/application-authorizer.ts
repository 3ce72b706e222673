import type { Authorization, AuthorizationAnswer, Authorizer } from '../flow/types.js';
import { AuthorizationRequestEvent } from './login-events.js';

/**
 * Asks the application first, by event; where it does not take the request (with `preventDefault()`), the
 * authorizer behind it shows its screen.
 */
export class ApplicationAuthorizer implements Authorizer {
  readonly #element: EventTarget;
  readonly #otherwise: Authorizer;

  constructor(element: EventTarget, otherwise: Authorizer) {
    this.#element = element;
    this.#otherwise = otherwise;
  }

  authorize(authorization: Authorization, signal: AbortSignal): Promise<AuthorizationAnswer> {
    const { maskPhone, operator, authLevel, appName, agreements, attemptsLeft } = authorization;
    return new Promise((resolve, reject) => {
      const event = new AuthorizationRequestEvent({
        ...{ maskPhone, operator, authLevel, appName, agreements, attemptsLeft },
        submit(digits) {
          resolve({ kind: 'digits', digits, agreed: true });
        },
        cancel() {
          resolve({ kind: 'cancelled' });
        },
      });
      this.#element.dispatchEvent(event);
      if (!event.defaultPrevented) {
        this.#otherwise.authorize(authorization, signal).then(resolve, reject);
      }
    });
  }

  close(): void {
    this.#otherwise.close();
  }
}
