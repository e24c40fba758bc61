import type { AnyNode, CallExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isOnlyTested } from '../apis/api-use.ts';
import { isTarget } from '../syntax/changed-builtins.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { type FunctionNode, treeIdentifier, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { functionOfThis, thisesOf } from '../trace/this-of-function.ts';
import { type BundleTable, tableAt } from './bundle-table.ts';
import { keysOf } from './module-keys.ts';
import {
  isBound,
  isInHelper,
  isModuleSyntax,
  isRunByLoader,
  isUnused,
  type Module,
  readLater,
  readModule,
} from './module-uses.ts';
import { isWebpackHelper, type TextOf } from './webpack-helpers.ts';
import { wrappedAt } from './wrapped-module.ts';

/** Finds what `require('name')` in a file loads: files of the package; null for what may be outside of it. */
export type ResolveFile = (name: string, from: ParsedCode) => readonly ParsedCode[] | null;

/** The modules of a package whose exports are one object each, and the calls that load them. */
export class Modules {
  readonly all: Module[] = [];
  readonly #loaded = new Map<AnyNode, Module[]>();
  readonly #byFunction = new Map<AnyNode, Module>();
  readonly #external = new Map<AnyNode, string>();
  readonly #owned = new Map<AnyNode, Module>();
  readonly #wholes = new Map<AnyNode, Module>();
  /** Variables of loaders of a bundle, which have helpers as their members. */
  readonly #loaders = new Map<Variable, Variable>();
  readonly #textOf: TextOf;

  constructor(
    codes: readonly ParsedCode[],
    of: { resolve: ResolveFile; entries: readonly string[]; textOf: TextOf },
  ) {
    this.#textOf = of.textOf;
    for (const code of codes) {
      for (const call of code.nodes.calls) {
        const table = tableAt(call);
        if (table !== null) this.#addTable(table, code);
        const wrapped = wrappedAt(call);
        if (wrapped === null) continue;
        const [exports, module] = wrapped.of.params;
        const made = this.#add({ of: wrapped.of, exports, module });
        // it is called as a method of what holds it
        if (thisesOf(code, wrapped.of).length > 0) made.isOpen = true;
        this.#readLoader(wrapped.loader, made);
      }
    }
    this.#addFiles(codes, of);
    for (const module of this.all) {
      for (const node of module.own) this.#owned.set(node, module);
      for (const node of module.wholes) this.#wholes.set(node, module);
    }
  }

  /** The module whose exports an expression in it surely is. */
  ownedBy(node: AnyNode): Module | undefined {
    return this.#owned.get(node);
  }

  /** The module that exports an expression as a whole. */
  exportedAs(node: AnyNode): Module | undefined {
    return this.#wholes.get(node);
  }

  /** The modules of which a call loads one; none for other calls. */
  loadedBy(call: AnyNode): readonly Module[] {
    return this.#loaded.get(call) ?? [];
  }

  /** All calls that load a module of a bundle; null for any other function, and where they aren't known. */
  loadsOf(wrapper: FunctionNode): readonly AnyNode[] | null {
    const module = this.#byFunction.get(wrapper);
    return module === undefined || module.isOpen ? null : module.loads;
  }

  /** The name of the module outside of the package that a call loads. */
  externalOf(call: AnyNode): string | undefined {
    return this.#external.get(call);
  }

