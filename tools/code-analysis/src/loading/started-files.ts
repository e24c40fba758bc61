import type { AnyNode, CallExpression, NewExpression } from 'acorn';
import { posix } from 'node:path';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { nodesBelow } from '../syntax/inside-function.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';

/** What code starts as programs of their own. */
export interface StartedFiles {
  /** Paths of files of the package. */
  files: string[];
  /** Those of them that are surely meant: they are named by a path, not by a bare word. */
  named: string[];
  /** True where code starts something else. */
  isOther: boolean;
  /** True where that may be a program of Node, and no worker. */
  isOtherProgram: boolean;
}

/**
 * Finds the files that code starts as programs of their own: `fork(path)`, `new Worker(path)`, `spawn('node',
 * [path])`, and the `module` of a language client's server.
 *
 * @param isThere tells whether the package has a file
 */
export function findStarted(code: ParsedCode, isThere: (path: string) => boolean): StartedFiles {
  const files = new Set<string>();
  const named = new Set<string>();
  let isOther = false;
  let isOtherProgram = false;
  for (const { node, mayBeOther, isWorker } of sinksOf(code)) {
    const found = filesNamed(node, { code, isThere });
    const isAny = found.length === 0 && !mayBeOther;
    isOther ||= isAny;
    isOtherProgram ||= isAny && !isWorker;
    for (const { path, text } of found) {
      files.add(path);
      if (/[\\/]|\.[cm]?js$/.test(text)) named.add(path);
    }
  }
  return { files: [...files], named: [...named], isOther, isOtherProgram };
}

/** The files that an expression for a path names: by all of its texts together, or else by each of them. */
function filesNamed(
  node: AnyNode,
  { code, isThere }: { code: ParsedCode; isThere: (path: string) => boolean },
): { path: string; text: string }[] {
  const texts = textsIn(node, 0);
  const find = (text: string) => {
    const places = [
      posix.normalize(text.replace(/^(?:\.{0,2}\/)+/, '')),
      posix.join(posix.dirname(code.path), text),
    ];
    const path = places
      .flatMap((place) => endings.map((ending) => place + ending))
      .find((place) => isThere(place));
    return path === undefined ? [] : [{ path, text }];
  };
  const joined = posix.join('.', ...texts.filter((text) => !/^[/\\]|^[a-z]:/i.test(text)));
  const whole = texts.length === 0 ? [] : find(joined);
  return whole.length > 0 ? whole : texts.flatMap(find);
}

/** Endings that Node adds to the path of a program, in their order. */
const endings = ['', '.js', '.cjs', '.mjs'];

/** An expression that names a file to start. */
interface Sink {
  node: AnyNode;
  /** True where it may as well be no file of the package, such as an argument of a program. */
  mayBeOther?: true;
  /** True for a worker, whose file is followed where it is made. */
  isWorker?: true;
}

function sinksOf({ nodes, tree }: ParsedCode): Sink[] {
  const sinks: Sink[] = nodes.calls.flatMap((call) => {
    const [first, second] = call.arguments;
    if (nameOf(call) === 'fork') return first ? [{ node: first }] : [];
    const isRun =
      /^(?:spawn|execFile)(?:Sync)?$/.test(nameOf(call) ?? '') && first && runsNode(first);
    return isRun && second ? argumentsOf(second) : [];
  });
  const waiting: AnyNode[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'NewExpression' && nameOf(node)?.endsWith('Worker') === true) {
      sinks.push(
        ...node.arguments.slice(0, 1).map((each) => ({ node: each, isWorker: true as const })),
      );
    }
    if (node.type === 'ObjectExpression') sinks.push(...serverOf(node));
    waiting.push(...nodesBelow(node));
  }
  return sinks;
}

/** The program of `{ module, transport }`, and of `{ command: 'node', args }`. */
function serverOf({ properties }: AnyNode & { type: 'ObjectExpression' }): Sink[] {
  const own = new Map(
    properties.flatMap((each) =>
      each.type === 'Property' ? [[writtenName(each), each.value] as const] : [],
    ),
  );
  const module = own.has('transport') || own.has('runtime') ? own.get('module') : undefined;
  const command = own.get('command');
  const given = command && runsNode(command) ? own.get('args') : undefined;
  return [...(module ? [{ node: module }] : []), ...(given ? argumentsOf(given) : [])];
}

/** What Node runs: its first argument that is no option. */
function argumentsOf(written: AnyNode): Sink[] {
  const list = bare(written);
  const given = list.type === 'ArrayExpression' ? list.elements : [];
  const node = given.find(
    (each) => !(each?.type === 'Literal' && String(each.value).startsWith('-')),
  );
  return node ? [{ node, mayBeOther: true }] : [];
}

/** True for `process.execPath` and `'node'`. */
function runsNode(written: AnyNode): boolean {
  const node = bare(written);
  if (node.type === 'MemberExpression') return writtenName(node) === 'execPath';
  return node.type === 'Literal' && /^node(?:\.exe)?$/.test(String(node.value));
}

function nameOf({ callee }: CallExpression | NewExpression): string | undefined {
  const called = bare(callee);
  if (called.type === 'Identifier') return called.name;
  return called.type === 'MemberExpression' ? writtenName(called) : undefined;
}

/** The constant texts of an expression in their order, also of the variables in it. */
function textsIn(node: AnyNode, depth: number): string[] {
  if (depth > 12) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'TemplateElement') return node.value.cooked ? [node.value.cooked] : [];
  if (node.type === 'TemplateLiteral') {
    const parts = [...node.quasis, ...node.expressions].toSorted(
      (left, right) => left.start - right.start,
    );
    return parts.flatMap((part) => textsIn(part, depth + 1));
  }
  if (node.type === 'Identifier') {
    const writes = (node.variable?.references ?? []).filter((each) => each.isWrite());
    const value = writes.length === 1 ? treeNode(writes[0]?.writeExpr) : undefined;
    return value === undefined ? [] : textsIn(value, depth + 1);
  }
  if (/Function/.test(node.type)) return [];
  // what is called to make a path is no part of it
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    return node.arguments.flatMap((each) => textsIn(each, depth + 1));
  }
  return nodesBelow(node).flatMap((each) => textsIn(each, depth + 1));
}
