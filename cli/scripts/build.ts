import { build } from 'esbuild';
import { chmod, copyFile, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cliVersion } from '../src/version.ts';
import { writeEngine } from './write-engine.ts';

/** Makes what a user installs: a bundle with its own package.json in `dist/`, split by command. */
const folder = fileURLToPath(new URL('../', import.meta.url));
const fresh = await mkdtemp(join(folder, 'dist.'));
try {
  const { files, bytes } = await bundle(fresh);
  await rename(join(folder, 'dist'), join(fresh, 'before')).catch(() => {}); // none at first
  await rename(fresh, join(folder, 'dist'));
  await rm(join(folder, 'dist', 'before'), { recursive: true, force: true });
  process.stdout.write(`cli/dist: ${files} files, ${Math.round(bytes / 1024)} KiB\n`);
} finally {
  await rm(fresh, { recursive: true, force: true });
}

async function bundle(outdir: string): Promise<{ files: number; bytes: number }> {
  const { metafile } = await build({
    entryPoints: {
      bin: join(folder, 'src/bin.ts'),
      'analysis-worker': join(folder, '../tools/code-analysis/src/worker/analysis-worker.ts'),
      'textmate-worker': join(folder, '../tools/textmate/src/worker/textmate-worker.ts'),
      'engine/start': join(folder, '../tools/sandbox/src/programs/start.ts'),
      'engine/host': join(folder, '../tools/sandbox/src/index.ts'),
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    mainFields: ['module', 'main'], // a library's UMD build can't be bundled
    minifySyntax: true,
    legalComments: 'linked',
    external: [
      'esbuild-wasm', // comes along as it is: it is a program of its own
      // whoever runs from sources makes an engine of sources; here it comes along, see write-engine.ts
      '@orchestra/sandbox/programs',
      'esbuild',
    ],
    metafile: true,
    // libraries that are still CommonJS call `require` for Node's own modules
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    chunkNames: 'chunks/[name]-[hash]',
  });
  const launcher = join(outdir, 'orchestra.js');
  await copyFile(join(folder, 'scripts/launcher.js'), launcher);
  await chmod(launcher, 0o755);
  await copyFile(join(folder, '../LICENSE'), join(outdir, 'LICENSE'));
  for (const name of ['types', 'templates']) {
    await cp(join(folder, name), join(outdir, name), { recursive: true });
  }
  const { resolve } = createRequire(join(folder, '../tools/textmate/package.json'));
  await copyFile(resolve('vscode-oniguruma/release/onig.wasm'), join(outdir, 'onig.wasm'));
  await copyBundler(outdir);
  await writeEngine(join(outdir, 'engine'));
  await writeFile(join(outdir, 'package.json'), `${JSON.stringify(await manifest(), null, 2)}\n`);
  const outputs = Object.values(metafile.outputs);
  return { files: outputs.length, bytes: outputs.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** The bundler of extensions, without its editions for browsers. It is WebAssembly: one copy runs everywhere. */
async function copyBundler(outdir: string): Promise<void> {
  const from = dirname(createRequire(import.meta.url).resolve('esbuild-wasm/package.json'));
  const to = join(outdir, 'node_modules/esbuild-wasm');
  const needed =
    /^(?:package\.json|LICENSE\.md|esbuild\.wasm|wasm_exec(?:_node)?\.js|bin(?:\/esbuild)?|lib(?:\/main\.js)?)?$/;
  await cp(from, to, {
    recursive: true,
    filter: (path) => needed.test(path.slice(from.length + 1).replaceAll('\\', '/')),
  });
}

async function manifest(): Promise<object> {
  const text = await readFile(join(folder, 'package.json'), 'utf8');
  const { name, description, license, dependencies } = JSON.parse(text);
  return {
    name,
    version: cliVersion,
    description,
    license,
    type: 'module',
    bin: { orchestra: 'orchestra.js' },
    engines: { node: '>=22' },
    dependencies: { 'esbuild-wasm': dependencies['esbuild-wasm'] },
    bundleDependencies: ['esbuild-wasm'],
  };
}
