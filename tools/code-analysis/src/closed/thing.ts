import type { AnyNode } from 'acorn';
import type { TracedCall } from '../trace/call-links.ts';
import type { Put } from '../values/put-values.ts';
import type { Module } from './module-uses.ts';

/**
 * What may be closed: the exports of a module, a function or class, all objects that `new` makes of it, or an
 * object that is written out.
 */
export type Thing =
  | { readonly kind: 'exports'; readonly of: Module }
  | { readonly kind: 'function' | 'instance' | 'list' | 'literal'; readonly of: AnyNode };

/** What is known of a thing, as long as it is closed. */
export class Uses {
  readonly puts = new Map<string, Put[]>();
  /** Places that read a property: members, and properties of patterns. */
  readonly reads = new Map<string, AnyNode[]>();
  /** Calls of a function, and `new` of a class. */
  readonly calls = new Set<TracedCall>();
  /** Things of which it has all properties as well. */
  readonly includes = new Set<Thing>();

  addPut(name: string, value: Put): boolean {
    return add(this.puts, name, value);
  }

  addRead(name: string, node: AnyNode): boolean {
    return add(this.reads, name, node);
  }
}

function add<T>(map: Map<string, T[]>, name: string, value: T): boolean {
  const known = map.get(name);
  if (known === undefined) map.set(name, [value]);
  else if (known.includes(value)) return false;
  else known.push(value);
  return true;
}

/** Makes each thing once. */
export class Things {
  readonly #exports = new Map<Module, Thing>();
  readonly #others = new Map<AnyNode, Map<Thing['kind'], Thing>>();

  exports(of: Module): Thing {
    const known = this.#exports.get(of) ?? { kind: 'exports', of };
    this.#exports.set(of, known);
    return known;
  }

  /** A function or a class, the objects that `new` makes of it, or an object that is written out. */
  of(kind: 'function' | 'instance' | 'list' | 'literal', of: AnyNode): Thing {
    const kinds = this.#others.get(of) ?? new Map<Thing['kind'], Thing>();
    this.#others.set(of, kinds);
    const known = kinds.get(kind) ?? { kind, of };
    kinds.set(kind, known);
    return known;
  }
}
