import { isBuiltin } from 'node:module';

/** Marks a message of the bundler as one of {@link refuseBuiltins}. */
export class NeededBuiltin {
  /** As it is written, with or without `node:`. */
  readonly module: string;
  constructor(module: string) {
    this.module = module;
  }
}

/** How something is imported, as esbuild names it. */
type ImportKind =
  | 'entry-point'
  | 'import-statement'
  | 'require-call'
  | 'dynamic-import'
  | 'require-resolve'
  | 'import-rule'
  | 'composes-from'
  | 'url-token';

/** What an import is asked by. */
interface Asking {
  importer: string;
  resolveDir: string;
  kind: ImportKind;
  pluginData?: unknown;
}

/** The part of the hooks of esbuild that is needed: `esbuild` and `esbuild-wasm` both have it. */
interface BundlerHooks {
  onResolve(
    on: { filter: RegExp },
    callback: (asked: Asking & { path: string }) => Promise<Resolution | undefined>,
  ): void;
  resolve(path: string, by: Asking): Promise<{ errors: unknown[] }>;
}

interface Resolution {
  path: string;
  external: true;
  sideEffects: false;
  warnings: { text: string; detail: NeededBuiltin }[];
}

/**
 * A plugin of esbuild for places without Node. Modules of Node stay outside of the bundle, with a warning each
 * that is marked with a {@link NeededBuiltin}; an npm package of the same name is there.
 */
export const refuseBuiltins = {
  name: 'no-builtins',
  setup({ onResolve, resolve }: BundlerHooks): void {
    const asked = Symbol('asked already');
    onResolve({ filter: /^(?:node:)?[a-z_/0-9]+$/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === asked || !isBuiltin(path)) return undefined;
      const { importer, resolveDir, kind } = from;
      const found = path.startsWith('node:')
        ? null
        : await resolve(path, { importer, resolveDir, kind, pluginData: asked });
      // undefined, since what a package leaves out by its field "browser" has no path that could be given
      if (found !== null && found.errors.length === 0) return undefined;
      const warnings = [{ text: path, detail: new NeededBuiltin(path) }];
      return { path, external: true, sideEffects: false, warnings };
    });
  },
};
