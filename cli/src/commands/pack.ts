import { defaultLimits, type Problem, RegistryError } from '@orchestra/core';
import { writeFileAtomic } from '@orchestra/core/node';
import { resolve } from 'node:path';
import { packWithin } from '../author/pack-within.ts';
import { readSound } from '../author/read-own.ts';
import type { Command } from '../command.ts';
import { count, formatBytes } from '../render/format.ts';
import { plain } from '../render/plain.ts';
import { startProgress } from '../render/progress.ts';
import { renderProblems } from '../render/render-problems.ts';
import { renderTable } from '../render/table.ts';

/** How to pack. */
export interface PackOptions {
  setVersion?: string;
  /** Folder for the file. */
  out: string;
}

/** What was packed. */
export interface PackResult {
  /** Absolute path. */
  file: string;
  sha256: string;
  /** SHA-256 of the uncompressed tar, the same on every release of Node. */
  tarSha256: string;
  /** Bytes of the file. */
  size: number;
  files: { path: string; size: number }[];
  problems: Problem[];
}

/** Checks the extension in this folder and makes its package. */
export const pack: Command<PackOptions, PackResult> = {
  async run(options, context) {
    const { name, version, files, problems } = await readSound(options, context);
    using _progress = await startProgress(context, 'Packing');
    const { bytes, facts } = await packWithin(files, defaultLimits);
    const file = resolve(context.cwd, options.out, `${name}-${version}.tar.gz`);
    try {
      await writeFileAtomic(file, bytes);
    } catch (error) {
      throw new RegistryError('file-unwritable', `${file} can't be written`, {
        hint: 'Choose a folder that you may write with --out.',
        cause: error,
      });
    }
    const { sha256, tarSha256, size } = facts;
    const listed = [...files].map(([path, content]) => ({ path, size: content.length }));
    listed.sort((left, right) => (left.path < right.path ? -1 : 1));
    return { file, sha256, tarSha256, size, files: listed, problems };
  },
  text({ file, sha256, size, files, problems }, style) {
    const rows = files.map((one) => [`  ${plain(one.path)}`, style.dim(formatBytes(one.size))]);
    const told = problems.length === 0 ? [] : [renderProblems(problems, style), ''];
    return [
      ...told,
      renderTable(rows),
      `${style.green('Packed')} ${count(files.length, 'file')} into ${style.bold(file)} (${formatBytes(size)})`,
      style.dim(`SHA-256 ${sha256}`),
    ].join('\n');
  },
  json: ({ problems: _problems, ...packed }) => packed,
};
