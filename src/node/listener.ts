import type { IncomingMessage, ServerResponse } from 'node:http';
import { isConnectionReset } from './connection-reset.js';
import { requestFrom } from './request-from.js';
import { sendResponse } from './send-response.js';

/** What is known of a caller besides the request. */
export interface Caller {
  /** The address that the connection comes from. */
  address?: string;
}

/** A web-standard handler. */
export type Answer = (request: Request, caller: Caller) => Promise<Response>;

/** The most bytes that a request's body may have. */
const BODY_LIMIT = 1024 * 1024;

/** Fires when the caller hangs up before it is answered. */
const goneSignal = (outgoing: ServerResponse): AbortSignal => {
  const controller = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) controller.abort();
  });
  return controller.signal;
};

/** Reset the connection, after what was written has been sent. */
const reset = (outgoing: ServerResponse): void => {
  const { socket } = outgoing;
  if (!socket) return;
  const end = () => socket.resetAndDestroy();
  // At the end of the turn Node passes on to the socket what it was given to write.
  setImmediate(() => {
    if (socket.writableLength === 0) end();
    else socket.once('drain', end);
  });
};

/** Answer what Node has received with a web-standard handler. */
export const listenerOf =
  (answer: Answer) =>
  async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const signal = goneSignal(outgoing);
    try {
      const request = await requestFrom(incoming, { signal, bodyLimit: BODY_LIMIT });
      if (!(request instanceof Request)) {
        outgoing.writeHead(request.status, { connection: 'close' }).end();
        return;
      }
      const { remoteAddress } = incoming.socket;
      await sendResponse(
        await answer(request, remoteAddress === undefined ? {} : { address: remoteAddress }),
        outgoing,
      );
    } catch (error) {
      if (signal.aborted || outgoing.destroyed) return;
      if (isConnectionReset(error) || outgoing.headersSent) {
        reset(outgoing);
        return;
      }
      console.error(error);
      outgoing.writeHead(500).end();
    }
  };
