import type { AnyNode, CallExpression } from 'acorn';
import type { ParsedCode } from '../syntax/parse-code.ts';
import {
  type FunctionNode,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { ShiftingLoaders } from './shifting-loaders.ts';
import { parameterOf } from '../syntax/variables.ts';

/** Finds calls that load a module from a bundler's table: `__webpack_require__(123)`. */
export class ModuleLoads {
  /** Calls of a plain name with one constant argument, by that constant. */
  readonly #loads = new Map<ParsedCode, Map<string, CallExpression[]>>();
  /** Names of properties that hold functions, which include modules. */
  readonly #held = new Map<ParsedCode, Set<string>>();
  readonly #shifting: ShiftingLoaders;

  constructor(codes: readonly ParsedCode[]) {
    this.#shifting = new ShiftingLoaders(codes);
    for (const code of codes) {
      this.#held.set(code, new Set(code.nodes.functions.flatMap((node) => holderOf(node) ?? [])));
      this.#loads.set(code, findLoads(code));
    }
  }

  /**
   * Finds the calls that load a module: in the file of its table, and in files without a module of that key,
   * because bundles may share a table and mostly reuse names for their own modules.
   */
  of(key: string, table: ParsedCode | undefined): CallExpression[] {
    return [...this.#loads].flatMap(([code, loads]) =>
      code === table || this.#held.get(code)?.has(key) !== true ? (loads.get(key) ?? []) : [],
    );
  }

  /** The places where calls load another module of a table than the one that they name. */
  shifted(calls: readonly CallExpression[], table: ParsedCode): AnyNode[] {
    return this.#shifting.of(calls.map(loaderOf), table);
  }
}

function findLoads({ nodes }: ParsedCode): Map<string, CallExpression[]> {
  const loads = new Map<string, CallExpression[]>();
  for (const node of nodes.calls) {
    const module = moduleOf(node);
    if (module?.type !== 'Literal') continue;
    // many other calls have numbers too
    if (typeof module.value === 'number' && !isLoader(loaderOf(node))) continue;
    const key = String(module.value);
    const others = loads.get(key);
    if (others === undefined) loads.set(key, [node]);
    else others.push(node);
  }
  return loads;
}

/**
 * The name of the property whose value is a function, or a list with it: `{ a() {}, b: [function () {}, {}]
 * }`.
 */
function holderOf({ parent }: AnyNode): string | undefined {
  const property = parent?.type === 'ArrayExpression' ? parent.parent : parent;
  return property?.type === 'Property' ? writtenName(property) : undefined;
}

/** The function that a call uses to load a module. */
function loaderOf({ callee, arguments: [bound] }: CallExpression): AnyNode | undefined {
  if (callee.type !== 'MemberExpression') return callee;
  return writtenName(callee) === 'bind' ? bound : callee.object;
}

/** True for a function that looks up its parameter in a table, and for a parameter of a wrapped module. */
function isLoader(node: AnyNode | undefined): boolean {
  if (node?.type === 'FunctionExpression') return looksUp(node);
  const variable = node?.type === 'Identifier' ? node.variable : undefined;
  const parameter = parameterOf(variable);
  if (parameter !== null) {
    return /^(?:Property|ArrayExpression)$/.test(parameter.of.parent?.type ?? '');
  }
  const definition = treeNode(variable?.defs[0]?.node);
  const made = definition?.type === 'VariableDeclarator' ? definition.init : definition;
  return isFunction(made) && looksUp(made);
}

function looksUp({ params: [key] }: FunctionNode): boolean {
  if (key?.type !== 'Identifier') return false;
  return (key.variable?.references ?? []).some((reference) => {
    const use = treeIdentifier(reference.identifier);
    const { parent } = use;
    return parent?.type === 'MemberExpression' && parent.computed && parent.property === use;
  });
}

/** The key of the module that a call loads; undefined for other calls. */
function moduleOf({ callee, arguments: given }: CallExpression): AnyNode | undefined {
  // rspack: function load(key) { … }(123), where a loader is used only once
  if (callee.type === 'Identifier' || callee.type === 'FunctionExpression')
    return given.length === 1 ? given[0] : undefined;
  if (callee.type !== 'MemberExpression') return undefined;
  // webpack: .then(__webpack_require__.t.bind(__webpack_require__, 123, 23)), also without `.t`
  if (writtenName(callee) === 'bind') return given[0]?.type === 'Identifier' ? given[1] : undefined;
  return writtenName(callee) === 't' && given.length === 2 ? given[0] : undefined;
}
