import { RegistryError } from '@orchestra/core';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const siteFolder = fileURLToPath(new URL('../../', import.meta.url));
/** A build makes much that is soon gone: with more room for it, a tenth of its time is saved. */
const memory = ['--max-semi-space-size=64'];

const astroFolder = dirname(createRequire(import.meta.url).resolve('astro/package.json'));

/**
 * Runs `astro build` as a separate process, with only the given environment.
 *
 * @param options.cwd a folder above the output. Elsewhere, Astro would put temporary files into the checkout,
 *   where simultaneous builds of two registries would mix them up
 * @throws RegistryError `site-build-failed` with the end of Astro's output
 */
export async function runAstro(options: {
  cwd: string;
  env: Readonly<Record<string, string>>;
}): Promise<void> {
  const args = [...memory, join(astroFolder, 'bin', 'astro.mjs'), 'build', '--root', siteFolder];
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: { ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const [stdout, stderr, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  if (exitCode === 0) return;
  const printed = (stderr.trim() === '' ? stdout : stderr).trim().slice(-2000);
  throw new RegistryError('site-build-failed', `The site could not be built: ${printed}`, {
    hint: 'The site that was built before stays. Mend the cause; the next publish builds again.',
  });
}
