import type { AnyNode } from 'acorn';
import { isStrict } from '../syntax/is-strict.ts';
import type { FunctionNode } from '../syntax/syntax.ts';
import { callBuiltin } from './builtins.ts';
import type { Heap } from './heap.ts';
import { callMethod } from './methods.ts';
import type { Scope } from './scope.ts';
import { sharedScope } from './scope.ts';
import type { Cell, Token } from './solver.ts';
import { type Given, isForeign, type Thing } from './tokens.ts';

/** What goes into a function, and what comes out. */
export interface Body {
  of: Cell;
  parameters: Cell[];
  /** What calls give for each parameter, before its default. */
  rest: Cell;
  result: Cell;
  newTarget: Cell;
  /** The object `arguments`; null where it isn't used. */
  arguments: Token | null;
}

/** A call that is to be linked. */
export interface Call {
  /** Tells calls apart. */
  site: object;
  scope: Scope;
  /** The call in the code, where its arguments are those of the function. */
  node?: AnyNode | undefined;
  /** The name of the method; null where nobody knows it. */
  name?: string | null;
  callee: Cell;
  /** The object of a method; null for a plain call. */
  of: Cell | null;
  given: Given;
  result: Cell;
  isNew: boolean;
  /** True where its object may be `undefined`. */
  mayLackObject?: boolean;
  /** How many functions of the language it was handed through. */
  depth?: number;
}

/** Most functions of the language that a call is followed through: `list.map(list.map)`. */
const mostHanded = 4;

/** Longest function that each call is told apart for, in characters. */
const longestApart = 500;

/** Most characters of code that are looked at again for single calls, for each character of the code. */
const mostAgain = 1;

/** How often calls within such a function are told apart again. */
const mostDepth = 2;

/** Links calls to what they call. */
export class Calls {
  readonly heap: Heap;
  readonly #makeBody: (node: FunctionNode, scope: Scope) => Body;
  readonly #bodies = new Map<FunctionNode, Map<Scope, Body>>();
  readonly #scopes = new Map<object, Map<Scope, Map<Scope, Map<FunctionNode, Scope>>>>();
  readonly #linked = new Map<object, Set<string>>();
  readonly #instances = new Map<object, Map<string, Token>>();
  readonly #made = new Map<object, Map<string, Token>>();
  #left: number;

  constructor(
    heap: Heap,
    of: { makeBody: (node: FunctionNode, scope: Scope) => Body; characters: number },
  ) {
    this.heap = heap;
    this.#makeBody = of.makeBody;
    this.#left = of.characters * mostAgain;
    heap.callAccessor = (accessor, token, given) => {
      const called = this.#accessorCall(accessor, token);
      if (given !== null) heap.solver.edge(given, called.given);
      return called.result;
    };
    heap.callOut = (token) => this.#callOut(token);
  }

  readonly #accessors = new Map<Cell, Map<Token, { given: Cell; result: Cell }>>();

