import type { AnyNode, LogicalExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isExported } from '../syntax/code-index.ts';
import { type FunctionNode, isFunction, treeIdentifier } from '../syntax/syntax.ts';
import type { Around } from './around.ts';
import { isClass } from './class-parts.ts';
import { Families, type Setter } from './families.ts';
import { findBase, flowToThises, startThing } from './start-thing.ts';
import type { Put } from '../values/put-values.ts';
import { type Thing, Uses } from './thing.ts';
import { isTaker } from './list-uses.ts';
import { flowToOwnThis } from './helper-uses.ts';
import { isOwnHelper } from './own-helper.ts';
import { give, useThing } from './use-thing.ts';

/** Most places that things go to in one round. */
const mostFlows = 400_000;

const mostDepth = 14;

/** Most expressions that are looked at to find what one is. */
const mostLooks = 300;

function isDerived({ kind, of }: Thing): boolean {
  return kind === 'function' && isClass(of) && of.superClass !== null;
}

/** Options of a view whose methods the editor calls. */
const partOfView = /^(?:dragAndDropController|treeDataProvider)$/;

/** What was found of things in earlier rounds, each of which trusted more of them than the next. */
export interface Distrusted {
  /** Things with uses that aren't known. */
  open: Set<Thing>;
  /** Those of which more is done than calling them by `f.call()` and its like. */
  handedOn: Set<Thing>;
  /** Functions whose `this` may be another object than the one whose method it is. */
  loose: Set<FunctionNode>;
}

/** The error for code with too many uses of things. */
export class TooManyFlows extends Error {}

/**
 * Follows things to all places that may have them, as long as each is believed to be closed; finds those that
 * aren't. What depends on them is to be found again in another round.
 */
export class Round {
  readonly around: Around;
  readonly distrusted: Distrusted;
  readonly families: Families;
  /** True where something is distrusted that wasn't before. */
  isShaken = false;
  readonly #uses = new Map<Thing, Uses>();
  readonly #flows = new Map<AnyNode, Set<Thing>>();
  readonly #variables = new Map<Variable, Set<Thing>>();
  readonly #putAt = new Map<AnyNode, { thing: Thing; name: string }[]>();
  readonly #results = new Map<AnyNode, Set<Thing>>();
  readonly #queue: { node: AnyNode; thing: Thing }[] = [];
  /** Uses that depend on what other uses find. */
  readonly #again = new Map<AnyNode, Set<Thing>>();
  readonly setters: Setter[] = [];
  readonly #called = new Set<Thing>();
  /** Classes that extend something. */
  readonly #derived = new Set<Thing>();
  #isLast = false;
  #isDone = false;
  #changes = 0;
  #looks = 0;
  #count = 0;

  constructor(around: Around, distrusted: Distrusted) {
    this.around = around;
    this.distrusted = distrusted;
    this.families = new Families(around.things);
  }

  /** Runs until nothing new is found. @throws TooManyFlows */
  run(): void {
    // what isn't known once nothing changes any more isn't known
    for (const isLast of [false, true]) {
      this.#isLast = isLast;
      for (let changes = -1; changes !== this.#changes;) {
        changes = this.#changes;
        this.#lookAtAll();
      }
    }
  }

  #lookAtAll(): void {
    this.#drain();
    for (const [node, things] of this.#again) {
      for (const thing of things) {
        if (!this.isFollowed(thing)) things.delete(thing);
        else useThing(this, node, thing);
      }
    }
    for (const thing of this.#derived) findBase(this, thing);
    for (const setter of this.setters) this.#giveToSetter(setter);
    for (const thing of this.#called) this.#giveToOthers(thing);
    this.#drain();
  }

  /** Gives a setter what is put on the objects that have it. */
  #giveToSetter({ thing, name, parameter }: Setter): void {
    for (const holder of this.families.below(thing)) {
      for (const value of this.usesOf(holder).puts.get(name) ?? []) {
        for (const each of value === undefined ? [] : this.flowsTo(value)) {
          give(this, { target: parameter, value: parameter }, each);
        }
      }
    }
  }

  /** Notes that the editor calls the methods of a thing with what others gave it. */
  callByOthers(thing: Thing): void {
    if (this.#called.has(thing)) return;
    this.#called.add(thing);
    this.#changes += 1;
  }

  /** Handles what the editor calls: it may hand what that returns, and what it finds there, to any code. */
  #giveToOthers(thing: Thing): void {
    for (const each of this.families.above(thing)) {
      for (const [name, values] of this.usesOf(each).puts) {
        const isPart = thing.kind === 'literal' && partOfView.test(name);
        for (const held of values.flatMap((value) => (value ? [...this.flowsTo(value)] : []))) {
          if (isPart && held.kind !== 'function') this.callByOthers(held);
          else this.open(held);
          if (held.kind === 'function' && isFunction(held.of)) {
            flowToOwnThis(this, held.of, thing);
          }
        }
      }
    }
  }

