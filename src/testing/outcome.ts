/** How a login ended. */
export type Outcome =
  /** With a token; `detail` is the `token` event's. */
  | { kind: 'token'; operator: string; msgId: string; token: string; userInformation: string }
  /** With an error: the `error` event's code, message, phase and hint. */
  | { kind: 'error'; code: string; message: string; phase: string; hint: string }
  /** Not yet: the digits were wrong, and the screen asks for them again. */
  | { kind: 'asked-again'; text: string };

const textIn = (value: object, name: string): string => {
  const field: unknown = Reflect.get(value, name);
  return typeof field === 'string' ? field : '';
};

/** What the page has said, as an outcome; undefined when it is none. */
export const readOutcome = (value: unknown): Outcome | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const text = (name: string) => textIn(value, name);
  switch (text('kind')) {
    case 'token':
      return {
        kind: 'token',
        operator: text('operator'),
        msgId: text('msgId'),
        token: text('token'),
        userInformation: text('userInformation'),
      };
    case 'error':
      return {
        kind: 'error',
        code: text('code'),
        message: text('message'),
        phase: text('phase'),
        hint: text('hint'),
      };
    case 'asked-again':
      return { kind: 'asked-again', text: text('text') };
    default:
      return undefined;
  }
};
