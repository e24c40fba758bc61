import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const cache = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url));
const program = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;

/**
 * Unpacks the browser that came as a package, once for each of its versions. The package itself takes a file
 * that it finds for a whole one: also while another process writes it, and after that was killed.
 *
 * @returns path of the executable
 */
export async function unpackBrowser(): Promise<string> {
  const folder = join(cache, `browser-${await readVersion()}`);
  const executable = join(folder, 'chromium');
  if (await isThere(executable)) return executable;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(join(cache, 'browser-'));
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: import.meta.dirname,
      env: { TMPDIR: fresh }, // where the package unpacks to
    });
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!(await isThere(executable))) throw error; // else another process was quicker
  }
  return executable;
}

async function readVersion(): Promise<string> {
  const file = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  const { version }: { version: string } = JSON.parse(await readFile(file, 'utf8'));
  return version;
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
