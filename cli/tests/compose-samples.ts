import { cp, glob } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import semver from 'semver';

const samples = fileURLToPath(new URL('../../tools/local/samples/', import.meta.url));

/**
 * Puts every version of every sample into `<target>/<name>/<version>`, as it is published: what differs
 * laid over the version before.
 *
 * @returns the versions of each, oldest first
 */
export async function composeSamples(target: string): Promise<Map<string, string[]>> {
  const versions = new Map<string, string[]>();
  for await (const manifest of glob('*/*/package.json', { cwd: samples })) {
    const [name = '', version = ''] = manifest.split(/[\\/]/);
    versions.set(name, semver.sort([...(versions.get(name) ?? []), version]));
  }
  for (const [name, all] of versions) {
    for (const [at, version] of all.entries()) {
      for (const layer of all.slice(0, at + 1)) {
        await cp(join(samples, name, layer), join(target, name, version), { recursive: true });
      }
    }
  }
  return versions;
}
