import {
  type BuiltinFault,
  findNeededBuiltins,
  NeededBuiltin,
  refuseBuiltins,
} from '@orchestra/core/node';
import type * as Esbuild from 'esbuild';
import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuiltCode } from '../host/source-places.ts';
import { apiModule, apiModuleName, globalsName } from './api-module.ts';
import { followUmd, isOfUmd, umdWarnings, type UmdFollower } from './follow-umd.ts';
import { offerModules } from './offer-modules.ts';

/** A place in the code; the file is relative to the folder, line is from 1, column in bytes from 0. */
export interface BundlePlace {
  file: string;
  line: number;
  column: number;
  lineText: string;
}

/** What went wrong while bundling, a place each where there is one. */
export interface BundleMessage {
  text: string;
  location: BundlePlace | null;
  /** What else is said of it. */
  notes: { text: string; location: BundlePlace | null }[];
}

/** Code that can run in the sandbox, or why there is none. */
export type BundleResult =
  | { ok: true; code: BuiltCode; warnings: BundleMessage[]; files: string[] }
  | { ok: false; errors: BundleMessage[]; warnings: BundleMessage[] };

/** The part of esbuild that is needed: `esbuild` and `esbuild-wasm` both have it. */
export type Bundler = Pick<typeof Esbuild, 'context' | 'build' | 'transform'>;

export interface ExtensionBundle {
  /** Bundles what is on disk now. A call while another one runs waits for it, then bundles once more. */
  build(): Promise<BundleResult>;
  dispose(): Promise<void>;
}

/**
 * Bundles an extension, as one ES module in memory: its own code, source or built, with everything that it
 * imports. Nothing of it runs and nothing is written.
 *
 * @param bundler esbuild
 */
export async function bundleExtension(
  bundler: Bundler,
  {
    folder,
    entry,
    builtFile = entry,
    external = {},
    modules,
    findSureLoads,
  }: {
    /** Absolute. */
    folder: string;
    /** Relative to the folder. */
    entry: string;
    /** Where the entry's code stands once it is built, relative to the folder: what it reads of its own place. */
    builtFile?: string;
    /** Further modules that stand for imports, or for the entry by `./` and its path: by name, their code. */
    external?: Readonly<Record<string, string>>;
    /**
     * For other kinds than native extensions: modules that the app offers, by name the absolute path of a file. They
     * may import the API of the isolate. Modules of Node that aren't among them tell so where they are called.
     */
    modules?: Readonly<Record<string, string>> | undefined;
    /**
     * Finds the modules that an ES module can't be loaded without: others of Node are only warned of. All that
     * the bundle has are needed where it isn't given.
     */
    findSureLoads?: ((text: string) => Promise<ReadonlySet<string>>) | undefined;
  },
): Promise<ExtensionBundle> {
  const texts = { ...(modules === undefined && { '@orchestra/api': apiModule }), ...external };
  const umd = followUmd(folder);
  const context = await bundler.context({
    absWorkingDir: folder,
    entryPoints: [`./${entry}`],
    outfile: 'extension.js',
    bundle: true,
    write: false,
    format: 'esm',
    ...(modules === undefined ? placeWithoutNode : placeOfNode),
    target: 'es2024',
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
    logOverride: umdWarnings,
    keepNames: true,
    inject: modules?.[globalsName] === undefined ? [] : [modules[globalsName]],
    define: {
      'process.env.NODE_ENV': '"development"',
      ...(modules !== undefined && placesOf(resolve(folder, builtFile))),
    },
    plugins: [
      provide(texts, { folder, own: Object.values(modules ?? {}) }),
      ...(modules === undefined ? [refuseBuiltins] : [offerModules(modules)]),
      umd.plugin,
    ],
  });
  const appFolders = [
    ...new Set(Object.values(modules ?? {}).map((file) => toSourceName(folder, dirname(file)))),
  ];
  const bundleOnce = () => bundle(context, { folder, entry, appFolders, findSureLoads, umd });
  let running: Promise<BundleResult> | null = null;
  let next: Promise<BundleResult> | null = null;
  const build = async (): Promise<BundleResult> => {
    if (running === null) {
      running = bundleOnce().finally(() => (running = null));
      return running;
    }
    // a rebuild that runs may have read the files already
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return build();
      });
    return next;
  };
  return { build, dispose: () => context.dispose() };
}

/** What a file of Node knows of where it is: of all files of a bundle, it is where the entry stands. */
function placesOf(entry: string): Record<string, string> {
  const places = {
    __filename: entry,
    __dirname: dirname(entry),
    'import.meta.filename': entry,
    'import.meta.dirname': dirname(entry),
    'import.meta.url': pathToFileURL(entry).href,
  };
  return Object.fromEntries(
    Object.entries(places).map(([name, value]) => [name, JSON.stringify(value)]),
  );
}

/** Of packages, what they have for places without Node and without documents, or else for browsers. */
const placeWithoutNode = {
  platform: 'browser',
  conditions: ['worker', 'module'],
} as const satisfies Esbuild.BuildOptions;

/** Of packages, what Node would load: what they have for bundlers may never have run. */
const placeOfNode = {
  platform: 'node',
  mainFields: ['main', 'module'],
  conditions: ['module'],
  jsx: 'automatic',
} as const satisfies Esbuild.BuildOptions;

