// Before `npm publish`. npm refuses provenance to a package whose `repository` is not the one that publishes it; which one that will be
// is not known here, so package.json has a placeholder, and this asks for the real one.
import { readFile } from 'node:fs/promises';
import { asFields, fieldsAt, parseJson, textAt } from '../src/incoming/fields.js';

const manifest = asFields(parseJson(await readFile('package.json', 'utf8')));
const url = textAt(fieldsAt(manifest, 'repository'), 'url');
const address = /^git\+(https:.+)\.git$/.exec(url)?.[1] ?? '';

// Nobody can have a name under `.example`.
if (!URL.canParse(address) || new URL(address).hostname.endsWith('.example')) {
  console.error(
    `package.json: the url of "repository" is a placeholder or no address: ${url}\n` +
      'Put in the repository that publishes, as git+https://github.com/<owner>/<name>.git; npm makes homepage and bugs of it.',
  );
  process.exitCode = 1;
}
