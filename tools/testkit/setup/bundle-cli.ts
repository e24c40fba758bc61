import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Bundles the command line, so that tests run what a user installs. */
export async function setup(): Promise<void> {
  await promisify(execFile)(process.execPath, ['cli/scripts/build.ts'], { cwd: root });
}
