import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SIMS, type RunningSandbox } from 'ydrz-elements/sandbox';
import { start } from '../services/start-sandbox.js';
import {
  APP_ID,
  APP_KEY,
  USER_INFORMATION,
  askCm,
  askToken,
  at,
  login,
  privateKey,
  text,
} from '../services/test-client.js';
import { isFields, parseFields } from '../services/fields.js';
import { run, type Program } from './program.js';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ydrz-cli-'));
});
after(() => rm(folder, { recursive: true }));

const fieldsOf = (line: string) => parseFields(line) ?? assert.fail(`No JSON: ${line}`);

const stop = async ({ process, ended }: Program) => {
  process.kill('SIGTERM');
  assert.equal(await ended, 0);
};

const PAGE = ['--page', 'http://localhost:5173/'];

describe('bad input: one line on stderr, and exit code 2', () => {
  const ENV = { APP_ID, APP_KEY, PRIVATE_KEY: privateKey, GATEWAY: 'http://localhost:1' };
  const cases: [args: string[], env: Record<string, string>, says: RegExp][] = [
    [['explode'], {}, /no command "explode": sandbox, serve, doctor/],
    [['--explode'], {}, /Unknown option '--explode': sandbox, serve, doctor/],
    [['help', 'explode'], {}, /no command "explode"/],
    [['sandbox'], {}, /--page is missing/],
    [['sandbox', '--page'], {}, /'--page <value>' argument missing/],
    [['sandbox', ...PAGE, '--port', '-1'], {}, /'--port' argument is ambiguous\n$/],
    [['sandbox', ...PAGE, '--port', '0', '--env', '/'], {}, /--env "\/" cannot be read: it is a folder/],
    [
      ['sandbox', ...PAGE, '--port', '0', '--env', '/none/.env'],
      {},
      /cannot be written: there is no such folder/,
    ],
    [['sandbox', '--page', 'localhost:5173'], {}, /--page is not a full address/],
    [['sandbox', ...PAGE, '--port', '70000'], {}, /--port is not a port number/],
    [['sandbox', ...PAGE, '--app-key', 'short'], {}, /appKey/],
    [['sandbox', ...PAGE, '--colour'], {}, /--colour/],
    [['sandbox', ...PAGE, 'more'], {}, /Unexpected argument "more"/],
    [['serve'], {}, /RSA key is missing/],
    [['serve', '--key', '/none/key.pem'], ENV, /"\/none\/key.pem" cannot be read: there is no such file/],
    [['serve'], { ...ENV, PRIVATE_KEY: 'nonsense' }, /privateKey|RSA/],
    [['serve'], { ...ENV, APP_ID: '' }, /APP_ID is missing/],
    [['serve'], { ...ENV, GATEWAY: 'gateway.example' }, /gateway/],
    [['serve', '--timeout', '1s'], ENV, /--timeout is not a number of milliseconds: "1s"/],
    [['serve', '--host', '203.0.113.7'], ENV, /no address of this machine/],
    [['serve', '--env', '/none/.env'], {}, /--env "\/none\/.env" cannot be read/],
    [['doctor'], {}, /--page is missing/],
    [['doctor', '--page', 'shop.example'], {}, /--page is not a full address/],
    [['doctor', ...PAGE, '--key', '/none/key.pem'], {}, /cannot be read/],
    [['doctor', ...PAGE, '--gateway', 'nowhere'], {}, /--gateway is not a full address/],
  ];
  for (const [args, env, says] of cases) {
    test(args.join(' '), async () => {
      const program = run(args, env);
      assert.equal(await program.ended, 2, program.output());
      assert.match(program.output(), /^ydrz-elements: [^\n]+\n$/);
      assert.match(program.output(), says);
    });
  }

  for (const command of ['sandbox', 'serve']) {
    test(`${command}: a port in use`, async () => {
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const address = taken.address();
      assert.ok(address && typeof address === 'object');
      const page = command === 'sandbox' ? PAGE : [];
      const program = run([command, ...page, '--port', String(address.port)], ENV);
      assert.equal(await program.ended, 2);
      assert.match(program.output(), new RegExp(`^ydrz-elements: Port ${address.port} is in use[^\\n]+\\n$`));
      taken.close();
    });
  }
});

