import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { findBrowser } from '../../scripts/browser/find-browser.js';
import { startSite, type Site } from '../frameworks/site.js';
import { ROOT } from '../package/installed.js';
import type { Box } from './engine-page.js';
import type { Engine } from './engines.js';
import { fetchEngine } from './fetch-engine.js';
import { casesOf, nameOf, pageFor, type Build, type LoginCase } from './login-pages.js';
import { GROUND, logIn } from './log-in.js';
import { OldEngine } from './old-engine.js';
import { remember } from './tried.js';

/** What the screens looked like, to be looked at. */
const PICTURES = join(ROOT, 'node_modules/.cache/reach/pictures');

/** Fonts and rounding differ by a pixel or so from engine to engine. */
const NEAR = 2;

type Parts = Record<string, Box>;

const CASES: readonly LoginCase[] = (['facade', 'element', 'module'] as const).flatMap(casesOf);

let site: Site;
/** The parts in the browser of today, by case: what they have to measure in every other one. */
const today = new Map<string, Parts>();

const tryLogin = async (engine: OldEngine, login: LoginCase, folder: string): Promise<Parts> => {
  const { build, authPageType, sim } = login;
  const path = `/reach/${build}-${authPageType}-${sim}`;
  site.serve(path, pageFor(`${site.sandbox.url}/sim/${sim}`, login));
  const page = await engine.open(site.url + path);
  try {
    const { parts, said } = await logIn(page, login, () =>
      page.picture(join(folder, `${build}-${authPageType}-${sim}.png`)),
    );
    assert.equal(said, `phone "${sim === 'cm' ? '13800138000' : '13800138001'}"`);
    assert.deepEqual(page.complaints, []);
    return parts;
  } finally {
    await page.close();
  }
};

/** Sizes, and places from the screen's own: the screen may still be on its way. */
const measuresOf = (parts: Parts): Map<string, number> => {
  const ground = parts[GROUND] ?? { x: 0, y: 0 };
  return new Map(
    Object.entries(parts).flatMap(([part, { x, y, width, height }]) => [
      [`${part} width`, width],
      [`${part} height`, height],
      [`${part} from the left`, x - ground.x],
      [`${part} from the top`, y - ground.y],
    ]),
  );
};

const assertLikeToday = (login: LoginCase, parts: Parts): void => {
  const wanted = measuresOf(today.get(nameOf(login)) ?? {});
  const measured = measuresOf(parts);
  assert.deepEqual([...measured.keys()], [...wanted.keys()]);
  const off = [...wanted].filter(([what, size]) => Math.abs((measured.get(what) ?? 0) - size) > NEAR);
  assert.deepEqual(
    off.map(([what, size]) => `${what}: ${String(measured.get(what))}, not ${size}`),
    [],
  );
};

const buildsFor = ({ modules }: Engine): readonly Build[] =>
  modules ? ['facade', 'element', 'module'] : ['facade', 'element'];

/** The tests of these engines: whole logins with each screen, whose parts measure what they do in the browser of today. */
export const tryEngines = (engines: readonly Engine[]): void => {
  before(async () => {
    site = await startSite();
    const program = findBrowser();
    assert.ok(program, 'No Chrome or Chromium found: `npm test` installs one');
    const engine = await OldEngine.start({ program, libraries: '' });
    const folder = join(PICTURES, 'today');
    await mkdir(folder, { recursive: true });
    for (const login of CASES) today.set(nameOf(login), await tryLogin(engine, login, folder));
    await engine.stop();
  });
  after(() => site.close());

  for (const engine of engines) {
    describe(`Chrome ${engine.chrome}`, () => {
      let old: OldEngine | undefined;
      let passed = 0;
      const logins = buildsFor(engine).flatMap(casesOf);
      const folder = join(PICTURES, String(engine.chrome));

      before(async () => {
        const fetched = await fetchEngine(engine).catch((error: unknown) => {
          console.log(`Chrome ${engine.chrome} cannot be had here: ${String(error).slice(0, 300)}`);
        });
        if (!fetched) return;
        await mkdir(folder, { recursive: true });
        old = await OldEngine.start(fetched);
      });
      after(async () => {
        if (!old) return;
        const version = (await old.version()).replace(/^.*\//, '');
        await old.stop();
        if (passed < logins.length) return;
        await remember({ kind: 'engine', name: 'Chromium', version, logins: buildsFor(engine) });
      });

      for (const login of logins) {
        test(nameOf(login), async (context) => {
          if (!old) {
            context.skip('not here');
            return;
          }
          assertLikeToday(login, await tryLogin(old, login, folder));
          passed += 1;
        });
      }
    });
  }
};
