import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takePictures } from './take-pictures.ts';

const folder = join(import.meta.dirname, '../../../.github/images');
await mkdir(folder, { recursive: true });
for (const [name, png] of await takePictures()) {
  await writeFile(join(folder, name), png);
  process.stdout.write(`${name}  ${Math.ceil(png.length / 1024)} KiB\n`);
}
