import type { AnyNode, CallExpression, NewExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isGlobal } from '../apis/builtins.ts';
import { exportsHolder, wholeModule } from '../modules/bundled-modules.ts';
import { isGetterInterop, isGetterOf, isInterop } from '../modules/interop.ts';
import { isPrototype, isTopThis } from '../modules/set-exports.ts';
import { bare, type FunctionNode, treeNode, writtenName } from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import { addExport, followElements, isLocal, plainValue, type Value } from '../values/value.ts';
import { mayCallForeign } from '../values/foreign-methods.ts';
import { bindMember } from './bind-target.ts';
import { isGeneratorRunner } from './generator-runner.ts';
import { isMostlyHarmless } from './tell-lost.ts';
import type { Tracer } from './tracer.ts';

/** A call, or a `new` expression. */
export type TracedCall = CallExpression | NewExpression;

/** Which calls call which functions, and what goes back and forth between them. */
export class CallLinks {
  readonly #tracer: Tracer;
  readonly #linked = new Map<TracedCall, Set<FunctionNode>>();
  readonly #callers = new Map<FunctionNode, Set<TracedCall>>();
  readonly #givenBack = new Map<FunctionNode, Map<number, Set<Value>>>();
  readonly #copies = new Map<FunctionNode, { at: number; value: Value }[]>();
  readonly #passedOn: { call: TracedCall; node: AnyNode; value: Value }[] = [];

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  /** Links a call to a function: the function's results become the call's. */
  link(call: TracedCall, to: FunctionNode): void {
    this.#tracer.judge();
    const linked = this.#linked.get(call) ?? new Set();
    this.#linked.set(call, linked);
    if (linked.has(to)) return;
    linked.add(to);
    const callers = this.#callers.get(to) ?? new Set();
    this.#callers.set(to, callers);
    callers.add(call);
    this.#bindCopies(call, to);
    for (const [at, values] of this.#givenBack.get(to) ?? []) {
      for (const value of values) this.#giveBackTo(call, { of: to, at, value });
    }
    const helps = isInterop(to, this.#tracer);
    followElements(this.#tracer.own.results(to), (value) => {
      // an import helper returns what this call passes to it, and nothing of other calls
      if (isLocal(value) && isOfObject(call)) return;
      if (!helps || !this.#isGiven(value, to)) this.#tracer.add(call, value);
    });
  }

  /** Handles a function that returns its argument: each call gets what it passed. */
  giveBack({ of, at }: { of: FunctionNode; at: number }, value: Value): void {
    this.#tracer.judge();
    if (value.kind === 'api' && value.given?.to === of) return this.#tracer.addResult(of, value);
    const given = this.#givenBack.get(of) ?? new Map<number, Set<Value>>();
    this.#givenBack.set(of, given);
    given.set(at, (given.get(at) ?? new Set()).add(value));
    for (const call of this.callersOf(of)) this.#giveBackTo(call, { of, at, value });
    this.#tracer.add(of, this.#tracer.own.function(of));
  }

  /** Gives a call the values that its function is already known to return unchanged. */
  giveBackAgain(call: TracedCall, by: { of: FunctionNode; at: number; value: Value }): void {
    const { of, at, value } = by;
    if (this.#givenBack.get(of)?.get(at)?.has(value)) this.#giveBackTo(call, by);
  }

  #giveBackTo(call: TracedCall, by: { of: FunctionNode; at: number; value: Value }): void {
    const { of, at, value } = by;
    const isInPlace = isDirect(call) && !this.#tracer.bound().has(of, call.callee);
    const argument = isInPlace ? call.arguments[at] : undefined;
    if (argument === undefined || this.#tracer.valuesOf(argument).has(value))
      this.#tracer.add(call, value);
  }

  /** True where some call passes this value to an import helper; otherwise the helper's result is its own. */
  #isGiven(value: Value, to: FunctionNode): boolean {
    if (value.kind === 'function') {
      return isGetterInterop(to, this.#tracer) && isGetterOf(to, value.function);
    }
    if (value.kind === 'list') return false;
    if (value.kind === 'exports' && this.#tracer.isFilled(value)) return true;
    return [...this.callersOf(to)].some(({ arguments: [given] }) => {
      return given !== undefined && this.#tracer.valuesOf(given).has(value);
    });
  }

  callersOf(of: FunctionNode): Iterable<TracedCall> {
    return this.#callers.get(of) ?? [];
  }

  /** Notes an argument of a call that isn't linked to a function yet. */
  passOn(call: TracedCall, { node, value }: { node: AnyNode; value: Value }): void {
    this.#tracer.judge();
    this.#passedOn.push({ call, node, value: plainValue(value) });
  }

  /** Reports the arguments of calls that no function was found for. */
  tellPassedOn(): void {
    for (const passed of this.#passedOn.splice(0)) this.#tellPassed(passed);
  }

  #tellPassed({ call, node, value }: { call: TracedCall; node: AnyNode; value: Value }): void {
    if (isGeneratorRunner(this.#tracer, call)) return;
    const isLinked =
      this.#linked.has(call) &&
      this.#tracer.callees.of(call.callee) !== null &&
      !mayCallForeign(this.#tracer, call.callee);
    if (isLinked || this.#isReached(call.callee)) return;
    if (isKept(call) && isMostlyHarmless(value)) this.#tracer.keep(node, value);
    else if (value.kind !== 'function') this.#tracer.escape(node, value);
    else for (const result of value.results.elements) this.#tracer.escape(node, result);
  }

  /** True for a call of `require` or of a reported API, also by `call`, `apply` and `bind`. */
  #isReached(callee: AnyNode): boolean {
    const node = bare(callee);
    const requires = [...this.#tracer.valuesOf(node)].some((value) => {
      return value.kind === 'api' && value.node.does === 'requires';
    });
    if (requires || this.#tracer.reached.has(node) || this.#holdsReached(node)) return true;
    return node.type === 'MemberExpression' && this.#isReached(node.object);
  }

  /** True for a variable that only ever holds a reported API: `const read = fs['readFile']`. */
  #holdsReached(node: AnyNode): boolean {
    const { defs = [], references = [] } = variableOf(node) ?? {};
    const writes = references.filter((reference) => reference.isWrite());
    return (
      writes.length > 0 &&
      defs.every(({ type }) => type === 'Variable') &&
      writes.every(({ writeExpr }) => {
        const written = treeNode(writeExpr);
        return written !== undefined && this.#tracer.reached.has(written);
      })
    );
  }

  /** Handles a copy of a whole namespace into an object. */
  bindCopy({ target }: { target: AnyNode }, value: Value): void {
    const exports = exportsHolder(this.#tracer, target);
    if (exports !== null) addExport(exports, wholeModule, value);
    const variable = variableOf(target);
    const object = bare(target);
    const isLost = object.type === 'ThisExpression' && !isTopThis(object);
    if (isLost || isPrototype(object)) this.#tracer.escape(target, value);
    else if (object.type === 'MemberExpression') bindMember(this.#tracer, object, value);
    else if (object.type === 'AssignmentExpression') this.#tracer.bind(object.left, value);
    if (variable === undefined) return this.#tracer.add(target, value);
    this.#tracer.bindVariable(variable, value);
    this.#bindOrigins(variable, value);
    const parameter = parameterOf(variable);
    if (parameter === null) return;
    if (value.kind === 'api' && value.given?.to === parameter.of) {
      const { call, value: given } = value.given;
      const isCall = call.type === 'CallExpression' || call.type === 'NewExpression';
      const filled = isCall ? call.arguments[parameter.at] : undefined;
      if (filled !== undefined) this.bindCopy({ target: filled }, given);
      return;
    }
    const copies = this.#copies.get(parameter.of) ?? [];
    if (copies.some((copy) => copy.at === parameter.at && copy.value === value)) return;
    this.#copies.set(parameter.of, [...copies, { at: parameter.at, value }]);
    for (const call of this.callersOf(parameter.of)) this.#bindCopies(call, parameter.of);
  }

  /** Handles a copy into a variable that stands for a field: `var api = this.api`. */
  #bindOrigins(variable: Variable, value: Value): void {
    for (const { writeExpr } of variable.references) {
      const written = treeNode(writeExpr);
      if (written?.type === 'MemberExpression') bindMember(this.#tracer, written, value);
    }
  }

  #bindCopies(call: TracedCall, of: FunctionNode): void {
    for (const { at, value } of this.#copies.get(of) ?? []) {
      const target = call.arguments[at];
      if (target !== undefined && this.#mayGive(call, { of, value })) {
        this.bindCopy({ target }, value);
      }
    }
  }

  /** False where a function gets this value from other calls but not from this one. */
  #mayGive(call: TracedCall, { of, value }: { of: FunctionNode; value: Value }): boolean {
    const gives = ({ arguments: given }: TracedCall) => {
      return given.some((argument) => this.#tracer.valuesOf(argument).has(value));
    };
    return gives(call) || ![...this.callersOf(of)].some(gives);
  }
}

/** True for a call of a method, which has an object. */
function isOfObject({ type, callee }: TracedCall): boolean {
  if (type === 'NewExpression') return true;
  return callee.type === 'MemberExpression' && !isGlobal(callee.object);
}

/** True for a call that keeps its argument in a list or another collection. */
function isKept({ callee }: TracedCall): boolean {
  const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  return /^(?:add|concat|fill|push|set|splice|unshift|with)$/.test(name ?? '');
}

/** True for a call that passes its arguments directly to the function. */
function isDirect({ callee, arguments: given }: TracedCall): boolean {
  if (given.some(({ type }) => type === 'SpreadElement')) return false;
  const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  return !/^(?:call|apply|bind|then|catch|finally)$/.test(name ?? '');
}
