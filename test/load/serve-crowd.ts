// The load on the package's own program, in a process of its own: the test runner follows every promise. Its argument is the program.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inspect } from 'node:util';
import { SIMS, type Operator, type Sim } from 'ydrz-elements/sandbox';
import { parseFields, type Fields } from '../services/fields.js';
import { APP_ID } from '../services/test-client.js';
import { startBalancer } from './balancer.js';
import { COPIES, LOGINS, type Settled } from './outcome.js';
import { askBusiness, buyWith, mixed, phones, type Phone } from './phone.js';
import { ROUNDS, type ServeOutcome } from './serve-outcome.js';

// Whoever has started it may die; then it does not stay behind.
process.on('disconnect', () => process.exit());
const [program = ''] = process.argv.slice(2);

/** Has a process say how much it holds on to, when it is asked by a signal. */
const TELL_HEAP = `process.on('SIGUSR2', () => { gc(); console.log(JSON.stringify({ heap: process.memoryUsage().heapUsed })); })`;

interface Running {
  process: ChildProcess;
  /** Its lines as far as they are JSON, which may be looked at before they come. */
  next(name: string): Promise<unknown>;
  /** Everything that it has written. */
  lines: Fields[];
  stop(): Promise<void>;
}

const run = (...args: string[]): Running => {
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(TELL_HEAP)}`, program, ...args],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'] } },
  );
  const lines: Fields[] = [];
  const waiting: { name: string; tell: (value: unknown) => void }[] = [];
  createInterface(child.stdout).on('line', (line) => {
    const fields = parseFields(line) ?? {};
    lines.push(fields);
    const found = waiting.findIndex(({ name }) => name in fields);
    const [one] = found < 0 ? [] : waiting.splice(found, 1);
    one?.tell(fields[one.name]);
  });
  return {
    process: child,
    next: (name) => new Promise((tell) => waiting.push({ name, tell })),
    lines,
    async stop() {
      const closed = once(child, 'close');
      child.kill();
      await closed;
    },
  };
};

const heapOf = async (running: Running): Promise<number> => {
  const told = running.next('heap');
  running.process.kill('SIGUSR2');
  return Number(await told);
};

const simOf = (operator: Operator): Sim => {
  const sim = SIMS.find(({ id }) => id === operator.toLowerCase());
  if (!sim) throw new RangeError(`There is no SIM of ${operator}`);
  return sim;
};

const settle = <Value>(running: Promise<Value>): Promise<Settled<Value>> =>
  running.then(
    (value) => ({ value }),
    (error: unknown) => ({ lost: inspect(error) }),
  );

const folder = await mkdtemp(join(tmpdir(), 'ydrz-load-'));
const env = join(folder, '.env');
const ports: number[] = [];
const balancer = await startBalancer(ports);
const site = `http://127.0.0.1:${String(balancer.port)}`;
const sandbox = run('sandbox', '--page', `${site}/`, '--port', '0', '--env', env, '--json');
const service = String(await sandbox.next('ready')).replace('localhost', '127.0.0.1');
const copies = Array.from({ length: COPIES }, () =>
  run('serve', '--env', env, '--port', '0', '--timeout', '60000'),
);
for (const ready of await Promise.all(copies.map((copy) => copy.next('ready')))) {
  ports.push(Number(new URL(String(ready)).port));
}

const logIn = async (phone: Phone) => {
  const credentials = await askBusiness(site, '/credentials', { appId: APP_ID });
  const token = await buyWith(parseFields(credentials.body) ?? {}, site, service, phone);
  const { userInformation, sim } = phone;
  const answer = await askBusiness(site, '/validate', { token, userInformation });
  return { number: sim.number, status: answer.status, phone: parseFields(answer.body)?.['phone'] };
};

const crowd = phones(LOGINS, '139', mixed).map((phone) => ({ ...phone, sim: simOf(phone.sim.operator) }));
const outcome: ServeOutcome = { rounds: [], answered: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  const logins = await Promise.all(crowd.map((phone) => settle(logIn(phone))));
  const heaps = [];
  for (const running of [sandbox, ...copies]) heaps.push(await heapOf(running));
  outcome.rounds.push({ logins, heaps });
}
outcome.answered = copies.map(({ lines }) => lines.filter(({ status }) => status === 200).length);
await Promise.all([sandbox, ...copies].map((running) => running.stop()));
await balancer.close();
await rm(folder, { recursive: true });
process.send?.(outcome, () => process.exit());
