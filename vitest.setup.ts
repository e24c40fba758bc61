import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Bundles the CLI once, so that tests run what a user installs. */
export async function setup(): Promise<void> {
  await promisify(execFile)(process.execPath, ['cli/scripts/build.ts'], {
    cwd: import.meta.dirname,
  });
}
