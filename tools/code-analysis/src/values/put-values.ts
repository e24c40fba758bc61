import type {
  AnyNode,
  AssignmentProperty,
  CallExpression,
  MethodDefinition,
  Property,
  PropertyDefinition,
} from 'acorn';
import { isTarget } from '../syntax/changed-builtins.ts';
import { returnsOf } from '../syntax/inside-function.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { type FunctionNode, isFunction, writtenName } from '../syntax/syntax.ts';

/** A value that code gives a property: an expression, or what a getter returns; undefined for an unknown one. */
export type Put = AnyNode | undefined;

/** Indexes the values that code gives properties, of any object, by their names. */
export class PutValues {
  readonly #named = new Map<string, Put[]>();
  readonly #unnamed: Put[] = [];
  readonly #setters = new Map<string, AnyNode[]>();
  readonly #unnamedSetters: AnyNode[] = [];

  /** @param namesOf the names that an expression may be, null where that is unknown */
  constructor(codes: Iterable<ParsedCode>, namesOf: (key: AnyNode) => string[] | null) {
    const waiting: { key: AnyNode; values: readonly Put[] }[] = [];
    const put = (name: string | undefined, key: AnyNode | undefined, values: readonly Put[]) => {
      if (name !== undefined) this.#add(name, values);
      else if (key !== undefined) waiting.push({ key, values });
    };
    for (const { nodes, tree } of codes) {
      for (const statement of tree.body) {
        for (const { name, value } of exportedBy(statement)) this.#add(name, [value]);
      }
      for (const node of nodes.members) {
        if (node.type !== 'MemberExpression' || !isTarget(node)) continue;
        const value = assignedTo(node);
        if (value !== null) put(writtenName(node), node.property, [value]);
      }
      for (const node of nodes.properties) {
        const kind = node.type === 'PropertyDefinition' ? 'init' : node.kind;
        const value = node.value ?? undefined;
        if (value === undefined) continue;
        const set = setterOf(node);
        // a computed name is found where the object is assigned to
        if (set?.name !== undefined || (set && kind !== 'set')) this.#addSetter(set.name, value);
        if (kind === 'set') continue;
        if (isTrap(node)) this.#unnamed.push(...(isFunction(value) ? givenBy(value) : [value]));
        const values = kind === 'get' && isFunction(value) ? givenBy(value) : [value];
        put(writtenName(node), node.key, values);
      }
      for (const call of nodes.calls) {
        const [key, setter] = call.arguments;
        if (key && setter && isMethod(call, '__defineSetter__')) {
          this.#addSetter(key.type === 'Literal' ? String(key.value) : undefined, setter);
        }
        const defined = definedBy(call);
        if (defined !== null) put(undefined, call.arguments[1], defined);
      }
    }
    for (const { key, values } of waiting) {
      const names = namesOf(key) ?? this.#textsOf(key, namesOf);
      for (const name of names ?? []) this.#add(name, values);
      if (names === null) this.#unnamed.push(...values);
    }
  }

  /** Expressions of functions that set a property of that name. */
  settersOf(name: string): readonly AnyNode[] {
    return this.#setters.get(name) ?? [];
  }

  /** Expressions of functions that set properties of names that nobody knows. */
  get unnamedSetters(): readonly AnyNode[] {
    return this.#unnamedSetters;
  }

  #addSetter(name: string | undefined, setter: AnyNode): void {
    if (name === undefined) this.#unnamedSetters.push(setter);
    else this.#setters.set(name, [...(this.#setters.get(name) ?? []), setter]);
  }

  #add(name: string, values: readonly Put[]): void {
    const known = this.#named.get(name);
    if (known === undefined) this.#named.set(name, [...values]);
    else known.push(...values);
  }

  /** The names that a member of an enumeration may be: `{ [Method.Get]: … }`. */
  #textsOf(key: AnyNode, namesOf: (key: AnyNode) => string[] | null): string[] | null {
    const name = key.type === 'MemberExpression' ? writtenName(key) : undefined;
    const puts = name === undefined ? [] : this.of(name);
    const texts = puts.map((value) => (value === undefined ? null : namesOf(value)));
    const known = texts.filter((each) => each !== null);
    return texts.length > 0 && known.length === texts.length ? known.flat() : null;
  }

  /** The values of a name. */
  of(name: string): readonly Put[] {
    return this.#named.get(name) ?? [];
  }

  /** The values of names that nobody knows. */
  get unnamed(): readonly Put[] {
    return this.#unnamed;
  }
}

