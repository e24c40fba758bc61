import type { Manifest } from '@orchestra/core';
import { posix } from 'node:path';
import { type Bundle, type BundlePlan, isSource } from './plan-bundles.ts';
import { writtenPaths } from './written-paths.ts';

/**
 * Adds to a plan what code starts as a program of its own, such as a language server: a file `dist/server.js` that some
 * source names is made of `src/server.ts`. Where there is no such source, the file is packed as it is. Pure.
 *
 * @param of.texts sources of the extension, as `src/` has them
 * @param of.paths every file of the folder
 */
export function planStarted(
  plan: BundlePlan,
  of: { manifest: Manifest; texts: readonly string[]; paths: readonly string[] },
): BundlePlan {
  const { manifest, texts, paths } = of;
  const isOfNode = manifest.compat === 'vscode' || manifest.compat === 'raycast';
  if (!isOfNode || plan.bundles.length === 0) return plan;
  const present = new Set(paths);
  const outputs = new Set(plan.bundles.map(({ output }) => output));
  const named = new Set(texts.flatMap(writtenPaths).filter((path) => path.startsWith('dist/')));
  const started = [...named].toSorted().flatMap((output): Bundle[] => {
    const entry = sourceOf(output, present);
    if (entry === undefined || outputs.has(output)) return [];
    const isModule = output.endsWith('.mjs') || (!output.endsWith('.cjs') && isOfModules(manifest));
    return [{ pointer: '', entry, output, format: isModule ? 'esm' : 'cjs', platform: 'node' }];
  });
  return { ...plan, bundles: [...plan.bundles, ...started] };
}

/** True for bundles that are planned because code starts them. */
export function isStarted({ pointer }: Bundle): boolean {
  return pointer === '';
}

function sourceOf(output: string, present: ReadonlySet<string>): string | undefined {
  const stem = output.replace(/^dist\//, 'src/').slice(0, -posix.extname(output).length);
  return ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs']
    .map((ending) => `${stem}${ending}`)
    .find((path) => present.has(path) && isSource(path));
}

function isOfModules({ compat, raw }: Manifest): boolean {
  return compat === 'vscode' && raw['type'] === 'module';
}
