import type { AnyNode } from 'acorn';
import { type CodeIndex, variableOfFunction } from '../syntax/code-index.ts';
import { isStrict } from '../syntax/is-strict.ts';
import {
  bare,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';

/**
 * The functions of scripts whose arguments are read through the function itself: `run.arguments[0]`, and those of
 * whoever called it by `run.caller`.
 */
export class SeenFrames {
  readonly #seen = new Set<FunctionNode>();
  readonly #seesCallers: boolean;

  constructor({ reads }: CodeIndex) {
    for (const read of reads.get('arguments') ?? []) {
      const of = read.type === 'MemberExpression' ? functionOf(read.object) : undefined;
      if (of !== undefined && !isStrict(read)) this.#seen.add(of);
    }
    this.#seesCallers = (reads.get('caller') ?? []).some((read) => {
      if (read.type !== 'MemberExpression' || isStrict(read)) return false;
      return functionOf(read.object) !== undefined;
    });
  }

  /** True for a function whose arguments may come out of it without its doing. */
  has(of: FunctionNode): boolean {
    if (this.#seen.has(of)) return true;
    return this.#seesCallers && of.type !== 'ArrowFunctionExpression' && !isStrict(of);
  }
}

/** The function that an expression is by its own name, or as `arguments.callee`. */
function functionOf(written: AnyNode): FunctionNode | undefined {
  const node = bare(written);
  if (node.type === 'MemberExpression' && writtenName(node) === 'callee') {
    const isOwn = node.object.type === 'Identifier' && node.object.name === 'arguments';
    return isOwn ? enclosingFunction(node) : undefined;
  }
  const variable = variableOf(node);
  for (const { node: by } of variable?.defs ?? []) {
    const defined = treeNode(by);
    const of = defined?.type === 'VariableDeclarator' ? (defined.init ?? undefined) : defined;
    const isNamed =
      isFunction(of) && (variableOfFunction(of) === variable || of.id?.variable === variable);
    if (isNamed) return of;
  }
  return undefined;
}
