import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SERVERS = join(import.meta.dirname, '../../demo/servers');

/** How a business server of `demo/servers` is run. */
export interface Language {
  name: string;
  /** Debian's packages for it. */
  packages: string;
  /** Programs with arguments that succeed where the language is there; the first that does is the one to use. */
  tries: readonly (readonly [program: string, ...rest: string[]])[];
  /** The command that serves. */
  serve: (program: string, port: number) => readonly string[];
  /** The command that says what is wrong with the settings; the same by default. */
  check?: (program: string) => readonly string[];
  /** Whether it limits by itself how long a body may take: PHP leaves that to the server in front of it. */
  limitsBodies: boolean;
}

/** What has to be compiled is, once for all of its runs. */
const compiled = (name: string, command: (out: string) => readonly [string, ...string[]]): string => {
  const out = mkdtempSync(join(tmpdir(), `ydrz-${name}-`));
  const [program, ...rest] = command(out);
  const env = { ...process.env, GOPROXY: 'off', GOFLAGS: '' };
  const { status, stderr } = spawnSync(program, rest, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${name} cannot be compiled: ${stderr}`);
  return out;
};

const JAVA = ['-encoding', 'UTF-8', join(SERVERS, 'java/Server.java')];

const once = (make: () => string): (() => string) => {
  let made: string | undefined;
  return () => (made ??= make());
};
const javaClasses = once(() => compiled('java', (out) => ['javac', '-d', out, ...JAVA]));
const goProgram = once(() =>
  join(
    compiled('go', (out) => ['go', 'build', '-o', join(out, 'server'), join(SERVERS, 'go/server.go')]),
    'server',
  ),
);

export const LANGUAGES: readonly Language[] = [
  {
    name: 'node',
    packages: 'nodejs',
    tries: [[process.execPath, '--version']],
    serve: (program) => [program, join(SERVERS, 'node/server.mjs')],
    limitsBodies: true,
  },
  {
    name: 'java',
    packages: 'default-jdk-headless',
    tries: [['javac', '-version']],
    serve: () => ['java', '-cp', javaClasses(), 'Server'],
    limitsBodies: true,
  },
  {
    name: 'go',
    packages: 'golang-go',
    tries: [['go', 'version']],
    serve: () => [goProgram()],
    limitsBodies: true,
  },
  {
    name: 'php',
    packages: 'php-cli',
    tries: [['php', '-r', 'exit(extension_loaded("openssl") ? 0 : 1);']],
    serve: (program, port) => [program, '-S', `127.0.0.1:${String(port)}`, join(SERVERS, 'php/server.php')],
    check: (program) => [program, join(SERVERS, 'php/server.php')],
    limitsBodies: false,
  },
  {
    name: 'python',
    packages: 'python3-cryptography',
    tries: ['python3', '/usr/bin/python3'].map((program) => [program, '-c', 'import cryptography'] as const),
    serve: (program) => [program, join(SERVERS, 'python/server.py')],
    limitsBodies: true,
  },
];

/** The program that runs a language on this machine; undefined where there is none. */
export const programOf = ({ tries }: Language): string | undefined =>
  tries.find(([program, ...rest]) => spawnSync(program, rest, { stdio: 'ignore' }).status === 0)?.[0];
