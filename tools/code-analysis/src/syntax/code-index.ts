import type {
  AnonymousClassDeclaration,
  AnyNode,
  AssignmentProperty,
  CallExpression,
  ClassDeclaration,
  ClassExpression,
  MemberExpression,
  Property,
} from 'acorn';
import type { Variable } from 'eslint-scope';
import { foldStrings } from '../values/fold-strings.ts';
import { ChangedBuiltins } from './changed-builtins.ts';
import { loadsOfExported } from '../modules/module-function.ts';
import { ModuleLoads } from '../modules/module-loads.ts';
import type { ParsedCode } from './parse-code.ts';
import {
  bare,
  type FunctionNode,
  isFunction,
  writtenName,
  treeIdentifier,
  treeNode,
} from './syntax.ts';

/** Most functions of one name that an unknown object's method may be; with more, it counts as unknown. */
const mostNamed = 3;

/** A place that reads a property: `x.name`, or `name` of `const { name } = x`. */
export type PropertyRead = MemberExpression | AssignmentProperty;

/** Indexes the code of all files by names. */
export class CodeIndex {
  /** Reads of a property, by name. */
  readonly reads = new Map<string, PropertyRead[]>();
  /** Functions that are a property or a method, or are assigned to one, by name. */
  readonly functions = new Map<string, FunctionNode[]>();
  /** Functions by their own name, including default exports. */
  readonly declared = new Map<string, FunctionNode[]>();
  readonly loads: ModuleLoads;
  readonly changed: ChangedBuiltins;

  constructor(codes: readonly ParsedCode[]) {
    for (const { nodes } of codes) {
      for (const node of nodes.members) this.#indexRead(node);
      for (const node of nodes.functions) this.#indexFunction(node);
    }
    this.loads = new ModuleLoads(codes);
    this.changed = new ChangedBuiltins(codes);
  }

  /** The functions that an expression may be; null where that is unknown. */
  functionsOf(written: AnyNode, depth = 0): FunctionNode[] | null {
    if (depth > 12) return null;
    const node = bare(written);
    if (isFunction(node)) return [node];
    switch (node.type) {
      case 'ClassDeclaration':
      case 'ClassExpression':
        return constructorsOf(node);
      case 'ConditionalExpression':
        return this.#all([node.consequent, node.alternate], depth);
      case 'LogicalExpression':
        return this.#all([node.left, node.right], depth);
      case 'AssignmentExpression':
        return this.functionsOf(node.right, depth + 1);
      case 'Identifier':
        return node.variable === undefined ? null : this.#functionsOfVariable(node.variable, depth);
      case 'CallExpression':
        return isBinding(node)
          ? this.functionsOf(node.callee, depth + 1)
          : this.#givenBy(node, depth);
      case 'Super': {
        const base = superClassOf(node);
        return base === undefined ? null : this.functionsOf(base, depth + 1);
      }
      case 'MemberExpression': {
        const name = writtenName(node);
        if (name === 'call' || name === 'apply' || name === 'bind') {
          return this.functionsOf(node.object, depth + 1);
        }
        return name === undefined ? null : this.#named(name, depth);
      }
      default:
        return null;
    }
  }

  /** The calls of a function, if it is only called and never passed on; otherwise null. */
  readonly callersOf = (called: FunctionNode): CallExpression[] | null => {
    const { parent } = called;
    if (parent?.type === 'CallExpression' && parent.callee === called) return [parent];
    const variable = variableOfFunction(called);
    if (variable !== undefined) return callsOf(variable, 0);
    const calls = callsOfExported(called, 0);
    if (calls === null || called.type !== 'FunctionExpression') return calls;
    // `module.exports = function own() { own(); }`
    const own = called.id?.variable === undefined ? [] : callsOf(called.id.variable, 0);
    return own === null ? null : [...calls, ...own];
  };

  /** The constant strings that an expression may be; null where it may be anything. */
  strings(node: AnyNode): string[] | null {
    return foldStrings(node, { callersOf: this.callersOf, changed: this.changed });
  }