  /** The one call of a getter or setter for each object. */
  #accessorCall(accessor: Cell, token: Token): { given: Cell; result: Cell } {
    const calls = this.#accessors.get(accessor) ?? new Map<Token, { given: Cell; result: Cell }>();
    this.#accessors.set(accessor, calls);
    const known = calls.get(token);
    if (known !== undefined) return known;
    const { solver } = this.heap;
    const made = { given: solver.cell(), result: solver.cell() };
    calls.set(token, made);
    this.link({
      site: made,
      scope: sharedScope,
      callee: accessor,
      of: this.heap.cellOf(token),
      given: { first: [made.given], more: null },
      result: made.result,
      isNew: false,
    });
    return made;
  }

  /** The body of a function in a scope; made at its first use. */
  body(node: FunctionNode, scope: Scope): Body {
    const bodies = this.#bodies.get(node) ?? new Map<Scope, Body>();
    this.#bodies.set(node, bodies);
    const known = bodies.get(scope);
    if (known !== undefined) return known;
    return this.#makeBody(node, scope);
  }

  /** Notes a body before what is in it is looked at, since it may call itself. */
  note(node: FunctionNode, scope: Scope, body: Body): void {
    this.#bodies.get(node)?.set(scope, body);
  }

  link(call: Call): void {
    this.heap.solver.listen(call.callee, (token) => this.#linkTo(call, token));
  }

  /** Makes an object for a place once, and for the same place in another scope another one. */
  madeAt({ site, scope }: Pick<Call, 'site' | 'scope'>, part: string, thing: () => Thing): Token {
    const made = this.#made.get(site) ?? new Map<string, Token>();
    this.#made.set(site, made);
    const key = `${part} ${scopeKey(scope)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const token = this.heap.tokens.make(thing());
    made.set(key, token);
    return token;
  }

  #linkTo(call: Call, token: Token): void {
    const linked = this.#linked.get(call) ?? new Set<string>();
    this.#linked.set(call, linked);
    if (linked.has(String(token))) return;
    linked.add(String(token));
    const thing = this.heap.thing(token);
    const { heap } = this;
    const { solver } = heap;
    const isHanded = /^(?:method|builtin|bound|plain)$/.test(thing.kind);
    if (isHanded && (call.depth ?? 0) > mostHanded) {
      for (const each of this.all(call.given)) heap.leave(each);
      if (call.of !== null) heap.leave(call.of);
      return solver.give(call.result, heap.tokens.outside);
    }
    switch (thing.kind) {
      case 'function':
        if (call.isNew) return this.#construct(call, token, thing);
        this.#enter(call, { node: thing.node, scope: thing.scope, of: call.of });
        return;
      case 'class':
        // `super(…)` calls a class without `new`
        return this.#construct(call, token, thing);
      case 'method':
        return callMethod(this, call, thing.name);
      case 'builtin':
        return callBuiltin(this, call, thing.path);
      case 'bound': {
        const first = [...thing.given.first, ...call.given.first];
        const more = thing.given.more === null ? call.given.more : null;
        const given =
          thing.given.more === null
            ? { first, more }
            : { first: thing.given.first, more: this.union(thing.given.more, call.given) };
        return this.link({
          ...call,
          node: undefined,
          callee: thing.to,
          of: thing.of,
          given,
          depth: (call.depth ?? 0) + 1,
          mayLackObject: thing.mayLackObject,
        });
      }
      case 'setter':
        for (const each of this.all(call.given)) this.settle(each, thing.to);
        return;
      case 'api':
        for (const each of this.all(call.given)) heap.leave(each);
        // an object that is a part of it is its own
        solver.listen(call.of ?? solver.cell(), (of) => {
          if (of !== token) heap.solver.give(heap.out, of);
        });
        // an API that it gives enters by itself
        solver.give(call.result, heap.tokens.outside);
        return;
      case 'outside':
        for (const each of this.all(call.given)) heap.leave(each);
        if (call.of !== null) heap.leave(call.of);
        solver.give(call.result, heap.tokens.outside);
        return;
      case 'plain':
        return this.#callPlain(call);
      default:
    }
  }

  /** A method of a text or another plain value: it calls functions with texts, and gives texts. */
  #callPlain(call: Call): void {
    const { heap } = this;
    heap.solver.give(call.result, heap.tokens.plain);
    const isListed = call.name === null || /^(?:split|match|matchAll)$/.test(call.name ?? '');
    if (isListed) this.#giveList(call);
    const mayKeep = /^(?:push|unshift|splice|set|add|fill|concat|with)$/.test(call.name ?? 'push');
    for (const each of this.all(call.given)) {
      if (mayKeep) heap.putSomewhere(each);
      heap.solver.listen(each, (token) => {
        if (!/^(?:function|class|bound|method|setter)$/.test(heap.thing(token).kind)) return;
        const list = this.#giveList(call);
        const more = heap.cellOf(heap.tokens.plain);
        const callee = heap.cellOf(token);
        this.call(call, callee, { given: { first: [], more }, result: heap.items(list) });
      });
    }
  }

  /** A list of texts, in which may be more. */
  #giveList(call: Call): Token {
    const { heap } = this;
    const list = this.madeAt(call, 'texts', () => ({ kind: 'list' }));
    heap.solver.give(heap.items(list), heap.tokens.plain);
    heap.solver.give(call.result, list);
    return list;
  }

  /** Calls a function that a call was given. */
  call(
    by: Call,
    callee: Cell,
    how: {
      of?: Cell | null;
      given: Given;
      result: Cell;
      isNew?: boolean;
      mayLackObject?: boolean;
    },
  ): void {
    this.link({
      site: by.site,
      scope: sharedScope,
      callee,
      of: how.of ?? null,
      given: how.given,
      result: how.result,
      isNew: how.isNew ?? false,
      depth: (by.depth ?? 0) + 1,
      ...(how.mayLackObject === true ? { mayLackObject: true } : {}),
    });
  }

  /** All arguments of a call. */
  all({ first, more }: Given): Cell[] {
    return more === null ? [...first] : [...first, more];
  }

  /** A cell of all arguments, after another one. */
  union(cell: Cell, given: Given): Cell {
    const made = this.heap.solver.cell();
    this.heap.solver.edge(cell, made);
    for (const each of this.all(given)) this.heap.solver.edge(each, made);
    return made;
  }

  /** The argument at a position. */
  nth({ first, more }: Given, at: number): Cell | null {
    return first[at] ?? more;
  }

  /** The arguments from a position on. */
  from({ first, more }: Given, at: number): Given {
    return { first: first.slice(at), more };
  }

  #construct(call: Call, token: Token, thing: Thing & { kind: 'function' | 'class' }): void {
    const { heap } = this;
    const isSuper = !call.isNew;
    let of: Cell;
    if (isSuper && call.of !== null) of = call.of;
    else {
      const instances = this.#instances.get(call.site) ?? new Map<string, Token>();
      this.#instances.set(call.site, instances);
      const key = `${token} ${scopeKey(call.scope)}`;
      let instance = instances.get(key);
      if (instance === undefined) {
        instance = heap.tokens.make({ kind: 'instance' });
        instances.set(key, instance);
        heap.solver.edge(heap.read(token, 'prototype'), heap.prototypes(instance));
      }
      of = heap.cellOf(instance);
      this.callImplicit(instance);
    }
    heap.solver.edge(of, call.result);
    if (thing.kind === 'function') {
      const result = heap.solver.cell();
      const body = this.#enter(
        { ...call, result },
        { node: thing.node, scope: thing.scope, of },
      );
      heap.solver.give(body.newTarget, token);
      heap.solver.edge(result, call.result);
      return;
    }
    this.constructClass(call, { token, of });
  }

  /** Runs the constructor of a class, or of what it extends. Set by what knows classes. */
  constructClass: (call: Call, at: { token: Token; of: Cell }) => void = () => undefined;

  /** True where an argument may be `undefined`. Set by what knows the code. */
  mayBeMissing: (call: Call, at: number) => boolean = () => true;

  /** The names that an argument of a call may be; null where that is unknown. Set by what knows the code. */
  namesOf: (call: Call, at: number) => readonly string[] | null = () => null;

  /** Calls what the language calls without a call in the code. Set by what knows the names in the code. */
  callImplicit: (token: Token) => void = () => undefined;

  enterConstructor(
    call: Call,
    at: { node: FunctionNode; scope: Scope; of: Cell; token: Token },
  ): void {
    const result = this.heap.solver.cell();
    const body = this.#enter({ ...call, result }, at);
    this.heap.solver.give(body.newTarget, at.token);
    this.heap.solver.edge(result, call.result);
  }

  #enter(call: Call, at: { node: FunctionNode; scope: Scope; of: Cell | null }): Body {
    const { node } = at;
    const { solver } = this.heap;
    const body = this.body(node, this.#scopeFor(call, at));
    if (node.type !== 'ArrowFunctionExpression') {
      if (at.of !== null) solver.edge(at.of, body.of);
      const mayBePlain = at.of === null || call.mayLackObject === true;
      if (mayBePlain && !isStrict(node.body)) solver.give(body.of, this.heap.tokens.global);
    }
    const { first, more } = call.given;
    for (const [nth, cell] of first.entries()) {
      const parameter = body.parameters[nth];
      solver.edge(cell, parameter ?? body.rest);
      if (body.arguments !== null) solver.edge(cell, this.heap.own(body.arguments, String(nth)));
    }
    if (more !== null) {
      for (const parameter of body.parameters.slice(first.length)) solver.edge(more, parameter);
      solver.edge(more, body.rest);
      if (body.arguments !== null) solver.edge(more, this.heap.items(body.arguments));
    }
    solver.edge(body.result, call.result);
    return body;
  }

  #scopeFor(call: Call, { node, scope }: { node: FunctionNode; scope: Scope }): Scope {
    const length = node.end - node.start;
    if (length > longestApart || length > this.#left || call.scope.depth >= mostDepth) return scope;
    for (let at: Scope | null = call.scope; at !== null; at = at.from) {
      if (at.of === node) return scope;
    }
    const bySite = nested(this.#scopes, call.site);
    const byScope = nested(bySite, call.scope);
    const byMade = nested(byScope, scope);
    const known = byMade.get(node);
    if (known !== undefined) return known;
    this.#left -= length;
    const made: Scope = {
      of: node,
      around: scope,
      call: call.node ?? null,
      from: call.scope,
      depth: call.scope.depth + 1,
    };
    byMade.set(node, made);
    return made;
  }

  #callOut(token: Token): void {
    const { heap } = this;
    const { kind } = heap.thing(token);
    if (!/^(?:function|class|bound|setter|method|builtin)$/.test(kind)) return;
    const outside = heap.cellOf(heap.tokens.outside);
    const result = heap.solver.cell();
    heap.leave(result);
    const given = { first: [], more: outside };
    const call = { site: {}, scope: sharedScope, given, result, of: outside };
    if (kind === 'function' || kind === 'bound' || kind === 'setter' || kind === 'method')
      this.link({ ...call, callee: heap.cellOf(token), isNew: false });
    if (kind === 'class' || kind === 'function') {
      this.link({ ...call, site: {}, callee: heap.cellOf(token), isNew: true });
    }
  }

  /** Gives what is awaited of a cell, or what a promise that is settled with it gives. */
  settle(from: Cell, to: Cell): void {
    const { heap } = this;
    heap.solver.listen(from, (token) => {
      const thing = heap.thing(token);
      if (thing.kind === 'promise') return heap.solver.edge(thing.value, to);
      heap.solver.give(to, token);
      if (!/^(?:object|instance|function|class|list)$/.test(thing.kind)) return;
      if (this.hasThen) this.#settleBy(token, to);
    });
  }

  /** What an object with a method `then` gives. */
  #settleBy(token: Token, to: Cell): void {
    const { heap } = this;
    const site = heap.propertiesOf(token);
    const then = heap.read(token, 'then');
    heap.solver.listen(then, (found) => {
      const { kind } = heap.thing(found);
      if (isForeign(heap.thing(found))) return heap.solver.give(to, heap.tokens.outside);
      if (kind === 'object' || kind === 'instance' || kind === 'list') return;
      const part = `then ${to}`;
      const setter = this.madeAt({ site, scope: sharedScope }, part, () => ({ kind: 'setter', to }));
      const first = [heap.cellOf(setter), heap.cellOf(setter)];
      this.link({
        site,
        scope: sharedScope,
        callee: heap.cellOf(found),
        of: heap.cellOf(token),
        given: { first, more: null },
        result: heap.solver.cell(),
        isNew: false,
      });
    });
  }

  /** True where code defines objects with a method `then`. */
  hasThen = true;

  /** Gives all that a loop over what a cell holds gets. */
  iterate(from: Cell, to: Cell, how: { isAsync: boolean } = { isAsync: false }): void {
    const { heap } = this;
    const item = how.isAsync ? heap.solver.cell() : to;
    if (how.isAsync) this.settle(item, to);
    heap.solver.listen(from, (token) => {
      const thing = heap.thing(token);
      switch (thing.kind) {
        case 'list':
          heap.solver.edge(heap.readAny(token), item);
          return;
        case 'generator':
          heap.solver.edge(thing.yields, item);
          return;
        case 'plain':
        case 'outside':
        case 'api':
        case 'global':
          heap.solver.edge(heap.readAny(token), item);
          return;
        case 'object':
        case 'instance':
        case 'function':
        case 'class': {
          for (const name of ['@@iterator', '@@asyncIterator']) this.#iterateBy(token, name, item);
          heap.solver.edge(heap.items(token), item);
          return;
        }
        default:
      }
    });
  }

  #iterateBy(token: Token, name: string, item: Cell): void {
    const { heap } = this;
    const site = heap.propertiesOf(token);
    const call = { site, scope: sharedScope, given: { first: [], more: null }, isNew: false };
    const iterator = heap.solver.cell();
    const of = heap.cellOf(token);
    this.link({ ...call, callee: heap.read(token, name), of, result: iterator });
    // an iterator that gives itself is none of the objects below
    heap.solver.listen(iterator, (found) => {
      const thing = heap.thing(found);
      if (thing.kind === 'list') return heap.solver.edge(heap.readAny(found), item);
      if (thing.kind === 'generator') return heap.solver.edge(thing.yields, item);
      const step = heap.solver.cell();
      const next = heap.read(found, 'next');
      this.link({
        ...call,
        site: heap.propertiesOf(found),
        callee: next,
        of: heap.cellOf(found),
        result: step,
      });
      const settled = heap.solver.cell();
      this.settle(step, settled);
      heap.solver.listen(settled, (each) => heap.solver.edge(heap.read(each, 'value'), item));
    });
  }
}

function scopeKey(scope: Scope): string {
  return String(scopeNumber(scope));
}

const scopeNumbers = new WeakMap<Scope, number>();
let scopes = 0;

function scopeNumber(scope: Scope): number {
  const known = scopeNumbers.get(scope);
  if (known !== undefined) return known;
  scopes += 1;
  scopeNumbers.set(scope, scopes);
  return scopes;
}

function nested<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = map.get(key) ?? new Map<L, V>();
  map.set(key, known);
  return known;
}
