// Prints the fault matrix for readers of the repository.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { matrixText } from '../test/faults/table.js';

await writeFile(join(import.meta.dirname, '../test/faults/README.md'), matrixText());
