import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RETURN_CODES, remedyText } from '../../src/codes/return-codes.js';
import { layerTable } from '../../src/options/layer-options.js';
import { optionMeaning } from '../../src/options/option-meanings.js';
import { pageTable } from '../../src/options/page-options.js';
import { propertyName } from '../../src/options/property-name.js';
import { rowsOf } from '../../src/options/rows.js';
import type { OptionTable } from '../../src/options/value-types.js';

const FOLDER = 'demo/pages/generated';

const optionRows = (table: OptionTable) =>
  rowsOf(table).map(([option, type]) => ({
    option,
    type,
    property: type === 'agreements' ? undefined : propertyName(option),
    ...optionMeaning(option),
  }));

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
    'options.json': { layer: optionRows(layerTable), page: optionRows(pageTable) },
    'elements.json': manifest,
  };
  await mkdir(folder, { recursive: true });
  await Promise.all(
    Object.entries(files).map(([name, content]) => writeFile(join(folder, name), JSON.stringify(content))),
  );
}
