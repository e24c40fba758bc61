import type { AnyNode, CallExpression, CatchClause, NewExpression, SwitchStatement } from 'acorn';
import { KEYS } from 'eslint-visitor-keys';
import { bare, enclosingFunction, isNode } from '../syntax/syntax.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { Evaluator } from './evaluator.ts';
import { identify, type Known, type ModuleFormat, type LoadScope } from './known.ts';

/** A module that a file loads. */
export interface Load {
  /** Name as written: `left-pad`, `./data`. */
  module: string;
  node: AnyNode;
  /** True where the file can't be loaded without it; false in a `try`, a condition, or a function that is called later. */
  isCertain: boolean;
  /** Set where esbuild's substitute for `require` is called, which only throws. */
  isRefused?: true;
}

/** What a file does while it is loaded. */
export interface FileLoads {
  loads: Load[];
  /** Names of CommonJS that it needs: `require`, `module`, `exports`, `__dirname`, `__filename`. */
  commonjs: AnyNode[];
}

/** How control goes on after a statement: always, perhaps, or not. */
type GoesOn = 'yes' | 'perhaps' | 'no';

const mostSteps = 3_000_000;

/** Where a file is loaded. */
export interface LoadPlace {
  format: ModuleFormat;
  /** False in the isolate of native extensions. */
  hasNode?: boolean;
  /**
   * Tells what isn't there: where each branch of a condition loads such a module, the file can't be loaded,
   * whatever the condition.
   */
  isMissing?: (load: Pick<Load, 'module' | 'node'>) => boolean;
}

/**
 * Follows what a file runs while it is loaded: its top level, functions that are called there, and the
 * modules that bundlers wrapped in functions. Whatever can't be followed is loaded perhaps.
 */
export function runLoads(code: ParsedCode, place: LoadPlace): FileLoads {
  const run = new LoadRun(code, place);
  try {
    run.all();
  } catch (error) {
    // code that is nested too deep: what was found so far holds
    if (!(error instanceof RangeError)) throw error;
  }
  return run.found();
}

class LoadRun {
  readonly #code: ParsedCode;
  readonly #format: ModuleFormat;
  readonly #evaluator: Evaluator;
  readonly #loads = new Map<AnyNode, Load>();
  readonly #commonjs = new Set<AnyNode>();
  readonly #hasThrower: boolean;
  readonly #unbound: ReadonlySet<AnyNode>;
  readonly #entered = new Set<string>();
  readonly #isMissing: (load: Load) => boolean;
  /** What was taken for certain, newest last, so that it can be taken back. */
  readonly #certain: { load?: Load; takeBack: () => void }[] = [];
  /** How many conditions that nobody knows are around. */
  #supposed = 0;
  #steps = 0;

  constructor(code: ParsedCode, { format, hasNode = true, isMissing = () => false }: LoadPlace) {
    this.#isMissing = isMissing;
    this.#code = code;
    this.#format = format;
    this.#evaluator = new Evaluator({ format, hasNode });
    this.#hasThrower = code.text.includes(throwerText);
    this.#unbound = new Set(ofCommonjs.flatMap((name) => code.unbound.get(name) ?? []));
  }

  all(): void {
    this.#statements(this.#code.tree.body, this.#evaluator.root, true);
  }

  found(): FileLoads {
    const { root } = this.#evaluator;
    for (const call of this.#code.nodes.calls) {
      if (!this.#isRequire(call.callee)) continue;
      const isRefused = this.#format === 'esm';
      this.#note(call, call.arguments[0], { scope: root, isCertain: false, isRefused });
    }
    for (const node of this.#code.nodes.imports)
      this.#note(node, node.source, { scope: root, isCertain: false });
    const loads = [...this.#loads.values()].toSorted(
      (left, right) => left.node.start - right.node.start,
    );
    return { loads, commonjs: [...this.#commonjs] };
  }

  /** True for `require`, and in an ES module for esbuild's substitute for it. */
  #isRequire(callee: AnyNode): boolean {
    if (callee.type !== 'Identifier') return false;
    if (this.#format === 'cjs') return callee.name === 'require' && callee.variable === undefined;
    if (callee.variable === undefined || !this.#hasThrower) return false;
    const called = this.#evaluator.valueOf(callee, this.#evaluator.root);
    return called !== undefined && this.#isThrower(called);
  }

  /** True for esbuild's substitute for a missing `require`, which only throws. */
  #isThrower(called: Known): boolean {
    if (called.kind !== 'code') return false;
    const { start, end } = called.node;
    return end - start < 400 && this.#code.text.slice(start, end).includes(throwerText);
  }

  #note(
    node: AnyNode,
    name: AnyNode | undefined,
    by: { scope: LoadScope; isCertain: boolean; isRefused?: boolean },
  ): void {
    const known = name && this.#evaluator.valueOf(name, by.scope);
    if (known?.kind !== 'constant' || typeof known.value !== 'string') return;
    const before = this.#loads.get(node);
    const load = {
      module: known.value,
      node,
      isCertain: by.isCertain || before?.isCertain === true,
      ...(by.isRefused === true || before?.isRefused === true ? refused : {}),
    };
    this.#loads.set(node, load);
    if (!by.isCertain) return;
    this.#certain.push({
      load,
      takeBack: () => this.#loads.set(node, before ?? { ...load, isCertain: false }),
    });
  }

  #statements(nodes: readonly AnyNode[], scope: LoadScope, certain: boolean): GoesOn {
    let goesOn: GoesOn = 'yes';
    for (const node of nodes) {
      const after = this.#run(node, scope, certain && goesOn === 'yes');
      if (after === 'no') return 'no';
      if (after === 'perhaps') goesOn = 'perhaps';
    }
    return goesOn;
  }