describe('help', () => {
  for (const args of [[], ['--help'], ['sandbox', '--help'], ['serve', '-h'], ['doctor', '--help']]) {
    test(args.join(' ') || 'no command', async () => {
      const program = run(args);
      assert.equal(await program.ended, 0);
      assert.match(program.output(), /^Usage: ydrz-elements /);
    });
  }

  test('help and the name of a command is that command’s', async () => {
    const program = run(['help', 'serve']);
    assert.equal(await program.ended, 0);
    assert.match(program.output(), /^Usage: ydrz-elements serve /);
  });

  test('the version', async () => {
    const program = run(['--version']);
    assert.equal(await program.ended, 0);
    assert.match(program.output(), /^\d+\.\d+\.\d+\n$/);
  });
});

test('sandbox and doctor: an environment that works, keys that stay, and a live log', async () => {
  const file = join(folder, '.env');
  const page = 'http://localhost:5173/login';
  const sandbox = run(['sandbox', '--page', page, '--port', '0', '--env', file, '--json']);
  const ready = fieldsOf(await sandbox.line());
  assert.ok(isFields(ready['environment']));
  const environment = ready['environment'];
  const written = await readFile(file, 'utf8');
  assert.match(written, /^PRIVATE_KEY="-----BEGIN PRIVATE KEY-----\\n/m);

  // The page is not there, which is all that the doctor has against this.
  const doctor = run(['doctor', '--page', page, '--env', file]);
  assert.equal(await doctor.ended, 1, doctor.output());
  assert.match(doctor.output(), /^ok {4}acceptance .*104007/m);
  const asked = fieldsOf(await sandbox.line());
  assert.equal(asked['exchange'], 'validate');
  assert.equal(asked['code'], '104007');
  assert.match(text(asked, 'meaning'), /token does not exist/);
  await stop(sandbox);

  const again = run(['sandbox', '--page', page, '--port', '0', '--env', file]);
  while (!(await again.line()).startsWith('Requests'));
  assert.match(again.output(), /<ydrz-login app-id="300012345678" credentials-url="\S+" gateway="http:\S+">/);
  for (const { id, number } of SIMS) assert.ok(again.output().includes(`  ${id.padEnd(12)} ${number}`));
  assert.ok((await readFile(file, 'utf8')).includes(text(environment, 'APP_KEY')));
  await stop(again);
});

/** A sandbox that writes its keys into a file, and says when it is ready. */
const sandboxWriting = (file: string) => run(['sandbox', ...PAGE, '--port', '0', '--env', file, '--json']);

test('sandbox: what somebody has written into the file stays as it was', async () => {
  const file = join(folder, 'mine.env');
  const mine = `# the shop's own\nexport DATABASE='postgres://shop' # local\n\nAPP_KEY="${APP_KEY}" # of the test line\nGATEWAY=http://old.example\nLAST=1`;
  await writeFile(file, mine);
  const sandbox = sandboxWriting(file);
  const { ready } = fieldsOf(await sandbox.line());
  await stop(sandbox);
  const written = await readFile(file, 'utf8');
  const kept = mine.replace('http://old.example', String(ready));
  assert.ok(written.startsWith(`${kept}\nAPP_ID=300012345678\nPRIVATE_KEY="`), written);
});

const { platform } = process;

describe('the file that the keys are written to', { skip: platform === 'win32' && 'no modes there' }, () => {
  for (const [mode, warned] of [
    [undefined, false],
    [0o600, false],
    [0o644, true],
    [0o640, true],
  ] as const) {
    const what = mode === undefined ? 'a new one' : `one of mode ${mode.toString(8)}`;
    test(`${what} ${warned ? 'keeps it, and stderr says who may read the key' : 'is its owner’s alone'}`, async () => {
      const file = join(folder, `${what}.env`);
      if (mode !== undefined) {
        await writeFile(file, '');
        await chmod(file, mode);
      }
      const sandbox = sandboxWriting(file);
      fieldsOf(await sandbox.line());
      await stop(sandbox);
      assert.equal((await stat(file)).mode & 0o777, mode ?? 0o600);
      const warnings = sandbox.output().match(/^ydrz-elements: .*/gm) ?? [];
      assert.equal(warnings.length, warned ? 1 : 0, sandbox.output());
      if (warned) assert.match(String(warnings), /holds a private key.*chmod 600/);
    });
  }
});

describe('serve', () => {
  let sandbox: RunningSandbox;
  let serve: Program;
  let url: string;
  before(async () => {
    sandbox = await start();
    const file = join(folder, 'serve.env');
    const key = join(folder, 'key.pem');
    await writeFile(key, privateKey);
    await writeFile(
      file,
      `# of a test\nexport APP_ID=${APP_ID}\nAPP_KEY='${APP_KEY}'\nPRIVATE_KEY_FILE=${key}\n`,
    );
    serve = run(['serve', '--env', file, '--gateway', sandbox.url, '--port', '0']);
    url = text(fieldsOf(await serve.line()), 'ready');
  });
  after(async () => {
    await sandbox.close();
    serve.process.kill();
  });

  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer: unknown = await response.json();
    return { status: response.status, answer: isFields(answer) ? answer : {} };
  };

  const buyToken = async () => {
    const one = login(sandbox.url);
    const bought = await askToken(one, text(at(await askCm(one), 'body'), 'accessToken'), '13800138000');
    return text(at(bought, 'data'), 'token');
  };

  test('signs, validates, is healthy, and logs neither number nor token nor key', async () => {
    const credentials = await post('/credentials', { appId: APP_ID });
    assert.equal(credentials.status, 200);
    const { traceId, timestamp, sign } = credentials.answer;
    assert.ok(typeof traceId === 'string' && typeof timestamp === 'string' && typeof sign === 'string');
    assert.equal(
      at(await askCm(login(sandbox.url, { traceId, timestamp }), { sign }), 'body')['resultCode'],
      '103000',
    );

    const token = await buyToken();
    const valid = await post('/validate', { token, userInformation: USER_INFORMATION });
    assert.equal(valid.answer['phone'], '13800138000');
    assert.equal(valid.answer['maskedPhone'], '138****8000');
    const used = await post('/validate', { token, userInformation: USER_INFORMATION });
    assert.notEqual(used.status, 200);
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    assert.equal((await fetch(`${url}/other/${token}?phone=13800138000`)).status, 404);

    const logged = [];
    for (let index = 0; index < 5; index += 1) logged.push(fieldsOf(await serve.line()));
    assert.deepEqual(
      logged.map(({ method, path, status }) => [method, path, status]),
      [
        ['POST', '/credentials', 200],
        ['POST', '/validate', 200],
        ['POST', '/validate', used.status],
        ['GET', '/healthz', 200],
        ['GET', 'other', 404],
      ],
    );
    assert.equal(logged[2]?.['code'], used.answer['code']);
    for (const secret of [token, '13800138000', APP_KEY, sign, USER_INFORMATION]) {
      assert.ok(!serve.output().includes(secret), secret);
    }
  });

  // A host that stops a container waits for ten seconds: neither the minute of a connection that is kept nor one that a browser or
  // a balancer has opened ahead may hold the program.
  test('SIGTERM: what was asked is answered, then it ends', { timeout: 20_000 }, async () => {
    for (const begun of ['', 'GET /healthz HTTP/1.1\r\nhost: localhost\r\n']) {
      const connection = connect(Number(new URL(url).port), '127.0.0.1');
      await once(connection, 'connect');
      if (begun) connection.write(begun);
    }
    const token = await buyToken();
    sandbox.faults.add({ exchange: 'validate', kind: 'slow', delay: 1500 });
    const asked = post('/validate', { token, userInformation: USER_INFORMATION });
    while (!sandbox.requests.some(({ body }) => body.includes(token) && body.includes('sign'))) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    serve.process.kill('SIGTERM');
    assert.equal((await asked).answer['phone'], '13800138000');
    assert.equal(await serve.ended, 0);
    await assert.rejects(fetch(`${url}/healthz`));
  });
});
