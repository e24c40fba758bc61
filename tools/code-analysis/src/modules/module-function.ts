import type { AnyNode } from 'acorn';
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
