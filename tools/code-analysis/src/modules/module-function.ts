import type { AnyNode, CallExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
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
 * What a module in a bundle exports as a whole, of the call that loads it: `require_run()`, with `var require_run =
 * wrap((exports, module) => { module.exports = … })`.
 *
 * @returns null for any other call, and where it may export something else
 */
export function exportedByModule({ callee, arguments: given }: CallExpression): AnyNode[] | null {
  const loader = given.length === 0 ? variableOf(callee) : undefined;
  const module = loader === undefined ? undefined : wrapperOf(loader)?.params[1];
  const variable = module?.type === 'Identifier' ? module.variable : undefined;
  const uses = variable?.references.map(({ identifier }) => treeIdentifier(identifier)) ?? [];
  const found: AnyNode[] = [];
  for (const use of uses) {
    const member = use.parent;
    const isExports =
      member?.type === 'MemberExpression' &&
      member.object === use &&
      writtenName(member) === 'exports';
    if (!isExports) return null;
    const { parent } = member;
    if (parent?.type === 'AssignmentExpression' && parent.left === member) found.push(parent.right);
    // its properties are none of it
    else if (parent?.type !== 'MemberExpression' || parent.object !== member) return null;
  }
  return found.length === 0 ? null : found;
}

/** The calls that load the module which exports an expression as a whole; null for any other expression. */
export function loadsOfExported(exported: AnyNode): AnyNode[] | null {
  const assignment = exported.parent;
  if (assignment?.type !== 'AssignmentExpression' || assignment.right !== exported) return null;
  const { left } = assignment;
  if (left.type !== 'MemberExpression' || writtenName(left) !== 'exports') return null;
  const parameter = parameterOf(variableOf(left.object));
  const loader = parameter?.at === 1 ? loaderOf(parameter.of) : undefined;
  if (loader === undefined) return null;
  return loader.references.flatMap(({ identifier }) => {
    const node = treeIdentifier(identifier);
    const { parent } = node;
    return parent?.type === 'CallExpression' && parent.callee === node ? [parent] : [];
  });
}

/** The function that `var load = wrap({ 'file.js'(exports, module) { … } })` wraps, or `wrap((…) => { … })`. */
function wrapperOf(loader: Variable): FunctionNode | undefined {
  const made = loader.defs.length === 1 ? treeNode(loader.defs[0]?.node) : undefined;
  const call = made?.type === 'VariableDeclarator' && made.init ? bare(made.init) : undefined;
  const [given] = call?.type === 'CallExpression' ? call.arguments : [];
  if (isFunction(given)) return given;
  const [only, ...others] = given?.type === 'ObjectExpression' ? given.properties : [];
  const isOne = only?.type === 'Property' && others.length === 0;
  return isOne && isFunction(only.value) ? only.value : undefined;
}

function loaderOf(wrapper: FunctionNode): Variable | undefined {
  const { parent } = wrapper;
  const given = parent?.type === 'Property' ? parent.parent : wrapper;
  const call = given?.parent;
  const made = call?.type === 'CallExpression' ? call.parent : undefined;
  const loader = made?.type === 'VariableDeclarator' ? variableOf(made.id) : undefined;
  return loader !== undefined && wrapperOf(loader) === wrapper ? loader : undefined;
}
