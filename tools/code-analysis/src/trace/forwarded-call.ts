import type { AnyNode, CallExpression, Identifier } from 'acorn';
import type { CodeIndex } from '../syntax/code-index.ts';
import { argumentsOf, returnsOf } from '../syntax/inside-function.ts';
import {
  bare,
  type FunctionNode,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';

/**
 * The functions that get all arguments of a function in their places, such as the generator behind an async
 * function that was compiled for an old engine: `function go(_x) { return _go.apply(this, arguments); }`.
 *
 * @returns null where it uses its arguments in any other way, and where a function that gets them is unknown
 */
export function forwardedTo(index: CodeIndex, of: FunctionNode): FunctionNode[] | null {
  const uses = of.type === 'ArrowFunctionExpression' ? [] : argumentsOf(of);
  const found: FunctionNode[] = [];
  for (const use of uses) {
    const to = isApplied(use) ? receiversOf(index, use.parent.callee.object, of) : null;
    if (to === null) return null;
    found.push(...to);
  }
  return found;
}

/** The functions that are arguments of a call, or of a call that a variable holds the result of. */
export function wrappedIn(node: AnyNode): FunctionNode[] {
  const plain = bare(node);
  const calls = plain.type === 'CallExpression' ? [plain] : callsWrittenTo(plain);
  return calls.flatMap((call) => functionsIn(call, 0));
}

function functionsIn(call: CallExpression, depth: number): FunctionNode[] {
  return call.arguments.flatMap((argument) => {
    if (isFunction(argument)) return [argument];
    return argument.type === 'CallExpression' && depth < 2 ? functionsIn(argument, depth + 1) : [];
  });
}

function callsWrittenTo(node: AnyNode): CallExpression[] {
  return (variableOf(node)?.references ?? []).flatMap((reference) => {
    const written = reference.isWrite() ? treeNode(reference.writeExpr) : undefined;
    return written?.type === 'CallExpression' ? [written] : [];
  });
}

type Applied = Identifier & { parent: CallExpression & { callee: { object: AnyNode } } };

/** True for the `arguments` of `f.apply(this, arguments)`. */
export function isApplied(use: Identifier): use is Applied {
  const { parent } = use;
  return (
    parent?.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    writtenName(parent.callee) === 'apply' &&
    parent.arguments[1] === use
  );
}

/** The functions that an applied expression is, other than the function itself. */
function receiversOf(index: CodeIndex, applied: AnyNode, of: FunctionNode): FunctionNode[] | null {
  const declared = (index.functionsOf(applied) ?? []).filter((each) => each !== of);
  const made = callsWrittenTo(applied).map((call) => generatorOf(index, call));
  const known = made.filter((each) => each !== null);
  if (made.length + declared.length === 0 || known.length < made.length) return null;
  return [...declared, ...known];
}

/** The generator in `asyncToGenerator(function* (…) { … })`, a call whose result applies its argument. */
function generatorOf(index: CodeIndex, call: CallExpression): FunctionNode | null {
  const [given] = functionsIn(call, 0);
  const makers = index.functionsOf(call.callee) ?? [];
  const applies = makers.length > 0 && makers.every((maker) => appliesArgument(maker));
  return applies && functionsIn(call, 0).length === 1 ? (given ?? null) : null;
}

/** True for a function that returns one which only applies the first's parameter to its own arguments. */
function appliesArgument(maker: FunctionNode): boolean {
  const [only, ...others] = returnsOf(maker);
  const made = only?.argument;
  if (others.length > 0 || !isFunction(made) || made.params.length > 0) return false;
  const uses = argumentsOf(made).flatMap(aliasesOf);
  return (
    uses.length > 0 &&
    uses.every((use) => {
      return isApplied(use) && parameterOf(variableOf(use.parent.callee.object))?.of === maker;
    })
  );
}

/** The reads of a variable that stands for `arguments`, or the expression itself. */
function aliasesOf(use: Identifier): Identifier[] {
  const { parent } = use;
  const isAlias = parent?.type === 'VariableDeclarator' && parent.init === use;
  const variable = isAlias ? variableOf(parent.id) : undefined;
  if (variable === undefined) return [use];
  return variable.references
    .filter((reference) => reference.isRead())
    .map((reference) => treeIdentifier(reference.identifier));
}
