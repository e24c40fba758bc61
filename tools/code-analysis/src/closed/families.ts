import type { AnyNode } from 'acorn';
import type { FunctionNode } from '../syntax/syntax.ts';
import type { Thing, Things } from './thing.ts';

/** A setter of a class, with its parameter. */
export interface Setter {
  thing: Thing;
  name: string;
  parameter: AnyNode;
}

/** Classes by what they extend, and the methods that constructors give to what they make. */
export class Families {
  readonly #things: Things;
  readonly #subclasses = new Map<Thing, Set<Thing>>();
  readonly #bases = new Map<Thing, Set<Thing>>();

  readonly #methods = new Map<FunctionNode, Set<Thing>>();

  constructor(things: Things) {
    this.#things = things;
  }

  /** Notes that a class extends another; false where that is known already. */
  add(base: Thing, by: Thing): boolean {
    const known = this.#subclasses.get(base) ?? new Set();
    this.#subclasses.set(base, known);
    if (known.has(by)) return false;
    known.add(by);
    const bases = this.#bases.get(by) ?? new Set();
    this.#bases.set(by, bases.add(base));
    return true;
  }

  /** A class and all classes that extend it. */
  of(base: Thing, found = new Set<Thing>()): Set<Thing> {
    if (found.has(base)) return found;
    found.add(base);
    for (const each of this.#subclasses.get(base) ?? []) this.of(each, found);
    return found;
  }

  /** What a class extends, or the objects of that. */
  basesOf(thing: Thing): Thing[] {
    if (thing.kind !== 'function' && thing.kind !== 'instance') return [];
    const { kind } = thing;
    const bases = this.#bases.get(this.#things.of('function', thing.of)) ?? [];
    return [...bases].flatMap((base) => this.made(kind, base) ?? []);
  }

  /** A class and all that it extends. */
  above(thing: Thing, found = new Set<Thing>()): Set<Thing> {
    if (found.has(thing)) return found;
    found.add(thing);
    for (const each of this.basesOf(thing)) this.above(each, found);
    return found;
  }

  /** A class and all that extend it, or the objects of these. */
  below(thing: Thing): Set<Thing> {
    if (thing.kind !== 'function' && thing.kind !== 'instance') return new Set([thing]);
    const { kind } = thing;
    const family = this.of(this.#things.of('function', thing.of));
    return new Set([...family].flatMap((each) => this.made(kind, each) ?? []));
  }

  inherits(thing: Thing, from: Thing): boolean {
    return this.above(thing).has(from);
  }

  /** A class, or the objects that `new` makes of it. */
  made(kind: 'function' | 'instance', { kind: own, of }: Thing): Thing | undefined {
    return own === 'exports' ? undefined : this.#things.of(kind, of);
  }

  /** Notes that a function is a method of all objects that a constructor makes. */
  addMethod(of: FunctionNode, thing: Thing): void {
    const known = this.#methods.get(of) ?? new Set();
    this.#methods.set(of, known.add(thing));
  }

  /** The objects whose methods a function is, by the `prototype` of their constructor. */
  methodOf(of: FunctionNode): ReadonlySet<Thing> {
    return this.#methods.get(of) ?? new Set();
  }
}
