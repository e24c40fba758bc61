import { RegistryError } from '@orchestra/core';
import {
  type BuiltinFault,
  findNeededBuiltins,
  NeededBuiltin,
  refuseBuiltins,
} from '@orchestra/core/node';
import type { BuildOptions, Message, Metafile, OutputFile } from 'esbuild-wasm';
import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { findBundler } from './find-bundler.ts';
import { readSureLoads } from './read-sure-loads.ts';
import type { Bundle } from './plan-bundles.ts';
import { isIndirect, takeModules } from './take-modules.ts';

/** Bundled files in memory, with the bundler's messages. */
export interface BundledCode {
  outputs: OutputFile[];
  /** The bundler's metadata; paths are relative to the folder. */
  metafile: Metafile;
  errors: Message[];
  warnings: Message[];
  /** Modules of Node in the bundle of a native extension, which has none of them where it runs. */
  builtins: BuiltinFault[];
}

type Attempt = Omit<BundledCode, 'builtins'>;

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

/** The bundler, whose program may take a second to start: it stays for later bundles, until this process ends. */
function startBundler(): Promise<Esbuild> {
  bundler ??= findBundler().then((esbuild) => {
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
  const hasNode = options.platform === 'node';
  const needsRequire = hasNode && options.format !== 'cjs' && requiresBuiltins(bundled.metafile);
  const banner = { js: `${bundleMark}\n${requireLine}` };
  const made = needsRequire ? await attempt({ ...options, banner }, by.esbuild) : bundled;
  const builtins = hasNode || isWeb(bundles) ? [] : await findBuiltins(made, by.folder);
  const warnings = made.warnings.filter(
    (warning) => !isIndirect(warning) && !(warning.detail instanceof NeededBuiltin),
  );
  return { ...made, warnings, builtins };
}

/** True for what a VS Code extension has for the web, and doesn't need elsewhere. */
function isWeb(bundles: readonly Bundle[]): boolean {
  return bundles.every(({ pointer }) => pointer === '/browser');
}

function findBuiltins(made: Attempt, folder: string): Promise<BuiltinFault[]> {
  return findNeededBuiltins(made, {
    readText: (file) => readFile(resolve(folder, file), 'utf8').catch(() => undefined),
    async findSure() {
      const code = made.outputs.filter(({ path }) => !path.endsWith('.map'));
      const sure = await Promise.all(code.map(({ text }) => readSureLoads(text)));
      return new Set(sure.flatMap((names) => [...names]));
    },
  });
}

async function attempt(options: BuildOptions, { build }: Esbuild): Promise<Attempt> {
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
    // where there is no Node, there is no document either
    ...(first?.platform === 'browser' && { conditions: ['worker', 'module'] }),
    target: first?.platform === 'browser' ? 'es2022' : 'node22',
    jsx: 'automatic',
    loader: { '.js': 'jsx' }, // as Raycast takes it
    external: [...provided, ...external],
    // without Node, the bundler mustn't fail on its modules before all of them are told
    plugins: first?.platform === 'browser' ? [refuseBuiltins] : [],
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

function requiresBuiltins({ outputs }: Metafile): boolean {
  return Object.values(outputs).some(({ imports }) =>
    imports.some(({ kind, external }) => kind === 'require-call' && external === true),
  );
}

function isBuildFailure(error: unknown): error is { errors: Message[]; warnings: Message[] } {
  return error instanceof Error && 'errors' in error && 'warnings' in error;
}
