import { readJson } from '@orchestra/core';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { joinInside, readSpecifier } from './specifier.ts';

/** What the name of an import stands for in the package. */
export interface ImportedCode {
  /** Files of code, more than one where it depends on conditions. */
  codes: ParsedCode[];
  /** Paths of files that run as code and weren't read: native code, WebAssembly, code with another ending. */
  unread: string[];
  /** Set where it isn't in the package: another place of the machine, or code in the address itself. */
  leaves?: 'outside' | 'address';
}

/** Endings that Node and bundlers add to a path, in their order. */
const endings = ['', '.js', '.json', '.node', '.cjs', '.mjs'];
const mostSteps = 200;

/** The files of a package, as imports find them. */
export class ImportedFiles {
  /** Code of the package that something asked for, and that isn't read yet. */
  readonly wanted = new Set<string>();
  /** Files of code that a file was found to load, by its path. */
  readonly loads = new Map<string, Set<string>>();
  #codes: ReadonlyMap<string, ParsedCode>;
  readonly #paths: ReadonlySet<string>;
  readonly #byPlainPath: ReadonlyMap<string, string>;
  readonly #folders = new Set<string>();
  readonly #manifests = new Map<string, unknown>();

  /** @param of.files text of files by path; `others` are files that are only known to be there */
  constructor(of: {
    codes: ReadonlyMap<string, ParsedCode>;
    files: ReadonlyMap<string, Uint8Array>;
    others: readonly string[];
  }) {
    this.#codes = of.codes;
    this.#paths = new Set([...of.files.keys(), ...of.others]);
    this.#byPlainPath = new Map([...this.#paths].map((path) => [plainPath(path), path]));
    for (const path of this.#paths) {
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        this.#folders.add(path.slice(0, at));
      }
    }
    for (const [path, bytes] of of.files) {
      if (!/(?:^|\/)package\.json$/.test(path)) continue;
      this.#manifests.set(
        path.slice(0, -'package.json'.length),
        readJson(new TextDecoder().decode(bytes), { path }).value,
      );
    }
  }

  /** Takes other code for the same files: with what they run written into them. */
  use(codes: ReadonlyMap<string, ParsedCode>): void {
    this.#codes = codes;
  }

  /** @param at.isUrl true for `import`, false for `require` */
  resolve(name: string, at: { from: string; isUrl: boolean }): ImportedCode {
    const to = readSpecifier(name, at);
    const found = new Finder(this);
    switch (to.kind) {
      case 'outside':
      case 'address':
        return { codes: [], unread: [], leaves: to.kind };
      case 'file':
        found.addPath(to.path);
        break;
      case 'package':
        if (name.startsWith('#')) this.#addOwnImport(name, { ...at, found });
        else this.#addPackage(to, { from: at.from, found });
    }
    for (const path of found.paths) this.#link(at.from, path);
    return found.result();
  }

  /** All code whose path begins with a text, other than that of the file that loads it. */
  beginningWith(start: string, from: string): { codes: ParsedCode[]; isAny: boolean } {
    const paths = [...this.#paths].filter((path) => {
      return path !== from && path.startsWith(start) && this.want(path, from);
    });
    return {
      codes: paths.flatMap((path) => this.#codes.get(path) ?? []),
      isAny: paths.length > 0,
    };
  }

  /**
   * Notes that something asks for a file.
   *
   * @param from the file whose code loads it; left out where it is only shown
   * @returns false where it isn't code of the package
   */
  want(path: string, from?: string): boolean {
    const isCode = this.#paths.has(path) && /\.[cm]?js$/i.test(path);
    if (!this.#codes.has(path) && !isCode) return false;
    if (from !== undefined) this.#link(from, path);
    if (!this.#codes.has(path)) this.wanted.add(path);
    return true;
  }

  #link(from: string, to: string): void {
    const others = this.loads.get(from) ?? new Set();
    this.loads.set(from, others);
    others.add(to);
  }

  code(path: string): ParsedCode | undefined {
    return this.#codes.get(path);
  }

  isFile(path: string): boolean {
    return this.#paths.has(path);
  }

  /** The file that a machine opens by a path: many take upper and lower case for the same. */
  fileAt(path: string): string | undefined {
    return this.isFile(path) ? path : this.#byPlainPath.get(plainPath(path));
  }

  manifest(folder: string): unknown {
    return this.#manifests.get(folder);
  }

  #addPackage(to: { name: string; sub: string }, of: { from: string; found: Finder }): void {
    for (const folder of foldersAbove(of.from)) {
      const root = `${folder}node_modules/${to.name}`;
      const isThere = this.#folders.has(root) || endings.some((end) => this.isFile(root + end));
      if (isThere) return of.found.addOfPackage(`${root}/`, to.sub);
      // a package may import itself by its name
      if (fieldOf(this.manifest(folder), 'name') === to.name && this.#manifests.has(folder)) {
        return of.found.addOfPackage(folder, to.sub);
      }
    }
  }

  #addOwnImport(name: string, of: { from: string; found: Finder }): void {
    for (const folder of foldersAbove(of.from)) {
      const imports = fieldOf(this.manifest(folder), 'imports');
      if (imports === undefined) continue;
      for (const target of targetsOf(imports, name)) {
        if (target.startsWith('.')) of.found.addTarget(folder, target);
        else this.#addPackage(packageOf(target), { from: `${folder}x`, found: of.found });
      }
      return;
    }
  }
}

