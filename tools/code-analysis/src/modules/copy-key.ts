import type { AnyNode, CallExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { CodeIndex } from '../syntax/code-index.ts';
import {
  bare,
  type FunctionNode,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import { nodesBelow } from '../syntax/inside-function.ts';
import { readsThis } from './copy-shapes.ts';

/** The variable that holds a member's name, as a copying helper reads and defines it. */
export interface CopyKey {
  key: Variable;
  /** Parameters that would give the member another name, if they were given. */
  without: readonly number[];
}

/**
 * Finds the variable that holds a member's name. Undefined for other expressions, and for a variable that may
 * hold two names at once: it must have one source, as the loop over the names of the namespace.
 */
export function copyKeyOf(node: AnyNode): CopyKey | undefined {
  const plain = bare(node);
  const variable = variableOf(plain.type === 'AssignmentExpression' ? plain.left : plain);
  if (variable === undefined) return undefined;
  const bound = boundTo(variable);
  if (bound !== undefined) return copyKeyOf(bound);
  const writes = variable.references.filter((reference) => reference.isWrite());
  const taken = parameterOf(variable);
  if (taken === null)
    return writes.length <= mostSources ? { key: variable, without: [] } : undefined;
  if (writes.every(({ writeExpr }) => isNameCast(treeNode(writeExpr), variable))) {
    return { key: variable, without: [] };
  }
  // TypeScript: if (k2 === undefined) k2 = k
  const others = new Set(writes.map(({ writeExpr }) => variableOf(treeNode(writeExpr))));
  const [other] = others;
  if (others.size !== 1 || other === undefined || parameterOf(other)?.of !== taken.of) {
    return undefined;
  }
  return { key: other, without: [taken.at] };
}

/** esbuild reads symbols in a second loop, by the same variable. */
const mostSources = 2;

/** The name that is bound to a parameter: `(key => from[key]).bind(null, name)`. */
function boundTo(variable: Variable): AnyNode | undefined {
  const taken = parameterOf(variable);
  const member = taken?.of.parent;
  const call = member?.parent;
  if (taken?.at !== 0 || member?.type !== 'MemberExpression' || call?.type !== 'CallExpression') {
    return undefined;
  }
  return writtenName(member) === 'bind' && call.callee === member ? call.arguments[1] : undefined;
}

/** True for `key = toPropertyKey(key)`, which can't make another name of a string. */
function isNameCast(written: AnyNode | undefined, key: Variable): boolean {
  const call = written && bare(written);
  if (call?.type !== 'CallExpression' || variableOf(call.arguments[0]) !== key) return false;
  const cast = declared(variableOf(call.callee));
  return cast !== undefined && castsOnly(cast, 0);
}

/** Words that helpers compare types with; with no others, no name can be made. */
const words =
  /^(?:|string|symbol|object|default|number|@@toPrimitive must return a primitive value\.)$/;

function castsOnly(of: FunctionNode, depth: number): boolean {
  if (depth > 2) return false;
  const waiting: AnyNode[] = [of.body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isCompared(node)) continue;
    if (node.type === 'Literal' && !words.test(String(node.value)) && node.value !== null) {
      if (typeof node.value !== 'number' || node.value !== 0) return false;
    }
    if (node.type === 'TemplateLiteral' || node.type === 'ArrayExpression') return false;
    if (node.type === 'CallExpression' && !isCastCall(node, depth)) return false;
    waiting.push(...nodesBelow(node));
  }
  return true;
}

/** True for one side of a comparison: only whether they are the same matters. */
function isCompared({ parent }: AnyNode): boolean {
  return parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator);
}

function isCastCall({ callee }: AnyNode & { type: 'CallExpression' }, depth: number): boolean {
  const plain = bare(callee);
  if (plain.type === 'MemberExpression') return writtenName(plain) === 'call';
  if (plain.type === 'ConditionalExpression') {
    return [plain.consequent, plain.alternate].every((each) => isPlainCast(each));
  }
  const called = declared(variableOf(plain));
  return called === undefined ? isPlainCast(plain) : castsOnly(called, depth + 1);
}

function isPlainCast(node: AnyNode): boolean {
  return node.type === 'Identifier' && /^(?:String|Number)$/.test(node.name) && !node.variable;
}

function declared(variable: Variable | undefined): FunctionNode | undefined {
  const node = variable?.defs.length === 1 ? treeNode(variable.defs[0]?.node) : undefined;
  const isOnce = variable?.references.every((reference) => {
    return !reference.isWrite() || treeIdentifier(reference.identifier).parent === node;
  });
  return isFunction(node) && isOnce ? node : undefined;
}

/** The name that Bun binds a getter to: `get: function (key) { return this[key] }.bind(from, name)`. */
export function nameOfGetter(
  { callee, arguments: given }: CallExpression,
  index: CodeIndex,
): Variable | undefined {
  if (callee.type !== 'MemberExpression' || writtenName(callee) !== 'bind') return undefined;
  const getters = index.functionsOf(callee.object) ?? [];
  const [, name] = given;
  return getters.length > 0 && getters.every(readsThis) && name ? copyKeyOf(name)?.key : undefined;
}
