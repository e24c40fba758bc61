import type { BuildOptions, OutputFile } from 'esbuild';
import { createHash, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** A program that is bundled. */
export interface KeptBundle {
  /** Absolute path of a folder; made where it isn't there. */
  cache: string;
  /** What the names of its files begin with. */
  name: string;
  /** Ending of its files, e.g. `.cjs`. */
  ending: string;
  /** Absolute path of the source that the bundle begins with. */
  entry: string;
  /** Further options of esbuild. */
  options: BuildOptions;
}

/** What a bundle was made of, kept beside it. */
interface BundleRecord {
  /** Name of the file that the bundle begins with. */
  main: string;
  /** For every file that has a say in the bundle, and its own: the stamp then, a space, and the path. */
  stamps: string[];
}

/**
 * Bundles a program into a folder, or finds the bundle that was made there before of the same files. Its files are
 * named by what is in them: a change makes others, and two bundles that are made at once are the same.
 *
 * @returns absolute path of the file that the bundle begins with
 * @throws esbuild's error where the sources can't be bundled
 */
export async function keepBundle(kept: KeptBundle): Promise<string> {
  const { cache, name, entry, options } = kept;
  const key = createHash('sha256').update(JSON.stringify([entry, options, process.version]));
  const recordPath = join(cache, `${name}-${key.digest('hex').slice(0, 16)}.txt`);
  const before = await readRecord(recordPath);
  if (before !== null && before.stamps.every(isSame)) return join(cache, before.main);
  const startedAt = Date.now();
  const { outputs, sources } = await bundle(kept);
  await mkdir(cache, { recursive: true });
  for (const output of outputs) await putOnce(output);
  const [main = ''] = outputs.map(({ path }) => path);
  if (sources.every((file) => changedAt(file) < startedAt - clockMs)) {
    const files = [...outputs.map(({ path }) => path), ...sources];
    const stamps = files.map((file) => `${stampOf(file)} ${file}`);
    await put(recordPath, writeRecord({ main: main.slice(cache.length + 1), stamps }));
  }
  return main;
}

/**
 * Times of files are finer than this. What was changed later than this before the bundle was begun may have been
 * changed again after it was read, at the same time: no record is made of it. Milliseconds.
 */
const clockMs = 100;

async function bundle({ cache, name, ending, entry, options }: KeptBundle) {
  const { build } = await import('esbuild');
  const folder = dirname(entry);
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: folder,
    entryPoints: [entry],
    outdir: cache,
    entryNames: `${name}-[hash]`,
    chunkNames: `${name}-part-[hash]`,
    outExtension: { '.js': ending },
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent', // its error has all of it
  });
  const isMain = ({ path }: OutputFile) =>
    Object.entries(metafile.outputs).some(
      ([file, { entryPoint }]) =>
        resolve(folder, file) === path &&
        entryPoint !== undefined &&
        resolve(folder, entryPoint) === entry,
    );
  const sources = Object.keys(metafile.inputs)
    .filter((file) => !file.startsWith('(disabled):'))
    .map((file) => resolve(folder, file));
  return {
    outputs: outputFiles.toSorted((one, other) => Number(isMain(other)) - Number(isMain(one))),
    sources: [...sources, ...settingsAbove(sources)],
  };
}

/** Files that say how sources are found and read, where they are, and where they aren't yet. */
function settingsAbove(sources: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const source of sources) {
    for (let at = dirname(source); !folders.has(at); at = dirname(at)) folders.add(at);
  }
  return [...folders].flatMap((folder) => settings.map((file) => join(folder, file)));
}

const settings = ['package.json', 'tsconfig.json', 'node_modules/.package-lock.json'];

/** Whether a file still has the stamp of a record's line. */
function isSame(line: string): boolean {
  const space = line.indexOf(' ');
  return stampOf(line.slice(space + 1)) === line.slice(0, space);
}

/** What changes whenever a file does, or another takes its place; not all of it can be set by a program. */
function stampOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? 'none' : `${found.size}:${found.mtimeNs}:${found.ctimeNs}`;
}

function changedAt(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? 0 : Math.max(found.mtimeMs, found.ctimeMs);
}

/** A line with the name and the number of stamps, then a line for each: one that was cut short is noticed. */
function writeRecord({ main, stamps }: BundleRecord): string {
  return [`${main} ${stamps.length}`, ...stamps].join('\n');
}

async function readRecord(path: string): Promise<BundleRecord | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const [head = '', ...stamps] = text.split('\n');
  const [main = '', count = ''] = head.split(' ');
  const isWhole = stamps.length === Number(count);
  const hasMain = main !== '' && stamps.some((line) => line.endsWith(main)); // else an older release wrote it
  return isWhole && hasMain ? { main, stamps } : null;
}

/** A file that is there as it should be may be in use, and stays. */
async function putOnce({ path, text }: OutputFile): Promise<void> {
  const there = await readFile(path, 'utf8').catch(() => null);
  if (there !== text) await put(path, text);
}

/** Whoever reads finds a whole file or none, also where this process ends before its time. */
async function put(path: string, text: string): Promise<void> {
  const staged = `${path}.${randomUUID()}`;
  await writeFile(staged, text);
  await rename(staged, path);
}
