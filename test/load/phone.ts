import { parseFields, type Fields } from '../services/fields.js';
import type { Operator, Sim } from 'ydrz-elements/sandbox';
import {
  APP_ID,
  askCallback,
  askCm,
  askGateway,
  askPhonescrip,
  askToken,
  at,
  text,
  type Login,
  type Partner,
} from '../services/test-client.js';

// What a browser does in a login, by hand: nothing of the product is on this side.

/** A phone, whose browser has a fingerprint of its own. */
export interface Phone {
  sim: Sim;
  userInformation: string;
}

/** Of twenty, eighteen are China Mobile's, one is of each other carrier. */
export const mixed = (place: number): Operator =>
  place % 20 === 18 ? 'CT' : place % 20 === 19 ? 'CU' : 'CM';

/** Some phones, with numbers that begin with the prefix given. */
export const phones = (count: number, prefix: string, operatorOf: (place: number) => Operator): Phone[] =>
  Array.from({ length: count }, (_, place) => ({
    sim: {
      id: `load-${prefix}-${String(place)}`,
      number: prefix + String(place).padStart(8, '0'),
      operator: operatorOf(place),
      meaning: 'One of many',
    },
    userInformation: encodeURIComponent(btoa(`Linux@@phone ${prefix} ${String(place)}@@`)),
  }));

/** What the business server answered, and which copy of it. */
export interface Answer {
  status: number;
  body: string;
  copy: string;
}

export const askBusiness = async (
  site: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const response = await fetch(site + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return {
    status: response.status,
    body: await response.text(),
    copy: response.headers.get('x-copy') ?? '',
  };
};

const retrieve = async (login: Login, phone: Phone, sign: string): Promise<Fields> => {
  const { sim, userInformation } = phone;
  const answer = at(await askCm(login, { sign, userInformation }), 'body');
  if (sim.operator === 'CM') return answer;
  const partner: Partner = sim.operator === 'CT' ? 'ct' : 'cu';
  const first = await askPhonescrip(login, partner);
  const second = await askGateway(text(first, 'data'), partner);
  return askCallback(login, partner, text(second, 'data'), { body: { userInformation } });
};

export interface Bought {
  token: string;
  /** The copy that signed the credentials. */
  signedBy: string;
}

/** A login from the credentials to the token, as a page of the business would make it. @throws {Error} where there is no token. */
export const buyWith = async (
  signed: Fields,
  site: string,
  sandbox: string,
  phone: Phone,
): Promise<string> => {
  const login: Login = {
    base: `${sandbox}/sim/${phone.sim.id}`,
    traceId: text(signed, 'traceId'),
    timestamp: text(signed, 'timestamp'),
    origin: site,
    referer: `${site}/`,
  };
  const retrieval = await retrieve(login, phone, text(signed, 'sign'));
  const { userInformation, sim } = phone;
  const answer = await askToken(login, text(retrieval, 'accessToken'), sim.number, {
    body: { userInformation },
  });
  const token = text(at(answer, 'data'), 'token');
  if (!token) throw new Error(`No token: ${JSON.stringify([signed, retrieval, answer])}`);
  return token;
};

/** A whole login up to the token. @throws {Error} where there is no token. */
export const buyToken = async (site: string, sandbox: string, phone: Phone): Promise<Bought> => {
  const credentials = await askBusiness(site, '/api/ydrz/credentials', { appId: APP_ID });
  const token = await buyWith(parseFields(credentials.body) ?? {}, site, sandbox, phone);
  return { token, signedBy: credentials.copy };
};

/** Hand a token to the business server. */
export const handIn = (site: string, token: string, userInformation: string): Promise<Answer> =>
  askBusiness(site, '/api/login', { token, userInformation });