  /** The name of a helper of webpack that is called: `d` of `__webpack_require__.d(exports, …)`. */
  helperOf({ callee }: CallExpression): string | undefined {
    if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
    const { variable } = callee.object;
    const loader = variable && this.#loaders.get(variable);
    const name = writtenName(callee);
    if (loader === undefined || name === undefined) return undefined;
    return isWebpackHelper(loader, name, this.#textOf) ? name : undefined;
  }

  #add(of: {
    of: FunctionNode;
    exports: AnyNode | undefined;
    module: AnyNode | undefined;
  }): Module {
    const made: Module = { of: of.of, own: [], wholes: [], loads: [], isOpen: false };
    this.all.push(made);
    this.#byFunction.set(of.of, made);
    for (const { identifier } of variableOf(of.exports)?.references ?? []) {
      const use = treeIdentifier(identifier);
      if (isTarget(use)) made.isOpen = true;
      made.own.push(use);
    }
    for (const { identifier } of variableOf(of.module)?.references ?? []) {
      readModule(treeIdentifier(identifier), made);
    }
    return made;
  }

  #addTable(table: BundleTable, code: ParsedCode): void {
    const modules = new Map<string, Module>();
    for (const [key, of] of table.modules) {
      const [module, exports] = of.params;
      const made = this.#add({ of, exports, module });
      const thises = thisesOf(code, of);
      if (table.givesThis) made.own.push(...thises);
      else if (thises.length > 0) made.isOpen = true;
      modules.set(key, made);
    }
    const [own] = table.loaders;
    let isWhole = true;
    for (const loader of table.loaders) {
      if (own !== undefined) this.#loaders.set(loader, own);
      for (const { identifier } of loader.references) {
        if (!this.#readLoad(treeIdentifier(identifier), modules)) isWhole = false;
      }
    }
    if (!isWhole) for (const each of modules.values()) each.isOpen = true;
  }

  /** Reads a use of a bundle's loader; false where it may load any module. */
  #readLoad(use: AnyNode, modules: ReadonlyMap<string, Module>): boolean {
    const { parent } = use;
    if (parent?.type === 'CallExpression' && parent.callee === use) {
      const [key, ...others] = parent.arguments;
      if (key === undefined || others.length > 0) return false;
      if (isInHelper(parent, use)) return true;
      const keys = keysOf(key);
      for (const each of keys ?? []) this.#load(parent, modules.get(each));
      return keys !== null;
    }
    // the loader hands itself to the module that it runs
    if (parent?.type === 'CallExpression')
      return isRunByLoader(parent, use) || isUnused(parent, use) || isBound(parent, use);
    if (parent?.type !== 'MemberExpression' || parent.object !== use) return false;
    const name = writtenName(parent);
    if (isTarget(parent)) return name !== undefined;
    if (name === 'bind') return readLater(parent, modules);
    return /^(?:[adefgnopruis]|nmd|hmd|s|h|j|v)$/.test(name ?? '');
  }

  #load(call: AnyNode, module: Module | undefined): void {
    if (module === undefined || module.loads.includes(call)) return;
    this.#loaded.set(call, [...this.loadedBy(call), module]);
    module.loads.push(call);
  }

  #readLoader(loader: Variable, module: Module): void {
    for (const reference of loader.references) {
      if (reference.init === true) continue;
      const use = treeIdentifier(reference.identifier);
      const { parent } = use;
      const isCall = parent?.type === 'CallExpression' && parent.callee === use;
      if (isCall && parent.arguments.length === 0) this.#load(parent, module);
      else module.isOpen = true;
    }
  }

  #addFiles(
    codes: readonly ParsedCode[],
    { resolve, entries }: { resolve: ResolveFile; entries: readonly string[] },
  ): void {
    const files = new Map<ParsedCode, Module>();
    for (const code of codes) {
      const made: Module = { of: code, own: [], wholes: [], loads: [], isOpen: false };
      made.isOpen = code.ranBy !== undefined || isModuleSyntax(code);
      made.isOpen ||= entries.some((entry) => code.path.startsWith(entry));
      made.isOpen ||= code.ownArguments.length > 0;
      this.all.push(made);
      files.set(code, made);
      for (const use of code.unbound.get('exports') ?? []) {
        if (isTarget(use)) made.isOpen = true;
        made.own.push(use);
      }
      for (const use of code.unbound.get('module') ?? []) readModule(use, made);
      for (const use of code.nodes.thises) if (functionOfThis(use) === 'top') made.own.push(use);
    }
    let loadsAny = codes.some(({ nodes }) => nodes.imports.length > 0);
    for (const code of codes) {
      for (const use of code.unbound.get('require') ?? []) {
        const isKnown = this.#readRequire(use, { code, files, resolve });
        loadsAny ||= !isKnown;
      }
      for (const statement of code.tree.body)
        if ('source' in statement && statement.source) loadsAny = true;
    }
    for (const each of files.values()) if (each.loads.length === 0) each.isOpen = true;
    if (loadsAny) for (const each of files.values()) each.isOpen = true;
  }

  /** Reads a use of `require`; false where it may load any file. */
  #readRequire(
    use: AnyNode,
    of: { code: ParsedCode; files: ReadonlyMap<ParsedCode, Module>; resolve: ResolveFile },
  ): boolean {
    const { parent } = use;
    if (isOnlyTested(use)) return true;
    if (parent?.type === 'MemberExpression' && parent.object === use) {
      return writtenName(parent) === 'resolve' && !isTarget(parent);
    }
    if (parent?.type !== 'CallExpression' || parent.callee !== use) return false;
    const [name, ...others] = parent.arguments;
    if (name?.type !== 'Literal' || typeof name.value !== 'string' || others.length > 0)
      return false;
    const found = of.resolve(name.value, of.code);
    if (found === null) {
      this.#external.set(parent, name.value);
      return true;
    }
    for (const each of found) this.#load(parent, of.files.get(each));
    return true;
  }
}
