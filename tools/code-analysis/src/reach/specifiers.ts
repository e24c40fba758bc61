import type { AnyNode } from 'acorn';
import { calledName } from '../pages/calls-by-name.ts';

/** The name of the module that a node loads: `require('./a')`, `import './a'`. */
export function specifierOf(node: AnyNode): string | undefined {
  const source = sourceOf(node);
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined;
}

function sourceOf(node: AnyNode): AnyNode | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
      return node.source;
    case 'CallExpression':
      return /^(?:require|__require\d*)$/.test(calledName(node) ?? '')
        ? node.arguments[0]
        : undefined;
    default:
      return undefined;
  }
}

/** True for the text that names a module in such a node. */
export function isSpecifier(node: AnyNode): boolean {
  return node.parent !== undefined && sourceOf(node.parent) === node;
}
