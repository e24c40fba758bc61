import { RegistryError } from '@orchestra/core';
import { publishPackage, type PublishResult } from '@orchestra/registry';
import { renderProblems, renderTable } from '@orchestra/terminal';
import { resolve } from 'node:path';
import type { OperatorCommand } from '../command.ts';
import { findOperator } from '../find-operator.ts';
import { openData } from '../open-data.ts';

/** The package to publish, and how. */
export interface PublishFileOptions {
  file: string;
  preRelease: boolean;
  /** True where a person reviewed the code that couldn't be analysed. */
  reviewed: boolean;
  dryRun: boolean;
}

/**
 * Publishes a package for an account, which becomes the owner of a new name.
 *
 * @throws RegistryError `usage` where no account is named, and as {@link publishPackage}
 */
export const publishFile: OperatorCommand<PublishFileOptions, PublishResult> = {
  async run(options, context) {
    if (context.as === undefined) {
      throw new RegistryError('usage', 'Nobody is named to publish for', {
        hint: 'Name the account that owns the extension, or will: --as LOGIN',
      });
    }
    using registry = await openData(context);
    const { preRelease, dryRun } = options;
    return await publishPackage(
      {
        archive: { file: resolve(context.cwd, options.file) },
        submitter: await findOperator(context),
        ...(options.reviewed ? { reviewed: true } : {}),
        preRelease,
        dryRun,
        expectedName: undefined,
      },
      { ...registry, limits: registry.config.limits, now: context.now },
    );
  },
  text(result, style) {
    const what = `${result.name} ${result.version}`;
    const notes = result.problems.length === 0 ? '' : `${renderProblems(result.problems, style)}\n`;
    if (result.unchanged) return `${notes}${what} is published already; nothing changed`;
    if (result.stages.indexed !== null) {
      return `${notes}${style.green('Published')} ${what}\nSHA-256 ${result.sha256}`;
    }
    const blobs = result.plan?.blobs.map(({ key, size }) => ['', `${size}`, key]) ?? [];
    return `${notes}${what} would be published; nothing was stored\n${renderTable(blobs)}`;
  },
};
