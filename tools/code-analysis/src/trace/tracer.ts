import type {
  AnyNode,
  AssignmentProperty,
  CallExpression,
  MemberExpression,
  NewExpression,
  RestElement,
} from 'acorn';
import type { Variable } from 'eslint-scope';
import {
  isReported,
  memberOf,
  namesThatMatter,
  permissionsIn,
  unjudged,
} from '../apis/api-node.ts';
import type { Effect } from '../apis/effects.ts';
import { definesProperty } from '../syntax/defined-property.ts';
import { isOfSureApi, isSurelyApi } from '../apis/sure-api.ts';
import { isDecidedLast, permissionsByShape } from '../apis/use-shapes.ts';
import { ApiValues } from '../apis/api-values.ts';
import { fullName, isAssigned, isOnlyTested } from '../apis/api-use.ts';
import { CopyHelpers } from '../modules/copy-helper.ts';
import { exportsHolder, givesExport, wholeModule } from '../modules/bundled-modules.ts';
import type { CodeIndex } from '../syntax/code-index.ts';
import { FindingCollector } from '../findings/findings.ts';
import { isPrototype, isTopThis, SetExports, setPrototype } from '../modules/set-exports.ts';
import { isGeneratorRunner } from './generator-runner.ts';
import { isGetterInterop, isGetterOf, isInterop } from '../modules/interop.ts';
import type { ImportedFiles } from '../modules/imported-files.ts';
import type { KnownApis } from '../apis/known-apis.ts';
import { OwnCommands } from './own-commands.ts';
import type { OwnContributions } from './own-contributions.ts';
import { isReadByLanguage } from '../values/read-by-language.ts';
import { OwnValues } from '../values/own-values.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import {
  bare,
  type FunctionNode,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import {
  addElement,
  addExport,
  type ApiValue,
  type ExportsValue,
  followElements,
  followExports,
  isTable,
  type Value,
} from '../values/value.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';

/** A call, or a `new` expression. */
export type TracedCall = CallExpression | NewExpression;

/** What steps need: the tracer's input, and an index of the code. */
export interface TracedCode {
  index: CodeIndex;
  apis: KnownApis;
  codes: ReadonlyMap<string, ParsedCode>;
  /** What the manifest adds to the editor. */
  own: OwnContributions;
  files: ImportedFiles;
}

/** Most steps. Large bundles need 12,000; code that needs more was written to block the analysis. */
const mostSteps = 500_000;

/** The error for code that needs too many steps. */
export class TooManySteps extends Error {}

/**
 * Traces APIs through code, from where they enter, along variables, properties, arguments and results, to
 * where they are used. The order of execution is ignored: everything that may happen counts. What can't be
 * followed is reported as unresolved.
 *
 * Source of the idea to follow properties by their names: A. Feldthaus and others, "Efficient construction of
 * approximate call graphs for JavaScript IDE services", ICSE 2013.
 */
export class Tracer {
  readonly code: TracedCode;
  readonly apis: ApiValues;
  readonly own = new OwnValues();
  readonly commands: OwnCommands;
  readonly copies: CopyHelpers;
  readonly findings = new FindingCollector();
  readonly setExports = new SetExports();
  readonly #step: (tracer: Tracer, at: { node: AnyNode; value: Value }) => void;
  readonly #queue: { node: AnyNode; value: Value }[] = [];
  readonly #values = new Map<AnyNode, Set<Value>>();
  readonly #variables = new Map<Variable, Set<Value>>();
  readonly #fields = new Map<string, Set<Value>>();
  readonly #linked = new Map<TracedCall, Set<FunctionNode>>();
  readonly #callers = new Map<FunctionNode, Set<TracedCall>>();
  /** Objects other than modules that code puts exports on. */
  readonly #filled = new Set<ExportsValue>();
  readonly #reached = new Set<AnyNode>();
  readonly #escaped = new Map<AnyNode, Set<Value>>();
  readonly #givenBack = new Map<FunctionNode, Map<number, Set<Value>>>();
  readonly #exported = new Map<Variable, { exports: ExportsValue; name: string }[]>();
  readonly #copies = new Map<FunctionNode, { at: number; value: Value }[]>();
  readonly #passedOn: { call: TracedCall; node: AnyNode; value: Value }[] = [];
  readonly #later: (() => void)[] = [];
  readonly #written = new Map<string, boolean>();
  #steps = 0;
  #moves = 0;

