import type { Submitter } from '@orchestra/core';
import { makeFolder, type TemporaryFolder } from '@orchestra/testkit';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { openRegistry, type Registry, type RegistryParts } from '../src/open-registry.ts';
import {
  type PublishContext,
  publishPackage,
  type PublishRequest,
  type PublishResult,
} from '../src/publish/publish-package.ts';
import { beginIndex } from './begin-index.ts';
import { makePackage, type PackageContents } from './make-package.ts';
import { testConfig } from './test-config.ts';

/** A registry in a temporary folder, with what a test does to it most. */
export interface TestRegistry extends Registry, AsyncDisposable {
  folder: TemporaryFolder;
  context: PublishContext;
  /** Writes a package into the folder and gives its path. */
  packed(contents?: PackageContents): Promise<string>;
  /** Publishes a package for `tidewater`, or as asked. */
  publish(
    contents?: PackageContents,
    request?: Partial<Omit<PublishRequest, 'archive'>>,
  ): Promise<PublishResult>;
  /** Keys of all stored blobs. */
  keys(): Promise<string[]>;
}

/** Publishes in tests. */
export const tidewater: Submitter = { provider: 'local', id: 1, login: 'tidewater' };

/** Another account. */
export const lantern: Submitter = { provider: 'local', id: 2, login: 'paper-lantern' };

/** Makes an empty registry. */
export async function makeRegistry(
  now: () => Date = () => new Date(),
  parts: RegistryParts = {},
): Promise<TestRegistry> {
  const folder = await makeFolder();
  await beginIndex(folder.join('data'), testConfig);
  const registry = await openRegistry(folder.join('data'), { ...parts, config: testConfig });
  const context = { ...registry, limits: testConfig.limits, now };
  const packed = async (contents?: PackageContents) => {
    const file = folder.join(`${randomUUID()}.tar.gz`);
    await writeFile(file, await makePackage(contents));
    return file;
  };
  return {
    ...registry,
    folder,
    context,
    packed,
    publish: async (contents, request) =>
      publishPackage(
        {
          archive: { file: await packed(contents) },
          submitter: tidewater,
          preRelease: false,
          dryRun: false,
          expectedName: undefined,
          ...request,
        },
        context,
      ),
    keys: async () => (await Array.fromAsync(registry.blobs.list(''))).map(({ key }) => key),
    [Symbol.asyncDispose]: async () => {
      registry[Symbol.dispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
