import type { AnyNode, CallExpression, MemberExpression, ObjectExpression } from 'acorn';
import type { Reference, Variable } from 'eslint-scope';
import { builtinOf } from '../apis/builtins.ts';
import { type ChangedBuiltins, isTarget } from '../syntax/changed-builtins.ts';
import { isExported } from '../syntax/code-index.ts';
import { bare, isFunction, treeIdentifier, treeNode, writtenName } from '../syntax/syntax.ts';
import { joinKnown } from './join-known.ts';
import { isWrittenAgain } from './only-read.ts';

/** What a list holds: an expression, or the key and value of a property or of an entry in a `Map`. */
export interface Item {
  value: AnyNode;
  key?: AnyNode;
}

/** A list, or the properties of an object; `pairs` is a list whose items are taken apart. */
type Kind = 'list' | 'pairs' | 'properties';

const mostDepth = 8;

/** Methods that only read a list, and whose results are items, or new lists of them. */
const reads =
  /^(?:at|entries|every|filter|find|findIndex|findLast|flatMap|forEach|get|has|includes|indexOf|join|keys|map|pop|reduce|reduceRight|shift|slice|some|toReversed|toSorted|values)$/;

/** Methods whose results are other than items of pairs. */
const opens = /^(?:every|flatMap|forEach|has|map|some)$/;

/** Functions of the language that only read a list or an object. */
const readers =
  /^(?:Object\.(?:entries|freeze|keys|values)|Array\.(?:from|isArray)|console\.\w+|Promise\.all|JSON\.stringify)$/;

/**
 * Finds the items that a list may hold, however it is read: an array, a `Set`, a `Map`, or the properties of
 * an object. Only where all code that could put something in is known; otherwise it is null.
 */
export class ListItems {
  readonly #changed: ChangedBuiltins;

  constructor(changed: ChangedBuiltins) {
    this.#changed = changed;
  }

  /** The items of an array, a set or a map. @param isPaired true where items are taken apart */
  of(list: AnyNode, isPaired = false): Item[] | null {
    return this.#items(list, isPaired ? 'pairs' : 'list', 0);
  }

  /** The values of all properties that an object may have, however they are named. */
  ofObject(object: AnyNode): Item[] | null {
    return this.#changed.isPrototypeChanged ? null : this.#items(object, 'properties', 0);
  }

  #items(written: AnyNode, kind: Kind, depth: number): Item[] | null {
    if (depth > mostDepth) return null;
    const node = bare(written);
    const next = depth + 1;
    if (node.type === 'Identifier') {
      return node.variable === undefined ? null : this.#ofVariable(node.variable, kind, next);
    }
    if (node.type === 'ConditionalExpression') {
      return joinKnown([node.consequent, node.alternate], (each) => this.#items(each, kind, next));
    }
    if (kind === 'properties') {
      return node.type === 'ObjectExpression' ? this.#ofLiteral(node, next) : null;
    }
    switch (node.type) {
      case 'ArrayExpression':
        return joinKnown(node.elements, (each) => {
          if (each === null) return [];
          if (each.type === 'SpreadElement') return this.#items(each.argument, kind, next);
          return [{ value: each }];
        });
      case 'NewExpression': {
        const made = builtinOf(node.callee) ?? '';
        if (!/^(?:Weak)?(?:Map|Set)$/.test(made) || this.#changed.has(made)) return null;
        const [from] = node.arguments;
        if (from === undefined) return [];
        if (made.endsWith('Set')) return this.#items(from, kind, next);
        const entries = this.#items(from, 'pairs', next);
        return entries && joinKnown(entries, entryOf);
      }
      case 'CallExpression':
        return this.#ofCall(node, kind, next);
      default:
        return null;
    }
  }

  #ofLiteral(node: ObjectExpression, depth: number): Item[] | null {
    return joinKnown(node.properties, (each) => {
      if (each.type === 'SpreadElement') return this.#items(each.argument, 'properties', depth);
      const isPlain = each.kind === 'init' && writtenName(each) !== '__proto__';
      return isPlain ? [{ key: each.key, value: each.value }] : null;
    });
  }

  #ofCall(call: CallExpression, kind: Kind, depth: number): Item[] | null {
    const [given] = call.arguments;
    const builtin = builtinOf(call.callee);
    const name = call.callee.type === 'MemberExpression' ? writtenName(call.callee) : undefined;
    if (name === undefined || this.#changed.has(name)) return null;
    if (builtin === 'Object.values' || builtin === 'Object.entries') {
      const items = given && this.ofObject(given);
      return (builtin === 'Object.entries' ? items : items?.map(withoutKey)) ?? null;
    }
    if (builtin === 'Object.freeze' || builtin === 'Array.from') {
      return given && call.arguments.length === 1 ? this.#items(given, kind, depth) : null;
    }
    if (call.callee.type !== 'MemberExpression') return null;
    if (!/^(?:concat|entries|filter|reverse|slice|sort|toReversed|toSorted|values)$/.test(name)) {
      return null;
    }
    if (kind === 'pairs' && !isTakenApart(call)) return null;
    const items = this.#items(call.callee.object, kind, depth);
    if (name === 'values') return items?.map(withoutKey) ?? null;
    if (name === 'entries') return items?.every(({ key }) => key !== undefined) ? items : null;
    if (name !== 'concat') return items;
    const more = joinKnown(call.arguments, (each) => this.#items(each, kind, depth));
    return items && more && [...items, ...more];
  }

  /** The items of a variable that is always the same list, and those that code adds to it. */
  #ofVariable(variable: Variable, kind: Kind, depth: number): Item[] | null {
    const declarator = treeNode(variable.defs[0]?.name)?.parent;
    if (variable.defs.length !== 1 || isWrittenAgain(variable) || isExported(variable)) return null;
    if (declarator?.type !== 'VariableDeclarator' || !declarator.init) return null;
    if (declarator.id.type !== 'Identifier') return null;
    const first = this.#items(declarator.init, kind, depth);
    const added = first && joinKnown(variable.references, (each) => this.#addedBy(each, kind));
    return first && added && [...first, ...added];
  }

  /** What one use of a list puts in; null for a use that may do anything with it. */
  #addedBy(reference: Reference, kind: Kind): Item[] | null {
    if (reference.isWrite()) return [];
    const use = treeIdentifier(reference.identifier);
    const { parent } = use;
    switch (parent?.type) {
      case 'ForOfStatement':
      case 'ForInStatement':
        return parent.right === use && (kind !== 'pairs' || isTakenApart(use)) ? [] : null;
      case 'SpreadElement':
        return kind === 'pairs' ? null : [];
      case 'BinaryExpression':
      case 'UnaryExpression':
        return [];
      case 'NewExpression':
        return /^(?:Weak)?(?:Map|Set)$/.test(builtinOf(parent.callee) ?? '') ? [] : null;
      case 'CallExpression':
        if (!readers.test(builtinOf(parent.callee) ?? '')) return null;
        return kind === 'pairs' && builtinOf(parent.callee) !== 'Array.isArray' ? null : [];
      case 'MemberExpression':
        return parent.object === use ? this.#addedByMember(parent, kind) : null;
      default:
        return null;
    }
  }

