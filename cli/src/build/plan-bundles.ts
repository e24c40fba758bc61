import { type Manifest, type Problem, problem } from '@orchestra/core';
import { posix } from 'node:path';

/** A bundle to make: one source entry with everything that it imports. */
export interface Bundle {
  /** JSON pointer of the manifest's field, e.g. `/main` or `/commands/0/name`. */
  pointer: string;
  /** Relative to the folder, e.g. `src/main.ts`. */
  entry: string;
  /** Relative to the folder, e.g. `dist/main.js`. */
  output: string;
  format: 'esm' | 'cjs';
  /** `browser` for places without Node, as the sandbox of native extensions is one. */
  platform: 'node' | 'browser';
}

/** The bundles that a build makes, and its problems. */
export interface BundlePlan {
  /** Empty where the manifest names no source files. */
  bundles: Bundle[];
  /** Entries that can't be built, each a `file-missing` or `path-outside`. */
  problems: Problem[];
}

/** Paths of the files in the author's folder, relative to it, without links. */
export interface ProjectFiles {
  paths: readonly string[];
  links: readonly string[];
}

/**
 * Plans the bundles of an extension: `main` and `browser` where they are source files, and each Raycast
 * command with a source file in `src/`. Pure.
 */
export function planBundles(manifest: Manifest, files: ProjectFiles): BundlePlan {
  const plan: BundlePlan = { bundles: [], problems: [] };
  const present = new Set(files.paths);
  const outputs = new Set<string>();
  for (const { pointer, path } of manifest.entryFiles) {
    const entry = findEntry({ pointer, path }, present);
    if (entry === null) continue;
    const refused = refuse(entry, { pointer, present, links: files.links });
    if (refused !== null) {
      plan.problems.push(refused);
      continue;
    }
    const bundle = planBundle(manifest, { pointer, entry, outputs });
    if (outputs.has(bundle.output)) continue; // a command that is named twice has its own problem
    outputs.add(bundle.output);
    plan.bundles.push(bundle);
  }
  return plan;
}

const typeScript = /(?<!\.d)\.[mc]?tsx?$|\.jsx$/;
const belowSource = /^src\/.*\.[mc]?js$/;
const endings = ['.ts', '.tsx', '.js', '.jsx', '.mts', '.cts', '.mjs', '.cjs'];

/** True for source files, which a build has to bundle. */
export function isSource(path: string): boolean {
  return typeScript.test(path) || belowSource.test(path);
}

/** The source of an entry file; null where the file is packed as it is. */
function findEntry(
  { pointer, path }: { pointer: string; path: string },
  present: ReadonlySet<string>,
): string | null {
  if (pointer.startsWith('/commands/')) {
    const stem = path.replace(/^dist\//, 'src/').replace(/\.js$/, '');
    const candidates = ['.tsx', '.ts', '.jsx', '.js'].map((ending) => `${stem}${ending}`);
    return candidates.find((candidate) => present.has(candidate)) ?? null;
  }
  const normal = posix.normalize(path);
  if (isSource(normal)) return normal;
  if (!normal.startsWith('src/')) return null;
  return endings.map((ending) => `${normal}${ending}`).find((file) => present.has(file)) ?? null;
}

function refuse(
  entry: string,
  by: { pointer: string; present: ReadonlySet<string>; links: readonly string[] },
): Problem | null {
  const path = `package.json#${by.pointer}`;
  if (posix.isAbsolute(entry) || /^[a-z]:/i.test(entry) || entry.startsWith('../')) {
    return problem('path-outside', { path, message: `'${entry}' leaves the package` });
  }
  if (by.present.has(entry)) return null;
  const link = by.links.find((one) => entry === one || entry.startsWith(`${one}/`));
  const what = link === undefined ? 'it is not there' : `'${link}' is a link`;
  const hint =
    link === undefined ? 'Write it, or correct the path.' : 'Put the file itself in its place.';
  return problem('file-missing', { path, message: `Expected the file '${entry}'; ${what}`, hint });
}

function planBundle(
  manifest: Manifest,
  of: { pointer: string; entry: string; outputs: ReadonlySet<string> },
): Bundle {
  const { pointer, entry, outputs } = of;
  const isWeb = pointer === '/browser';
  const platform = isWeb || manifest.compat === 'native' ? 'browser' : 'node';
  const stem = `dist/${posix.basename(entry).replace(/\.[^.]+$/, '')}`;
  const isTaken = isWeb && outputs.has(`${stem}.js`);
  const output = isTaken ? `${stem}.web.js` : `${stem}.js`;
  return { pointer, entry, output, format: formatOf(manifest, entry), platform };
}

/**
 * Format of a bundle. Native extensions are ES modules unless the manifest says otherwise; VS Code and
 * Raycast load CommonJS.
 */
function formatOf({ compat, raw }: Manifest, entry: string): Bundle['format'] {
  if (compat === 'raycast') return 'cjs';
  if (compat === 'vscode') return raw['type'] === 'module' ? 'esm' : 'cjs';
  return raw['type'] === 'commonjs' || /\.c[jt]s$/.test(entry) ? 'cjs' : 'esm';
}
