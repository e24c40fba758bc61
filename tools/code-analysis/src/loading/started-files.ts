import type { AnyNode, CallExpression, NewExpression } from 'acorn';
import { posix } from 'node:path';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { nodesBelow } from '../syntax/inside-function.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';

/**
 * Finds the files that code starts as programs of their own: `fork(path)`, `new Worker(path)`, and the
 * `module` of a language client's server.
 *
 * @param isThere tells whether the package has a file
 * @returns paths of files of the package; `isOther` where code starts something else
 */
export function findStarted(
  code: ParsedCode,
  isThere: (path: string) => boolean,
): { files: string[]; isOther: boolean } {
  const started = sinksOf(code).map((node) => {
    const texts = textsIn(node, 0);
    const joined = posix.join('.', ...texts.filter((text) => !/^[/\\]|^[a-z]:/i.test(text)));
    const places = [joined, ...texts].flatMap((text) => [
      posix.normalize(text.replace(/^(?:\.{0,2}\/)+/, '')),
      posix.join(posix.dirname(code.path), text),
    ]);
    return places
      .flatMap((path) => endings.map((ending) => path + ending))
      .find((path) => isThere(path));
  });
  const files = new Set(started.filter((path) => path !== undefined));
  return { files: [...files], isOther: started.includes(undefined) };
}

/** Endings that Node adds to the path of a program, in their order. */
const endings = ['', '.js', '.cjs', '.mjs'];

/** The expressions that name a file to start. */
function sinksOf({ nodes, tree }: ParsedCode): AnyNode[] {
  const calls = nodes.calls.flatMap((call) =>
    nameOf(call) === 'fork' ? (call.arguments[0] ?? []) : [],
  );
  const workers: AnyNode[] = [];
  const servers: AnyNode[] = [];
  const waiting: AnyNode[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'NewExpression' && nameOf(node)?.endsWith('Worker') === true) {
      workers.push(...node.arguments.slice(0, 1));
    }
    if (node.type === 'ObjectExpression') servers.push(...serverOf(node));
    waiting.push(...nodesBelow(node));
  }
  return [...calls, ...workers, ...servers];
}

/** The `module` of `{ module, transport }`. */
function serverOf({ properties }: AnyNode & { type: 'ObjectExpression' }): AnyNode[] {
  const own = properties.filter((each) => each.type === 'Property');
  const isServer = own.some((each) => /^(?:transport|runtime)$/.test(writtenName(each) ?? ''));
  return isServer ? own.flatMap((each) => (writtenName(each) === 'module' ? each.value : [])) : [];
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
