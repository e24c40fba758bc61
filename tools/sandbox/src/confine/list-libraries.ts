import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { readLoader } from './read-loader.ts';

const known = new Map<string, readonly string[]>();

/**
 * The shared libraries that a program and its add-ons need to be loaded, with the loader: absolute paths, each once,
 * as the system finds them. None for what is linked statically. Remembered as long as the files stay the same.
 */
export function listLibraries(program: string, addons: readonly string[] = []): readonly string[] {
  const loader = readLoader(program);
  if (loader === undefined) return [];
  const libraries = [program, ...addons].flatMap((file) => listOf(file, loader));
  return [...new Set([...libraries, loader])];
}

function listOf(file: string, loader: string): readonly string[] {
  const { size, mtimeMs } = statSync(file);
  const key = [loader, file, size, mtimeMs].join('\0');
  let libraries = known.get(key);
  if (libraries === undefined) {
    libraries = askLoader(file, loader);
    known.set(key, libraries);
  }
  return libraries;
}

/** As `ldd` does. The exit code says nothing: a file may need less than it names, or be linked statically. */
function askLoader(file: string, loader: string): readonly string[] {
  const { stdout, error } = spawnSync(loader, ['--list', file], {
    encoding: 'utf8',
    env: { LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (error !== undefined) throw error;
  return readLoaderOutput(stdout);
}

/** The paths in what a loader lists: `name => /path (0x…)`, and `/path (0x…)` for itself. */
export function readLoaderOutput(output: string): readonly string[] {
  const paths = [...output.matchAll(/^\s(?:.* => )?(\/.*) \(0x[\da-f]+\)$/gm)];
  return [...new Set(paths.map(([, path = '']) => path))];
}
