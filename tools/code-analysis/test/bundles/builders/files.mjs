import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** What no bundle includes: the app brings it, or Node does. */
export const external = /^(?:vscode|react|react\/.*|@raycast\/.*|@orchestra\/.*|node:.*)$/;

/** Writes files into a folder that is made anew. */
export async function writeFolder(folder, files) {
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Reads the code in a folder, with the entry as `main.js`. */
export async function readFolder(folder) {
  const found = {};
  for (const each of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!each.isFile() || !/\.(?:[cm]?js|json)$/.test(each.name)) continue;
    const path = relative(folder, join(each.parentPath, each.name));
    found[path.replace(/^main\.[cm]js$/, 'main.js')] = await readFile(join(folder, path), 'utf8');
  }
  return found;
}

/** TypeScript's and JSX's own syntax replaced by plain JavaScript, for bundlers that read only that. */
export async function lowerFiles(files) {
  const { transform } = await import('esbuild');
  const lowered = {};
  for (const [path, text] of Object.entries(files)) {
    const loader = /\.tsx?$/.exec(path)?.[0].slice(1);
    if (loader === undefined) lowered[path] = text;
    else {
      const { code } = await transform(text, { loader, target: 'es2024', jsx: 'automatic' });
      lowered[path.replace(/\.tsx?$/, '.js')] = code;
    }
  }
  return lowered;
}

/** True for code with decorators, which not every bundler lowers, and no engine runs yet. */
export const isDecorated = (files) => Object.values(files).some((text) => /^ *@\w+$/m.test(text));
