import type { Owner } from '@orchestra/core';
import { packFiles, readExtension } from '@orchestra/packaging/node';
import type { Accounts } from '@orchestra/db';
import {
  changeCurated,
  changeStatus,
  type PublishContext,
  publishPackage,
} from '@orchestra/registry';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSamples, type Sample, samplesFolder } from './read-samples.ts';

/** The registry that samples are published to. */
export interface SeedContext extends PublishContext {
  accounts: Accounts;
  /** Folder for packages until they are stored. */
  uploads: string;
  onProgress(text: string): void;
}

/**
 * Publishes the sample extensions like any other, once for each data folder. After an interruption it
 * continues: published versions stay as they are.
 */
export async function seedSamples(directory: string, context: SeedContext): Promise<void> {
  const done = join(directory, 'samples-published');
  if ((await readFile(done, 'utf8').catch(() => null)) !== null) return;
  const extensions = await readSamples();
  for (const sample of extensions) await publishSample(sample, context);
  await curate(extensions, context);
  await writeFile(done, `${context.now().toISOString()}\n`);
}

async function publishSample(sample: Sample, context: SeedContext) {
  const { name } = sample;
  const submitter = await context.accounts.ensure(sample.publisher);
  const staging = await mkdtemp(join(context.uploads, 'sample-'));
  try {
    for (const { version, preRelease = false, yanked } of sample.versions) {
      context.onProgress(`Publishing ${name} ${version}`);
      // a version's folder only has the files that differ from the version before
      await cp(join(samplesFolder, name, version), join(staging, name), { recursive: true });
      const file = join(staging, `${version}.tar.gz`);
      const { files, executables } = await readExtension(join(staging, name));
      await writeFile(file, (await packFiles(files, executables)).bytes);
      const request = {
        archive: { file },
        submitter,
        preRelease,
        dryRun: false,
        expectedName: name,
      };
      await publishPackage(request, context);
      if (yanked === undefined) continue;
      await changeStatus({ action: 'yank', name, version, reason: yanked, submitter }, context);
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function curate(samples: readonly Sample[], context: SeedContext): Promise<void> {
  const featured = samples.filter((sample) => sample.featured).map((sample) => sample.name);
  const logins = new Set(samples.filter((sample) => sample.verified).map((s) => s.publisher));
  const verified: Owner[] = [];
  for (const login of logins) verified.push(await context.accounts.find(login));
  await changeCurated(
    {
      message: 'Feature the samples and verify their publishers\n',
      change: () => ({ featured, verified }),
    },
    context,
  );
}