/** Collects the files that one name stands for. */
class Finder {
  readonly #files: ImportedFiles;
  readonly #codes = new Set<ParsedCode>();
  readonly #unread = new Set<string>();
  /** Files of code, also those that weren't read. */
  readonly paths = new Set<string>();
  #leaves: ImportedCode['leaves'];
  #steps = 0;

  constructor(files: ImportedFiles) {
    this.#files = files;
  }

  result(): ImportedCode {
    const found = { codes: [...this.#codes], unread: [...this.#unread] };
    return this.#leaves === undefined ? found : { ...found, leaves: this.#leaves };
  }

  /** Adds the file of a path, which may leave out the ending or be a folder. */
  addPath(path: string): void {
    this.#steps += 1;
    if (this.#steps > mostSteps || this.#addFile(path)) return;
    const folder = path === '' ? '' : `${path}/`;
    this.#noteUnread(folder);
    const main = fieldOf(this.#files.manifest(folder), 'main');
    const target = typeof main === 'string' ? joinInside(partsOf(folder), main) : '';
    if (target === null) this.#leaves = 'outside';
    else if (target !== '' && target !== path && !path.startsWith(`${target}/`)) {
      if (!this.#addFile(target)) this.#addFile(`${target}/index`);
    }
    this.#addFile(`${folder}index`);
  }

  addTarget(folder: string, target: string): void {
    const path = joinInside(partsOf(folder), target);
    if (path === null) this.#leaves = 'outside';
    else this.addPath(path);
  }

  /** Adds what a package gives for a path in it; all conditions of its `exports` count. */
  addOfPackage(folder: string, sub: string): void {
    this.#noteUnread(folder);
    const exports = fieldOf(this.#files.manifest(folder), 'exports');
    for (const target of exports === undefined ? [] : targetsOf(exports, `.${sub}`)) {
      this.addTarget(folder, target);
    }
    if (sub !== '') this.addTarget(folder, `.${sub}`);
    else this.addPath(folder.replace(/\/$/, ''));
  }

  /** A manifest that is there and can't be read may name any file. */
  #noteUnread(folder: string): void {
    if (this.#files.manifest(folder) === null) this.#unread.add(`${folder}package.json`);
  }

  #addFile(path: string): boolean {
    const paths = endings.map((end) => path + end).filter((each) => each !== '');
    const exact = paths.find((each) => this.#files.isFile(each));
    const found = exact ?? paths.flatMap((each) => this.#files.fileAt(each) ?? [])[0];
    if (found === undefined) return false;
    const code = this.#files.code(found);
    if (code !== undefined) this.#codes.add(code);
    if (this.#files.want(found)) this.paths.add(found);
    else if (!/\.json$/i.test(found)) this.#unread.add(found);
    return true;
  }
}

/**
 * What Windows and macOS take for the same path: they ignore case, and Windows dots and blanks at the end of a
 * name, and the name of its own for what a file holds.
 */
function plainPath(path: string): string {
  return path
    .normalize('NFC')
    .toLowerCase()
    .replace(/::\$data$/, '')
    .replace(/[. ]+(?=\/|$)/g, '');
}

/** The folders around a file, from the nearest to the root, each with a slash at its end. */
function foldersAbove(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return Array.from({ length: parts.length + 1 }, (_, up) =>
    parts
      .slice(0, parts.length - up)
      .map((part) => `${part}/`)
      .join(''),
  );
}

function partsOf(folder: string): string[] {
  return folder.split('/').filter((part) => part !== '');
}

function packageOf(target: string): { name: string; sub: string } {
  const read = readSpecifier(target, { from: '', isUrl: true });
  return read.kind === 'package' ? read : { name: '', sub: '' };
}

/**
 * All targets of `exports` or `imports` for a name, under any condition.
 *
 * Source: https://nodejs.org/docs/latest-v24.x/api/packages.html#package-entry-points
 */
function targetsOf(table: unknown, name: string): string[] {
  const entries = hasFields(table) ? Object.entries(table) : [];
  const isTable = entries.some(([key]) => /^[.#]/.test(key));
  if (!isTable) return name === '.' ? leavesOf(table) : [];
  return entries.flatMap(([key, target]) => {
    if (key === name) return leavesOf(target);
    const [begin = '', end] = key.split('*');
    if (end === undefined || !name.startsWith(begin) || !name.endsWith(end)) return [];
    const between = name.slice(begin.length, name.length - end.length);
    return leavesOf(target).map((leaf) => leaf.replaceAll('*', () => between));
  });
}

function leavesOf(target: unknown, depth = 0): string[] {
  if (typeof target === 'string') return [target];
  if (depth > 8 || !hasFields(target)) return [];
  return Object.values(target).flatMap((each) => leavesOf(each, depth + 1));
}

function fieldOf(value: unknown, name: string): unknown {
  return hasFields(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** True for objects and lists, which `exports` has as well. */
function hasFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
