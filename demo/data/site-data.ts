import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RETURN_CODES, remedyText } from '../../src/codes/return-codes.js';
import { EN } from '../../src/locale/en.js';
import { ZH_CN, type ScreenTexts } from '../../src/locale/zh-cn.js';
import { layerTable } from '../../src/options/layer-options.js';
import { optionMeaning } from '../../src/options/option-meanings.js';
import { pageTable } from '../../src/options/page-options.js';
import { propertyName } from '../../src/options/property-name.js';
import { rowsOf } from '../../src/options/rows.js';
import type { OptionTable } from '../../src/options/value-types.js';
import { publishedInterfaces } from './interfaces.js';
import { serverSources, testSources } from './source-files.js';
import { OPTION_PROPERTIES } from '../../scripts/manifest/css-properties.js';

const FOLDER = 'demo/pages/generated';

/** Options whose default is a text of the screen, by the key of the text. */
const TEXTS: Readonly<Record<string, keyof ScreenTexts>> = {
  'submitBtnStyle.name': 'submit',
  'titleStyle.name': 'title',
};

const defaultTextOf = (option: string) => {
  const key = TEXTS[option];
  return key && { defaultText: { zh: ZH_CN[key], en: EN[key] } };
};

/** The option reference: every row of a screen's table, with the default that its style sheets have. */
export function optionRows(tag: string, table: OptionTable) {
  const defaults = new Map(OPTION_PROPERTIES.get(tag)?.map((property) => [property.name, property.default]));
  return rowsOf(table).map(([option, type]) => {
    const property = propertyName(option);
    return {
      option,
      type,
      property,
      default: defaults.get(property),
      ...defaultTextOf(option),
      ...optionMeaning(option),
    };
  });
}

const returnCodes = () =>
  RETURN_CODES.map((row) => ({
    ...row,
    remedy: { zh: remedyText(row, 'zh-CN'), en: remedyText(row, 'en') },
  }));

/** Writes what the documentation site takes from the sources, so that nothing is said twice: codes, options, the manifest, servers. */
export async function writeSiteData(rootDir: string): Promise<void> {
  const folder = join(rootDir, FOLDER);
  const manifest: unknown = JSON.parse(await readFile(join(rootDir, 'custom-elements.json'), 'utf8'));
  const tried: unknown = JSON.parse(await readFile(join(rootDir, 'test/reach/tried.json'), 'utf8'));
  const files: Record<string, unknown> = {
    'return-codes.json': returnCodes(),
    'options.json': {
      layer: optionRows('ydrz-auth-layer', layerTable),
      page: optionRows('ydrz-auth-page', pageTable),
    },
    'tried.json': tried,
    'elements.json': manifest,
    'interfaces.json': publishedInterfaces(rootDir),
    'servers.json': await serverSources(rootDir),
    'tests.json': await testSources(rootDir),
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries(files).map(([name, content]) => writeFile(join(folder, name), JSON.stringify(content))),
  );
}
