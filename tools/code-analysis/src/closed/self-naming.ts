import type { AnyNode } from 'acorn';
import { isTarget } from '../syntax/changed-builtins.ts';
import type { CodeIndex } from '../syntax/code-index.ts';
import { nodesOf } from '../syntax/inside-function.ts';
import { isStrict } from '../syntax/is-strict.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { type FunctionNode, isFunction, writtenName } from '../syntax/syntax.ts';
import { functionOfThis } from '../trace/this-of-function.ts';

/** Each `new.target` of a file: a function or a class that is called, or one that extends it. */
export function newTargetsIn(code: ParsedCode): AnyNode[] {
  if (!code.text.includes('target')) return [];
  return nodesOf(code).filter((node) => {
    return node.type === 'MetaProperty' && node.property.name === 'target';
  });
}

/** Functions of a file that reach themselves by another way than their names. */
export function selfNamingIn(code: ParsedCode): FunctionNode[] {
  const callees = code.text.includes('arguments') ? nodesOf(code).filter(mayBeCallee) : [];
  return [...newTargetsIn(code), ...callees].flatMap((node) => {
    const of = functionOfThis(node);
    return of === undefined || of === 'top' ? [] : [of];
  });
}

/** True for `arguments` where it may be read for its `callee`. */
function mayBeCallee(node: AnyNode): boolean {
  if (node.type !== 'Identifier' || node.name !== 'arguments' || isStrict(node)) return false;
  const { parent } = node;
  switch (parent?.type) {
    case 'MemberExpression': {
      if (parent.object !== node) return parent.computed;
      const name = writtenName(parent);
      if (name !== undefined) return name === 'callee';
      return !isNumber(parent.property) || isTarget(parent);
    }
    case 'CallExpression': {
      const { callee } = parent;
      const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
      if (name === 'apply') return parent.arguments[1] !== node;
      return name !== 'call' || parent.arguments[0] !== node;
    }
    case 'SpreadElement':
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.type === 'Property' && parent.value === node;
    default:
      return true;
  }
}

/** True for a sum, and for a variable that only counts. */
function isNumber(node: AnyNode): boolean {
  if (node.type === 'UpdateExpression') return true;
  if (node.type === 'BinaryExpression') return /^[-*/%|&]$/.test(node.operator);
  if (node.type !== 'Identifier' || node.variable === undefined) return false;
  const { defs, references } = node.variable;
  return (
    defs.every(({ type }) => type === 'Variable') &&
    references.every((reference) => {
      if (!reference.isWrite()) return true;
      const { writeExpr } = reference;
      // of `at++` there is none
      return !writeExpr || (writeExpr.type === 'Literal' && typeof writeExpr.value === 'number');
    })
  );
}

/**
 * True for a function in a block whose name is a variable of the function around it too, as in scripts: what
 * stands outside of the block has it as well.
 */
export function isNamedOutside(of: FunctionNode, code: ParsedCode | undefined): boolean {
  if (of.type !== 'FunctionDeclaration' || code === undefined) return false;
  const around = of.parent;
  if (around?.type === 'Program' || isFunction(around?.parent)) return false;
  const name = of.id?.name ?? '';
  if (code.unbound.has(name)) return true;
  for (let scope = of.id?.variable?.scope.upper; scope; scope = scope.upper) {
    if (scope.set.has(name)) return !isStrict(of);
  }
  return false;
}

/** True where code may get functions, and their `this`, from whoever called it. */
export function seesFrames({ reads }: CodeIndex): boolean {
  return ['caller', 'getFunction', 'getThis', 'prepareStackTrace'].some((name) => reads.has(name));
}
