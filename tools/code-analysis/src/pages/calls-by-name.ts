import type { CallExpression, NewExpression } from 'acorn';
import { nodesOf } from '../syntax/inside-function.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, writtenName } from '../syntax/syntax.ts';

/** A call, or a `new` expression. */
export type AnyCall = CallExpression | NewExpression;

/** All calls, by the name of what they call: `render` for `this.render()` and for `render()`. */
export class CallsByName {
  readonly #calls = new Map<string, AnyCall[]>();

  constructor(codes: Iterable<ParsedCode>) {
    for (const code of codes) {
      for (const node of nodesOf(code)) {
        if (node.type !== 'CallExpression' && node.type !== 'NewExpression') continue;
        const name = calledName(node);
        if (name === undefined) continue;
        const others = this.#calls.get(name);
        if (others === undefined) this.#calls.set(name, [node]);
        else others.push(node);
      }
    }
  }

  of(name: string): readonly AnyCall[] {
    return this.#calls.get(name) ?? [];
  }
}

/** The last name of what a call calls; undefined for what has none. */
export function calledName({ callee }: AnyCall): string | undefined {
  const called = bare(callee);
  if (called.type === 'Identifier') return called.name;
  return called.type === 'MemberExpression' ? writtenName(called) : undefined;
}
