import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('../../', import.meta.url));
const places = [join(root, 'tools/sandbox/node_modules'), join(root, 'node_modules')];

/** Puts the libraries of language servers into a project, as `npm install` would. */
export async function linkLibraries(project: string): Promise<void> {
  await mkdir(join(project, 'node_modules'));
  for (const name of ['client', 'server', 'server-textdocument']) {
    const library = `vscode-language${name}`;
    const found = places.map((place) => join(place, library)).find((path) => existsSync(path));
    if (found === undefined) throw new Error(`${library} isn't installed: run npm ci`);
    await symlink(found, join(project, 'node_modules', library));
  }
}
