import { type Cell, Solver, type Token } from './solver.ts';
import { isMethodOfAll, methodsOfLists } from './language.ts';
import { isForeign, type Thing, Tokens } from './tokens.ts';

/** Calls a function with an object as `this`, as a getter or setter is called. */
export type CallAccessor = (accessor: Cell, of: Token, given: Cell | null) => Cell;

/** The properties of one object. */
interface Properties {
  /** By name. */
  own: Map<string, Cell>;
  getters: Map<string, Cell>;
  setters: Map<string, Cell>;
  /** What is put under names that nobody knows; the items of lists. */
  items: Cell;
  prototypes: Cell;
  /** What reads give, by name, with what is inherited. */
  reads: Map<string, Cell>;
  /** What a read of an unknown name gives. */
  any: Cell | null;
  whenOwn: ((name: string, cell: Cell) => void)[];
  whenAccessor: ((kind: 'get' | 'set', name: string, accessor: Cell) => void)[];
  isOut: boolean;
}

/**
 * The objects of the code and their properties, and the world outside. What leaves the code may come back from
 * there wherever something comes from outside; what is inside of it is read from it then, by its name.
 */
export class Heap {
  readonly solver = new Solver();
  readonly tokens = new Tokens();
  readonly #properties = new Map<Token, Properties>();
  /** What left the code. */
  readonly out: Cell = this.solver.cell();
  /** Properties that code puts on texts and their like, by name; and those of unknown names. */
  readonly #put = new Map<string, Cell>();
  readonly #putAny: Cell = this.solver.cell();
  readonly #allPut: Cell = this.solver.cell();
  /** APIs that are kept in objects which left, by the names of their properties. */
  readonly #apis = new Map<string, Cell>();
  readonly #anyApi: Cell = this.cellOf(this.tokens.outside);
  readonly #patches = new Map<string, Cell>();
  readonly #patchAny: Cell = this.solver.cell();
  readonly #globals = new Map<string, Cell>();
  /** True where code does what this doesn't understand. */
  isLost = false;
  /** Calls getters and setters; set by what knows how to call. */
  callAccessor: CallAccessor = () => this.solver.cell();
  /** Calls what left the code. */
  callOut: (token: Token) => void = () => undefined;

  cellOf(...tokens: Token[]): Cell {
    const cell = this.solver.cell();
    for (const token of tokens) this.solver.give(cell, token);
    return cell;
  }

  thing(token: Token): Thing {
    return this.tokens.of(token);
  }

  propertiesOf(token: Token): Properties {
    const known = this.#properties.get(token);
    if (known !== undefined) return known;
    const made: Properties = {
      own: new Map(),
      getters: new Map(),
      setters: new Map(),
      items: this.solver.cell(),
      prototypes: this.solver.cell(),
      reads: new Map(),
      any: null,
      whenOwn: [],
      whenAccessor: [],
      isOut: false,
    };
    this.#properties.set(token, made);
    return made;
  }

  /** The cell of an object's own property. */
  own(token: Token, name: string): Cell {
    const properties = this.propertiesOf(token);
    const known = properties.own.get(name);
    if (known !== undefined) return known;
    const cell = this.solver.cell();
    properties.own.set(name, cell);
    for (const tell of properties.whenOwn) tell(name, cell);
    if (properties.any !== null) this.solver.edge(cell, properties.any);
    if (properties.isOut) this.#leaveProperty(token, name, cell);
    return cell;
  }

  items(token: Token): Cell {
    return this.propertiesOf(token).items;
  }

  prototypes(token: Token): Cell {
    return this.propertiesOf(token).prototypes;
  }

  /** Adds a getter or setter. */
  addAccessor(
    token: Token,
    of: { kind: 'get' | 'set'; name: string | null; accessor: Cell },
  ): void {
    if (isPrototype(this.thing(token))) this.isLost = true;
    const properties = this.propertiesOf(token);
    const map = of.kind === 'get' ? properties.getters : properties.setters;
    const name = of.name ?? '';
    let cell = map.get(name);
    if (cell === undefined) {
      cell = this.solver.cell();
      map.set(name, cell);
      for (const tell of properties.whenAccessor) tell(of.kind, name, cell);
      if (of.kind === 'get') {
        for (const [read, into] of properties.reads) {
          if (name === '' || read === name) this.#readGetter(token, cell, into);
        }
        if (properties.any !== null) this.#readGetter(token, cell, properties.any);
        if (properties.isOut) this.#leaveGetter(token, cell);
      }
    }
    this.solver.edge(of.accessor, cell);
  }

