import { once } from 'node:events';
import { WebSocket } from 'ws';
import { isFields, parseFields, textAt, type Fields } from '../services/fields.js';

// The protocol by hand: no client library of today speaks to engines of 2018.

interface Waiting {
  resolve: (result: Fields) => void;
  reject: (error: Error) => void;
}

const at = (fields: Fields | undefined, key: string): Fields => {
  const value = fields?.[key];
  return isFields(value) ? value : {};
};

/** One page's connection to the browser's DevTools. */
export class DevTools {
  /** What the page's scripts threw and logged as errors. */
  readonly complaints: string[] = [];
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      if (Buffer.isBuffer(data)) this.#take(parseFields(data.toString()) ?? {});
    });
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The browser is gone'));
    });
  }

  /** @throws {Error} where nothing listens at the address. */
  static async connect(address: string): Promise<DevTools> {
    const socket = new WebSocket(address, { perMessageDeflate: false });
    await once(socket, 'open');
    return new DevTools(socket);
  }

  /** Ask for something; what is answered. @throws {Error} with the browser's own words. */
  send(method: string, params: Fields = {}): Promise<Fields> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** The value of an expression, once its promise is kept. @throws {Error} with what it threw. */
  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    const thrown = answer['exceptionDetails'];
    if (thrown !== undefined) throw new Error(`${expression.slice(0, 200)}\n${JSON.stringify(thrown)}`);
    return at(answer, 'result')['value'];
  }

  close(): void {
    this.#socket.close();
  }

  #take(message: Fields): void {
    const id = message['id'];
    if (typeof id === 'number') {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      const error = message['error'];
      if (error === undefined) waiting?.resolve(at(message, 'result'));
      else waiting?.reject(new Error(JSON.stringify(error)));
      return;
    }
    const params = at(message, 'params');
    if (message['method'] === 'Runtime.exceptionThrown') {
      const details = at(params, 'exceptionDetails');
      this.complaints.push(textAt(at(details, 'exception'), 'description') || JSON.stringify(details));
    }
    if (message['method'] === 'Runtime.consoleAPICalled' && params['type'] === 'error') {
      this.complaints.push(JSON.stringify(params['args']));
    }
  }
}
