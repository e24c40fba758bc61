import type { AnyNode, CallExpression, MemberExpression, NewExpression } from 'acorn';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { isAssigned } from '../apis/api-use.ts';
import { importedName } from '../syntax/code-index.ts';
import { bare, isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';

/** A folder that no machine has, in which the package is while its paths are computed. */
const root = '/(package)/root';
const mostPaths = 20;

/**
 * The paths of files of the package that an expression may be, computed from constants and from the code's
 * own location. Null where it may be any other file: a part that isn't constant may hold `../`.
 */
export function ownPaths(tracer: Tracer, node: AnyNode): string[] | null {
  const path = tracer.codeOf(node)?.path;
  if (path === undefined) return null;
  const texts = new OwnPaths(tracer, path).texts(node, 0);
  const inside = texts?.map((text) => {
    const plain = text.startsWith('file:') ? pathOfUrl(text) : posix.normalize(text);
    return plain?.startsWith(`${root}/`) ? plain.slice(root.length + 1) : undefined;
  });
  return inside?.every((each) => each !== undefined) ? inside : null;
}

class OwnPaths {
  readonly #tracer: Tracer;
  readonly #file: string;

  constructor(tracer: Tracer, path: string) {
    this.#tracer = tracer;
    this.#file = `${root}/${path}`;
  }

  /** Paths and URLs, with the package in its imagined folder. */
  texts(written: AnyNode, depth: number): string[] | null {
    if (depth > 12) return null;
    const node = bare(written);
    const next = depth + 1;
    switch (node.type) {
      case 'Identifier':
        return this.#ofIdentifier(node, next);
      case 'MemberExpression':
        return this.#ofMember(node, next);
      case 'ConditionalExpression':
        return this.#either([node.consequent, node.alternate], next);
      case 'LogicalExpression':
        return this.#either([node.left, node.right], next);
      case 'BinaryExpression':
        return node.operator === '+' ? this.#joined([node.left, node.right], next) : null;
      case 'TemplateLiteral':
        return this.#joined(
          node.quasis.flatMap((quasi, at) => [
            quasi.value.cooked ?? '',
            ...(node.expressions[at] ? [node.expressions[at]] : []),
          ]),
          next,
        );
      case 'CallExpression':
      case 'NewExpression':
        return this.#ofCall(node, next);
      default:
        return this.#tracer.code.index.strings(node);
    }
  }

  #ofIdentifier(node: AnyNode & { type: 'Identifier' }, depth: number): string[] | null {
    const { variable, name } = node;
    if (variable === undefined) {
      const isOwn = name === '__dirname' || name === '__filename';
      const uses = this.#tracer.codeOf(node)?.unbound.get(name) ?? [];
      if (!isOwn || uses.some(isAssigned)) return null;
      return [name === '__dirname' ? posix.dirname(this.#file) : this.#file];
    }
    const writes = variable.references.filter((reference) => reference.isWrite());
    const [only] = writes;
    if (variable.defs.length !== 1 || writes.length !== 1 || only === undefined) return null;
    const declarator = treeNode(variable.defs[0]?.name)?.parent;
    const value = treeNode(only.writeExpr);
    const isPlain =
      declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier';
    return isPlain && value !== undefined ? this.texts(value, depth) : null;
  }

  #ofMember(node: MemberExpression, depth: number): string[] | null {
    const name = writtenName(node);
    if (node.object.type === 'MetaProperty') {
      if (name === 'url') return [urlOf(this.#file)];
      if (name === 'filename') return [this.#file];
      return name === 'dirname' ? [posix.dirname(this.#file)] : null;
    }
    // of the context of an extension of VS Code
    if (name === 'extensionPath' && this.#isGiven(name)) return [`${root}/`];
    if (name !== 'href' && name !== 'pathname' && name !== 'fsPath') {
      return this.#tracer.code.index.strings(node);
    }
    const urls = this.texts(node.object, depth);
    if (urls === null || name === 'href') return urls;
    const paths = urls.map((url) => pathOfUrl(url));
    return paths.every((path) => path !== undefined) ? paths : null;
  }

  #ofCall(node: CallExpression | NewExpression, depth: number): string[] | null {
    const callee = bare(node.callee);
    const name = functionName(callee);
    const [first, second] = node.arguments;
    if (name === undefined || node.arguments.some(({ type }) => type === 'SpreadElement')) {
      return null;
    }
    if (node.type === 'NewExpression') {
      return name === 'URL' && first ? this.#ofUrl(first, { base: second, depth }) : null;
    }
    if (callee.type === 'MemberExpression') {
      if (name === 'toString') return this.texts(callee.object, depth);
      if (name === 'asAbsolutePath' && first && this.#isGiven(name)) {
        const texts = this.#tracer.code.index.strings(first) ?? this.texts(first, depth);
        return texts?.map((text) => posix.join(root, text)) ?? null;
      }
      if (name === 'resolve' && first && isLoader(callee.object)) return this.#ofResolve(first);
    }
    if (!this.#isOfPath(callee)) return null;
    const given = this.#all(node.arguments, depth);
    return given === null ? null : compute(name, given);
  }

  /** `new URL('./file.js', import.meta.url)` */
  #ofUrl(of: AnyNode, at: { base: AnyNode | undefined; depth: number }): string[] | null {
    const given = this.#all([of, ...(at.base ? [at.base] : [])], at.depth);
    const urls = given?.map(([url = '', base]) => {
      return URL.canParse(url, base) ? new URL(url, base).href : undefined;
    });
    return urls?.every((url) => url !== undefined) ? urls : null;
  }

  /** `require.resolve('./file.js')` and `import.meta.resolve('./file.js')` */
  #ofResolve(of: AnyNode): string[] | null {
    const names = this.#tracer.code.index.strings(of);
    const from = this.#file;
    const paths = names?.map((name) => {
      return /^\.\.?\//.test(name) ? posix.join(posix.dirname(from), name) : undefined;
    });
    return paths?.every((path) => path !== undefined) ? paths : null;
  }

  #joined(parts: readonly (string | AnyNode)[], depth: number): string[] | null {
    let texts = [''];
    for (const part of parts) {
      const more = typeof part === 'string' ? [part] : this.texts(part, depth);
      if (more === null || texts.length * more.length > mostPaths) return null;
      texts = texts.flatMap((text) => more.map((end) => text + end));
    }
    return texts;
  }

  #either(nodes: readonly AnyNode[], depth: number): string[] | null {
    const found = nodes.map((node) => this.texts(node, depth));
    return found.every((texts) => texts !== null) ? found.flat() : null;
  }

  /** All combinations of what arguments may be. */
  #all(nodes: readonly AnyNode[], depth: number): string[][] | null {
    let lists: string[][] = [[]];
    for (const node of nodes) {
      const more = this.texts(node, depth);
      if (more === null || lists.length * more.length > mostPaths) return null;
      lists = lists.flatMap((list) => more.map((text) => [...list, text]));
    }
    return lists;
  }

  /** True where the app gives a property of that name, because no code makes one of its own. */
  #isGiven(name: string): boolean {
    const { index, codes } = this.#tracer.code;
    if (index.functions.has(name)) return false;
    const own = new RegExp(`\\b${name}['"]?\\]?\\s*(?::|=(?!=)(?!\\s*[\\w$.]+\\.${name}\\b))`);
    return !codes.values().some(({ text }) => own.test(text));
  }

  /** True for a function of Node's `path` or `url`. */
  #isOfPath(callee: AnyNode): boolean {
    if (callee.type === 'MemberExpression') return this.#isPathModule(callee.object, 0);
    if (callee.type !== 'Identifier' || callee.variable === undefined) return false;
    const [def] = callee.variable.defs;
    const declaration = treeNode(def?.parent ?? def?.node);
    if (declaration?.type === 'ImportDeclaration') return isPathName(declaration.source.value);
    const made = treeNode(def?.node);
    return made?.type === 'VariableDeclarator' && made.init
      ? this.#isPathModule(made.init, 0)
      : false;
  }

  #isPathModule(written: AnyNode, depth: number): boolean {
    if (depth > 8) return false;
    const node = bare(written);
    switch (node.type) {
      case 'MemberExpression':
        return (
          /^(?:default|posix|win32|join|resolve|dirname|fileURLToPath)$/.test(
            writtenName(node) ?? '',
          ) && this.#isPathModule(node.object, depth + 1)
        );
      case 'Identifier': {
        const def = node.variable?.defs.length === 1 ? node.variable.defs[0] : undefined;
        const declaration = treeNode(def?.parent ?? def?.node);
        if (declaration?.type === 'ImportDeclaration') return isPathName(declaration.source.value);
        const made = treeNode(def?.node);
        const isChanged = node.variable?.references.some(
          (reference) => reference.isWrite() && reference.init !== true,
        );
        if (made?.type !== 'VariableDeclarator' || !made.init || isChanged) return false;
        return made.id.type === 'Identifier' && this.#isPathModule(made.init, depth + 1);
      }
      case 'CallExpression': {
        const [first] = node.arguments;
        if (first === undefined) return false;
        if (first.type !== 'Literal') return this.#isPathModule(first, depth + 1);
        return isPathName(first.value) || this.#wrapsPath(String(first.value));
      }
      default:
        return false;
    }
  }

  /** True for a module of a bundle that is nothing but `module.exports = require('path')`. */
  #wrapsPath(key: string): boolean {
    const made = this.#tracer.code.index.functions.get(key) ?? [];
    return (
      made.length > 0 &&
      made.every((each) => {
        const text = this.#tracer.codeOf(each)?.text.slice(each.body.start, each.body.end) ?? '';
        const wrapped =
          /^\{?\s*(?:["']use strict["'];?\s*)?\w+\.exports\s*=\s*require\(["'](?:node:)?(?:path|url)["']\);?\s*\}?$/;
        return isFunction(each) && wrapped.test(text);
      })
    );
  }
}

function functionName(callee: AnyNode): string | undefined {
  if (callee.type === 'MemberExpression') return writtenName(callee);
  if (callee.type !== 'Identifier') return undefined;
  if (callee.variable === undefined) return callee.name;
  const name = callee.variable.identifiers[0];
  const made = treeNode(name)?.parent;
  const init = made?.type === 'VariableDeclarator' ? made.init : undefined;
  return importedName(name) ?? (init?.type === 'MemberExpression' ? writtenName(init) : undefined);
}

function compute(name: string, given: readonly string[][]): string[] | null {
  switch (name) {
    case 'join':
      return given.map((parts) => posix.join(...parts.map(slashed)));
    case 'resolve':
      return given.map((parts) => posix.resolve('/(elsewhere)', ...parts.map(slashed)));
    case 'normalize':
      return given.map(([path = '']) => posix.normalize(slashed(path)));
    case 'dirname':
      return given.map(([path = '']) => posix.dirname(slashed(path)));
    case 'pathToFileURL':
      return given.map(([path = '']) => urlOf(path));
    case 'fileURLToPath': {
      const paths = given.map(([url = '']) => pathOfUrl(url));
      return paths.every((path) => path !== undefined) ? paths : null;
    }
    default:
      return null;
  }
}

/** Windows takes both slashes. */
function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/^[a-z]:/i, '/(elsewhere)');
}

/** `require` and `import.meta` */
function isLoader(node: AnyNode): boolean {
  return (
    node.type === 'MetaProperty' ||
    (node.type === 'Identifier' && node.name === 'require' && node.variable === undefined)
  );
}

function isPathName(name: unknown): boolean {
  return (
    typeof name === 'string' && isBuiltin(name) && /^(?:node:)?(?:path(?:\/\w+)?|url)$/.test(name)
  );
}

function urlOf(path: string): string {
  const url = new URL('file:///');
  url.pathname = path.replaceAll('%', '%25');
  return url.href;
}

function pathOfUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, pathname } = new URL(url);
  try {
    return protocol === 'file:' ? posix.normalize(decodeURIComponent(pathname)) : undefined;
  } catch {
    return undefined;
  }
}
