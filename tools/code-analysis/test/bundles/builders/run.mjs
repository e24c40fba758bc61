// Runs in the folder that the bundlers are installed in: builds every source with one bundler.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lowerFiles, writeFolder } from './files.mjs';

const [name, only] = process.argv.slice(2);
const { default: builders } = await import(`./${name}.mjs`);
const sources = JSON.parse(await readFile('sources.json', 'utf8'));
// without a type, as most extensions have none
for (const folder of ['sources', 'plain']) await writeFolder(folder, { 'package.json': '{}' });
const built = {};
for (const source of sources) {
  if (only !== undefined && source.name !== only) continue;
  const folder = join(process.cwd(), 'sources', source.name);
  const plainFolder = join(process.cwd(), 'plain', source.name);
  const plain = await lowerFiles(source.files);
  await writeFolder(folder, source.files);
  await writeFolder(plainFolder, plain);
  const entry = join(folder, Object.keys(source.files)[0]);
  const plainEntry = join(plainFolder, Object.keys(plain)[0]);
  for (const [options, build] of Object.entries(builders)) {
    const out = join(process.cwd(), 'out', name, options.replaceAll(/\W+/g, '-'), source.name);
    await writeFolder(out, {});
    try {
      const files = await build({ files: source.files, entry, plainEntry, out });
      if (files['main.js'] === undefined) throw new Error(`no entry in ${Object.keys(files)}`);
      (built[options] ??= {})[source.name] = files;
    } catch (error) {
      console.error(`${name}, ${options}, ${source.name}: ${error.message}`);
      process.exitCode = 1;
    }
  }
}
await writeFile(`${name}.json`, JSON.stringify(built));
