import type { AnyNode, MemberExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import {
  bare,
  enclosingFunction,
  writtenName,
  treeIdentifier,
  treeNode,
} from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';

/** The target of a helper that copies a namespace, name by name. */
export interface NamespaceCopy {
  target: AnyNode;
}

/**
 * Recognises the loops by which compilers import a CommonJS module as an ES module: `to[key] = from[key]`,
 * `to[key] = () => from[key]` and `defineProperty(to, key, { get: () => from[key] })`, where `key` takes the
 * names of `from`. Every member keeps its name.
 *
 * @param read the expression `from[key]`
 */
export function copyOf(tracer: Tracer, read: MemberExpression): NamespaceCopy | null {
  const key = read.computed ? variableOf(read.property) : undefined;
  if (key === undefined) return null;
  const written = assignedTo(read) ?? definedOn(read);
  if (written === null) return null;
  const sameName = variableOf(written.key);
  const isSame =
    sameName === key ||
    (sameName !== undefined &&
      standsFor(sameName, key) &&
      isOwnName(tracer, { key, of: read.object, depth: 0 }));
  return isSame ? { target: written.target } : null;
}

interface Written {
  target: AnyNode;
  key: AnyNode;
}

function assignedTo(read: MemberExpression): Written | null {
  const getter = enclosingFunction(read);
  const given = getter !== undefined && givesOnly(getter, read) ? getter : read;
  const { parent } = given;
  if (parent?.type !== 'AssignmentExpression' || parent.right !== given) return null;
  const { left } = parent;
  return left.type === 'MemberExpression' && left.computed
    ? { target: left.object, key: left.property }
    : null;
}

/** The call of `defineProperty` whose getter returns the read value. */
function definedOn(read: MemberExpression): Written | null {
  const getter = enclosingFunction(read);
  // webpack: { get: definition[key] }, where `definition` contains getters
  const property = getter !== undefined && givesOnly(getter, read) ? getter.parent : read.parent;
  const isGet = property?.type === 'Property' && writtenName(property) === 'get';
  let holder: AnyNode | undefined = isGet ? property.parent : undefined;
  // rollup: descriptor.get ? descriptor : { get: … }
  if (holder?.parent?.type === 'ConditionalExpression') holder = holder.parent;
  // TypeScript keeps the descriptor in a variable
  if (holder?.parent?.type === 'AssignmentExpression' && holder.parent.left.type === 'Identifier') {
    holder = definitionOf(holder.parent.left.variable);
  }
  const call = holder?.parent;
  if (call?.type !== 'CallExpression' || call.arguments[2] !== holder) return null;
  const [target, key] = call.arguments;
  return target === undefined || key === undefined ? null : { target, key };
}

function givesOnly(getter: AnyNode, read: MemberExpression): boolean {
  const { parent } = read;
  if (parent === getter) return true;
  return parent?.type === 'ReturnStatement' && enclosingFunction(parent) === getter;
}

/** The call that a variable is the third argument of. */
function definitionOf(variable: Variable | undefined): AnyNode | undefined {
  for (const { identifier } of variable?.references ?? []) {
    const node = treeIdentifier(identifier);
    const { parent } = node;
    if (parent?.type === 'CallExpression' && parent.arguments[2] === node) return node;
  }
  return undefined;
}

/** True for a variable that takes only names of a namespace, in the loop or from all callers. */
export function isOwnName(
  tracer: Tracer,
  at: { key: Variable; of: AnyNode; depth: number },
): boolean {
  const { key, of, depth } = at;
  if (depth > 3) return false;
  const parameter = parameterOf(key);
  if (parameter !== null) {
    if (isNamesOf(listBehind(parameter), of)) return true;
    const calls = [...tracer.calls.callersOf(parameter.of)];
    const namespace = parameterOf(variableOf(of));
    return (
      calls.length > 0 &&
      calls.every((call) => {
        const argument = call.arguments[parameter.at];
        // a fourth argument would give the member another name
        if (argument === undefined || call.arguments.length > parameter.at + 1) return false;
        if (isItem(argument) || tracer.code.index.strings(argument) !== null) return true;
        const name = variableOf(argument);
        const from = namespace === null ? undefined : call.arguments[namespace.at];
        return (
          name !== undefined &&
          from !== undefined &&
          isOwnName(tracer, { key: name, of: from, depth: depth + 1 })
        );
      })
    );
  }
  const [def] = key.defs;
  const loop = treeNode(def?.name)?.parent?.parent?.parent;
  if (loop?.type === 'ForInStatement') return variableOf(loop.right) === variableOf(of);
  if (loop?.type === 'ForOfStatement') return isNamesOf(loop.right, of);
  // for (var names = …, i = 0; …) { key = names[i] }
  return false;
}

/** The list in `names.forEach((name) => …)`: `names`. */
function listBehind({ of, at }: { of: AnyNode; at: number }): AnyNode | undefined {
  const { parent } = of;
  const callee = parent?.type === 'CallExpression' ? parent.callee : undefined;
  const isEach = callee?.type === 'MemberExpression' && writtenName(callee) === 'forEach';
  return isEach && at === 0 ? callee.object : undefined;
}

/** True for `names[i]`, an item of a list, which keeps its name. */
function isItem(node: AnyNode): boolean {
  return node.type === 'MemberExpression' && node.computed;
}

/** True for `Object.getOwnPropertyNames(of)`, whatever the function is called in the bundle. */
function isNamesOf(written: AnyNode | undefined, of: AnyNode): boolean {
  const node = written && bare(written);
  if (node?.type !== 'CallExpression' || node.arguments.length === 0) return false;
  const [argument] = node.arguments;
  if (argument === undefined || !standsForObject(argument, of)) return false;
  return listsNames(node.callee, 0);
}

/** webpack: for (var current = mode & 2 && value; …; current = getProto(current)) */
function standsForObject(node: AnyNode, of: AnyNode): boolean {
  const [name, object] = [variableOf(node), variableOf(of)];
  if (name === undefined || name === object) return name === object;
  return name.references.some(({ writeExpr }) => {
    const written = treeNode(writeExpr);
    return written?.type === 'LogicalExpression' && variableOf(written.right) === object;
  });
}

function listsNames(written: AnyNode, depth: number): boolean {
  const node = bare(written);
  if (depth > 4) return false;
  if (node.type === 'MemberExpression') {
    return /^(?:getOwnPropertyNames|keys|ownKeys)$/.test(writtenName(node) ?? '');
  }
  if (node.type !== 'Identifier' || node.variable?.defs.length !== 1) return false;
  const declarator = treeNode(node.variable.defs[0]?.name)?.parent;
  return (
    declarator?.type === 'VariableDeclarator' &&
    declarator.init != null &&
    listsNames(declarator.init, depth + 1)
  );
}

/** True for a default such as `if (k2 === undefined) k2 = k`. */
function standsFor(name: Variable, key: Variable): boolean {
  const writes = name.references.filter((reference) => reference.isWrite());
  return (
    writes.length > 0 && writes.every(({ writeExpr }) => variableOf(treeNode(writeExpr)) === key)
  );
}
