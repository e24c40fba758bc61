import { type Gcs, makeFolder } from '@orchestra/testkit';
import { type EndedJob, runJob, tokenOf } from './run-job.ts';
import type { World } from './start-world.ts';

/** A bucket, and the storage that has it. */
export interface Stored {
  gcs: Gcs;
  bucket: string;
}

/** Runs `publish-apply` into a bucket, on a machine of its own, as each run of a workflow has one. */
export async function runApply(
  world: World,
  options: Stored & { env?: Record<string, string>; signal?: AbortSignal },
): Promise<EndedJob> {
  await using temporary = await makeFolder();
  const { gcs, bucket, signal } = options;
  const env = {
    INPUT_TOKEN: tokenOf(world, 'installation'),
    INPUT_BOT: world.github.app.login,
    INPUT_PLAN: world.folder.join('plan'),
    INPUT_BLOBS: `gs://${bucket}`,
    INPUT_STORAGE_URL: gcs.origin,
    INPUT_SERVED_SECONDS: '0',
    RUNNER_TEMP: temporary.path,
    ...options.env,
  };
  return await runJob(world, 'publish-apply', {
    env,
    isBundled: true,
    ...(signal === undefined ? {} : { signal }),
  });
}
