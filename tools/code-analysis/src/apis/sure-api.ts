import type { AnyNode } from 'acorn';
import { bare, treeNode } from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';

/**
 * True for an expression that is an API and can't be another object: a global, an import, a call of `require`,
 * or a constant variable with one of them. A parameter or a property may be something else of the same name.
 */
export function isSurelyApi(tracer: Tracer, written: AnyNode, depth = 0): boolean {
  const node = bare(written);
  if (depth > 6 || ![...tracer.valuesOf(node)].some(({ kind }) => kind === 'api')) return false;
  switch (node.type) {
    case 'Identifier': {
      const { variable } = node;
      if (variable === undefined) return true;
      const [definition] = variable.defs;
      if (definition === undefined || variable.defs.length > 1) return false;
      if (definition.type === 'ImportBinding') return true;
      const writes = variable.references.filter((reference) => reference.isWrite());
      const init = treeNode(writes[0]?.writeExpr);
      const isOnly = writes.length === 1 && definition.type === 'Variable';
      return isOnly && init !== undefined && isSurelyApi(tracer, init, depth + 1);
    }
    case 'AwaitExpression':
      return isSurelyApi(tracer, node.argument, depth + 1);
    case 'ImportExpression':
      return true;
    case 'MemberExpression':
      return isSurelyApi(tracer, node.object, depth + 1);
    case 'CallExpression': {
      // `require('fs')`, also through a helper for imports
      const [given] = node.arguments;
      if (given?.type === 'Literal') return true;
      return given !== undefined && isSurelyApi(tracer, given, depth + 1);
    }
    default:
      return false;
  }
}

/** True for a member, a property in a pattern, or a call that reads members, of what is an API for sure. */
export function isOfSureApi(tracer: Tracer, node: AnyNode): boolean {
  if (node.type === 'MemberExpression') return isSurelyApi(tracer, node.object);
  // `Object.values(api)`, `Reflect.get(api, key)`
  if (node.type === 'CallExpression') {
    const [of] = node.arguments;
    return of !== undefined && isSurelyApi(tracer, of);
  }
  const declarator = node.parent?.parent;
  const of = declarator?.type === 'VariableDeclarator' ? declarator.init : undefined;
  return of ? isSurelyApi(tracer, of) : false;
}
