import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { remember } from '../reach/tried.js';
import { Consumer, succeed } from './installed.js';

// TypeScript from before `exports` (webpack 4, Vue CLI 4 and Parcel: `test/frameworks`), installed beside the packed package when this runs.

const PROGRAM = `
  import 'ydrz-elements';
  import 'ydrz-elements/login';
  import 'ydrz-elements/auth-layer';
  import 'ydrz-elements/auth-page';
  import { YdrzLoginElement, type TokenEvent } from 'ydrz-elements/elements';
  import { YDRZAuthLogin } from 'ydrz-elements/legacy';
  import { runLogin } from 'ydrz-elements/core';
  export const tokenOf = ({ detail }: TokenEvent): string => detail.token;
  export { YdrzLoginElement, YDRZAuthLogin, runLogin };
`;

/** Where TypeScript looks for a package's types. */
const RESOLUTIONS = ['node', 'node16'] as const;

describe('tools from before exports, on the packed package', () => {
  let consumer: Consumer;
  before(async () => {
    consumer = await Consumer.create('typescript@4.7');
  });
  const read: string[] = [];
  after(async () => {
    if (read.length === RESOLUTIONS.length) {
      const version = await consumer.node(`console.log((await import('typescript')).default.version)`);
      await remember({ kind: 'types', name: 'TypeScript', version: version.trim(), logins: read });
    }
    await consumer.remove();
  });

  for (const resolution of RESOLUTIONS) {
    test(`TypeScript 4.7 reads the types, moduleResolution ${resolution}`, async () => {
      const { folder } = consumer;
      const file = await consumer.write('page.ts', PROGRAM);
      const options = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2020'];
      const printed = await succeed(
        ...[folder, process.execPath, 'node_modules/typescript/bin/tsc', ...options],
        ...['--lib', 'es2021,dom,dom.iterable', '--module', resolution === 'node' ? 'esnext' : resolution],
        ...['--moduleResolution', resolution, file],
      );
      assert.equal(printed.trim(), '');
      read.push(`types-${resolution}`);
    });
  }
});