  #addedByMember(member: MemberExpression, kind: Kind): Item[] | null {
    const { parent } = member;
    const name = writtenName(member);
    if (parent?.type === 'AssignmentExpression' && parent.left === member) {
      return addedByAssignment(member, { value: parent.right, kind });
    }
    if (isTarget(member)) return parent?.type === 'UnaryExpression' ? [] : null;
    if (parent?.type !== 'CallExpression' || parent.callee !== member) {
      if (kind === 'properties') return name === '__proto__' ? null : [];
      return name === 'length' || name === 'size' || (kind === 'list' && isIndex(member))
        ? []
        : null;
    }
    // a property is called
    if (kind === 'properties') return isOfObject.test(name ?? '') ? null : [];
    if (name === undefined) return null;
    const given = parent.arguments;
    if (given.some(({ type }) => type === 'SpreadElement')) return null;
    if (/^(?:push|unshift|add)$/.test(name)) return given.map((value) => ({ value }));
    if (name === 'set') {
      const [key, value] = given;
      return key === undefined || value === undefined ? null : [{ key, value }];
    }
    if (name === 'delete' || name === 'clear') return [];
    if (!reads.test(name) || this.#changed.has(name)) return null;
    if (!given.every((each) => !isFunction(bare(each)) || takesItemsOnly(each, name))) return null;
    if (given.some((each) => mayBeFunction(each)) && !/^(?:get|has|includes)$/.test(name))
      return null;
    return kind !== 'pairs' || (opens.test(name) && isTakenApart(member)) ? [] : null;
  }
}

/** Methods by which an object reaches or changes its properties in other ways. */
const isOfObject = /^(?:__\w+__|constructor|valueOf)$/;

function addedByAssignment(
  member: MemberExpression,
  { value, kind }: { value: AnyNode; kind: Kind },
): Item[] | null {
  const name = writtenName(member);
  if (member.parent?.type !== 'AssignmentExpression' || member.parent.operator !== '=') return null;
  if (kind !== 'properties') {
    if (name === 'length') return [];
    return name !== undefined && /^\d+$/.test(name) ? [{ value }] : null;
  }
  if (name === '__proto__' || (name === undefined && !isFunction(bare(value)))) return null;
  return [{ key: member.property, value }];
}

/** True for `list[0]` and `list[i]`. */
function isIndex(member: MemberExpression): boolean {
  const name = writtenName(member);
  return name === undefined ? member.computed : /^\d+$/.test(name);
}

/** True where each pair of a list is taken apart at once, so that nothing can change one. */
function isTakenApart({ parent }: AnyNode): boolean {
  if (parent?.type === 'ForOfStatement') {
    const { left } = parent;
    const target = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left;
    return target?.type === 'ArrayPattern';
  }
  const call = parent?.type === 'MemberExpression' ? parent.parent : parent;
  if (call?.type !== 'CallExpression') return false;
  const [callback] = call.arguments;
  return isFunction(callback) && callback.params[0]?.type === 'ArrayPattern';
}

/** True for a function that gets items and their places, and not the list itself. */
function takesItemsOnly(written: AnyNode, method: string): boolean {
  const of = bare(written);
  if (!isFunction(of)) return false;
  const most = method.startsWith('reduce') ? 3 : 2;
  if (of.params.length > most || of.params.some(({ type }) => type === 'RestElement')) return false;
  if (of.type === 'ArrowFunctionExpression') return true;
  const [first] = of.params;
  const own = first?.type === 'Identifier' && first.variable?.scope.set.get('arguments');
  return own !== undefined && own !== false && own.references.length === 0;
}

/** True for an argument that may be a function which gets the list itself. */
function mayBeFunction(written: AnyNode): boolean {
  const node = bare(written);
  if (isFunction(node) || node.type === 'Literal') return false;
  return node.type !== 'Identifier' || node.name !== 'Boolean';
}

/** The key and value of `[key, value]`. */
function entryOf({ value: pair }: Item): Item[] | null {
  const node = bare(pair);
  if (node.type !== 'ArrayExpression') return null;
  const [key, value] = node.elements;
  if (!key || !value || key.type === 'SpreadElement' || value.type === 'SpreadElement') return null;
  return [{ key, value }];
}

function withoutKey({ value }: Item): Item {
  return { value };
}
