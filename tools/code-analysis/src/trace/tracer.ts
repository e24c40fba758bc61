import type { AnyNode, AssignmentProperty, MemberExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { type ApiNode, isReported } from '../apis/api-node.ts';
import { isAssigned, isOnlyTested } from '../apis/api-use.ts';
import { ApiValues } from '../apis/api-values.ts';
import type { KnownApis } from '../apis/known-apis.ts';
import type { Evaluation } from '../evaluated/evaluation.ts';
import type { TextFile } from '../evaluated/text-file.ts';
import { FindingCollector } from '../findings/findings.ts';
import { exportsHolder } from '../modules/bundled-modules.ts';
import { CopyHelpers } from '../modules/copy-helper.ts';
import type { ImportedFiles } from '../modules/imported-files.ts';
import { SetExports } from '../modules/set-exports.ts';
import type { CodeIndex } from '../syntax/code-index.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { type FunctionNode, isWithin, treeIdentifier, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { ClosedThings } from '../closed/closed-things.ts';
import { BoundFunctions } from '../values/bound-functions.ts';
import { Callees, type ValuesOf } from '../values/callees.ts';
import { makeOnce, PutValues } from '../values/put-values.ts';
import { ComputedReads } from '../values/computed-reads.ts';
import { isKeptUnread } from '../values/unread-collections.ts';
import { valueFor } from '../values/given-values.ts';
import { OwnValues } from '../values/own-values.ts';
import {
  addElement,
  addExport,
  type ApiValue,
  type ExportsValue,
  givenBy,
  isLocal,
  isSpent,
  isTable,
  plainValue,
  type Value,
  waitingFor,
} from '../values/value.ts';
import { bindTarget } from './bind-target.ts';
import { CallLinks, type TracedCall } from './call-links.ts';
import { OwnCommands } from './own-commands.ts';
import { UnseenApis } from './unseen.ts';
import type { OwnContributions } from './own-contributions.ts';
import { readComputedMember, tellEscaped } from './tell-lost.ts';
import { reachApi, tellUse } from './tell-use.ts';

/** What steps need: the tracer's input, and an index of the code. */
export interface TracedCode {
  index: CodeIndex;
  apis: KnownApis;
  codes: ReadonlyMap<string, ParsedCode>;
  /** What the manifest adds to the editor. */
  own: OwnContributions;
  files: ImportedFiles;
  /** Paths of the entry files in the manifest, which may leave out `.js`. */
  entries: readonly string[];
  /** Most steps, where that many are too many. */
  mostSteps?: number;
}

/** Most steps. Large bundles need 12,000; code that needs more was written to block the analysis. */
const mostOfAll = 500_000;

/** Steps after which what can only need permissions that are found isn't followed into properties any more. */
const mostPlainSteps = 50_000;

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
  readonly callees: Callees;
  readonly computedReads: ComputedReads;
  readonly closed: ClosedThings;
  /** The functions whose first parameters are given beforehand. */
  readonly bound: () => BoundFunctions;
  readonly findings = new FindingCollector();
  readonly setExports = new SetExports();
  readonly calls = new CallLinks(this);
  /** Modules that went where they can't be followed, but are mostly harmless. */
  readonly lost = new Set<ApiNode>();
  /** Such modules that are kept in a list or another collection, which libraries don't do. */
  readonly kept: { node: AnyNode; api: ApiValue }[] = [];
  /** Documents and their like that went where they can't be followed. */
  readonly lostParts = new Set<ApiValue>();
  /** What enters the code, and what of it is used. */
  readonly unseen = new UnseenApis();
  /** Calls that run texts which are known, and aren't written into the code yet. */
  readonly evaluations: Evaluation[] = [];
  /** Texts that run as files, and aren't among the files yet. */
  readonly textFiles: TextFile[] = [];
  /** Where an API is used that is reported. */
  readonly reached = new Set<AnyNode>();
  readonly #step: (tracer: Tracer, at: { node: AnyNode; value: Value }) => void;
  readonly #queue: { node: AnyNode; value: Value }[] = [];
  readonly #values = new Map<AnyNode, Set<Value>>();
  readonly #variables = new Map<Variable, Set<Value>>();
  readonly #fields = new Map<string, Set<Value>>();
  /** Objects other than modules that code puts exports on. */
  readonly #filled = new Set<ExportsValue>();
  readonly #escaped = new Map<AnyNode, Set<Value>>();
  readonly #exported = new Map<Variable, { exports: ExportsValue; name: string }[]>();
  readonly #later: (() => void)[] = [];
  readonly #written = new Map<string, boolean>();
  readonly #trees: ReadonlyMap<AnyNode, ParsedCode>;
  #steps = 0;
  #moves = 0;
  #found = 0;

  constructor(
    code: TracedCode,
    step: (tracer: Tracer, at: { node: AnyNode; value: Value }) => void,
  ) {
    this.code = code;
    this.#trees = new Map([...code.codes.values()].map((each) => [each.tree, each]));
    this.apis = new ApiValues(code.apis);
    this.commands = new OwnCommands(code.own);
    const codes = [...code.codes.values()];
    const puts = makeOnce(() => new PutValues(codes, (key) => code.index.strings(key)));
    const byName = new Callees({ index: code.index, puts });
    this.copies = new CopyHelpers(codes, { index: code.index, callees: byName });
    this.closed = new ClosedThings({
      ...code,
      codes,
      callees: byName,
      copies: this.copies,
      codeOf: (node) => this.codeOf(node),
    });
    const valuesOf: ValuesOf = (node) => this.closed.valuesOf(node);
    this.callees = new Callees({ index: code.index, puts, valuesOf });
    this.computedReads = new ComputedReads({ index: code.index, callees: this.callees, codes });
    const functionsOf = (node: AnyNode) => this.callees.of(node) ?? code.index.functionsOf(node);
    this.bound = makeOnce(() => new BoundFunctions(codes, { index: code.index, functionsOf }));
    this.#step = step;
  }

  /** Runs steps until nothing new is found. @throws TooManySteps */
  run(): void {
    for (let at = this.#queue.pop(); at !== undefined; at = this.#queue.pop()) {
      this.#steps += 1;
      if (this.#steps % mostPlainSteps === 0) this.#spend();
      if (this.#steps > (this.code.mostSteps ?? mostOfAll)) throw new TooManySteps();
      const moves = this.#moves;
      this.#step(this, at);
      // exports that are still empty move later
      if (this.#moves === moves && at.value.kind !== 'exports') this.escape(at.node, at.value);
    }
    this.calls.tellPassedOn();
    for (const decide of this.#later.splice(0)) decide();
  }

  /** Lets go of what can only need permissions that are found already. */
  #spend(): void {
    const found = new Set(this.findings.found.uses.map(({ permission }) => permission));
    if (found.size === this.#found) return;
    this.#found = found.size;
    this.apis.spend(found);
    this.own.quieten();
    for (const at of this.#queue.splice(0)) this.#follow(at);
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
    if (value.kind === 'exports') this.unseen.give(node, value);
    this.#follow({ node, value });
  }

  /** Moves a value on, once it leads to an API. Exports are filled wherever they go, and an API is one. */
  #follow(at: { node: AnyNode; value: Value }): void {
    const { kind } = at.value;
    const waiting = kind === 'list' || kind === 'function' ? waitingFor(at.value) : undefined;
    if (waiting === undefined) this.#queue.push(at);
    else waiting.push(() => this.#queue.push(at));
  }

  valuesOf(node: AnyNode): ReadonlySet<Value> {
    return this.#values.get(node) ?? new Set();
  }

  /** Handles a use of an API: reports it if it needs a permission, and follows it if it has members. */
  reach(node: AnyNode, api: ApiValue): void {
    reachApi(this, { node, api });
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
    tellUse(this, { node, api });
  }

  /** Reports an API whose further use can't be followed, with the permissions that it may need. */
  escape(node: AnyNode, escaping: Value): void {
    this.judge();
    const value = plainValue(escaping);
    const escaped = this.#escaped.get(node) ?? new Set();
    this.#escaped.set(node, escaped);
    if (escaped.has(value)) return;
    escaped.add(value);
    tellEscaped(this, { node, value });
  }

  /** Notes a mostly harmless module that is kept in a collection. */
  keep(node: AnyNode, api: ApiValue): void {
    this.lost.add(api.node);
    this.kept.push({ node, api });
  }

  /** Handles a read of an API's member by a computed name. */
  readComputed(node: AnyNode, api: ApiValue): void {
    readComputedMember(this, { node, api });
  }

  /** True where a word occurs anywhere in the code. */
  isWritten(word: string): boolean {
    const known = this.#written.get(word);
    if (known !== undefined) return known;
    const found = this.code.codes.values().some(({ text }) => text.includes(word));
    this.#written.set(word, found);
    return found;
  }

  /** Notes that a variable may have this value, wherever it is read. */
  bindVariable(variable: Variable, bound: Value): void {
    this.judge();
    const value = valueFor(variable, bound);
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

  /**
   * Gives a property's value to the reads of its object alone; false where nobody knows all of these.
   *
   * @param set the property in a literal or a class, or the member that is assigned to
   */
  addClosed(set: AnyNode, name: string, value: Value): boolean {
    if (isTable(value)) return false;
    const reads = this.closed.readsOf(set, name);
    if (reads === null) return false;
    this.judge();
    if (isLocal(value)) return true;
    for (const read of reads) {
      if (read.type === 'Property') this.bind(read.value, plainValue(value));
      else if (!isAssigned(read)) this.add(read, plainValue(value));
    }
    for (const taker of this.closed.takersOf(set, name)) this.bind(taker, plainValue(value));
    return true;
  }

  /** Notes that properties of that name may have this value, on any object. */
  addField(name: string, added: Value): void {
    this.judge();
    const value = plainValue(added);
    if (isTable(value) || isLocal(value) || isSpent(value)) return;
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
    const { named, any } = this.callees.settersOf(name);
    for (const { params } of this.apis.isHeld(value) ? [...named, ...any] : named) {
      if (params[0] !== undefined) this.bind(params[0], value);
    }
  }

  /** Assigns a value to a variable, a pattern or a property. */
  bind(target: AnyNode, value: Value): void {
    bindTarget(this, target, value);
  }

  /** True where code reads properties of that name. A value that no code reads by name is read in another way. */
  isRead(name: string): boolean {
    const { reads } = this.code.index;
    if (reads.get(name)?.some((read) => !isAssigned(read)) === true) return true;
    return this.callees.settersOf(name).named.length > 0;
  }

  /** The names that a member may have; null where that is unknown. */
  namesOf(node: MemberExpression | AssignmentProperty): string[] | null {
    const written = writtenName(node);
    if (written !== undefined) return [written];
    return this.code.index.strings(node.type === 'MemberExpression' ? node.property : node.key);
  }

  addResult(of: FunctionNode, value: Value): void {
    this.judge();
    const given = givenBy(value);
    if (given?.to === of) return this.add(given.call, given.value);
    if (isLocal(value)) return;
    if (isTable(value)) return this.escape(of, value);
    if (value.kind === 'api' && value.given !== undefined && isWithin(of, value.given.to)) {
      const closure = this.own.closure(of, value.given);
      addElement(closure.results, value);
      return this.add(of, closure);
    }
    addElement(this.own.results(of), value);
    this.add(of, this.own.function(of));
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

  /** True for a call that keeps its arguments in a collection which nothing reads. */
  isKeptUnread(call: TracedCall): boolean {
    if (!isKeptUnread(call, this.code.index.changed)) return false;
    // the text of `eval` may read any variable
    return this.codeOf(call)?.unbound.has('eval') === false;
  }

  /** True for the exports of an object other than a module. */
  isFilled(exports: ExportsValue): boolean {
    return this.#filled.has(exports);
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
    return this.#trees.get(at);
  }
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
