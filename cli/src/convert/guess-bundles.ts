import type { EntryFile, Manifest } from '@orchestra/core';
import { isRecord } from '@orchestra/core';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle } from '../build/plan-build.ts';
import { findSource, type SourceHints } from './guess-sources.ts';

/** Bundles in place of built files that aren't there, of the sources that they are likely built of. */
export async function guessBundles(
  absent: readonly EntryFile[],
  of: { directory: string; manifest: Manifest; paths: ReadonlySet<string> },
): Promise<Bundle[]> {
  if (absent.length === 0) return [];
  const hints = await readHints(of);
  return absent.flatMap(({ pointer, path }): Bundle[] => {
    const entry = findSource(path, hints);
    if (entry === undefined) return [];
    const output = /\.[cm]?js$/.test(path) ? path : `${path}.js`;
    const platform = pointer === '/browser' ? 'browser' : 'node';
    return [{ pointer, entry, output, format: 'cjs', platform }];
  });
}

const tellsOfSources =
  /^(?:.*\/)?tsconfig\.json$|^(?:[^/]*\/)?(?:esbuild|webpack|rollup|vite|tsup|rspack|build)[\w.-]*\.[cm]?[jt]s$/;
const mostConfigs = 20;
const mostBytes = 256 * 1024;

async function readHints(of: {
  directory: string;
  manifest: Manifest;
  paths: ReadonlySet<string>;
}): Promise<SourceHints> {
  const named = [...of.paths].filter((path) => tellsOfSources.test(path)).slice(0, mostConfigs);
  const configs = new Map<string, string>();
  for (const path of named) {
    const file = join(of.directory, path);
    const found = await stat(file).catch(() => null);
    if (found === null || found.size > mostBytes) continue;
    configs.set(path, await readFile(file, 'utf8').catch(() => ''));
  }
  const { scripts } = of.manifest.raw;
  const texts = isRecord(scripts) ? Object.values(scripts) : [];
  return { configs, paths: of.paths, scripts: texts.filter((text) => typeof text === 'string') };
}
