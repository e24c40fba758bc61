import { formatBytes, hasErrors, type Problem, RegistryError } from '@orchestra/core';
import { count, plain, renderProblems, renderTable } from '@orchestra/terminal';
import { buildProject } from '../build/build-project.ts';
import type { BuiltFile } from '../build/run-build.ts';
import type { Command } from '../command.ts';
import { startProgress } from '../render/progress.ts';

/** The files of a build. */
export interface BuildResult {
  files: BuiltFile[];
  removed: string[];
  problems: Problem[];
  /** False where the manifest names no source files, so that there is nothing to build. */
  hasSources: boolean;
}

/** Bundles the code of the extension in this folder into `dist/`. */
export const build: Command<object, BuildResult> = {
  async run(_options, context) {
    using _progress = await startProgress(context, 'Building');
    const { read, bundles, files, removed, problems } = await buildProject(context);
    if (read.manifest === null) {
      throw new RegistryError('problems-found', `${context.cwd} has no manifest to build by`, {
        problems,
      });
    }
    return { files, removed, problems, hasSources: bundles.length > 0 || hasErrors(problems) };
  },
  text({ files, removed, problems, hasSources }, style) {
    const shown = problems.length === 0 ? [] : [renderProblems(problems, style)];
    if (!hasSources) return 'Nothing to build: the manifest names no source file';
    if (hasErrors(problems)) return [...shown, 'Nothing was built'].join('\n');
    const rows = files.map(({ path, bytes, inputs }) => [
      `  ${plain(path)}`,
      style.dim(formatBytes(bytes)),
      inputs.length === 0 ? '' : style.dim(`of ${count(inputs.length, 'file')}`),
    ]);
    return [
      ...shown,
      renderTable(rows),
      ...removed.map((path) => `  ${plain(path)} was removed: nothing makes it any more`),
      `${style.green('Built')} ${count(files.length, 'file')}`,
    ].join('\n');
  },
  json: ({ files, removed, problems }) => ({ files, removed, problems }),
  exitCode: ({ problems }) => (hasErrors(problems) ? 1 : 0),
};