  constructor(
    code: TracedCode,
    step: (tracer: Tracer, at: { node: AnyNode; value: Value }) => void,
  ) {
    this.code = code;
    this.apis = new ApiValues(code.apis);
    this.commands = new OwnCommands(code.own);
    this.copies = new CopyHelpers(code.index);
    this.#step = step;
  }

  /** Runs steps until nothing new is found. @throws TooManySteps */
  run(): void {
    for (let at = this.#queue.pop(); at !== undefined; at = this.#queue.pop()) {
      this.#steps += 1;
      if (this.#steps > mostSteps) throw new TooManySteps();
      const moves = this.#moves;
      this.#step(this, at);
      // exports that are still empty move later
      if (this.#moves === moves && at.value.kind !== 'exports') this.escape(at.node, at.value);
    }
    for (const passed of this.#passedOn.splice(0)) this.#tellPassedOn(passed);
    for (const decide of this.#later.splice(0)) decide();
  }

  /** Notes that the step under way is judged: its value goes on, or ends where it does no harm. */
  judge(): void {
    this.#moves += 1;
  }

  /** Notes that an expression may have this value. */
  add(node: AnyNode, value: Value): void {
    this.judge();
    if (value.kind === 'api' && value.node.does === 'loads-outside') {
      if (isAssigned(node) || !isOnlyTested(node)) this.tellOutside(node, value.name);
      return;
    }
    const values = this.#values.get(node) ?? new Set();
    this.#values.set(node, values);
    if (values.has(value)) return;
    values.add(value);
    this.#queue.push({ node, value });
  }

  valuesOf(node: AnyNode): ReadonlySet<Value> {
    return this.#values.get(node) ?? new Set();
  }

  /** Handles a use of an API: reports it if it needs a permission, and follows it if it has members. */
  reach(node: AnyNode, api: ApiValue): void {
    this.judge();
    if (isReported(api.node)) {
      this.#reached.add(node);
      if (!isOnlyTested(node) && !this.#isReadForMember(node, api)) this.tell(node, api);
    } else this.add(node, api);
    const { does, gives, children, permissionsToSet } = api.node;
    if (permissionsToSet.length > 0 && isAssigned(node)) {
      this.findings.use(node, { call: api.name, permissions: permissionsToSet });
    }
    if (gives?.how === 'list')
      this.add(node, this.own.list(node, this.apis.of(gives.id, gives.node)));
    else if (does !== undefined || gives !== undefined || children.size > 0) this.add(node, api);
  }

  /**
   * True for a member that no table names, where another object than this API may be meant: another API has it,
   * or the code itself puts it somewhere.
   */
  #isOfAnother(node: AnyNode): boolean {
    if (node.type !== 'MemberExpression') return false;
    if (!isSurelyApi(this, node.object)) return true;
    const names = (this.namesOf(node) ?? []).filter((name) => /^(?!__)[\w$]+$/.test(name));
    const isKnown = [...this.valuesOf(node.object)].some(
      (value) =>
        value.kind === 'api' && names.every((name) => memberOf(value.node, name) !== unjudged),
    );
    return isKnown || names.every((name) => definesProperty(this.code.codes.values(), name));
  }

  /** True where only members are read that have a verdict of their own: `Toast.Style`. */
  #isReadForMember(node: AnyNode, api: ApiValue): boolean {
    const { parent } = node;
    if (parent?.type !== 'MemberExpression' || parent.object !== node) return false;
    return this.namesOf(parent)?.every((name) => api.node.children.has(name)) ?? false;
  }

  /** Does something once everything is traced. */
  later(decide: () => void): void {
    this.#later.push(decide);
  }

  /** Reports code that loads what isn't in the package, or changes how code is loaded. */
  tellOutside(node: AnyNode, what: string): void {
    this.judge();
    this.findings.unresolved(node, { reason: 'outside-module', what });
  }

  tell(node: AnyNode, api: ApiValue): void {
    this.judge();
    const call = fullName(node, api.name);
    const { feature } = api.node;
    if (feature !== undefined) this.findings.unsupported(node, { call, feature });
    const decide = () => {
      const permissions = permissionsByShape(this, { node, api });
      if (permissions === null && api.node.isUnresolved) {
        this.findings.unresolved(node, { reason: 'unknown-effect', what: call });
      }
      this.findings.use(node, { call, permissions: permissions ?? api.node.permissions });
    };
    if (api.node === unjudged) this.#later.push(() => this.#isOfAnother(node) || decide());
    else if (isDecidedLast(api)) this.#later.push(decide);
    else decide();
  }

  /** Reports an API whose further use can't be followed, with the permissions that it may need. */
  escape(node: AnyNode, value: Value): void {
    this.judge();
    const escaped = this.#escaped.get(node) ?? new Set();
    this.#escaped.set(node, escaped);
    if (escaped.has(value)) return;
    escaped.add(value);
    if (value.kind === 'list') {
      if (!value.isTable || value.isUnread)
        followElements(value, (element) => this.escape(node, element));
      return;
    }
    if (value.kind === 'function') {
      const results = this.own.results(value.function);
      return followElements(results, (result) => this.escape(node, result));
    }
    if (value.kind !== 'api' || goesAnywhere.has(value.node.does)) return;
    const { others, does } = value.node;
    // told where it was read
    if (isReported(value.node) && does === undefined) return;
    // many libraries pass `process` on, for its versions and streams
    if (value.node.whenHandedOn === 'harmless') return;
    if (value.node.whenHandedOn === 'if-written') {
      if (!namesThatMatter(value.node).some((name) => isRare(name) && this.isWritten(name))) return;
    }
    if (typeof others !== 'string') {
      this.findings.use(node, { call: value.name, permissions: others });
      return;
    }
    const what = value.name;
    const permissions = permissionsIn(value.node);
    if (does !== undefined || value.id === 'global:') {
      this.findings.unresolved(node, { reason: 'passed-on', what });
    } else if (permissions.length > 0) {
      this.findings.unresolved(node, { reason: 'passed-on', what, permissions });
    }
  }

  /** True where a word occurs anywhere in the code. */
  isWritten(word: string): boolean {
    const known = this.#written.get(word);
    if (known !== undefined) return known;
    const found = this.code.codes.values().some(({ text }) => text.includes(word));
    this.#written.set(word, found);
    return found;
  }

  /** Handles a read of an API's member by a computed name. */
  readComputed(node: AnyNode, api: ApiValue): void {
    this.judge();
    const isChange = api.node.others === 'loads-outside' && isAssigned(node);
    if (isOnlyTested(node) && !isChange) return;
    // what is handed around by common names may be another object
    if (api.node.whenHandedOn !== 'unresolved' && !isOfSureApi(this, node)) {
      const isOnly = node.type === 'MemberExpression' && this.valuesOf(node.object).size === 1;
      if (!isOnly || api.node.whenHandedOn === 'harmless') return;
    }
    const { others } = api.node;
    const what = `${api.name}[…]`;
    if (typeof others !== 'string') this.findings.use(node, { call: what, permissions: others });
    else if (api.id === 'global:' || api.node.does !== undefined) {
      this.findings.unresolved(node, { reason: 'computed-access', what });
    } else {
      const permissions = permissionsIn(api.node);
      if (permissions.length === 0) return;
      this.findings.unresolved(node, { reason: 'computed-access', what, permissions });
    }
  }

  /** Notes that a variable may have this value, wherever it is read. */
  bindVariable(variable: Variable, value: Value): void {
    this.judge();
    const values = this.#variables.get(variable) ?? new Set();
    this.#variables.set(variable, values);
    if (values.has(value)) return;
    values.add(value);
    const isApi = value.kind === 'api' && isReported(value.node);
    for (const reference of variable.references) {
      if (!reference.isRead()) continue;
      const identifier = treeIdentifier(reference.identifier);
      if (isApi) this.reach(identifier, value);
      else this.add(identifier, value);
    }
    for (const { exports, name } of this.exportsOf(variable)) addExport(exports, name, value);
  }

  /** Notes that properties of that name may have this value, on any object. */
  addField(name: string, value: Value): void {
    this.judge();
    if (isTable(value)) return;
    if (notFollowed.has(name)) return;
    const values = this.#fields.get(name) ?? new Set();
    this.#fields.set(name, values);
    if (values.has(value)) return;
    values.add(value);
    for (const read of this.code.index.reads.get(name) ?? []) {
      if (read.type === 'MemberExpression') {
        if (!isAssigned(read)) this.add(read, value);
      } else this.bind(read.value, value);
    }
    for (const { params } of this.code.index.setters.get(name) ?? []) {
      if (params[0] !== undefined) this.bind(params[0], value);
    }
  }

  /** Assigns a value to a variable, a pattern or a property. */
  bind(target: AnyNode, value: Value): void {
    switch (target.type) {
      case 'Identifier':
        if (target.variable !== undefined) this.bindVariable(target.variable, value);
        else this.#bindUndeclared(target.name, value);
        return;
      case 'AssignmentPattern':
        return this.bind(target.left, value);
      case 'RestElement':
        return this.bind(target.argument, value);
      case 'ArrayPattern':
        if (value.kind !== 'list') return this.escape(target, value);
        this.judge();
        return followElements(value, (element) => {
          for (const each of target.elements) {
            if (each?.type === 'RestElement') this.bind(each, value);
            else if (each) this.bind(each, element);
          }
        });
      case 'ObjectPattern':
        if (value.kind === 'api' && isReported(value.node)) return this.tell(target, value);
        for (const property of target.properties) this.#bindProperty(property, value);
        return;
      case 'MemberExpression':
        return this.bindMember(target, value);
      default:
    }
  }

  /** Assigns a value to a property. */
  bindMember(target: MemberExpression, value: Value): void {
    const names = this.namesOf(target);
    if (names?.includes('exports')) this.setExports.add(this, target, value);
    if (names?.includes('__proto__')) setPrototype(this, { target: target.object, value });
    const exports = exportsHolder(this, target.object);
    if (exports !== null && names !== null) {
      for (const name of names) {
        addExport(exports, name === 'exports' ? wholeModule : name, value);
        if (name !== 'exports') this.addField(name, value);
      }
      return;
    }
    if (this.valuesOf(target.object).has(this.apis.global())) {
      for (const name of names ?? []) this.#bindUndeclared(name, value);
    }
    const holders = [...this.valuesOf(target.object)].filter(({ kind }) => kind === 'exports');
    for (const holder of holders) {
      for (const name of names ?? []) {
        if (holder.kind === 'exports') addExport(holder, name, value);
      }
    }
    const holder = variableOf(target.object);
    if (holder !== undefined && this.apis.isModule(value)) {
      this.bindVariable(holder, this.own.table(holder, value));
    }
    if (names === null) this.escape(target, value);
    else {
      for (const name of names) {
        if (name === 'default' || name === 'exports')
          this.addExportTo(target.object, { name, value });
        if (name === '__proto__') this.bind(target.object, value);
        if (isTable(value)) this.escape(target, value);
        // a numbered item of a list or table
        if (/^\d+$/.test(name)) this.escape(target, value);
        this.addField(name, value);
        const isTold =
          /^(?:default|__proto__)$/.test(name) || (holder !== undefined && isReadComputed(holder));
        const isAsked = value.kind === 'function' && isReadByLanguage(name, value);
        if (isAsked || (!isTold && !this.isRead(name))) this.escape(target, value);
      }
    }
  }

  /** True where code reads properties of that name. A value that no code reads by name is read in another way. */
  isRead(name: string): boolean {
    const { reads, setters } = this.code.index;
    return reads.get(name)?.some((read) => !isAssigned(read)) === true || setters.has(name);
  }

  /** The names that a member may have; null where that is unknown. */
  namesOf(node: MemberExpression | AssignmentProperty): string[] | null {
    const written = writtenName(node);
    if (written !== undefined) return [written];
    return this.code.index.strings(node.type === 'MemberExpression' ? node.property : node.key);
  }

  #bindProperty(property: AssignmentProperty | RestElement, value: Value): void {
    if (property.type === 'RestElement') return this.bind(property.argument, value);
    const names = this.namesOf(property);
    // a property that nothing is known of is harmless; those of tables are followed by their names
    if (names !== null && (value.kind !== 'list' || value.isTable)) this.judge();
    if (value.kind === 'list') {
      if (value.isTable && names !== null) return;
      return followElements(value, (element) => this.bind(property.value, element));
    }
    if (value.kind === 'exports') {
      followExports(value, (name, exported) => {
        if (names === null || givesExport(names, name)) this.bind(property.value, exported);
      });
    }
    if (value.kind !== 'api') return;
    if (names === null) return this.readComputed(property, value);
    for (const name of names) {
      const member = this.apis.member(value, name);
      if (member === undefined) continue;
      if (member.node !== unjudged || isOfSureApi(this, property))
        this.bind(property.value, member);
    }
  }

  #bindUndeclared(name: string, value: Value): void {
    this.addField(name, value);
    for (const { unbound } of this.code.codes.values()) {
      for (const identifier of unbound.get(name) ?? []) {
        if (!isAssigned(identifier)) this.add(identifier, value);
      }
    }
  }

  addResult(of: FunctionNode, value: Value): void {
    this.judge();
    if (isTable(value)) return this.escape(of, value);
    addElement(this.own.results(of), value);
    this.add(of, this.own.function(of));
  }

  /** Links a call to a function: the function's results become the call's. */
  link(call: TracedCall, to: FunctionNode): void {
    this.judge();
    const linked = this.#linked.get(call) ?? new Set();
    this.#linked.set(call, linked);
    if (linked.has(to)) return;
    linked.add(to);
    const callers = this.#callers.get(to) ?? new Set();
    this.#callers.set(to, callers);
    callers.add(call);
    this.#bindCopies(call, to);
    for (const [at, values] of this.#givenBack.get(to) ?? []) {
      for (const value of values) this.#giveBackTo(call, { at, value });
    }
    const helps = isInterop(to, this);
    followElements(this.own.results(to), (value) => {
      // an import helper returns what this call passes to it, and nothing of other calls
      if (!helps || !this.#isGiven(value, to)) this.add(call, value);
    });
  }

  /** Handles a function that returns its argument: each call gets what it passed. */
  giveBack({ of, at }: { of: FunctionNode; at: number }, value: Value): void {
    this.judge();
    const given = this.#givenBack.get(of) ?? new Map<number, Set<Value>>();
    this.#givenBack.set(of, given);
    given.set(at, (given.get(at) ?? new Set()).add(value));
    for (const call of this.callersOf(of)) this.#giveBackTo(call, { at, value });
    this.add(of, this.own.function(of));
  }

  /** Gives a call the values that its function is already known to return unchanged. */
  giveBackAgain(call: TracedCall, by: { of: FunctionNode; at: number; value: Value }): void {
    const { of, at, value } = by;
    if (this.#givenBack.get(of)?.get(at)?.has(value)) this.#giveBackTo(call, { at, value });
  }

  #giveBackTo(call: TracedCall, { at, value }: { at: number; value: Value }): void {
    const argument = isDirect(call) ? call.arguments[at] : undefined;
    if (argument === undefined || this.valuesOf(argument).has(value)) this.add(call, value);
  }

  /** True where some call passes this value to an import helper; otherwise the helper's result is its own. */
  #isGiven(value: Value, to: FunctionNode): boolean {
    if (value.kind === 'function') {
      return isGetterInterop(to, this) && isGetterOf(to, value.function);
    }
    if (value.kind === 'list') return false;
    if (value.kind === 'exports' && this.#filled.has(value)) return true;
    return [...this.callersOf(to)].some(({ arguments: [given] }) => {
      return given !== undefined && this.valuesOf(given).has(value);
    });
  }

  callersOf(of: FunctionNode): Iterable<TracedCall> {
    return this.#callers.get(of) ?? [];
  }

  /** Notes an argument of a call that isn't linked to a function yet. */
  passOn(call: TracedCall, of: { node: AnyNode; value: Value }): void {
    this.judge();
    this.#passedOn.push({ call, ...of });
  }

  #tellPassedOn({ call, node, value }: { call: TracedCall; node: AnyNode; value: Value }): void {
    if (isGeneratorRunner(this, call)) return;
    if (this.#linked.has(call) || this.#isReached(call.callee)) return;
    if (value.kind !== 'function') this.escape(node, value);
    else for (const result of this.own.results(value.function).elements) this.escape(node, result);
  }

  /** True for a call of `require` or of a reported API, also by `call`, `apply` and `bind`. */
  #isReached(callee: AnyNode): boolean {
    const node = bare(callee);
    const requires = [...this.valuesOf(node)].some((value) => {
      return value.kind === 'api' && value.node.does === 'requires';
    });
    if (requires || this.#reached.has(node)) return true;
    return node.type === 'MemberExpression' && this.#isReached(node.object);
  }

  /** Handles a copy of a whole namespace into an object. */
  bindCopy({ target }: { target: AnyNode }, value: Value): void {
    const exports = exportsHolder(this, target);
    if (exports !== null) addExport(exports, wholeModule, value);
    const variable = variableOf(target);
    const object = bare(target);
    const isLost = object.type === 'ThisExpression' && !isTopThis(object);
    if (isLost || isPrototype(object)) this.escape(target, value);
    else if (object.type === 'MemberExpression') this.bindMember(object, value);
    else if (object.type === 'AssignmentExpression') this.bind(object.left, value);
    if (variable === undefined) return this.add(target, value);
    this.bindVariable(variable, value);
    this.#bindOrigins(variable, value);
    const parameter = parameterOf(variable);
    if (parameter === null) return;
    const copies = this.#copies.get(parameter.of) ?? [];
    if (copies.some((copy) => copy.at === parameter.at && copy.value === value)) return;
    this.#copies.set(parameter.of, [...copies, { at: parameter.at, value }]);
    for (const call of this.callersOf(parameter.of)) this.#bindCopies(call, parameter.of);
  }

  /** Handles a copy into a variable that stands for a field: `var api = this.api`. */
  #bindOrigins(variable: Variable, value: Value): void {
    for (const { writeExpr } of variable.references) {
      const written = treeNode(writeExpr);
      if (written?.type === 'MemberExpression') this.bindMember(written, value);
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
      return given.some((argument) => this.valuesOf(argument).has(value));
    };
    return gives(call) || ![...this.callersOf(of)].some(gives);
  }

  /** Handles a property on an object that may be a module's exports. */
  addExportTo(target: AnyNode, of: { name: string; value: Value }): void {
    const exports = exportsHolder(this, target);
    if (exports !== null) return addExport(exports, of.name, of.value);
    const variable = variableOf(target);
    if (variable === undefined) return;
    const made = this.own.exports(variable);
    this.#filled.add(made);
    addExport(made, of.name, of.value);
    this.bindVariable(variable, made);
  }

  /** Exports a variable under a name. */
  exportVariable(variable: Variable, as: { exports: ExportsValue; name: string }): void {
    this.#exported.set(variable, [...this.exportsOf(variable), as]);
    for (const value of this.#variables.get(variable) ?? []) addExport(as.exports, as.name, value);
  }

  exportsOf(variable: Variable): readonly { exports: ExportsValue; name: string }[] {
    return this.#exported.get(variable) ?? [];
  }

  /** The file that contains a node. */
  codeOf(node: AnyNode): ParsedCode | undefined {
    let at: AnyNode = node;
    while (at.parent !== undefined) at = at.parent;
    for (const code of this.code.codes.values()) if (code.tree === at) return code;
    return undefined;
  }
}

/** True for a variable whose properties are read by computed names, so that what it holds is followed there. */
function isReadComputed(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    const { parent } = treeIdentifier(identifier);
    return parent?.type === 'MemberExpression' && parent.computed && !isAssigned(parent);
  });
}

/** True for a call that passes its arguments directly to the function. */
function isDirect({ callee, arguments: given }: TracedCall): boolean {
  if (given.some(({ type }) => type === 'SpreadElement')) return false;
  const name = callee.type === 'MemberExpression' ? writtenName(callee) : undefined;
  return !/^(?:call|apply|bind|then|catch|finally)$/.test(name ?? '');
}

/** Effects that matter only where the call is seen: what else is called by that name has to be known anyway. */
const goesAnywhere = new Set<Effect | undefined>(['evaluates-texts', 'adds-command']);

/** True for a name that code hardly has for anything else. */
function isRare(name: string): boolean {
  return name.length > 7 || name === 'dlopen' || name === 'execve';
}

/** Property names that aren't followed, because every bundler writes them, or every object has them. */
export const notFollowed: ReadonlySet<string> = new Set([
  'exports',
  'default',
  'prototype',
  '__proto__',
  'constructor',
  'length',
]);
