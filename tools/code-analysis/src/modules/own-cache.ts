import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { CodeIndex } from '../syntax/code-index.ts';
import { returnedBy } from '../syntax/inside-function.ts';
import { bare, enclosingFunction, type FunctionNode, treeNode } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';

/** True for a `Map` or `WeakMap` that only one function can reach, such as the cache of an import helper. */
export function isOwnCache(node: AnyNode, of: { helper: FunctionNode; index: CodeIndex }): boolean {
  return new OwnCache(of).isCache(node, 0);
}

class OwnCache {
  readonly #helper: FunctionNode;
  readonly #index: CodeIndex;
  readonly #seen = new Set<Variable>();

  constructor(of: { helper: FunctionNode; index: CodeIndex }) {
    this.#helper = of.helper;
    this.#index = of.index;
  }

  isCache(written: AnyNode, depth: number): boolean {
    if (depth > 8) return false;
    const node = bare(written);
    const next = depth + 1;
    switch (node.type) {
      case 'NewExpression':
        return (
          node.callee.type === 'Identifier' &&
          node.callee.variable === undefined &&
          /^(?:Weak)?Map$/.test(node.callee.name)
        );
      case 'Literal':
        return node.value === null;
      case 'UnaryExpression':
        return node.operator === 'void';
      case 'ConditionalExpression':
        return this.isCache(node.consequent, next) && this.isCache(node.alternate, next);
      case 'LogicalExpression':
        return (
          this.isCache(node.right, next) &&
          (node.operator === '&&' || this.isCache(node.left, next))
        );
      case 'AssignmentExpression':
        return this.isCache(node.right, next) && this.isCache(node.left, next);
      case 'Identifier':
        return node.variable !== undefined && this.#isCacheVariable(node.variable, next);
      case 'CallExpression':
        return this.#isMadeBy(node.callee, next);
      default:
        return false;
    }
  }

  #isCacheVariable(variable: Variable, depth: number): boolean {
    if (this.#seen.has(variable)) return true;
    this.#seen.add(variable);
    const writes = variable.references.filter((reference) => reference.isWrite());
    return (
      this.#isPrivate(variable) &&
      writes.length > 0 &&
      writes.every(({ writeExpr }) => {
        const written = treeNode(writeExpr);
        return written !== undefined && this.isCache(written, depth);
      })
    );
  }

  /** True for a variable that is used in the helper alone, or in a function that only it calls. */
  #isPrivate(variable: Variable): boolean {
    return variable.references.every(({ identifier, init }) => {
      const node = treeNode(identifier);
      return init === true || (node !== undefined && this.#isWithin(node));
    });
  }

  #isWithin(node: AnyNode): boolean {
    for (let at = enclosingFunction(node); at !== undefined; at = enclosingFunction(at)) {
      if (at === this.#helper || this.#makers.has(at)) return true;
    }
    return false;
  }

  readonly #makers = new Set<FunctionNode>();

  /** swc: a function that makes the caches, and becomes one that returns them. */
  #isMadeBy(callee: AnyNode, depth: number): boolean {
    const variable = variableOf(callee);
    const made = this.#index.functionsOf(callee) ?? [];
    if (made.length === 0) return false;
    for (const each of made) this.#makers.add(each);
    if (variable !== undefined && !this.#isPrivate(variable)) return false;
    return made.every((each) => returnedBy(each).every((given) => this.isCache(given, depth)));
  }
}
