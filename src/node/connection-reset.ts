/**
 * Thrown in place of an answer, or out of its body: over Node the connection is reset at that point, and to a caller of a
 * web-standard handler it is what `fetch` throws.
 */
export class ConnectionReset extends TypeError {
  override readonly name = 'ConnectionReset';

  constructor(message = 'The connection was reset') {
    super(message);
  }
}

/** By name: the class may be there more than once, in a built package and beside it. */
export const isConnectionReset = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConnectionReset';