  #run(node: AnyNode, scope: LoadScope, certain: boolean): GoesOn {
    this.#steps += 1;
    if (this.#steps > mostSteps) throw new RangeError('too much to follow');
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        return 'yes';
      case 'BlockStatement':
      case 'StaticBlock':
        return this.#statements(node.body, scope, certain);
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        this.#note(node, node.source, { scope, isCertain: certain });
        return 'yes';
      case 'ExportNamedDeclaration':
        if (node.source) this.#note(node, node.source, { scope, isCertain: certain });
        return node.declaration ? this.#run(node.declaration, scope, certain) : 'yes';
      case 'ImportExpression':
        this.#note(node, node.source, { scope, isCertain: certain && isAwaited(node) });
        return 'yes';
      case 'IfStatement':
      case 'ConditionalExpression':
        return this.#branch(node, scope, certain);
      case 'SwitchStatement':
        return this.#switch(node, scope, certain);
      case 'LogicalExpression':
        return this.#logic(node, scope, certain);
      case 'TryStatement':
        return this.#attempt(node, scope, certain);
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'WhileStatement':
        return this.#children(node, scope, false) === 'yes' ? 'yes' : 'perhaps';
      case 'ReturnStatement':
      case 'ThrowStatement':
      case 'BreakStatement':
      case 'ContinueStatement':
        this.#children(node, scope, certain);
        return 'no';
      case 'LabeledStatement':
        return this.#run(node.body, scope, certain) === 'yes' ? 'yes' : 'perhaps';
      case 'UnaryExpression':
        // `typeof` asks whether there is one, and needs none
        if (node.operator === 'typeof' && node.argument.type === 'Identifier') return 'yes';
        return this.#children(node, scope, certain);
      case 'CallExpression':
      case 'NewExpression':
        this.#children(node, scope, certain);
        this.#call(node, scope, certain);
        return 'yes';
      case 'MethodDefinition':
      case 'PropertyDefinition':
        if (node.computed) this.#run(node.key, scope, certain);
        if (node.static && node.value) this.#run(node.value, scope, certain);
        return 'yes';
      case 'Property':
        if (node.computed) this.#run(node.key, scope, certain);
        return this.#run(node.value, scope, certain);
      case 'MemberExpression':
        this.#run(node.object, scope, certain);
        if (node.computed) this.#run(node.property, scope, certain);
        return 'yes';
      case 'Identifier':
        if (certain && this.#unbound.has(node)) this.#addCommonjs(node);
        return 'yes';
      default:
        return this.#children(node, scope, certain);
    }
  }

  #children(node: AnyNode, scope: LoadScope, certain: boolean): GoesOn {
    let goesOn: GoesOn = 'yes';
    for (const child of childrenOf(node)) {
      if (this.#run(child, scope, certain) !== 'yes') goesOn = 'perhaps';
    }
    return goesOn;
  }

