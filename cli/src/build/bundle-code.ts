import { RegistryError } from '@orchestra/core';
import type { BuildOptions, Message, Metafile, OutputFile } from 'esbuild-wasm';
import { isBuiltin } from 'node:module';
import { extname } from 'node:path';
import type { Bundle } from './plan-bundles.ts';
import { isIndirect, takeModules } from './take-modules.ts';

/** Bundled files in memory, with the bundler's messages. */
export interface BundledCode {
  outputs: OutputFile[];
  /** The bundler's metadata; paths are relative to the folder. */
  metafile: Metafile;
  errors: Message[];
  warnings: Message[];
}

/** Modules that the app provides, so that no bundle contains a copy. */
const provided = [
  '@orchestra/*',
  '@raycast/api',
  '@raycast/utils',
  'react',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'vscode',
];

/** First line of every bundle. A file without it wasn't made by a build. */
export const bundleMark = '// Made by `orchestra ext build`; changes are lost with the next build.';

/** Defines `require` in an ES module, because CommonJS code in it needs it to load Node's modules. */
const requireLine =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** Where to bundle, and for how long at most, so that a bundler that never ends doesn't block a command. */
export interface BundleOptions {
  /** Absolute path of the project. */
  folder: string;
  /** Packages to leave out of the bundles, in addition to those that the app provides. */
  external?: readonly string[];
  /** A minute and ten seconds a bundle where none is given. */
  deadlineMs?: number;
}

/**
 * Bundles code, with linked source maps. Nothing of the project runs and nothing is written.
 *
 * @throws RegistryError `bundler-failed` where the bundler can't be started, dies or doesn't end
 */
export async function bundleCode(
  bundles: readonly Bundle[],
  { folder, external = [], deadlineMs = 60_000 + bundles.length * 10_000 }: BundleOptions,
): Promise<BundledCode[]> {
  const esbuild = await startBundler();
  const late = Promise.withResolvers<never>();
  const tooLate = new Error(`it did not end within ${deadlineMs / 1000} seconds`);
  const timer = setTimeout(() => late.reject(tooLate), deadlineMs);
  try {
    const groups = Map.groupBy(
      bundles,
      ({ format, platform, output }) => `${format} ${platform} ${extname(output)}`,
    );
    const by = { folder, external, esbuild };
    const building = [...groups.values()].map((group) => bundleAlike(group, by));
    return await Promise.race([Promise.all(building), late.promise]);
  } catch (error) {
    await esbuild.stop(); // it may never end by itself
    const reason = error instanceof Error ? error.message : String(error);
    throw new RegistryError('bundler-failed', `The bundler failed: ${reason}`, {
      hint: error === tooLate ? lateHint : brokenHint,
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

const brokenHint = 'Make sure that node is in the PATH, and that no file is nested too deep.';
const lateHint =
  'Make sure that no file is endless. Much code takes long on a busy machine: try again.';

type Esbuild = typeof import('esbuild-wasm');

let bundler: Promise<Esbuild> | null = null;

/** The bundler, whose program takes a second to start: it stays for later bundles, until this process ends. */
function startBundler(): Promise<Esbuild> {
  bundler ??= import('esbuild-wasm').then((esbuild) => {
    process.once('exit', () => void esbuild.stop());
    return esbuild;
  });
  return bundler;
}

/** Bundles the entries that share format, platform and file ending. */
async function bundleAlike(
  bundles: readonly Bundle[],
  by: Required<Pick<BundleOptions, 'folder' | 'external'>> & { esbuild: Esbuild },
): Promise<BundledCode> {
  const usual = optionsFor(bundles, by);
  const first = await attempt(usual, by.esbuild);
  const modules = await takeModules(first.warnings, by.folder);
  const options =
    modules === null ? usual : { ...usual, plugins: [...(usual.plugins ?? []), modules] };
  const bundled = modules === null ? first : await attempt(options, by.esbuild);
  const needsRequire = options.format !== 'cjs' && requiresBuiltins(bundled.metafile);
  const banner = { js: `${bundleMark}\n${requireLine}` };
  const made = needsRequire ? await attempt({ ...options, banner }, by.esbuild) : bundled;
  return { ...made, warnings: made.warnings.filter((warning) => !isIndirect(warning)) };
}

async function attempt(options: BuildOptions, { build }: Esbuild): Promise<BundledCode> {
  try {
    const { outputFiles = [], metafile, errors, warnings } = await build(options);
    return { outputs: outputFiles, metafile: metafile ?? nothing, errors, warnings };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    return { outputs: [], metafile: nothing, errors: error.errors, warnings: error.warnings };
  }
}

const nothing: Metafile = { inputs: {}, outputs: {} };

function optionsFor(
  bundles: readonly Bundle[],
  { folder, external }: Required<Pick<BundleOptions, 'folder' | 'external'>>,
): BuildOptions {
  const [first] = bundles;
  return {
    absWorkingDir: folder,
    entryPoints: bundles.map(({ entry, output }) => ({
      in: `./${entry}`,
      out: output.slice(0, -extname(output).length),
    })),
    outdir: '.',
    outExtension: { '.js': extname(first?.output ?? '.js') },
    bundle: true,
    format: first?.format ?? 'esm',
    platform: first?.platform ?? 'node',
    target: first?.platform === 'browser' ? 'es2022' : 'node22',
    jsx: 'automatic',
    loader: { '.js': 'jsx' }, // as Raycast takes it
    external: [...provided, ...external],
    // in a web extension, checks report Node's modules with their permissions; the bundler mustn't fail on
    // them first
    plugins: first?.platform === 'browser' ? [builtinsAreExternal] : [],
    define: { 'process.env.NODE_ENV': '"production"' },
    sourcemap: 'linked',
    sourcesContent: false,
    banner: { js: bundleMark },
    metafile: true,
    write: false,
    logLevel: 'silent',
    logOverride: { 'indirect-require': 'warning' },
  };
}

/**
 * Keeps Node's modules out of a web bundle. An npm package of the same name is preferred, because browsers
 * need it.
 */
const builtinsAreExternal: NonNullable<BuildOptions['plugins']>[number] = {
  name: 'builtins-are-external',
  setup({ onResolve, resolve }) {
    const asked = Symbol('asked already');
    onResolve({ filter: /^(?:node:)?[a-z_/0-9]+$/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === asked || !isBuiltin(path)) return undefined;
      const { importer, resolveDir, kind } = from;
      const found = await resolve(path, { importer, resolveDir, kind, pluginData: asked });
      return found.errors.length === 0 ? found : { path, external: true };
    });
  },
};

function requiresBuiltins({ outputs }: Metafile): boolean {
  return Object.values(outputs).some(({ imports }) =>
    imports.some(({ kind, external }) => kind === 'require-call' && external === true),
  );
}

function isBuildFailure(error: unknown): error is { errors: Message[]; warnings: Message[] } {
  return error instanceof Error && 'errors' in error && 'warnings' in error;
}
