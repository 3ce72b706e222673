/** Where the tests' servers are; see `scripts/web-test-runner/services.ts`. */
export interface Services {
  /** The application that both servers know. */
  appId: string;
  /** The simulated service with its carriers. */
  sandbox: string;
  /** On the business's server, which has the tests' own origin. */
  credentialsUrl: string;
  /** On the business's server: `{token, userInformation}` → `{phone}`. */
  loginUrl: string;
}

const NAMES = [
  'appId',
  'sandbox',
  'credentialsUrl',
  'loginUrl',
] as const satisfies readonly (keyof Services)[];

const isServices = (value: unknown): value is Services =>
  typeof value === 'object' &&
  value !== null &&
  NAMES.every((name) => typeof Reflect.get(value, name) === 'string');

async function readServices(): Promise<Services> {
  const answer: unknown = await (await fetch('/services.json')).json();
  if (!isServices(answer)) throw new TypeError('The test runner does not say where its services are');
  return answer;
}

export const services: Services = await readServices();
