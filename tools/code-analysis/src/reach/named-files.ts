import type { AnyNode } from 'acorn';
import { posix } from 'node:path';
import { calledName } from '../pages/calls-by-name.ts';
import { nodesOf } from '../syntax/inside-function.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { isSpecifier } from './specifiers.ts';
import { writtenName } from '../syntax/syntax.ts';

/** What stands between the names in a text. */
const separators = /[\s"'`<>()=,;?#&|{}[\]*:!\\/]+/;

/** Calls that join the parts of a path, the last of which may lack its ending. */
const joins = /^(?:join|resolve|joinPath|asAbsolutePath|concat)$/;

/**
 * The files of a package that a text may name, wherever they are: somebody may read, start or show a file by a
 * path that is made of its name.
 */
export class NamedFiles {
  readonly #byName = new Map<string, string[]>();
  readonly #byStem = new Map<string, string[]>();
  /** Files whose names have a separator in them. */
  readonly #odd: string[] = [];

  readonly #paths: ReadonlySet<string>;

  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
    for (const path of this.#paths) {
      const name = posix.basename(path);
      if (separators.test(name)) this.#odd.push(path);
      add(this.#byName, name, path);
      add(this.#byStem, stemOf(name), path);
    }
  }

  /**
   * The files that code names in its texts. Names of modules that it loads are left out: they are resolved.
   */
  ofCode(code: ParsedCode): Set<string> {
    const found = new Set<string>();
    const endings = new Set<string>();
    const words: string[] = [];
    for (const node of nodesOf(code)) {
      const text = textOf(node);
      if (text === undefined || text === '' || isSpecifier(node)) continue;
      for (const path of this.ofText(text)) found.add(path);
      const [ending] = /^\.[\w.-]*?[cm]?js\b/.exec(text) ?? [];
      if (ending !== undefined && isJoined(node)) endings.add(ending);
      if (text.length > 300 || /\s|:\/\//.test(text)) continue;
      if (/[\\/]/.test(text) || isArgument(node)) this.#addStem(found, text);
      else words.push(text);
    }
    // `${name}.js`
    for (const word of endings.size === 0 ? [] : words) {
      for (const ending of endings) {
        for (const path of this.#byName.get(word + ending) ?? []) found.add(path);
      }
    }
    return mayBeOfDependency(code.text) ? found : withoutDependencies(found);
  }

  /** The files whose names a text has. */
  ofText(text: string): Set<string> {
    const found = new Set<string>();
    const texts = text.includes('%') ? [text, decoded(text)] : [text];
    for (const part of texts.flatMap((each) => each.split(separators))) {
      for (const path of this.#byName.get(part) ?? []) found.add(path);
    }
    for (const path of this.#odd) {
      if (texts.some((each) => each.includes(posix.basename(path)))) found.add(path);
    }
    return found;
  }

  /** The files that the texts of a manifest name, also without an ending. */
  ofManifest(texts: readonly string[]): Set<string> {
    const found = new Set<string>();
    for (const text of texts) {
      for (const path of this.ofText(text)) found.add(path);
      this.#addStem(found, text);
    }
    return withoutDependencies(found);
  }

  /**
   * The files that texts of a manifest name as programs, also those of dependencies: a text with a path in it,
   * or with the whole name of a file.
   */
  ofPrograms(texts: readonly string[]): Set<string> {
    const found = new Set<string>();
    for (const text of texts) {
      const path = posix.normalize(text).replace(/^\//, '');
      const exact = endings.map((ending) => path + ending).find((each) => this.#paths.has(each));
      if (exact !== undefined) {
        found.add(exact);
        continue;
      }
      for (const named of this.ofText(text)) found.add(named);
      if (/[\\/]/.test(text)) this.#addStem(found, text);
    }
    return found;
  }

  #addStem(found: Set<string>, text: string): void {
    const stem = text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    for (const path of this.#byStem.get(stem) ?? []) found.add(path);
  }
}

/** Endings that Node tries for a program. */
const endings = ['', '.js', '.cjs', '.mjs', '/index.js'];

/** A constant text that stands in code. */
function textOf(node: AnyNode): string | undefined {
  if (node.type === 'TemplateElement') return node.value.cooked ?? node.value.raw;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

/** True for what is put behind another text. */
function isJoined(node: AnyNode): boolean {
  const { parent } = node;
  if (parent?.type === 'TemplateLiteral') return parent.quasis[0] !== node;
  return parent?.type === 'BinaryExpression' || isArgument(node);
}

function isArgument({ parent }: AnyNode): boolean {
  const call = parent?.type === 'ArrayExpression' ? parent.parent : parent;
  if (call?.type === 'MemberExpression') return joins.test(writtenName(call) ?? '');
  return call?.type === 'CallExpression' && joins.test(calledName(call) ?? '');
}

function mayBeOfDependency(text: string): boolean {
  return text.includes('node_modules');
}

function withoutDependencies(paths: ReadonlySet<string>): Set<string> {
  return new Set([...paths].filter((path) => !/(?:^|\/)node_modules\//.test(path)));
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]+$/, '');
}

function decoded(text: string): string {
  return text.replace(/%([\da-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
}

function add(map: Map<string, string[]>, key: string, path: string): void {
  const others = map.get(key);
  if (others === undefined) map.set(key, [path]);
  else others.push(path);
}
