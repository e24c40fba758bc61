import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { isTarget } from '../syntax/changed-builtins.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import {
  bare,
  enclosingFunction,
  type FunctionNode,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import { isWrittenAgain, maySetArguments } from '../values/only-read.ts';

/** A place where a function runs a function of a table: `table[key](module, module.exports, load)`. */
interface Lookup {
  call: CallExpression;
  member: MemberExpression;
}

/** Most functions around a lookup that may be the loader. */
const mostAround = 3;

/**
 * Finds loaders of a bundler's modules that run or give another module than the one that they are asked for,
 * such as `table[key + 1](module)`: what their calls give can't be told from the keys.
 */
export class ShiftingLoaders {
  readonly #lookups = new Map<FunctionNode, Lookup[]>();
  /** Loaders that modules get as an argument. */
  readonly #handedOn = new Map<ParsedCode, FunctionNode[]>();
  readonly #shifted = new Map<FunctionNode, AnyNode[]>();

  constructor(codes: readonly ParsedCode[]) {
    for (const code of codes) {
      for (const call of code.nodes.calls) this.#read(call, code);
    }
  }

  /**
   * The places where what loaders give is another module than their keys say.
   *
   * @param loaders expressions that are called to load modules of the table
   */
  of(loaders: readonly (AnyNode | undefined)[], table: ParsedCode): AnyNode[] {
    const found = new Set(this.#handedOn.get(table));
    for (const loader of loaders) {
      const made = functionOf(loader);
      if (made !== undefined) found.add(made);
    }
    return [...found].flatMap((loader) => this.#shiftedBy(loader, table));
  }

  #read(call: CallExpression, code: ParsedCode): void {
    const member = lookupOf(call.callee);
    if (member === undefined) return;
    let of = enclosingFunction(call);
    for (let around = 0; of !== undefined && around < mostAround; around += 1) {
      const others = this.#lookups.get(of) ?? [];
      this.#lookups.set(of, [...others, { call, member }]);
      const own = nameOf(of);
      if (own !== undefined && call.arguments.some((each) => handsOn(each, own))) {
        this.#handedOn.set(code, [...(this.#handedOn.get(code) ?? []), of]);
      }
      of = enclosingFunction(of);
    }
  }

  #shiftedBy(loader: FunctionNode, table: ParsedCode): AnyNode[] {
    const known = this.#shifted.get(loader);
    if (known !== undefined) return known;
    const lookups = this.#lookups.get(loader) ?? [];
    const isIn = (node: AnyNode) => node.start >= loader.start && node.end <= loader.end;
    const givesOther = (node: AnyNode) => {
      return (
        node.type === 'MemberExpression' &&
        node.computed &&
        isIn(node) &&
        isShiftedKey(node, loader)
      );
    };
    // other functions hand themselves on too: `visitors[node.type](node, visit)`
    const isOfModules = /\bexports\b/.test(table.text.slice(loader.start, loader.end));
    const found =
      lookups.length === 0 || !isOfModules
        ? []
        : [
            ...lookups.filter((each) => isShifted(each, loader)).map(({ call }) => call),
            ...table.nodes.members.filter(givesOther),
          ];
    this.#shifted.set(loader, found);
    return found;
  }
}

/** The table's member that a call runs, also through `call`, a variable or an item of it. */
function lookupOf(called: AnyNode, depth = 0): MemberExpression | undefined {
  const node = bare(called);
  if (depth > 4) return undefined;
  if (node.type === 'Identifier') {
    const made = treeNode(node.variable?.defs[0]?.name)?.parent;
    const init = made?.type === 'VariableDeclarator' ? made.init : undefined;
    return init?.type === 'MemberExpression' ? lookupOf(init, depth + 1) : undefined;
  }
  if (node.type !== 'MemberExpression') return undefined;
  const name = writtenName(node);
  if (name === undefined) return node;
  // browserify keeps a module in a list with the names that it uses
  return /^(?:call|apply|bind|\d+)$/.test(name) ? lookupOf(node.object, depth + 1) : undefined;
}

function functionOf(node: AnyNode | undefined): FunctionNode | undefined {
  if (isFunction(node)) return node;
  const definition = treeNode(variableOf(node)?.defs[0]?.node);
  const made = definition?.type === 'VariableDeclarator' ? definition.init : definition;
  return isFunction(made) ? made : undefined;
}

/** The variable of a function's own name. */
function nameOf(of: FunctionNode): Variable | undefined {
  if (of.type !== 'ArrowFunctionExpression' && of.id?.variable !== undefined) return of.id.variable;
  const { parent } = of;
  return parent?.type === 'VariableDeclarator' && parent.init === of
    ? variableOf(parent.id)
    : undefined;
}

/** True for a loader as an argument, and for a function that loads another key by it. */
function handsOn(argument: AnyNode, loader: Variable): boolean {
  if (variableOf(argument) === loader) return true;
  return isFunction(argument) && callsIn(argument, loader).length > 0;
}

function callsIn(of: FunctionNode, loader: Variable): CallExpression[] {
  return loader.references.flatMap(({ identifier }) => {
    const use = treeIdentifier(identifier);
    const { parent } = use;
    const isCall = parent?.type === 'CallExpression' && parent.callee === use;
    return isCall && use.start >= of.start && use.end <= of.end ? [parent] : [];
  });
}

function isShifted({ call, member }: Lookup, loader: FunctionNode): boolean {
  const own = nameOf(loader);
  const turns = call.arguments.some((each) => {
    if (!isFunction(each) || own === undefined) return false;
    return callsIn(each, own).some(({ arguments: [key] }) => key && !isOwnKey(key, each));
  });
  if (turns) return true;
  return !isOwnKey(member.property, loader) || !isTable(member.object) || isRefilled(member.object);
}

/** True for a function's own first parameter that keeps its value, and for browserify's `other || key`. */
function isOwnKey(written: AnyNode, of: FunctionNode): boolean {
  const node = bare(written);
  if (node.type === 'LogicalExpression') return isOwnKey(node.right, of);
  const variable = variableOf(node);
  const parameter = parameterOf(variable);
  if (variable === undefined || parameter?.of !== of || parameter.at !== 0) return false;
  return !isWrittenAgain(variable) && !maySetArguments(variable);
}

/** True for a key that is computed from a loader's own: `cache[key + 1]`. */
function isShiftedKey({ property }: MemberExpression, loader: FunctionNode): boolean {
  const [key] = loader.params;
  if (isOwnKey(property, loader)) return false;
  return (variableOf(key)?.references ?? []).some(({ identifier }) => {
    const use = treeIdentifier(identifier);
    return use.start >= property.start && use.end <= property.end;
  });
}

/** True for the name of a table, and not for another one that is made of it. */
function isTable(written: AnyNode): boolean {
  return /^(?:Identifier|MemberExpression|LogicalExpression)$/.test(bare(written).type);
}

/** True where code puts one module of a table in the place of another: `table[1] = table[2]`. */
function isRefilled(table: AnyNode): boolean {
  return (variableOf(table)?.references ?? []).some(({ identifier }) => {
    const { parent } = treeIdentifier(identifier);
    if (parent?.type !== 'MemberExpression' || !isTarget(parent)) return false;
    const set = parent.parent;
    const isPlain = set?.type === 'AssignmentExpression' && set.left === parent;
    return writtenName(parent) !== undefined && !(isPlain && isFunction(bare(set.right)));
  });
}
