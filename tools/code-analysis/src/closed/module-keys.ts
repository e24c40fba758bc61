import type { AnyNode } from 'acorn';
import { returnedBy } from '../syntax/inside-function.ts';
import { bare, treeIdentifier, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';

const mostDepth = 6;

/**
 * The keys of modules that an expression may be: a constant, or a value of a table of them, as webpack writes one
 * for `require('./locale/' + name)`.
 *
 * @returns null where it may be any key
 */
export function keysOf(written: AnyNode, depth = 0): string[] | null {
  if (depth > mostDepth) return null;
  const node = bare(written);
  switch (node.type) {
    case 'Literal':
      return /^(?:string|number)$/.test(typeof node.value) ? [String(node.value)] : null;
    case 'AssignmentExpression':
      return node.operator === '=' ? keysOf(node.right, depth + 1) : null;
    case 'Identifier': {
      const value = onlyValue(node);
      return value === undefined ? null : keysOf(value, depth + 1);
    }
    case 'CallExpression': {
      const of = treeNode(variableOf(node.callee)?.defs[0]?.node);
      const isOwn = of?.type === 'FunctionDeclaration' && !isWritten(node.callee);
      return isOwn ? keysOfAll(returnedBy(of), depth) : null;
    }
    case 'MemberExpression': {
      const table = onlyValue(node.object);
      return table?.type === 'ObjectExpression' && isOnlyLookedUp(node.object)
        ? keysOfAll(
            table.properties.map((each) =>
              each.type === 'Property' && each.kind === 'init' ? each.value : table,
            ),
            depth,
          )
        : null;
    }
    default:
      return null;
  }
}

function keysOfAll(nodes: readonly AnyNode[], depth: number): string[] | null {
  const found: string[] = [];
  for (const node of nodes) {
    const keys = keysOf(node, depth + 1);
    if (keys === null) return null;
    found.push(...keys);
  }
  return found;
}

/** The one value of a variable. */
function onlyValue(node: AnyNode): AnyNode | undefined {
  const variable = variableOf(node);
  const written = (variable?.references ?? []).filter((each) => each.isWrite());
  const [only, ...others] = written;
  return variable?.defs.length === 1 && others.length === 0 && only?.init === true
    ? treeNode(only.writeExpr)
    : undefined;
}

function isWritten(node: AnyNode): boolean {
  return variableOf(node)?.references.some((each) => each.isWrite()) === true;
}

/** True for a table that nothing changes. */
function isOnlyLookedUp(node: AnyNode): boolean {
  return (variableOf(node)?.references ?? []).every((each) => {
    if (each.init === true) return true;
    const use = treeIdentifier(each.identifier);
    const { parent } = use;
    if (parent?.type === 'CallExpression') return /^(?:keys|o)$/.test(nameOf(parent.callee));
    if (parent?.type !== 'MemberExpression' || parent.object !== use) return false;
    return parent.parent?.type !== 'AssignmentExpression' || parent.parent.left !== parent;
  });
}

function nameOf(callee: AnyNode): string {
  return callee.type === 'MemberExpression' ? (writtenName(callee) ?? '') : '';
}
