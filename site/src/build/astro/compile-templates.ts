import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { basePath } from '../../addresses/base-path.ts';
import { digest } from '../digests/digest.ts';
import { runNode } from './run-node.ts';

/** Compiled templates, which render the pages of any registry whose site has the same base path. */
export interface CompiledTemplates {
  /** Path of the module that exports `app`. */
  entry: string;
  /** Folder with the files that browsers load: scripts, styles, fonts. */
  assets: string;
  /** Folder in which Node keeps what it compiles of the module, so that only the first process compiles it. */
  compiled: string;
}

/** What decides how templates are compiled. */
export interface CompileOptions {
  /** Digest of the code that builds the site. */
  code: string;
  /** URL of the site, without a final slash; only its path matters. */
  site: string;
  /** Folder that keeps compiled templates; several builds may use it at once. */
  directory: string;
}

const siteFolder = fileURLToPath(new URL('../../../', import.meta.url));
const astroFolder = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
const day = 24 * 60 * 60 * 1000;

/** What this process compiles now, by where it goes. */
const compiling = new Map<string, Promise<void>>();

/**
 * Compiles the templates of the site, unless this was done before: it takes seconds, and depends on the code
 * alone, not on what is published. What wasn't used for a day is removed then.
 *
 * @throws RegistryError `site-build-failed` with the end of Astro's output
 */
export async function compileTemplates(options: CompileOptions): Promise<CompiledTemplates> {
  const place = templatesFolder(options);
  if (!(await isThere(place))) {
    const compiled = compiling.get(place) ?? compileTo(place, options);
    compiling.set(place, compiled);
    await compiled.finally(() => compiling.delete(place));
  }
  const now = new Date();
  await utimes(place, now, now);
  return {
    entry: join(place, 'dist/server/entry.mjs'),
    assets: join(place, 'dist/client'),
    compiled: join(place, 'compiled'),
  };
}

async function compileTo(place: string, { site, directory }: CompileOptions): Promise<void> {
  await removeUnused(directory);
  const making = join(directory, `making-${randomUUID()}`);
  await mkdir(making, { recursive: true });
  const args = [join(astroFolder, 'bin', 'astro.mjs'), 'build', '--root', siteFolder];
  const env = {
    ASTRO_TELEMETRY_DISABLED: '1',
    ORCHESTRA_SITE_BASE: basePath(site),
    ORCHESTRA_SITE_OUT: join(making, 'dist'),
    ORCHESTRA_SITE_CACHE: join(making, 'cache'),
  };
  try {
    await runNode(args, { cwd: making, env });
    await rm(join(making, 'cache'), { recursive: true, force: true });
    await rename(making, place).catch(async (error: unknown) => {
      if (!(await isThere(place))) throw error; // else another process was faster
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Path of the folder for compiled templates, alike for all sites that can share them. */
export function templatesFolder({ code, site, directory }: CompileOptions): string {
  return join(directory, digest([code, basePath(site)]));
}

/** Removes templates that weren't used for a day, and what killed builds left. */
async function removeUnused(directory: string): Promise<void> {
  for (const name of await readdir(directory).catch(() => [])) {
    const found = await stat(join(directory, name)).catch(() => null); // another build removed it
    if (found !== null && found.mtimeMs < Date.now() - day)
      await rm(join(directory, name), { recursive: true, force: true });
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