  /** The functions that a call returns: `(function () { return function (module) { … } })()`. */
  #givenBy(call: CallExpression, depth: number): FunctionNode[] | null {
    const makers = isFunction(bare(call.callee)) ? this.functionsOf(call.callee, depth + 1) : null;
    const given = (makers ?? []).flatMap(({ body }) => {
      if (body.type !== 'BlockStatement') return [body];
      return body.body.flatMap((statement) =>
        statement.type === 'ReturnStatement' && statement.argument ? [statement.argument] : [],
      );
    });
    return this.#all(given, depth);
  }

  /** The functions that a property of that name may be, on any object. */
  #named(name: string, depth: number): FunctionNode[] | null {
    const named = this.functions.get(name) ?? this.declared.get(name);
    if (named === undefined || named.length > mostNamed) return null;
    // webpack: { name: () => what }
    return named.flatMap((each) => [each, ...(this.#givenByGetter(each, depth) ?? [])]);
  }

  #givenByGetter({ params, body }: FunctionNode, depth: number): FunctionNode[] | null {
    const [only] = body.type === 'BlockStatement' ? body.body : [];
    const given = only?.type === 'ReturnStatement' ? only.argument : body;
    const isGetter = params.length === 0 && given?.type === 'Identifier';
    return isGetter ? this.functionsOf(given, depth + 1) : null;
  }

  #all(nodes: readonly AnyNode[], depth: number): FunctionNode[] | null {
    const found = nodes.map((node) => this.functionsOf(node, depth + 1));
    const known = found.filter((functions) => functions !== null);
    return known.length === 0 ? null : known.flat();
  }

  #functionsOfVariable(variable: Variable, depth: number): FunctionNode[] | null {
    const found: FunctionNode[] = [];
    let isKnown = false;
    const take = (node: AnyNode | null | undefined) => {
      const functions = node ? this.functionsOf(node, depth + 1) : null;
      if (functions === null) return;
      isKnown = true;
      found.push(...functions);
    };
    for (const { node, name } of variable.defs) {
      const definition = treeNode(node);
      const identifier = treeNode(name);
      if (definition?.type === 'FunctionDeclaration') {
        if (definition.id === identifier) take(definition);
      } else if (definition?.type === 'ClassDeclaration') take(definition);
      else if (definition?.type === 'VariableDeclarator' && definition.id === identifier) {
        take(definition.init);
      } else if (definition !== undefined && isCalledAtOnce(definition)) {
        // rollup, UMD: (function (global, factory) { factory(exports, require('fs')) })(this, function …)
        const { parent } = definition;
        const at = definition.params.findIndex((param) => param === identifier);
        take(parent?.type === 'CallExpression' ? parent.arguments[at] : undefined);
      } else {
        const imported = importedName(identifier);
        const named = imported === undefined ? null : this.#named(imported, depth);
        if (named !== null) {
          isKnown = true;
          found.push(...named);
        }
      }
    }
    for (const reference of variable.references) {
      if (reference.isWrite() && reference.init !== true) {
        take(treeNode(reference.writeExpr));
      }
    }
    return isKnown ? found : null;
  }

  #indexRead(node: AnyNode): void {
    if (node.type === 'MemberExpression') {
      const name = writtenName(node);
      if (name !== undefined) push(this.reads, name, node);
    } else if (node.type === 'ObjectPattern') {
      for (const property of node.properties) {
        if (property.type !== 'Property') continue;
        const name = writtenName(property);
        if (name !== undefined) push(this.reads, name, property);
      }
    }
  }

  #indexFunction(node: AnyNode): void {
    if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
      const [made] = constructorsOf(node) ?? [];
      if (node.id && made !== undefined) push(this.declared, node.id.name, made);
      return;
    }
    if (!isFunction(node)) return;
    const name = propertyOf(node);
    if (name !== undefined && !isSetter(node)) push(this.functions, name, node);
    const own = variableOfFunction(node)?.name;
    if (own !== undefined) push(this.declared, own, node);
    if (node.parent?.type === 'ExportDefaultDeclaration') push(this.declared, 'default', node);
  }
}

function isCalledAtOnce(node: AnyNode): node is FunctionNode {
  return isFunction(node) && node.parent?.type === 'CallExpression' && node.parent.callee === node;
}

function isSetter({ parent }: FunctionNode): boolean {
  return (
    (parent?.type === 'Property' || parent?.type === 'MethodDefinition') && parent.kind === 'set'
  );
}

/** The calls of a variable, if it is only called or given another name; otherwise null. */
function callsOf(variable: Variable, depth: number): CallExpression[] | null {
  if (variable.defs.length !== 1 || depth > 3 || isExported(variable)) return null;
  const calls: CallExpression[] = [];
  for (const reference of variable.references) {
    if (reference.init === true) continue;
    const identifier = treeIdentifier(reference.identifier);
    const { parent: use } = identifier;
    const found =
      use?.type === 'CallExpression' && use.callee === identifier
        ? [use]
        : (callsOfNamed(identifier, depth) ?? callsOfExported(identifier, depth));
    if (found === null) return null;
    calls.push(...found);
  }
  return calls;
}

