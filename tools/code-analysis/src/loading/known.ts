import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { FunctionNode } from '../syntax/syntax.ts';

/** What is known of a value while a file is loaded. */
export type Known =
  | { kind: 'require' }
  | { kind: 'create-require' }
  | { kind: 'code'; node: FunctionNode; scope: LoadScope }
  /** An object or array literal. */
  | { kind: 'literal'; node: AnyNode; scope: LoadScope }
  | { kind: 'constant'; value: string | number | boolean | bigint | null | undefined };

/** The parameters of a function that is called, inside of the scope that it was made in. */
export interface LoadScope {
  /** Null for a file. */
  of: FunctionNode | null;
  values: Map<Variable, Known | null>;
  parent: LoadScope | null;
  /** Unlike that of any other scope of the file. */
  id: number;
}

/** How Node loads a file. */
export type ModuleFormat = 'esm' | 'cjs';

/** True where a value counts as true in a condition. */
export function isTruthy(known: Known): boolean {
  return known.kind === 'constant' ? Boolean(known.value) : true;
}

/** What `typeof` says of a value. */
export function typeOf(known: Known): string {
  if (known.kind === 'constant') return typeof known.value;
  return known.kind === 'literal' ? 'object' : 'function';
}

/** A text by which two values can be told apart. */
export function identify(known: Known | undefined): string {
  if (known === undefined) return '?';
  if (known.kind === 'constant') return `${typeof known.value} ${String(known.value)}`;
  if (known.kind === 'code' || known.kind === 'literal') {
    return `${known.kind} ${known.node.start} ${known.scope.id}`;
  }
  return known.kind;
}
