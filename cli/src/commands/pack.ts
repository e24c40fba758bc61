import { defaultLimits, formatBytes, type Problem, RegistryError } from '@orchestra/core';
import { writeFileAtomic } from '@orchestra/core/node';
import { count } from '@orchestra/terminal';
import { resolve } from 'node:path';
import { tellOfRegistry } from '../check/tell-of-registry.ts';
import { type Contents, listContents } from '../project/list-contents.ts';
import { packWithin } from '../project/pack-within.ts';
import { readValidExtension } from '../project/read-project.ts';
import type { Command } from '../command.ts';
import { startProgress } from '../render/progress.ts';
import { renderContents } from '../render/render-contents.ts';
import { renderFound } from '../render/render-found.ts';

/** Options of `pack`. */
export interface PackOptions {
  setVersion?: string;
  /** Takes in what the repository around the folder has and the folder lacks. */
  includeRoot?: true;
  /** Folder for the package file. */
  out: string;
}

/** The package that was made. */
export interface PackResult extends Contents {
  /** Absolute path. */
  file: string;
  sha256: string;
  /** SHA-256 of the uncompressed tar, the same on every release of Node. */
  tarSha256: string;
  /** Bytes of the file. */
  size: number;
  problems: Problem[];
}

/** Checks and packs the extension in this folder. */
export const pack: Command<PackOptions, PackResult> = {
  async run(options, context) {
    const read = await readValidExtension(options, context);
    const { name, version } = read;
    using _progress = await startProgress(context, 'Packing');
    const { bytes, facts } = await packWithin(read, defaultLimits);
    const problems = await tellOfRegistry(read.problems, {
      manifest: read.manifest,
      sha256: facts.sha256,
      context,
    });
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
    return { file, sha256, tarSha256, ...listContents(read), size, problems };
  },
  text({ file, sha256, problems, ...contents }, style) {
    const { files, size } = contents;
    const shown = problems.length === 0 ? [] : [renderFound(problems, style), ''];
    return [
      renderContents(contents, style),
      '',
      ...shown,
      `${style.green('Packed')} ${count(files.length, 'file')} into ${style.bold(file)} (${formatBytes(size)})`,
      style.dim(`SHA-256 ${sha256}`),
    ].join('\n');
  },
};