/** The calls of what is given another name, as by esbuild: `var get_default = get`. */
function callsOfNamed(node: AnyNode, depth: number): CallExpression[] | null {
  const { parent } = node;
  const isNamed = parent?.type === 'VariableDeclarator' && parent.init === node;
  const variable = isNamed && parent.id.type === 'Identifier' ? parent.id.variable : undefined;
  return variable === undefined ? null : callsOf(variable, depth + 1);
}

/** The calls of what a module in a bundle exports as a whole. */
function callsOfExported(node: AnyNode, depth: number): CallExpression[] | null {
  const calls: CallExpression[] = [];
  for (const load of loadsOfExported(node) ?? [undefined]) {
    const { parent } = load ?? {};
    const isCalled = parent?.type === 'CallExpression' && parent.callee === load;
    if (parent?.type === 'ExpressionStatement') continue;
    const found = isCalled ? [parent] : load === undefined ? null : callsOfNamed(load, depth);
    if (found === null) return null;
    calls.push(...found);
  }
  return calls;
}

/** True for `f.bind(x)`. */
function isBinding({ callee }: CallExpression): boolean {
  return callee.type === 'MemberExpression' && writtenName(callee) === 'bind';
}

/** The name of the property or method that a function is; undefined where it is none. */
function propertyOf(node: FunctionNode): string | undefined {
  const { parent } = node;
  switch (parent?.type) {
    case 'Property':
      return definedName(parent) ?? (parent.value === node ? writtenName(parent) : undefined);
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return parent.value === node ? writtenName(parent) : undefined;
    case 'AssignmentExpression':
      return parent.right === node && parent.left.type === 'MemberExpression'
        ? writtenName(parent.left)
        : undefined;
    default:
      return undefined;
  }
}

/** The name in `Object.defineProperty(exports, 'name', { get: … })`. */
function definedName(property: Property | AssignmentProperty): string | undefined {
  const literal = property.parent;
  const call = literal?.parent;
  if (call?.type !== 'CallExpression' || call.arguments[2] !== literal) return undefined;
  const [, name] = call.arguments;
  const isGiven = /^(?:get|value)$/.test(writtenName(property) ?? '');
  return isGiven && name?.type === 'Literal' ? String(name.value) : undefined;
}

function constructorsOf(
  node: ClassDeclaration | ClassExpression | AnonymousClassDeclaration,
): FunctionNode[] | null {
  const found = node.body.body.find(
    (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
  );
  return found?.type === 'MethodDefinition' ? [found.value] : node.superClass ? null : [];
}

export function superClassOf(node: AnyNode): AnyNode | undefined {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (at.type === 'ClassDeclaration' || at.type === 'ClassExpression') {
      return at.superClass ?? undefined;
    }
  }
  return undefined;
}

/** The name under which an identifier was imported or destructured from a module or object. */
export function importedName(identifier: unknown): string | undefined {
  const parent = treeNode(identifier)?.parent;
  switch (parent?.type) {
    case 'ImportSpecifier':
      return parent.imported.type === 'Identifier' ? parent.imported.name : undefined;
    case 'ImportDefaultSpecifier':
      return 'default';
    case 'Property':
      return parent.parent?.type === 'ObjectPattern' ? writtenName(parent) : undefined;
    default:
      return undefined;
  }
}

/** The variable that a function is assigned to. */
export function variableOfFunction(node: FunctionNode): Variable | undefined {
  if (node.type === 'FunctionDeclaration') return node.id?.variable;
  const { parent } = node;
  const isInit = parent?.type === 'VariableDeclarator' && parent.init === node;
  return isInit && parent.id.type === 'Identifier' ? parent.id.variable : undefined;
}

/** True where other files can import a variable. */
export function isExported(variable: Variable): boolean {
  return variable.identifiers.some((identifier) => {
    const node = treeIdentifier(identifier);
    const declaration =
      node.parent?.type === 'VariableDeclarator' ? node.parent.parent : node.parent;
    const type = declaration?.parent?.type;
    return type === 'ExportNamedDeclaration' || type === 'ExportDefaultDeclaration';
  });
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const others = map.get(key);
  if (others === undefined) map.set(key, [value]);
  else others.push(value);
}
