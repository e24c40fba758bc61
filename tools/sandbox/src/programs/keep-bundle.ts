import type { BuildOptions, OutputFile } from 'esbuild';
import { createHash, randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Modules that are bundled with what they share. */
export interface KeptModules {
  /** Absolute path of a folder; made where it isn't there. */
  cache: string;
  /** What the names of its files begin with. */
  name: string;
  /** Ending of its files, e.g. `.cjs`. */
  ending: string;
  /** By a name of letters, digits and `-`, the absolute path of the source that a bundle begins with. */
  entries: Readonly<Record<string, string>>;
  /** Further options of esbuild. */
  options: BuildOptions;
}

/** A program that is bundled. */
export interface KeptBundle extends Omit<KeptModules, 'entries'> {
  /** Absolute path of the source that the bundle begins with. */
  entry: string;
}

/** What bundles were made of, kept beside them. */
interface BundleRecord {
  /** For each entry, the name of the file that its bundle begins with. */
  mains: Record<string, string>;
  /** For every file that has a say in the bundle, and its own: the stamp then, a space, and the path. */
  stamps: string[];
}

/**
 * Bundles a program into a folder, as {@link keepModules} does.
 *
 * @returns absolute path of the file that the bundle begins with
 * @throws esbuild's error where the sources can't be bundled
 */
export async function keepBundle({ entry, ...kept }: KeptBundle): Promise<string> {
  const { main = '' } = await keepModules({ ...kept, entries: { main: entry } });
  return main;
}

/**
 * Bundles modules into a folder, or finds the bundles that were made there before of the same files. Their files are
 * named by what is in them: a change makes others, and two bundles that are made at once are the same.
 *
 * @returns for each entry, absolute path of the file that its bundle begins with
 * @throws esbuild's error where the sources can't be bundled
 */
export async function keepModules(kept: KeptModules): Promise<Record<string, string>> {
  const { cache, name, entries, options } = kept;
  const key = createHash('sha256').update(JSON.stringify([entries, options, process.version]));
  const recordPath = join(cache, `${name}-${key.digest('hex').slice(0, 16)}.txt`);
  const before = await readRecord(recordPath);
  if (before !== null && before.stamps.every(isSame)) return before.mains;
  const startedAt = Date.now();
  const { outputs, mains, sources } = await bundle(kept);
  await mkdir(cache, { recursive: true });
  for (const output of outputs) await putOnce(output);
  if (sources.every((file) => changedAt(file) < startedAt - clockMs)) {
    const files = [...outputs.map(({ path }) => path), ...sources];
    const stamps = files.map((file) => `${stampOf(file)} ${file}`);
    await put(recordPath, writeRecord({ mains, stamps }));
  }
  return mains;
}

/**
 * Times of files are finer than this. What was changed later than this before the bundle was begun may have been
 * changed again after it was read, at the same time: no record is made of it. Milliseconds.
 */
const clockMs = 100;

async function bundle({ cache, name, ending, entries, options }: KeptModules) {
  const { build } = await import('esbuild');
  const [first = cache] = Object.values(entries);
  const folder = dirname(first);
  const { outputFiles, metafile } = await build({
    ...options,
    absWorkingDir: folder,
    entryPoints: { ...entries },
    outdir: cache,
    entryNames: Object.keys(entries).length > 1 ? `${name}-[name]-[hash]` : `${name}-[hash]`,
    chunkNames: `${name}-part-[hash]`,
    outExtension: { '.js': ending },
    bundle: true,
    write: false,
    metafile: true,
    logLevel: 'silent', // its error has all of it
  });
  const beginnings = new Map<string, string>();
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint !== undefined)
      beginnings.set(resolve(folder, entryPoint), resolve(folder, file));
  }
  const sources = Object.keys(metafile.inputs)
    .filter((file) => !file.startsWith('(disabled):'))
    .map((file) => resolve(folder, file));
  const mains = Object.entries(entries).map(
    ([entry, source]) => [entry, beginnings.get(source) ?? ''] as const,
  );
  return {
    outputs: outputFiles,
    mains: Object.fromEntries(mains),
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

/**
 * A line with how many entries and stamps there are, then a line for each entry and for each stamp: a record that was
 * cut short is noticed.
 */
function writeRecord({ mains, stamps }: BundleRecord): string {
  const entries = Object.entries(mains).map(([entry, file]) => `${entry} ${file}`);
  return [`${entries.length} ${stamps.length}`, ...entries, ...stamps].join('\n');
}

async function readRecord(path: string): Promise<BundleRecord | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const [head = '', ...lines] = text.split('\n');
  const [entryCount = NaN, stampCount = NaN] = head.split(' ').map(Number);
  if (lines.length !== entryCount + stampCount) return null; // or an older release wrote it
  const mains = lines.slice(0, entryCount).map((line) => {
    const space = line.indexOf(' ');
    return [line.slice(0, space), line.slice(space + 1)] as const;
  });
  return { mains: Object.fromEntries(mains), stamps: lines.slice(entryCount) };
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
