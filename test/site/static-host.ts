import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Write the site into a new folder, as `npm run site` does; the folder. */
export const writeSite = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'ydrz-site-'));
  const program = ['--import', 'tsx', 'demo/static/static-site.ts', folder];
  await promisify(execFile)(process.execPath, program, { cwd: ROOT });
  return folder;
};

export const removeSite = (folder: string): Promise<void> => rm(folder, { recursive: true });

/** The names of the site's pages. */
export const pagesOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.html')).sort();

export interface StaticHost {
  /** Where the site begins, with a slash at the end. */
  url: string;
  /** Paths that were asked for and are not there. */
  missing: string[];
  close(): void;
}

export interface HostOptions {
  /** The folder of the host that the site stands in, such as `/ydrz-elements/`. */
  path: string;
  /** A script that every page begins with; default none. */
  script?: string;
}

/** The plainest of web servers: files, and nothing else. */
export const startHost = async (folder: string, { path, script }: HostOptions): Promise<StaticHost> => {
  const missing: string[] = [];
  const read = async (pathname: string): Promise<{ type: string; body: Buffer | string }> => {
    const name = pathname.slice(path.length) || 'index.html';
    const body = await readFile(join(folder, name));
    const type = TYPES[extname(name)] ?? 'text/plain';
    const head = script && extname(name) === '.html' ? `<head><script>${script}</script>` : undefined;
    return { type, body: head ? body.toString().replace('<head>', head) : body };
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = pathname.startsWith(path) ? read(pathname) : Promise.reject(new Error('Elsewhere'));
    found.then(
      ({ type, body }) => response.setHeader('content-type', type).end(body),
      () => {
        missing.push(pathname);
        response.writeHead(404).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  return {
    url: `http://localhost:${address.port}${path}`,
    missing,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};
