import type { AnyNode, Identifier } from 'acorn';
import { bare, type FunctionNode, treeNode, writtenName } from '../syntax/syntax.ts';
import { writesOf } from './plain-writes.ts';
import type { Round } from './round.ts';
import { sureValues } from './sure-things.ts';

const mostDepth = 12;

/**
 * The functions that an expression may be: those that a closed thing has there, else all of its name.
 *
 * @returns null where it may be others, and where nothing is known to be there
 */
export function functionsOf(round: Round, callee: AnyNode, depth = 0): FunctionNode[] | null {
  if (depth > mostDepth) return null;
  const node = bare(callee);
  switch (node.type) {
    case 'MemberExpression': {
      const values = valuesOf(round, node, depth);
      if (values === null) break;
      return values.length === 0 ? null : functionsIn(round, values, depth + 1);
    }
    case 'ConditionalExpression':
      return functionsIn(round, [node.consequent, node.alternate], depth + 1);
    case 'LogicalExpression': {
      if (node.operator === '&&') return functionsOf(round, node.right, depth + 1);
      const left = ofOptional(round, node.left, depth + 1);
      // by names, what no code gives a name isn't there
      if (left === null) break;
      const right = functionsOf(round, node.right, depth + 1);
      return right && [...left, ...right];
    }
    case 'Identifier': {
      const values = valuesOfVariable(node);
      if (values === null) break;
      return functionsIn(round, values, depth + 1);
    }
    default:
  }
  return round.around.callees.of(callee);
}

/** The functions that expressions may be; null where one may be another. */
export function functionsIn(
  round: Round,
  values: readonly AnyNode[],
  depth = 0,
): FunctionNode[] | null {
  const found: FunctionNode[] = [];
  for (const value of values) {
    const functions = functionsOf(round, value, depth);
    if (functions === null) return null;
    found.push(...functions);
  }
  return found;
}

function valuesOf(round: Round, node: AnyNode, depth: number): AnyNode[] | null {
  const name = node.type === 'MemberExpression' ? writtenName(node) : undefined;
  if (node.type !== 'MemberExpression' || name === undefined) return null;
  return sureValues(round, { object: node.object, name }, depth);
}

/** The functions of what may be missing, where there is another: `this && this.__importStar || function …`. */
function ofOptional(round: Round, written: AnyNode, depth: number): FunctionNode[] | null {
  const node = bare(written);
  if (node.type === 'LogicalExpression' && node.operator === '&&') {
    return ofOptional(round, node.right, depth);
  }
  return valuesOf(round, node, depth)?.length === 0 ? [] : functionsOf(round, node, depth);
}

/** The values of a variable that is no parameter, where all are known. */
function valuesOfVariable({ variable }: Identifier): AnyNode[] | null {
  const [def, ...others] = variable?.defs ?? [];
  if (variable === undefined || def?.type !== 'Variable' || others.length > 0) return null;
  return writesOf(variable, treeNode(def.name));
}
