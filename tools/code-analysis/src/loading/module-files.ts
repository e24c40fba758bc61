import { isRecord, parseManifest } from '@orchestra/core';
import { posix } from 'node:path';
import type { ModuleFormat } from './known.ts';

/** What Node finds of a module. */
export type Resolved =
  | { kind: 'file'; path: string }
  /** Nothing; `instead` is the file that is there under a name that an ES module must write whole. */
  | { kind: 'missing'; instead?: string };

/** The files of a package, in which Node looks for modules. */
export class ModuleFiles {
  readonly #paths: ReadonlySet<string>;
  readonly #manifests = new Map<string, Readonly<Record<string, unknown>>>();

  /** @param files all files of the package; only the text of manifests is read */
  constructor(files: ReadonlyMap<string, Uint8Array>, others: readonly string[] = []) {
    this.#paths = new Set([...files.keys(), ...others]);
    for (const [path, bytes] of files) {
      if (posix.basename(path) !== 'package.json') continue;
      const { manifest } = parseManifest(new TextDecoder().decode(bytes));
      if (manifest !== null) this.#manifests.set(folderOf(path), manifest.raw);
    }
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /**
   * How Node loads a file: by its ending, else by the `type` of the nearest manifest; undefined where the
   * syntax of the file decides.
   */
  formatOf(path: string): ModuleFormat | undefined {
    if (path.endsWith('.mjs')) return 'esm';
    if (path.endsWith('.cjs')) return 'cjs';
    const type = this.#nearest(path)?.['type'];
    if (type === 'module') return path.endsWith('.js') ? 'esm' : undefined;
    return type === 'commonjs' ? 'cjs' : undefined;
  }

  /**
   * Resolves what a file loads, as Node does. An ES module names files whole.
   *
   * @param at.format of the loading file; `require` of it counts as CommonJS
   */
  resolve(module: string, at: { from: string; format: ModuleFormat }): Resolved {
    if (/^\.{1,2}(?:\/|$)/.test(module)) {
      return this.#relative(posix.join('.', folderOf(at.from), module), at.format);
    }
    if (module.startsWith('#')) return this.#mapped(this.#nearest(at.from)?.['imports'], module);
    const own = this.#nearest(at.from);
    if (own !== undefined && own['exports'] !== undefined && typeof own['name'] === 'string') {
      const rest =
        module === own['name']
          ? '.'
          : module.startsWith(`${own['name']}/`)
            ? `.${module.slice(own['name'].length)}`
            : null;
      if (rest !== null) return this.#mapped(own['exports'], rest);
    }
    return this.#inNodeModules(module, at.from);
  }

  #relative(written: string, format: ModuleFormat): Resolved {
    if (written.startsWith('../') || written === '..') return { kind: 'missing' };
    const path = written === '.' ? '' : written.replace(/\/$/, '');
    if (path !== '' && !written.endsWith('/') && this.has(path)) return { kind: 'file', path };
    const found = this.#byEnding(path) ?? this.#ofFolder(path);
    if (found === undefined) return { kind: 'missing' };
    return format === 'cjs' ? { kind: 'file', path: found } : { kind: 'missing', instead: found };
  }

  #byEnding(path: string): string | undefined {
    const endings = ['.js', '.json', '.node', '.cjs', '.mjs'];
    return path === ''
      ? undefined
      : endings.map((ending) => path + ending).find((one) => this.has(one));
  }

  #ofFolder(path: string): string | undefined {
    const main = path === '' ? undefined : this.#manifests.get(path)?.['main'];
    if (typeof main === 'string') {
      const named = posix.join(path, main);
      const found = this.has(named)
        ? named
        : (this.#byEnding(named) ?? this.#byEnding(posix.join(named, 'index')));
      if (found !== undefined) return found;
    }
    return this.#byEnding(posix.join(path, 'index'));
  }

  #inNodeModules(module: string, from: string): Resolved {
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? module;
    for (let folder = folderOf(from); ; folder = folderOf(folder)) {
      const root = posix.join(folder, 'node_modules', name);
      if (this.#manifests.has(root)) {
        const { exports } = this.#manifests.get(root) ?? {};
        const rest = `.${module.slice(name.length)}`;
        if (exports === undefined) return this.#relative(posix.join(root, rest), 'cjs');
        return this.#mapped(exports, rest, root);
      }
      const bare = this.#relative(posix.join(folder, 'node_modules', module), 'cjs');
      if (bare.kind === 'file' || folder === '') return bare;
    }
  }

  /** Looks a name up in `exports` or `imports`; conditions are alternatives, of which one that is there counts. */
  #mapped(map: unknown, name: string, root = ''): Resolved {
    const isTable = isRecord(map) && Object.keys(map).some((key) => /^[.#]/.test(key));
    const table: Readonly<Record<string, unknown>> = isTable && isRecord(map) ? map : { '.': map };
    for (const [key, target] of Object.entries(table)) {
      const [start = '', end = ''] = key.split('*');
      const isPattern =
        key.includes('*') &&
        name.length >= key.length &&
        name.startsWith(start) &&
        name.endsWith(end);
      if (key !== name && !isPattern) continue;
      const star = isPattern ? name.slice(start.length, name.length - end.length) : '';
      const path = targetsOf(target)
        .map((one) => posix.join(root, one.replaceAll('*', star)))
        .find((one) => this.has(one));
      if (path !== undefined) return { kind: 'file', path };
    }
    return { kind: 'missing' };
  }

  #nearest(path: string): Readonly<Record<string, unknown>> | undefined {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const manifest = this.#manifests.get(folder);
      if (manifest !== undefined || folder === '') return manifest;
    }
  }
}

/** The paths that a target of a map may mean, whatever the conditions. */
function targetsOf(target: unknown, depth = 0): string[] {
  if (typeof target === 'string') return [target];
  if (depth > 8) return [];
  const inner = Array.isArray(target) ? target : isRecord(target) ? Object.values(target) : [];
  return inner.flatMap((each: unknown) => targetsOf(each, depth + 1));
}

/** The folder of a path; '' for the root. */
function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}
