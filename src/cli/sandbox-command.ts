import { createPublicKey } from 'node:crypto';
import { generateApp, type GeneratedApp } from '../sandbox/generate-app.js';
import { SandboxOptionError } from '../sandbox/option-error.js';
import type { RegisteredApp } from '../sandbox/service/registered-app.js';
import { startSandbox, type RunningSandbox } from '../sandbox/start-sandbox.js';
import type { AnsweredRequest } from '../sandbox/web/report.js';
import { readAddress, readPort, type Given } from './arguments.js';
import { untilStopped, type Command } from './command.js';
import {
  formatEnvironment,
  othersMayRead,
  parseEnvironment,
  readIfThere,
  updateEnvironment,
  writeEnvironmentFile,
  type Environment,
} from './env-file.js';
import { UsageError, explainListening } from './failure.js';

const PORT = '8010';

/** @throws {UsageError} when the key is none. */
const publicHalf = (privateKey: string): string => {
  try {
    return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  } catch {
    throw new UsageError('PRIVATE_KEY of --env is no private key: take it out, and a new one is made');
  }
};

/** The application: as the file has it from an earlier start, else with fresh keys. */
const applicationOf = async (given: Given, known: Environment): Promise<GeneratedApp> => {
  const appId = given.one('app-id') ?? known.get('APP_ID');
  const appKey = given.one('app-key') ?? known.get('APP_KEY');
  const made = await generateApp({
    ...(appId !== undefined && { appId }),
    ...(appKey !== undefined && { appKey }),
  });
  const privateKey = known.get('PRIVATE_KEY');
  if (privateKey === undefined) return made;
  const app: RegisteredApp = { ...made.app, publicKey: publicHalf(privateKey) };
  return { app, server: { ...made.server, privateKey } };
};

const start = async (
  given: Given,
  app: RegisteredApp,
  onAnswer: (answered: AnsweredRequest) => void,
): Promise<RunningSandbox> => {
  const pages = given.many('page').map((page) => readAddress(page, '--page').href);
  if (pages.length === 0) {
    throw new UsageError('--page is missing: the full address of the page with the login button');
  }
  const port = readPort(given.one('port') ?? PORT, '--port');
  try {
    return await startSandbox({ apps: [app], pages, port, onAnswer });
  } catch (error) {
    if (error instanceof SandboxOptionError) throw new UsageError(error.message);
    throw explainListening(error);
  }
};

const lineOf = ({ exchange, sim, status, code, meaning, duration }: AnsweredRequest): string =>
  [
    new Date().toTimeString().slice(0, 8),
    sim.padEnd(12),
    exchange.padEnd(15),
    (code || `HTTP ${status}`).padEnd(8),
    `${String(duration).padStart(5)} ms `,
    meaning,
  ]
    .join(' ')
    .trimEnd();

const introduce = ({ url, sims }: RunningSandbox, environment: Environment, file?: string): string[] => [
  `The sandbox listens at ${url}`,
  '',
  file === undefined ? "Your server's environment (.env):" : `Your server's environment, written to ${file}:`,
  '',
  ...(file === undefined ? formatEnvironment(environment).trimEnd().split('\n') : [...environment.keys()]),
  '',
  'The tag:',
  '',
  `<ydrz-login app-id="${environment.get('APP_ID') ?? ''}" credentials-url="/api/ydrz/credentials" gateway="${url}"></ydrz-login>`,
  '',
  `Another SIM: gateway="${url}/sim/<id>"`,
  ...sims.map(({ id, number, meaning = '' }) => `  ${id.padEnd(12)} ${number}  ${meaning}`),
  '',
  'Requests, as they come:',
];

/** `sandbox`: the simulated service with a live log. */
export const SANDBOX: Command = {
  summary: 'Start the simulated service for a page of yours, and log what it is asked',
  details: [
    'Makes the keys of an application, says what to put into the environment of your server and into the tag,',
    'then prints a line for each request: SIM, request, return code and what it means.',
  ],
  example: 'ydrz-elements sandbox --page http://localhost:5173/ --env .env',
  options: {
    page: { value: 'address', many: true, help: 'address of a page with the button; may be given again' },
    'app-id': { value: 'id', help: 'default 300012345678' },
    'app-key': { value: 'key', help: 'default a fresh one' },
    port: { value: 'port', help: `default ${PORT}; 0 takes a free one` },
    env: { value: 'file', help: 'write the environment there; keys and all else that is in it already stay' },
    json: { help: 'print JSON lines' },
  },
  async run({ given, output, signal }) {
    const file = given.one('env');
    const text = file === undefined ? '' : await readIfThere(file);
    const known = parseEnvironment(text);
    const { app, server } = await applicationOf(given, known);
    const json = given.has('json');
    const sandbox = await start(given, app, (answered) => {
      if (answered.method !== 'OPTIONS') output.line(json ? JSON.stringify(answered) : lineOf(answered));
    });
    const environment = new Map([
      ['APP_ID', server.appId],
      ['APP_KEY', server.appKey],
      ['PRIVATE_KEY', server.privateKey],
      ['GATEWAY', sandbox.url],
    ]);
    try {
      if (file !== undefined) {
        await writeEnvironmentFile(file, updateEnvironment(text, environment));
        if (await othersMayRead(file)) {
          output.warn(
            `${file} holds a private key, and others on this machine may read it: chmod 600 ${file}`,
          );
        }
      }
      if (json) {
        output.line(
          JSON.stringify({
            ready: sandbox.url,
            sims: sandbox.sims,
            environment: Object.fromEntries(environment),
          }),
        );
      } else {
        introduce(sandbox, environment, file).forEach((text) => output.line(text));
      }
      await untilStopped(signal);
    } finally {
      await sandbox.close();
    }
    return 0;
  },
};
