import { RegistryError } from '@orchestra/core';
import { resolve } from 'node:path';
import { publishPackage, type PublishResult } from '../publish/publish-package.ts';
import type { OperatorContext } from './context.ts';
import { findOperator } from './find-operator.ts';
import { openData } from './open-data.ts';

/**
 * Publishes a package for an account, which owns it where the name is new.
 *
 * @throws RegistryError `usage` where no account is named, and as {@link publishPackage}
 */
export async function publish(
  options: { file: string; preRelease: boolean; reviewed: boolean; dryRun: boolean },
  context: OperatorContext,
): Promise<PublishResult> {
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
}
