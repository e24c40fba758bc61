import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Samples that run in the sandbox, each with its versions up to the one that is measured. */
const versions = {
  'commit-compass': ['1.0.0', '1.1.0', '1.1.1', '1.2.0'],
  'git-lens': ['1.0.0', '1.1.0', '1.1.1'],
  'line-ledger': ['1.0.0', '1.1.0', '1.2.0'],
  'link-lantern': ['1.0.0', '1.0.1', '1.1.0'],
} as const;

/** Name of a native sample. */
export type NativeSample = keyof typeof versions;

/** Names of all native samples. */
export const nativeSamples = Object.keys(versions) as NativeSample[];

/** Entry of every native sample, relative to its folder. */
export const sampleEntry = 'dist/main.js';

const samples = fileURLToPath(new URL('../../../local/samples/', import.meta.url));

/** Copies a sample below a folder; each version has only the files that differ from the one before. */
export async function placeSample(name: NativeSample, folder: string): Promise<string> {
  const placed = join(folder, name);
  for (const version of versions[name]) {
    await cp(join(samples, name, version), placed, { recursive: true });
  }
  return placed;
}
