import { isRecord } from '@orchestra/core';
import type { Message, Plugin } from 'esbuild-wasm';
import { readFile } from 'node:fs/promises';
import { posix, resolve } from 'node:path';

/**
 * True for the bundler's warning about `require` called under another name: it can't know what such a call
 * loads.
 */
export function isIndirect({ id }: Pick<Message, 'id'>): boolean {
  return id === 'indirect-require';
}

/**
 * Makes a plugin that replaces a package's UMD main file by its ES module. A UMD file loads its parts through
 * a parameter, so that they would be missing in the bundle.
 *
 * @param warnings of the bundler; they name the UMD files
 * @param folder absolute path of the project
 * @returns null where no such package has an ES module
 */
export async function takeModules(
  warnings: readonly Message[],
  folder: string,
): Promise<Plugin | null> {
  const files = warnings.filter(isIndirect).flatMap(({ location }) => location?.file ?? []);
  const modules = new Map<string, string>();
  for (const file of new Set(files)) {
    const module = await findModule(file, folder);
    if (module !== undefined) modules.set(resolve(folder, file), resolve(folder, module));
  }
  if (modules.size === 0) return null;
  return {
    name: 'take-modules',
    setup({ onLoad }) {
      onLoad({ filter: /\.[cm]?js$/ }, ({ path }) => {
        const module = modules.get(path);
        return module === undefined
          ? undefined
          : { contents: `export * from ${JSON.stringify(module)}` };
      });
    },
  };
}

/** Finds the ES module of the package that a file is the main file of. */
async function findModule(file: string, folder: string): Promise<string | undefined> {
  const root = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
  if (root === undefined) return undefined;
  const { main, module, exports } = await readObject(resolve(folder, root, 'package.json'));
  const whole = isRecord(exports) ? (exports['.'] ?? exports) : undefined;
  const byImport = isRecord(whole) ? whole['import'] : undefined;
  const wanted = [byImport, isRecord(byImport) ? byImport['default'] : undefined, module].find(
    (one) => typeof one === 'string',
  );
  const isMain = [main, isRecord(whole) ? whole['default'] : undefined].some(
    (one) =>
      typeof one === 'string' && withoutEnding(posix.join(root, one)) === withoutEnding(file),
  );
  return isMain && typeof wanted === 'string' ? posix.join(root, wanted) : undefined;
}

async function readObject(file: string): Promise<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isRecord(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function withoutEnding(path: string): string {
  return path.replace(/\.[cm]?js$/, '');
}