  #branch(
    node: AnyNode & { type: 'IfStatement' | 'ConditionalExpression' },
    scope: LoadScope,
    certain: boolean,
  ): GoesOn {
    this.#run(node.test, scope, certain);
    const holds = this.#evaluator.isTrue(node.test, scope);
    const { consequent, alternate } = node;
    if (holds === true) return this.#run(consequent, scope, certain);
    if (holds === false) return alternate ? this.#run(alternate, scope, certain) : 'yes';
    const branches = [consequent, ...(alternate ? [alternate] : [])];
    const ends = this.#alternatives(
      branches.map((each) => (isCertain) => this.#run(each, scope, isCertain)),
      certain && branches.length === 2,
    );
    const [first, other = 'yes'] = ends;
    if (first === 'no' && other === 'no') return 'no';
    return first === 'yes' && other === 'yes' ? 'yes' : 'perhaps';
  }

  #switch(node: SwitchStatement, scope: LoadScope, certain: boolean): GoesOn {
    this.#run(node.discriminant, scope, certain);
    const ends = this.#alternatives(
      node.cases.map(
        ({ consequent }) =>
          (isCertain) =>
            this.#statements(consequent, scope, isCertain),
      ),
      certain && node.cases.some(({ test }) => test === null),
    );
    return ends.every((end) => end === 'yes') ? 'yes' : 'perhaps';
  }

  /**
   * Runs alternatives of which one happens. What they load is certain only where each of them loads what isn't
   * there.
   */
  #alternatives(runs: readonly ((isCertain: boolean) => GoesOn)[], certain: boolean): GoesOn[] {
    const start = this.#certain.length;
    let fails = certain;
    this.#supposed += 1;
    const ends = runs.map((run) => {
      const from = this.#certain.length;
      const end = run(certain);
      fails &&= this.#certain.slice(from).some(({ load }) => load && this.#isMissing(load));
      return end;
    });
    this.#supposed -= 1;
    if (!fails) for (const { takeBack } of this.#certain.splice(start).toReversed()) takeBack();
    return ends;
  }

  #addCommonjs(node: AnyNode): void {
    if (this.#commonjs.has(node)) return;
    this.#commonjs.add(node);
    this.#certain.push({ takeBack: () => this.#commonjs.delete(node) });
  }

  #logic(
    node: AnyNode & { type: 'LogicalExpression' },
    scope: LoadScope,
    certain: boolean,
  ): GoesOn {
    this.#run(node.left, scope, certain);
    const left = node.operator === '??' ? undefined : this.#evaluator.isTrue(node.left, scope);
    const runs = left === undefined ? undefined : left === (node.operator === '&&');
    if (runs !== false) this.#run(node.right, scope, certain && runs === true);
    return 'yes';
  }

  #attempt(node: AnyNode & { type: 'TryStatement' }, scope: LoadScope, certain: boolean): GoesOn {
    const isCaught = !!node.handler && !throwsAgain(node.handler);
    const tried = this.#run(node.block, scope, certain && !isCaught);
    if (node.handler) this.#run(node.handler.body, scope, false);
    const end = node.finalizer ? this.#run(node.finalizer, scope, certain) : 'yes';
    if (end === 'no' || (tried === 'no' && !isCaught)) return 'no';
    return tried === 'yes' ? end : 'perhaps';
  }

  #call(node: CallExpression | NewExpression, scope: LoadScope, certain: boolean): void {
    const call = this.#evaluator.calledBy(node, scope);
    if (call?.called.kind === 'require') {
      const [name] = node.arguments;
      return this.#note(node, name, { scope, isCertain: certain });
    }
    // what can't be certain needs no following: `found` collects it
    if (call?.called.kind !== 'code' || !certain || this.#supposed > 0) return;
    if (this.#isThrower(call.called)) {
      const [name] = node.arguments;
      this.#note(node, name, { scope, isCertain: true, isRefused: true });
      this.#addCommonjs(node);
    }
    this.#enter(call.called, call.given);
  }

  #enter(called: Known & { kind: 'code' }, given: readonly (Known | undefined)[]): void {
    const { node } = called;
    // a promise that fails doesn't keep the file from being loaded
    if (node.async || node.generator) return;
    const key = [identify(called), ...given.map(identify)].join('|');
    if (this.#entered.has(key)) return;
    this.#entered.add(key);
    const inside = this.#evaluator.enter(called, given);
    this.#run(node.body, inside, true);
  }
}

/** In esbuild's substitute for `require`. */
const throwerText = 'Dynamic require of';
const refused = { isRefused: true } as const;

const ofCommonjs = ['require', 'module', 'exports', '__dirname', '__filename'];

function childrenOf(node: AnyNode): AnyNode[] {
  const entries = new Map<string, unknown>(Object.entries(node));
  return (KEYS[node.type] ?? []).flatMap((key) => {
    const child = entries.get(key);
    return Array.isArray(child) ? child.filter(isNode) : isNode(child) ? [child] : [];
  });
}

/** True for `catch (error) { …; throw error; }`. */
function throwsAgain({ param, body }: CatchClause): boolean {
  const last = body.body.at(-1);
  const thrown = last?.type === 'ThrowStatement' ? bare(last.argument) : undefined;
  return (
    thrown?.type === 'Identifier' && param?.type === 'Identifier' && thrown.name === param.name
  );
}

/** True for `await import(…)` at the top of a file. */
function isAwaited(node: AnyNode): boolean {
  return node.parent?.type === 'AwaitExpression' && enclosingFunction(node) === undefined;
}
