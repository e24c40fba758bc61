import type { AnyNode, Class } from 'acorn';
import type { FunctionNode } from '../syntax/syntax.ts';
import type { Scope } from './scope.ts';
import { globalNamed, isMethodOfAll, memberNamed, methodsOfLists } from './language.ts';
import type { Cell, Token } from './solver.ts';

/** What a token stands for. */
export type Thing =
  /** A function or class of the code, in the scope that it is made in. */
  | { kind: 'function'; node: FunctionNode; scope: Scope }
  | { kind: 'class'; node: Class; scope: Scope }
  /** An object that is written out, a prototype, or the exports of a file. */
  | { kind: 'object' }
  /** What `new` makes of a function or class. */
  | { kind: 'instance' }
  /** An array, an iterator, `arguments`, or a collection such as a `Map`: what has items. */
  | { kind: 'list' }
  | { kind: 'promise'; value: Cell }
  | { kind: 'generator'; yields: Cell; returns: Cell; sent: Cell }
  /** `f.bind(of, …)` */
  | { kind: 'bound'; to: Cell; of: Cell; given: Given; mayLackObject: boolean }
  /** What gives a value to a promise or another cell when it is called. */
  | { kind: 'setter'; to: Cell }
  /** A global name and what is read from it, such as `Object.assign`, unless it is an API. */
  | { kind: 'builtin'; path: string }
  /** A method that objects of the language have, taken off its object: `push`. */
  | { kind: 'method'; name: string }
  /** An API by its module or the name of the global: all its parts. */
  | { kind: 'api'; root: string }
  /** The global object. */
  | { kind: 'global' }
  /** What comes from outside, or left the code and came back. */
  | { kind: 'outside' }
  /** A text, a number or their like. */
  | { kind: 'plain' };

/** The arguments of a call: the first ones one by one, and all that may be at any later place. */
export interface Given {
  first: readonly Cell[];
  more: Cell | null;
}

/** Numbers the things that cells may hold. */
export class Tokens {
  readonly #things: Thing[] = [];
  readonly #functions = new Map<AnyNode, Token[]>();
  readonly #bound: Token[] = [];
  readonly #byKey = new Map<string, Token>();
  readonly outside = this.make({ kind: 'outside' });
  readonly plain = this.make({ kind: 'plain' });
  readonly global = this.make({ kind: 'global' });

  make(thing: Thing): Token {
    this.#things.push(thing);
    const token = this.#things.length - 1;
    if (thing.kind === 'bound') this.#bound.push(token);
    const node = thing.kind === 'class' ? constructorOf(thing.node) : undefined;
    const of = thing.kind === 'function' ? thing.node : node;
    if (of !== undefined) this.#functions.set(of, [...(this.#functions.get(of) ?? []), token]);
    return token;
  }

  /** The tokens that a function may be, bound ones included. */
  ofFunction(node: AnyNode): readonly Token[] {
    return [...(this.#functions.get(node) ?? []), ...this.#bound];
  }

  of(token: Token): Thing {
    const thing = this.#things[token];
    if (thing === undefined) throw new RangeError(`There is no token ${token}`);
    return thing;
  }

  get count(): number {
    return this.#things.length;
  }

  /** What a name of the global object is, where code doesn't change it. */
  globalMember(name: string): Token {
    const found = globalNamed(name);
    return found === null ? this.outside : this.builtin(found.path);
  }

  /** What a property of a builtin is, where code doesn't change it; null for nothing. */
  memberOf(path: string, name: string): Token | null {
    if (path.split('.').at(-1) === 'prototype' || /^(?:call|apply|bind)$/.test(name)) {
      const isCall = /^(?:call|apply|bind)$/.test(name);
      if (isCall || methodsOfLists.has(name) || isMethodOfAll(name)) return this.method(name);
    }
    const found = memberNamed(path, name);
    if (found === 'plain') return this.plain;
    return found === null ? null : this.builtin(found.path);
  }

  builtin(path: string): Token {
    return this.#once(`builtin ${path}`, { kind: 'builtin', path });
  }

  method(name: string): Token {
    return this.#once(`method ${name}`, { kind: 'method', name });
  }

  api(root: string): Token {
    return root === 'global:' ? this.global : this.#once(`api ${root}`, { kind: 'api', root });
  }

  #once(key: string, thing: Thing): Token {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const made = this.make(thing);
    this.#byKey.set(key, made);
    return made;
  }
}

function constructorOf(node: Class): AnyNode | undefined {
  const own = node.body.body.find(
    (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
  );
  return own?.type === 'MethodDefinition' ? own.value : undefined;
}

/** True for what comes from outside of the code's own objects, and is told apart from them. */
export function isForeign({ kind }: Thing): boolean {
  return kind === 'api' || kind === 'global' || kind === 'outside' || kind === 'plain';
}