async function bundle(
  context: Esbuild.BuildContext,
  {
    folder,
    entry,
    appFolders,
    findSureLoads,
    umd,
  }: {
    folder: string;
    entry: string;
    appFolders: readonly string[];
    umd: UmdFollower;
    findSureLoads: ((text: string) => Promise<ReadonlySet<string>>) | undefined;
  },
): Promise<BundleResult> {
  try {
    const { outputFiles = [], metafile, ...built } = await rebuild(context, umd);
    const textOf = (ending: string) =>
      outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
    const code = { code: textOf('.js'), map: textOf('.js.map'), name: entry, appFolders };
    const made = { warnings: built.warnings, metafile: metafile ?? nothing };
    const needed = await findNeededBuiltins(made, {
      readText: (file) => readFile(resolve(folder, file), 'utf8').catch(() => undefined),
      findSure: async () => (await findSureLoads?.(code.code)) ?? allExternal(made.metafile),
    });
    const errors = needed.filter(({ isCertain }) => isCertain).map(messageOf);
    const warnings = [
      ...built.warnings.filter(isOther),
      ...needed.filter(({ isCertain }) => !isCertain).map(messageOf),
    ];
    if (errors.length > 0) return failed({ errors, warnings }, folder);
    const isOwn = (file: string) =>
      !file.includes(':') && !appFolders.some((app) => file.startsWith(`${app}/`));
    const files = Object.keys(made.metafile.inputs).filter(isOwn);
    return { ok: true, code, files, warnings: warnings.map((one) => toMessage(one, folder)) };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    // what needs Node is told once all else is right: then it is known what brings it
    const warnings = error.warnings.filter(isOther);
    return failed({ errors: error.errors, warnings }, folder);
  }
}

/** Builds, and again where files were found that hand `require` on; those may load others. */
async function rebuild(context: Esbuild.BuildContext, umd: UmdFollower) {
  let built = await context.rebuild();
  while (umd.learn(built.warnings)) built = await context.rebuild();
  return { ...built, warnings: built.warnings.filter((one) => !isOfUmd(one)) };
}

/** How source maps and metafiles name a file or folder. */
function toSourceName(folder: string, path: string): string {
  return relative(folder, path).replaceAll('\\', '/');
}

const nothing: Esbuild.Metafile = { inputs: {}, outputs: {} };

function allExternal({ outputs }: Esbuild.Metafile): ReadonlySet<string> {
  return new Set(Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path)));
}

/** False for a warning of {@link refuseBuiltins}. */
function isOther({ detail }: Esbuild.Message): boolean {
  return !(detail instanceof NeededBuiltin);
}

function messageOf({ message, hint, place }: BuiltinFault): Esbuild.PartialMessage {
  return { text: `${message}. ${hint}`, location: place };
}

function failed(
  { errors, warnings }: Record<'errors' | 'warnings', readonly Esbuild.PartialMessage[]>,
  folder: string,
): BundleResult {
  const told = (messages: readonly Esbuild.PartialMessage[]) =>
    messages.map((one) => toMessage(one, folder));
  return { ok: false, errors: told(errors), warnings: told(warnings) };
}

function toMessage(
  { text = '', location, notes = [] }: Esbuild.PartialMessage,
  folder: string,
): BundleMessage {
  return {
    text,
    location: toPlace(location, folder),
    notes: notes.map((note) => ({
      text: note.text ?? '',
      location: toPlace(note.location, folder),
    })),
  };
}

function toPlace(
  location: Partial<Esbuild.Location> | null | undefined,
  folder: string,
): BundlePlace | null {
  if (location === null || location === undefined) return null;
  const { file = '', line = 1, column = 0, lineText = '' } = location;
  return { file: isAbsolute(file) ? relative(folder, file) : file, line, column, lineText };
}

/**
 * Gives modules that are no files. What they import is looked for in the folder.
 *
 * @param by.own files that may import the API of the isolate, as those modules may
 */
function provide(
  modules: Readonly<Record<string, string>>,
  by: { folder: string; own: readonly string[] },
): Esbuild.Plugin {
  const ownFolders = new Set(by.own.map((file) => dirname(file)));
  return {
    name: 'provided-modules',
    setup({ onResolve, onLoad }) {
      // each path that a filter lets through is asked of this process
      const names = Object.keys(modules).map((name) => name.replace(/[^\w@/-]/g, String.raw`\$&`));
      onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path }) => ({
        path,
        namespace: 'provided',
      }));
      onResolve({ filter: new RegExp(`^${apiModuleName}$`) }, ({ path, namespace, importer }) =>
        namespace === 'provided' || ownFolders.has(dirname(importer))
          ? { path, external: true }
          : { errors: [{ text: `Could not resolve "${path}"` }] },
      );
      onLoad({ filter: /.*/, namespace: 'provided' }, ({ path }) => ({
        contents: modules[path] ?? '',
        loader: 'js',
        resolveDir: by.folder,
      }));
    },
  };
}

function isBuildFailure(error: unknown): error is Esbuild.BuildFailure {
  return error instanceof Error && 'errors' in error && 'warnings' in error;
}
