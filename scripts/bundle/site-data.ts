import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RETURN_CODES, remedyText } from '../../src/codes/return-codes.js';
import { layerTable } from '../../src/options/layer-options.js';
import { optionMeaning } from '../../src/options/option-meanings.js';
import { pageTable } from '../../src/options/page-options.js';
import { propertyName } from '../../src/options/property-name.js';
import { rowsOf } from '../../src/options/rows.js';
import type { OptionTable } from '../../src/options/value-types.js';
import { OPTION_PROPERTIES } from '../manifest/css-properties.js';

const FOLDER = 'demo/pages/generated';

/** The option reference: every row of a screen's table, with the default that its style sheets have. */
export function optionRows(tag: string, table: OptionTable) {
  const defaults = new Map(OPTION_PROPERTIES.get(tag)?.map((property) => [property.name, property.default]));
  return rowsOf(table).map(([option, type]) => {
    const property = propertyName(option);
    return { option, type, property, default: defaults.get(property), ...optionMeaning(option) };
  });
}

const returnCodes = () =>
  RETURN_CODES.map((row) => ({
    ...row,
    remedy: { zh: remedyText(row, 'zh-CN'), en: remedyText(row, 'en') },
  }));

/** Writes what the documentation site shows but must not say twice: codes, options and the elements' manifest. */
export async function writeSiteData(rootDir: string): Promise<void> {
  const folder = join(rootDir, FOLDER);
  const manifest: unknown = JSON.parse(await readFile(join(rootDir, 'custom-elements.json'), 'utf8'));
  const files: Record<string, unknown> = {
    'return-codes.json': returnCodes(),
    'options.json': {
      layer: optionRows('ydrz-auth-layer', layerTable),
      page: optionRows('ydrz-auth-page', pageTable),
    },
    'elements.json': manifest,
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries(files).map(([name, content]) => writeFile(join(folder, name), JSON.stringify(content))),
  );
}
