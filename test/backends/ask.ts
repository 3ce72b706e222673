import { request, type OutgoingHttpHeaders } from 'node:http';

export interface Answered {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

export interface Asked {
  method?: string;
  path: string;
  /** `host` may be any: `fetch` would not let it be set. */
  headers?: OutgoingHttpHeaders;
  body?: string;
  /** Send no end of the body. */
  open?: boolean;
}

/** @throws {Error} of the system, such as ECONNRESET. */
export const ask = (port: number, asked: Asked): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { method = 'POST', path, headers = {}, body = '', open = false } = asked;
    const length = open ? body.length + 1000 : Buffer.byteLength(body);
    const sent = request(
      {
        ...{ host: '127.0.0.1', port, method, path, agent: false },
        headers: { 'content-type': 'application/json', 'content-length': length, ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('error', reject).on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
          sent.destroy();
        });
      },
    );
    sent.on('error', reject);
    if (open) sent.write(body);
    else sent.end(body);
  });
