import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findDrift } from './find-drift.ts';
import { renderSchemas, schemaFolder } from './render-schemas.ts';

/** `npm run schemas` writes the JSON Schemas of the index; `-- --check` names those that drifted. */
const folder = fileURLToPath(schemaFolder);
const wanted = await renderSchemas();
const drifted = await findDrift(folder, wanted);

if (process.argv.includes('--check')) {
  for (const name of drifted) console.error(`${join(folder, name)} is not what the code says`);
  if (drifted.length > 0) {
    console.error('Run `npm run schemas` and commit what it writes.');
    process.exitCode = 1;
  }
} else {
  await mkdir(folder, { recursive: true });
  for (const name of drifted) {
    const text = wanted.get(name);
    if (text === undefined) await rm(join(folder, name));
    else await writeFile(join(folder, name), text);
    console.log(`${text === undefined ? 'Removed' : 'Wrote'} ${name}`);
  }
}
