import { createServer, type ServerResponse } from 'node:http';
import { listen, type Listening } from '../../demo/listen.js';

/** The address that the service names in a refusal: for the log, and nobody else. */
export const IP = '203.0.113.7';

const json = (value: unknown) => (response: ServerResponse) => response.end(JSON.stringify(value));

/** How a service answers a token of that name, that business servers have to live with. */
export const ODD_ANSWERS: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  address: json({ resultCode: '104017', desc: `IP ${IP} 未登记` }),
  signature: json({ resultCode: '104013', desc: '签名校验失败' }),
  parameter: json({ resultCode: '103002', desc: 'sign is empty' }),
  gone: json({ resultCode: '104007', desc: `token of ${IP} is gone` }),
  html: (response) => response.end('<!doctype html>'),
  nothing: (response) => response.end(),
  list: json([]),
  'no-code': json({ desc: 'ok' }),
  'odd-code': json({ resultCode: '<b>' }),
  'no-data': json({ resultCode: '103000', desc: '成功' }),
  'other-key': json({ resultCode: '103000', data: { msisdn: 'x8sM6qPq1mUJY2j3f3a6zA==' } }),
  'no-base64': json({ resultCode: '103000', data: { msisdn: '***' } }),
  status: (response) => response.writeHead(500).end('{"resultCode":"103000"}'),
  redirect: (response) => response.writeHead(307, { location: '/elsewhere' }).end(),
  endless: (response) => response.end(`{"desc":"${'x'.repeat(200_000)}","resultCode":"104007"}`),
  silent: () => undefined,
  half: (response) => response.writeHead(200, { 'content-length': 100 }).write('{"resultCode":'),
};

export interface OddService extends Listening {
  /** Paths that were asked for besides the validation. */
  readonly strayed: readonly string[];
}

const tokenIn = (body: string): string => /"token"\s*:\s*"([^"]*)"/.exec(body)?.[1] ?? '';

/** A service that answers as its tokens say. */
export const startOddService = async (): Promise<OddService> => {
  const strayed: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      if (request.url !== '/h5/onekeylogin/tokenValidate') strayed.push(request.url ?? '');
      ODD_ANSWERS[tokenIn(body)]?.(response);
    });
  });
  return { ...(await listen(server, 0)), strayed };
};
