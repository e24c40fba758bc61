import type { PackageAnalysis, Problem } from '@orchestra/core';
import { sortProblems } from '@orchestra/packaging';
import { readExtension } from '@orchestra/packaging/node';
import { bundleInMemory } from '../convert/bundle-in-memory.ts';
import type { RunnableProject } from '../sandbox/read-runnable-project.ts';

/** What `check` would find in a project. */
export interface MemoryCheck {
  problems: Problem[];
  analysis: PackageAnalysis | null;
}

/**
 * Checks a project as `check` does, without asking a registry, and writes nothing: bundles stay in memory.
 *
 * @throws RegistryError `file-unreadable`, `bundler-failed`
 */
export async function checkInMemory({
  folder,
  read,
  plan,
}: Pick<RunnableProject, 'folder' | 'read' | 'plan'>): Promise<MemoryCheck> {
  const made = await bundleInMemory(plan.bundles, folder);
  const entries = new Map(plan.bundles.map(({ pointer, output }) => [pointer, output]));
  const checked = await readExtension(folder, { read, made: made.files, replaced: { entries } });
  const failed = made.problems.length > 0;
  return {
    problems: sortProblems([...plan.problems, ...made.problems, ...checked.problems]),
    analysis: failed ? null : checked.analysis,
  };
}
