import { type Limits, problem, type Problem } from '@orchestra/core';
import { formatBytes } from '../render/format.ts';

/** Checks that the packed file isn't larger than registries accept. */
export function checkPackedSize(
  files: ReadonlyMap<string, Uint8Array>,
  { size, limits }: { size: number; limits: Pick<Limits, 'packedBytes'> },
): Problem[] {
  if (size <= limits.packedBytes) return [];
  const [largest] = [...files].toSorted(([, left], [, right]) => right.length - left.length);
  const what = `Expected at most ${formatBytes(limits.packedBytes)} packed; found ${formatBytes(size)}`;
  const message = `${what}. The largest file has ${formatBytes(largest?.[1].length ?? 0)}`;
  return [problem('package-too-large', { path: largest?.[0] ?? '.', message })];
}