/** What is assigned to a member; undefined for a pattern or a loop, null where it is only removed or counted. */
function assignedTo(target: AnyNode): AnyNode | undefined | null {
  const { parent } = target;
  if (parent?.type === 'AssignmentExpression') return parent.right;
  return parent?.type === 'UnaryExpression' || parent?.type === 'UpdateExpression'
    ? null
    : undefined;
}

/** The property that a function sets: `set name(value)`, or `set` of a descriptor; undefined for others. */
function setterOf(
  node: Property | AssignmentProperty | PropertyDefinition | MethodDefinition,
): { name: string | undefined } | undefined {
  if (node.type === 'PropertyDefinition') return undefined;
  if (node.kind === 'set') return { name: writtenName(node) };
  if (node.type !== 'Property' || writtenName(node) !== 'set') return undefined;
  const descriptor = node.parent;
  const around = descriptor?.parent;
  if (around?.type === 'CallExpression' && around.arguments[2] === descriptor) {
    const [, key] = around.arguments;
    return { name: key?.type === 'Literal' ? String(key.value) : undefined };
  }
  const isNamed = around?.type === 'Property' && around.parent?.type === 'ObjectExpression';
  if (isNamed) return { name: writtenName(around) };
  return isDescriptor(descriptor) ? { name: undefined } : undefined;
}

/** True for the trap in `new Proxy(x, { get: () => value })`, which gives a value for any name. */
function isTrap(node: AnyNode): boolean {
  if (node.type !== 'Property' || writtenName(node) !== 'get') return false;
  const made = node.parent?.parent;
  return (
    made?.type === 'NewExpression' &&
    made.arguments[1] === node.parent &&
    made.callee.type === 'Identifier' &&
    made.callee.name === 'Proxy'
  );
}

/** True for a literal that can describe a property, and nothing else. */
function isDescriptor(literal: AnyNode | undefined): boolean {
  return (
    literal?.type === 'ObjectExpression' &&
    literal.properties.every((each) => {
      const name = each.type === 'Property' ? writtenName(each) : undefined;
      return /^(?:get|set|enumerable|configurable)$/.test(name ?? '');
    })
  );
}

function isMethod({ callee }: CallExpression, name: string): boolean {
  return callee.type === 'MemberExpression' && writtenName(callee) === name;
}

/** The values in `defineProperty(x, 'name', { get: () => value })`; null for any other call. */
function definedBy({ arguments: [, , descriptor] }: CallExpression): Put[] | null {
  if (descriptor?.type !== 'ObjectExpression') return null;
  const values = descriptor.properties.flatMap((each): Put[] => {
    if (each.type !== 'Property') return [];
    const name = writtenName(each);
    if (name === 'value') return [each.value];
    if (name !== 'get') return [];
    return isFunction(each.value) ? givenBy(each.value) : [];
  });
  return values.length === 0 ? null : values;
}

/** What a getter returns. */
function givenBy(getter: FunctionNode): Put[] {
  if (getter.body.type !== 'BlockStatement') return [getter.body];
  return returnsOf(getter).map(({ argument }) => argument ?? undefined);
}

/** The names that a statement exports. */
function exportedBy(statement: AnyNode): { name: string; value: AnyNode }[] {
  if (statement.type === 'ExportDefaultDeclaration') {
    return [{ name: 'default', value: statement.declaration }];
  }
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const { declaration, source } = statement;
  if (declaration?.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => {
      return id.type === 'Identifier' ? [{ name: id.name, value: id }] : [];
    });
  }
  if (declaration) return declaration.id ? [{ name: declaration.id.name, value: declaration }] : [];
  if (source) return [];
  return statement.specifiers.map(({ local, exported }) => {
    return {
      name: exported.type === 'Identifier' ? exported.name : String(exported.value),
      value: local,
    };
  });
}

/** Makes something when it is first asked for. */
export function makeOnce<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
