import type { AnyNode, Identifier, Program } from 'acorn';
import { KEYS } from 'eslint-visitor-keys';
import { isFunction, isNode } from '../syntax/syntax.ts';

/** What a script declares and does outside of its functions. */
export interface TopOfScript {
  /** Declarations by `var`, also in blocks, and of functions. */
  hoisted: AnyNode[];
  /** Declarations by `let` and `const`, and of classes, at the very top. */
  lexical: AnyNode[];
  /** Statements that are nothing but an expression. */
  expressions: AnyNode[];
  /** True for a `return`, which a text that runs as a script may not have. */
  returns: boolean;
}

/** Looks at a script, but not into its functions and classes. */
export function readTop(tree: Program): TopOfScript {
  const top: TopOfScript = { hoisted: [], lexical: [], expressions: [], returns: false };
  const waiting: AnyNode[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { type } = node;
    if (type === 'ReturnStatement') top.returns = true;
    if (type === 'ExpressionStatement') top.expressions.push(node);
    if (type === 'VariableDeclaration' && node.kind === 'var') top.hoisted.push(node);
    if (type === 'FunctionDeclaration') top.hoisted.push(node);
    const isTop = node.parent?.type === 'Program';
    if (isTop && (type === 'VariableDeclaration' || type === 'ClassDeclaration')) {
      if (!top.hoisted.includes(node)) top.lexical.push(node);
    }
    if (isFunction(node) || type.startsWith('Class')) continue;
    for (const key of KEYS[type] ?? []) {
      const child: unknown = Reflect.get(node, key);
      for (const each of Array.isArray(child) ? child : [child]) {
        if (isNode(each)) waiting.push(each);
      }
    }
  }
  return top;
}

/** The names that a declaration declares. */
export function declaredNames(declaration: AnyNode): Identifier[] {
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => namesIn(id));
  }
  const isNamed =
    declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration';
  return isNamed && declaration.id ? [declaration.id] : [];
}

function namesIn(pattern: AnyNode): Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) =>
        namesIn(each.type === 'Property' ? each.value : each.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) => (each === null ? [] : namesIn(each)));
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    default:
      return [];
  }
}
