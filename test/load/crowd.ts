// The load itself, in a process of its own: the test runner follows every promise, which a thousand logins would feel.
import { inspect } from 'node:util';
import { start } from '../services/start-sandbox.js';
import { APP, APP_ID, APP_KEY, privateKey } from '../services/test-client.js';
import { startBusiness } from './business.js';
import { INTRUDERS, OTHER_APP } from './intruders.js';
import { buyToken, handIn, mixed, phones, type Phone } from './phone.js';
import { COPIES, LOGINS, TRIES, type Outcome, type Settled } from './outcome.js';

// Whoever has started it may die; then it does not stay behind.
process.on('disconnect', () => process.exit());

const honest = phones(LOGINS, '139', mixed);
const victims = phones(2 * TRIES * Object.keys(INTRUDERS).length, '138', () => 'CM');
const victim = (): Phone => {
  const phone = victims.pop();
  if (!phone) throw new RangeError('Too few phones');
  return phone;
};

const settle = <Value>(running: Promise<Value>): Promise<Settled<Value>> =>
  running.then(
    (value) => ({ value }),
    (error: unknown) => ({ lost: inspect(error) }),
  );

const sandbox = await start({
  apps: [APP, OTHER_APP],
  sims: [...honest, ...victims].map(({ sim }) => sim),
});
const service = `http://127.0.0.1:${String(sandbox.port)}`;
const env = { APP_ID, APP_KEY, PRIVATE_KEY: privateKey, GATEWAY: service };
const business = await startBusiness(COPIES, env);
const { site } = business;
sandbox.registerPages([`${site}/`]);

const logIn = async (phone: Phone) => {
  const { token, signedBy } = await buyToken(site, service, phone);
  const answer = await handIn(site, token, phone.userInformation);
  return { number: phone.sim.number, signedBy, answer };
};

const intrude = () =>
  Object.entries(INTRUDERS).map(([name, intruder]) => {
    const place = { site, sandbox: service, phone: victim(), neighbour: victim() };
    return settle(intruder(place).then((tried) => ({ name, tried })));
  });

// All at once: nobody waits for anybody else, and the intruders are spread over the crowd.
const started = honest.map((phone, index) => ({
  login: settle(logIn(phone)),
  intruders: index % Math.ceil(LOGINS / TRIES) === 0 ? intrude() : [],
}));
const logins = await Promise.all(started.map(({ login }) => login));
const tries = await Promise.all(started.flatMap(({ intruders }) => intruders));
const sent = sandbox.requests.filter(({ exchange }) => exchange === 'validate');
await Promise.all([business.close(), sandbox.close()]);
const outcome: Outcome = { logins, tries, log: business.log(), sent: JSON.stringify(sent), privateKey };
process.send?.(outcome, () => process.exit());