  /** Opens a thing because something isn't known, once all else is. */
  doubt(thing: Thing): void {
    if (this.#isLast) this.open(thing);
  }

  /** As `doubt`, where what isn't known is only how a function is called. */
  doubtCalls(thing: Thing): void {
    if (this.#isLast) this.openCalled(thing);
  }

  #drain(): void {
    for (let at = this.#queue.pop(); at !== undefined; at = this.#queue.pop()) {
      useThing(this, at.node, at.thing);
    }
  }

  /** Notes that what a use means depends on what other uses find. */
  lookAgain(node: AnyNode, thing: Thing): void {
    const things = this.#again.get(node) ?? new Set();
    this.#again.set(node, things.add(thing));
  }

  /** True as long as not too many expressions are looked at to find what one is. */
  mayLook(depth: number): boolean {
    this.#looks = depth === 0 ? 0 : this.#looks + 1;
    return depth < mostDepth && this.#looks < mostLooks;
  }

  /** True for a thing whose uses aren't all known. */
  isOpen(thing: Thing): boolean {
    // what is asked for too late isn't followed any more
    return this.distrusted.open.has(thing) || (this.#isDone && !this.#uses.has(thing));
  }

  /** True in a file with `eval`, whose text may give any variable another value. */
  mayBeEvaluated(node: AnyNode): boolean {
    const { evaluating, codeOf } = this.around;
    const code = evaluating.size === 0 ? undefined : codeOf(node);
    return code !== undefined && evaluating.has(code);
  }

  /** True for `this && this.__helper || …` of TypeScript, where nothing gives the file such a helper. */
  isOwnHelper(node: LogicalExpression): boolean {
    return isOwnHelper(this.around, node);
  }

  /** Ends the following: what isn't known by now stays unknown. */
  end(): void {
    this.#isDone = true;
  }

  /** What is known of a thing, which is followed from now on. */
  usesOf(thing: Thing): Uses {
    const known = this.#uses.get(thing);
    if (known !== undefined) return known;
    const made = new Uses();
    if (this.#isDone) return made;
    this.#uses.set(thing, made);
    if (isDerived(thing)) this.#derived.add(thing);
    this.#changes += 1;
    startThing(this, thing);
    return made;
  }

  /** Notes that code may do anything with a thing, and with all that it leads to. */
  open(thing: Thing): void {
    if (!this.distrusted.handedOn.has(thing)) {
      this.distrusted.handedOn.add(thing);
      this.isShaken = true;
      this.#changes += 1;
    }
    this.openCalled(thing);
  }

  /** True for a thing whose own properties unknown code may have set. */
  isHandedOn(thing: Thing): boolean {
    return this.distrusted.handedOn.has(thing);
  }

  /** True for a thing whose uses still tell something. */
  isFollowed(thing: Thing): boolean {
    return !this.isHandedOn(thing) && !(this.#isDone && !this.#uses.has(thing));
  }

  /** Notes that a function is called by `f.call()` and its like: its calls aren't known, its properties are. */
  openCalled(thing: Thing): void {
    if (this.isOpen(thing)) return;
    this.distrusted.open.add(thing);
    this.isShaken = true;
    this.#changes += 1;
    const uses = this.usesOf(thing);
    this.#openHeld(thing);
    for (const each of uses.includes) this.open(each);
    const { things } = this.around;
    const isHandedOn = this.isHandedOn(thing);
    const openOther = (other: Thing) => (isHandedOn ? this.open(other) : this.openCalled(other));
    if (thing.kind === 'instance') openOther(things.of('function', thing.of));
    if (thing.kind !== 'function') return;
    openOther(things.of('instance', thing.of));
    for (const each of this.resultsOf(thing.of)) this.open(each);
  }

  /** Opens what a thing holds, also by what it inherits. */
  #openHeld(thing: Thing): void {
    for (const each of this.families.above(thing)) {
      for (const values of this.usesOf(each).puts.values()) {
        for (const value of values) this.openAt(value);
      }
    }
  }

  /** True where a thing is open, or another that inherits from it. */
  #isHeldOpen(thing: Thing): boolean {
    return [...this.families.below(thing)].some((each) => this.isOpen(each));
  }

  /** Opens the things that an expression may be. */
  openAt(value: Put): void {
    if (value === undefined) return;
    for (const each of this.#flows.get(value) ?? []) this.open(each);
    if (isFunction(value)) this.open(this.around.things.of('function', value));
  }

  flowsTo(node: AnyNode): Iterable<Thing> {
    return this.#flows.get(node) ?? [];
  }

  /** Notes that an expression may be a thing. */
  flow(node: AnyNode, thing: Thing): void {
    const known = this.#flows.get(node) ?? new Set();
    this.#flows.set(node, known);
    if (known.has(thing)) return;
    known.add(thing);
    this.usesOf(thing);
    this.#changes += 1;
    this.#count += 1;
    if (this.#count > mostFlows) throw new TooManyFlows();
    for (const { thing: holder, name } of this.#putAt.get(node) ?? []) {
      this.#giveToReads({ holder, name }, thing);
    }
    if (this.isFollowed(thing)) this.#queue.push({ node, thing });
  }

  /** Notes that a variable may hold a thing. */
  bind(variable: Variable, thing: Thing): void {
    const known = this.#variables.get(variable) ?? new Set();
    this.#variables.set(variable, known);
    if (known.has(thing)) return;
    known.add(thing);
    if (isExported(variable)) this.open(thing);
    for (const reference of variable.references) {
      if (reference.isRead()) this.flow(treeIdentifier(reference.identifier), thing);
    }
  }

  put(thing: Thing, name: string, value: Put): void {
    if (!this.usesOf(thing).addPut(name, value)) return;
    this.#changes += 1;
    if (this.#isHeldOpen(thing)) this.openAt(value);
    if (value === undefined) return;
    const known = this.#putAt.get(value) ?? [];
    this.#putAt.set(value, known);
    known.push({ thing, name });
    for (const each of this.flowsTo(value)) this.#giveToReads({ holder: thing, name }, each);
  }

  #giveToReads({ holder, name }: { holder: Thing; name: string }, thing: Thing): void {
    if (this.#isHeldOpen(holder)) return this.open(thing);
    for (const read of this.usesOf(holder).reads.get(name) ?? []) this.flowToRead(read, thing);
  }

  /** Notes that a read gives a thing: a member, or a property of a pattern. */
  flowToRead(read: AnyNode, thing: Thing): void {
    if (isTaker(read)) return give(this, { target: read, value: read }, thing);
    if (read.type !== 'Property') return this.flow(read, thing);
    const { value } = read;
    const target = value.type === 'AssignmentPattern' ? value.left : value;
    if (target.type === 'Identifier' && target.variable) this.bind(target.variable, thing);
    else this.open(thing);
  }

  read(thing: Thing, name: string, node: AnyNode): void {
    const uses = this.usesOf(thing);
    if (!uses.addRead(name, node)) return;
    this.#changes += 1;
    for (const value of uses.puts.get(name) ?? []) {
      for (const each of value === undefined ? [] : this.flowsTo(value))
        this.flowToRead(node, each);
    }
    for (const each of [...uses.includes, ...this.families.basesOf(thing)])
      this.read(each, name, node);
  }

  /** Notes that a thing has all properties of another. */
  include(thing: Thing, other: Thing): void {
    const uses = this.usesOf(thing);
    if (uses.includes.has(other)) return;
    uses.includes.add(other);
    this.#changes += 1;
    this.usesOf(other);
    if (this.isOpen(thing)) this.open(other);
    for (const [name, nodes] of uses.reads) for (const node of nodes) this.read(other, name, node);
  }

  /** Notes what a function returns. */
  giveResult(of: AnyNode, thing: Thing): void {
    const known = this.#results.get(of) ?? new Set();
    this.#results.set(of, known);
    if (known.has(thing)) return;
    known.add(thing);
    this.#changes += 1;
  }

  resultsOf(of: AnyNode): ReadonlySet<Thing> {
    return this.#results.get(of) ?? new Set();
  }

  /** Notes that a class extends another. */
  extend(base: Thing, by: Thing): void {
    if (!this.families.add(base, by)) return;
    this.#changes += 1;
    for (const kind of ['function', 'instance'] as const) {
      const [above, below] = [base, by].map((each) => this.families.made(kind, each));
      if (above === undefined || below === undefined) continue;
      for (const [name, nodes] of this.usesOf(below).reads) {
        for (const node of nodes) this.read(above, name, node);
      }
      if (this.#isHeldOpen(below)) this.#openHeld(above);
    }
    const family = this.families.of(by);
    for (const each of this.families.above(base)) flowToThises(this, each, family);
  }

  /** True for objects that some code makes, or gives methods. */
  isMade(instance: Thing): boolean {
    return this.#uses.has(instance);
  }

  loosen(of: FunctionNode): void {
    if (this.distrusted.loose.has(of)) return;
    this.distrusted.loose.add(of);
    this.isShaken = true;
    this.#changes += 1;
  }

  /** All things that are followed. */
  get followed(): ReadonlyMap<Thing, Uses> {
    return this.#uses;
  }
}