  #readGetter(token: Token, getter: Cell, into: Cell): void {
    this.solver.edge(this.callAccessor(getter, token, null), into);
  }

  /** What a read of an object's property gives, inherited ones included. */
  read(token: Token, name: string): Cell {
    const thing = this.thing(token);
    if (isForeign(thing)) return this.#readForeign(token, thing, name);
    const properties = this.propertiesOf(token);
    const known = properties.reads.get(name);
    if (known !== undefined) return known;
    const cell = this.solver.cell();
    properties.reads.set(name, cell);
    this.solver.edge(this.own(token, name), cell);
    this.solver.edge(properties.items, cell);
    this.solver.edge(this.#patch(name), cell);
    this.solver.edge(this.#patchAny, cell);
    for (const each of [name, '']) {
      const getter = properties.getters.get(each);
      if (getter !== undefined) this.#readGetter(token, getter, cell);
    }
    this.#addInherent(token, thing, { name, cell });
    if (properties.isOut) this.solver.give(cell, this.tokens.outside);
    this.solver.listen(properties.prototypes, (prototype) => {
      if (prototype === token) return;
      this.#inherit(token, prototype, { name, cell });
    });
    return cell;
  }

  /** What an object has by its kind. */
  #addInherent(token: Token, thing: Thing, { name, cell }: { name: string; cell: Cell }): void {
    if (name === 'default') this.solver.give(cell, token);
    if (name === '__proto__') this.solver.edge(this.propertiesOf(token).prototypes, cell);
    if (thing.kind === 'builtin') {
      const made = this.tokens.memberOf(thing.path, name);
      if (made !== null) this.solver.give(cell, made);
      return;
    }
    if (isMethodOfAll(name)) this.solver.give(cell, this.tokens.method(name));
    const isListed = thing.kind === 'list' || thing.kind === 'generator';
    if (isListed && methodsOfLists.has(name)) this.solver.give(cell, this.tokens.method(name));
    if (thing.kind === 'promise' && /^(?:then|catch|finally)$/.test(name)) {
      this.solver.give(cell, this.tokens.method(name));
    }
    const isCallable = /^(?:function|class|bound|setter|method)$/.test(thing.kind);
    if (isCallable && /^(?:call|apply|bind)$/.test(name)) {
      this.solver.give(cell, this.tokens.method(name));
    }
    if (/^(?:name|message|stack)$/.test(name)) this.solver.give(cell, this.tokens.plain);
  }

  #inherit(token: Token, prototype: Token, { name, cell }: { name: string; cell: Cell }): void {
    this.solver.edge(this.read(prototype, name), cell);
    // getters see the object that they are read from
    this.#eachGetter(prototype, name, new Set(), (getter) => {
      this.#readGetter(token, getter, cell);
    });
  }

  #eachGetter(
    token: Token,
    name: string,
    seen: Set<Token>,
    tell: (getter: Cell) => void,
  ): void {
    if (seen.has(token) || isForeign(this.thing(token))) return;
    seen.add(token);
    const { getters, prototypes } = this.propertiesOf(token);
    for (const each of [name, '']) {
      const getter = getters.get(each);
      if (getter !== undefined) tell(getter);
    }
    this.solver.listen(prototypes, (next) => this.#eachGetter(next, name, seen, tell));
  }

  /** What a read of any property gives. */
  readAny(token: Token): Cell {
    const thing = this.thing(token);
    if (isForeign(thing)) return this.#readForeignAny(token, thing);
    const properties = this.propertiesOf(token);
    if (properties.any !== null) return properties.any;
    const cell = this.solver.cell();
    properties.any = cell;
    for (const own of properties.own.values()) this.solver.edge(own, cell);
    for (const getter of properties.getters.values()) this.#readGetter(token, getter, cell);
    this.solver.edge(properties.items, cell);
    this.solver.edge(this.#patchAny, cell);
    if (properties.isOut) this.solver.give(cell, this.tokens.outside);
    this.solver.listen(properties.prototypes, (prototype) => {
      if (prototype !== token) this.solver.edge(this.readAny(prototype), cell);
    });
    return cell;
  }

  write(token: Token, name: string, value: Cell): void {
    const thing = this.thing(token);
    if (isForeign(thing)) return this.#writeForeign(token, name, value);
    if (name === '__proto__') this.solver.edge(value, this.prototypes(token));
    if (isPrototype(thing)) this.solver.edge(value, this.#patch(name));
    this.solver.edge(value, this.own(token, name));
    this.#callSetters(token, [name, ''], value);
  }

  writeAny(token: Token, value: Cell): void {
    const thing = this.thing(token);
    if (thing.kind === 'plain') return this.putSomewhere(value);
    if (isForeign(thing)) {
      if (thing.kind === 'global') this.solver.edge(value, this.#putAny);
      else if (thing.kind === 'api') this.#putOn(this.items(token), value);
      return this.leave(value);
    }
    if (isPrototype(thing)) this.solver.edge(value, this.#patchAny);
    this.solver.edge(value, this.items(token));
    this.#callSetters(token, null, value);
  }

  #callSetters(token: Token, names: readonly string[] | null, value: Cell): void {
    const seen = new Set<Token>();
    const call = (of: Token) => {
      if (seen.has(of) || isForeign(this.thing(of))) return;
      seen.add(of);
      const { setters, prototypes } = this.propertiesOf(of);
      for (const [name, setter] of setters) {
        if (names === null || names.includes(name)) this.callAccessor(setter, token, value);
      }
      this.solver.listen(prototypes, call);
    };
    call(token);
  }

  /** What code puts on builtins, such as `Array.prototype`, which other objects have as well. */
  #patch(name: string): Cell {
    const known = this.#patches.get(name);
    if (known !== undefined) return known;
    const cell = this.solver.cell();
    this.#patches.set(name, cell);
    return cell;
  }

  /** True for an object of the code's own, or one of the language that it may change. */
  isOwnObject(token: Token): boolean {
    return !isForeign(this.thing(token));
  }

  /** Calls back for each own property of an object by its name, null for unknown ones, as they come. */
  eachOwn(token: Token, tell: (name: string | null, cell: Cell) => void): void {
    if (!this.isOwnObject(token)) return tell(null, this.readAny(token));
    const properties = this.propertiesOf(token);
    properties.whenOwn.push(tell);
    for (const [name, cell] of properties.own) tell(name, cell);
    tell(null, properties.items);
  }

  /** Calls back for each getter and setter of an object. */
  eachAccessor(token: Token, tell: (kind: 'get' | 'set', accessor: Cell) => void): void {
    if (!this.isOwnObject(token)) return;
    const { getters, setters, whenAccessor } = this.propertiesOf(token);
    whenAccessor.push((kind, _, accessor) => tell(kind, accessor));
    for (const accessor of getters.values()) tell('get', accessor);
    for (const accessor of setters.values()) tell('set', accessor);
  }

  /** Gives one object all properties of another, each under its name, getters as well. */
  copy(source: Token, target: Token): void {
    if (!this.isOwnObject(source)) {
      // what it has is read from it when it is asked for
      if (this.isOwnObject(target)) this.solver.give(this.prototypes(target), source);
      else this.writeAny(target, this.readAny(source));
      return;
    }
    this.eachOwn(source, (name, cell) => {
      if (name === null) this.writeAny(target, cell);
      else this.write(target, name, cell);
    });
    const { getters, whenAccessor } = this.propertiesOf(source);
    const take = (kind: 'get' | 'set', name: string, accessor: Cell) => {
      if (kind === 'set') return;
      const value = this.callAccessor(accessor, source, null);
      if (name === '') this.writeAny(target, value);
      else this.write(target, name, value);
    };
    whenAccessor.push(take);
    for (const [name, accessor] of getters) take('get', name, accessor);
  }

  /** Where code reads and sets a global variable of that name. */
  globalVariable(name: string): Cell {
    const known = this.#globals.get(name);
    if (known !== undefined) return known;
    const cell = this.solver.cell();
    this.#globals.set(name, cell);
    this.solver.edge(this.#putAny, cell);
    return cell;
  }

  #readForeign(token: Token, thing: Thing, name: string): Cell {
    if (thing.kind === 'outside') return this.#apisUnder(name);
    const { reads } = this.propertiesOf(token);
    const known = reads.get(name);
    if (known !== undefined) return known;
    const cell = this.solver.cell();
    reads.set(name, cell);
    this.solver.edge(this.#patch(name), cell);
    this.solver.edge(this.#patchAny, cell);
    if (thing.kind === 'global') {
      this.solver.edge(this.globalVariable(name), cell);
      this.solver.give(cell, globalNames.has(name) ? token : this.tokens.globalMember(name));
      return cell;
    }
    this.solver.give(cell, token);
    if (thing.kind === 'plain') {
      this.solver.edge(this.#putUnder(name), cell);
      this.solver.edge(this.#putAny, cell);
    } else {
      this.solver.edge(this.own(token, name), cell);
      this.solver.edge(this.items(token), cell);
    }
    if (thing.kind === 'api' && /^(?:call|apply|bind)$/.test(name)) {
      this.solver.give(cell, this.tokens.method(name));
    }
    return cell;
  }

  #readForeignAny(token: Token, thing: Thing): Cell {
    if (thing.kind === 'outside') return this.#anyApi;
    const properties = this.propertiesOf(token);
    if (properties.any !== null) return properties.any;
    const cell = this.cellOf(token);
    properties.any = cell;
    if (thing.kind === 'global') this.solver.give(cell, this.tokens.outside);
    this.solver.edge(this.#allPut, cell);
    this.solver.edge(this.#putAny, cell);
    return cell;
  }

  #writeForeign(token: Token, name: string, value: Cell): void {
    const thing = this.thing(token);
    if (thing.kind === 'global') return this.solver.edge(value, this.globalVariable(name));
    if (thing.kind === 'plain') return this.solver.edge(value, this.#putUnder(name));
    this.leave(value, { under: name });
    if (thing.kind === 'api') this.#putOn(this.own(token, name), value);
  }

  /** Notes what is put on an API: what isn't one itself has left, and is what comes from outside. */
  #putOn(put: Cell, value: Cell): void {
    this.solver.listen(value, (token) => {
      const { kind } = this.thing(token);
      const isApi = kind === 'api' || kind === 'global';
      this.solver.give(put, isApi ? token : this.tokens.outside);
    });
  }

  /** What code puts on texts and their like under a name. */
  #putUnder(name: string): Cell {
    const known = this.#put.get(name);
    if (known !== undefined) return known;
    const cell = this.solver.cell();
    this.#put.set(name, cell);
    this.solver.edge(cell, this.#allPut);
    return cell;
  }

  /** Notes what is put on texts and their like under a name that nobody knows. */
  putSomewhere(value: Cell): void {
    this.solver.edge(value, this.#putAny);
  }

  /** What a property of something from outside may be: anything that left, or an API that is kept in one. */
  #apisUnder(name: string): Cell {
    const known = this.#apis.get(name);
    if (known !== undefined) return known;
    const cell = this.cellOf(this.tokens.outside);
    this.#apis.set(name, cell);
    this.solver.edge(cell, this.#anyApi);
    return cell;
  }

  /**
   * Notes that what a cell holds leaves the code.
   *
   * @param how.under the name of the property that it is found in, by what doesn't hand out what it finds
   */
  leave(cell: Cell, how: { under?: string } = {}): void {
    const { under } = how;
    if (under === undefined) return this.solver.edge(cell, this.out);
    const apis = this.#apisUnder(under);
    this.solver.listen(cell, (token) => {
      const { kind } = this.thing(token);
      this.solver.give(kind === 'api' || kind === 'global' ? apis : this.out, token);
    });
  }

  /** Begins to look after what leaves. */
  watch(): void {
    const { outside } = this.tokens;
    const { out, solver } = this;
    solver.isCovered = (cell, token) => {
      return cell !== out && solver.holds(cell, outside) && solver.holds(out, token);
    };
    this.solver.listen(this.out, (token) => {
      const thing = this.thing(token);
      if (!isForeign(thing)) this.#leaveWith(token);
      // what is put on something from outside may be put on it
      else if (thing.kind === 'api') this.solver.give(this.items(token), outside);
    });
  }

  hasLeft(token: Token): boolean {
    return this.solver.holds(this.out, token);
  }

  #leaveWith(token: Token): void {
    const properties = this.propertiesOf(token);
    if (properties.isOut) return;
    properties.isOut = true;
    for (const [name, cell] of properties.own) this.#leaveProperty(token, name, cell);
    const outside = this.cellOf(this.tokens.outside);
    for (const getter of properties.getters.values()) this.#leaveGetter(token, getter);
    for (const setter of properties.setters.values()) this.callAccessor(setter, token, outside);
    for (const cell of properties.reads.values()) this.solver.give(cell, this.tokens.outside);
    if (properties.any !== null) this.solver.give(properties.any, this.tokens.outside);
    this.leave(properties.items);
    this.leave(properties.prototypes);
    this.callOut(token);
  }

  #leaveProperty(token: Token, name: string, cell: Cell): void {
    this.leave(cell, this.thing(token).kind === 'instance' ? { under: name } : {});
  }

  #leaveGetter(token: Token, getter: Cell): void {
    this.leave(this.callAccessor(getter, token, null));
  }
}

/** True for `Array.prototype` and its like, whose properties other objects have as well. */
function isPrototype(thing: Thing): boolean {
  return thing.kind === 'builtin' && thing.path.endsWith('.prototype');
}

/** Names under which the global object has itself. */
export const globalNames: ReadonlySet<string> = new Set([
  'globalThis',
  'global',
  'window',
  'self',
  'top',
  'frames',
  'parent',
]);
