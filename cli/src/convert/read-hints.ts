import { isRecord, type Manifest } from '@orchestra/core';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceHints } from './guess-sources.ts';

const tellsOfSources =
  /^(?:.*\/)?tsconfig\.json$|^(?:[^/]*\/)?(?:esbuild|webpack|rollup|vite|tsup|rspack|build)[\w.-]*\.[cm]?[jt]s$/;
const mostConfigs = 20;
const mostBytes = 256 * 1024;

/** Reads the files that help to find an extension's sources: configurations and scripts, as text. */
export async function readHints(of: {
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
