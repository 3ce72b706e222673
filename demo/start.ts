import { SIMS } from 'ydrz-elements/sandbox';
import { DEMO_APP_ID } from './registered.js';
import { startDemo, type Demo } from './start-demo.js';

/** @throws {RangeError} */
const portFrom = (name: string, standard: number): number => {
  const port = Number(process.env[name] || standard);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new RangeError(`${name} is not a port number`);
  return port;
};

const start = (): Promise<Demo> =>
  startDemo({
    port: portFrom('PORT', 8000),
    sandboxPort: portFrom('SANDBOX_PORT', 8010),
    appKey: process.env['APP_KEY'],
    registeredPages: (process.env['REGISTERED_PAGES'] ?? '')
      .split(',')
      .map((page) => page.trim())
      .filter(Boolean),
  });

/** One line that says what to do; nobody needs the stack of a port in use. */
const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (!('code' in error) || !('port' in error)) return error.message;
  const port = String(error.port);
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use: stop what runs there, or set PORT and SANDBOX_PORT.`;
  if (error.code === 'EACCES') return `Port ${port} may not be used: set PORT and SANDBOX_PORT to others.`;
  return error.message;
};

const announce = ({ backend, sandbox }: Demo): void => {
  const query = `app-id=${DEMO_APP_ID}&credentials-url=/api/ydrz/credentials&gateway=${sandbox.url}/sim/`;
  const sims = SIMS.map(({ id, number, meaning }) => `    ${id.padEnd(12)} ${number}  ${meaning}`);
  console.log(`
  Login page   ${backend.url}/
  Site         ${backend.url}/playground.html   (flow, return codes, references)
  One element  ${backend.url}/minimal.html?${query}cm
  Sandbox      ${sandbox.url}   (SIMs: ${sandbox.url}/sandbox/sims)

  A SIM is picked by the end of the gateway's address, ${sandbox.url}/sim/<id>:
${sims.join('\n')}

  Ctrl-C stops it.
`);
};

const stopOnSignal = (demo: Demo): void => {
  const stop = () => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    demo.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
};

try {
  const demo = await start();
  stopOnSignal(demo);
  announce(demo);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
