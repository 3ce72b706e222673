// Prints the fault matrix for readers of the repository.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { matrixText } from './table.js';

await writeFile(join(import.meta.dirname, 'README.md'), matrixText());
