import { permissions, type UnresolvedCode } from '@orchestra/core';
import type { Findings } from '../findings/findings.ts';
import { findStarted } from '../loading/started-files.ts';
import { ImportedFiles } from '../modules/imported-files.ts';
import { stringsIn } from '../pages/json-strings.ts';
import { nodesOf } from '../syntax/inside-function.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { CodeReader } from './code-reader.ts';
import { manifestTexts, serverPlugins } from './manifest-texts.ts';
import { NamedFiles } from './named-files.ts';
import { specifierOf } from './specifiers.ts';

/** The files of a package, and its entry files, which are code whatever their names are. */
export interface FilesOfPackage {
  files: ReadonlyMap<string, Uint8Array>;
  /** Paths in the manifest, which may leave out `.js`. */
  entries: readonly string[];
  /** Paths of files of the package that aren't among `files`. */
  others: readonly string[];
}

/**
 * The code of a package that its entry files can reach: what they load, start, or name in a text, and what its
 * manifest and its pages name. Where code may load a file that nobody can tell, all is reached.
 */
export class ReachedCode {
  readonly codes = new Map<string, ParsedCode>();
  readonly imported: ImportedFiles;
  /** Files that start as programs of their own, by the files that start them. */
  readonly started = new Map<string, readonly string[]>();
  readonly #of: FilesOfPackage;
  readonly #reader: CodeReader;
  readonly #named: NamedFiles;
  readonly #waiting: string[] = [];
  readonly #seen = new Set<string>();
  /** Files whose code starts programs of Node that nobody can tell. */
  readonly startingPrograms = new Set<string>();
  /** Files whose code starts such programs, or workers. */
  readonly #startingAny = new Set<string>();
  #rounds = 0;

  constructor(of: FilesOfPackage) {
    this.#of = of;
    this.#reader = new CodeReader(of.files);
    this.imported = new ImportedFiles({ codes: this.codes, ...of });
    this.#named = new NamedFiles([...of.files.keys()].filter((path) => this.#isRead(path)));
    this.#addEntries();
    for (const name of serverPlugins(of.files))
      this.imported.resolve(name, { from: '', isUrl: false });
    for (const path of this.imported.wanted) this.#add(path);
    for (const path of of.files.keys()) if (isOwnPage(path)) this.#add(path);
    for (const path of this.#named.ofManifest(manifestTexts(of.files))) this.#add(path);
    this.#read();
  }

  /** Files that are reached and can't be read as code. */
  get unresolved(): readonly UnresolvedCode[] {
    return this.#reader.unresolved;
  }

  /** Paths of these. */
  get unread(): string[] {
    return this.unresolved.map(({ place }) => place.file);
  }

  /** Paths of files of code that nothing reaches. */
  get unreached(): string[] {
    return [...this.#of.files.keys()].filter((path) => this.#isCode(path) && !this.#seen.has(path));
  }

  /** Texts of files of code that nothing reaches, or that can't be read. */
  unreadTexts(): string[] {
    return [...this.unreached, ...this.unread].map((path) => this.textOf(path));
  }

  /**
   * Takes in what the code of all files was found to load.
   *
   * @param found.codes the code as it was traced, with what it runs written into it
   * @param found.pages paths of code that runs only in pages, and can start nothing elsewhere
   * @returns true where there is more code than before, so that all has to be read again
   */
  follow(found: {
    unresolved: Findings['unresolved'];
    codes: Iterable<ParsedCode>;
    pages: ReadonlySet<string>;
  }): boolean {
    const { unresolved, codes, pages } = found;
    const before = this.codes.size;
    if (this.unreached.length === 0) return false;
    for (const code of codes) {
      if (code.grafts !== undefined || code.ranBy !== undefined) this.#lookInto(code);
    }
    this.#rounds += 1;
    const mayBeAny = !this.#startingAny.isSubsetOf(pages) || unresolved.some(mayLoadAny);
    if (mayBeAny || this.#rounds > mostRounds) this.#addAll();
    for (const path of this.imported.wanted) this.#add(path);
    this.#read();
    return this.codes.size > before;
  }

  #isCode(path: string): boolean {
    return /\.[cm]?js$/i.test(path) || this.#of.entries.includes(path);
  }

  /** Code, and texts that may name some. */
  #isRead(path: string): boolean {
    return this.#isCode(path) || /\.(?:x?html?|svg|json)$/i.test(path);
  }

  /** Where an entry file isn't there, nobody can tell what it would reach. */
  #addEntries(): void {
    for (const entry of this.#of.entries) {
      const paths = endings.map((ending) => entry + ending);
      const path = paths.find((one) => this.#of.files.has(one));
      if (path === undefined) return this.#addAll();
      this.#add(path);
    }
  }

  #addAll(): void {
    // entry files first: what is left out is what they may not even load
    for (const path of this.unreached) this.#add(path);
  }

  #add(path: string): void {
    if (this.#seen.has(path) || !this.#of.files.has(path)) return;
    this.#seen.add(path);
    this.#waiting.push(path);
  }

  #read(): void {
    for (let path = this.#waiting.shift(); path !== undefined; path = this.#waiting.shift()) {
      if (this.#isCode(path)) this.#readCode(path);
      else for (const named of this.#named.ofText(this.textOf(path))) this.#add(named);
    }
  }

  #readCode(path: string): void {
    const code = this.#reader.read(path);
    if (code === undefined) return;
    this.codes.set(path, code);
    this.#lookInto(code);
  }

  #lookInto(code: ParsedCode): void {
    const { path } = code;
    // what a text of its own loads is unresolved
    for (const node of code.ranBy === undefined ? nodesOf(code) : []) {
      const name = specifierOf(node);
      if (name === undefined) continue;
      this.imported.resolve(name, { from: path, isUrl: node.type !== 'CallExpression' });
    }
    for (const loaded of this.imported.wanted) this.#add(loaded);
    const started = findStarted(code, (one) => this.imported.isFile(one));
    if (started.isOther) this.#startingAny.add(path);
    if (started.isOtherProgram) this.startingPrograms.add(path);
    this.started.set(path, started.files);
    for (const each of started.files) this.#add(each);
    for (const named of this.#named.ofCode(code)) this.#add(named);
  }

  /** The text of a file; of JSON with the texts in it as they are meant. */
  textOf(path: string): string {
    const text = new TextDecoder().decode(this.#of.files.get(path));
    return path.endsWith('.json') ? [text, ...(stringsIn(text) ?? [])].join('\n') : text;
  }
}

/** How often all is read again, where code that is found leads to more. */
const mostRounds = 3;

/** Endings that Node tries for an entry file, in their order. */
const endings = ['', '.js', '.cjs', '.mjs', '/index.js'];

/** Code that may do anything may load any file. */
function mayLoadAny({ reason, permissions: may }: Findings['unresolved'][number]): boolean {
  return reason !== 'unreadable' && may.length === permissions.length;
}

/** A page of the extension: nobody can tell all ways in which one is shown. */
function isOwnPage(path: string): boolean {
  return /\.x?html?$/i.test(path) && !/(?:^|\/)node_modules\//.test(path);
}
