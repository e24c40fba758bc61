import type { StatusChanged } from '@orchestra/core';
import { changeStatus } from '../publish/change-status.ts';
import type { OperatorContext } from './context.ts';
import { findOperator } from './find-operator.ts';
import { openData } from './open-data.ts';

/** What happens to which version. */
export interface SetStatusOptions {
  action: 'yank' | 'unyank' | 'quarantine';
  name: string;
  version: string;
  /** Shown to whoever has the version or asks for it. */
  reason?: string;
}

/** Yanks a version, quarantines it, or puts it back. @throws RegistryError as {@link changeStatus} */
export async function setStatus(
  { action, name, version, reason }: SetStatusOptions,
  context: OperatorContext,
): Promise<StatusChanged> {
  using registry = await openData(context);
  const submitter = await findOperator(context);
  return await changeStatus(
    { action, name, version, reason, submitter },
    { ...registry, now: context.now },
  );
}
