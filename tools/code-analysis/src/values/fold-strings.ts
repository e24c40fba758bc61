import type {
  AnyNode,
  CallExpression,
  Identifier,
  MemberExpression,
  ObjectExpression,
} from 'acorn';
import type { Variable } from 'eslint-scope';
import type { ChangedBuiltins } from '../syntax/changed-builtins.ts';
import { isInWith, isOnlyRead, isWrittenAgain, maySetArguments, writtenTo } from './only-read.ts';
import { parameterOf } from '../syntax/variables.ts';
import { bare, type FunctionNode, isFunction, writtenName, treeNode } from '../syntax/syntax.ts';

/** Returns the calls of a function; null where not all are known. */
export type CallersOf = (called: FunctionNode) => readonly CallExpression[] | null;

const mostStrings = 100;
const mostDepth = 24;

/**
 * Computes the strings that an expression may be, from constants, concatenations and choices.
 *
 * @returns null where it may be anything
 */
export function foldStrings(
  node: AnyNode,
  by: { callersOf: CallersOf; changed: ChangedBuiltins },
): string[] | null {
  return new Folder(by).strings(node, 0);
}

class Folder {
  readonly #callersOf: CallersOf;
  readonly #changed: ChangedBuiltins;

  constructor({ callersOf, changed }: { callersOf: CallersOf; changed: ChangedBuiltins }) {
    this.#callersOf = callersOf;
    this.#changed = changed;
  }

  strings(written: AnyNode, depth: number): string[] | null {
    if (depth > mostDepth) return null;
    const node = bare(written);
    const next = depth + 1;
    switch (node.type) {
      case 'Literal':
        return node.regex || typeof node.value === 'object' ? null : [String(node.value)];
      case 'TemplateLiteral':
        return this.#joined(
          node.quasis.flatMap((quasi, at) => [
            [quasi.value.cooked ?? ''],
            ...(at < node.expressions.length ? [node.expressions[at]] : []),
          ]),
          next,
        );
      case 'UnaryExpression':
        return node.operator === 'void' ? ['undefined'] : null;
      case 'BinaryExpression':
        return node.operator === '+' ? this.#joined([node.left, node.right], next) : null;
      case 'ConditionalExpression':
        return this.#either([node.consequent, node.alternate], next);
      case 'LogicalExpression':
        return this.#either([node.left, node.right], next);
      case 'AssignmentExpression':
        return node.operator === '=' ? this.strings(node.right, next) : null;
      case 'Identifier':
        return this.#ofVariable(node, next);
      case 'MemberExpression':
        return this.#ofMember(node, next);
      case 'CallExpression':
        return this.#ofCall(node, next);
      default:
        return null;
    }
  }

  #joined(parts: readonly (string[] | AnyNode | undefined)[], depth: number): string[] | null {
    let texts = [''];
    for (const part of parts) {
      const more = Array.isArray(part) ? part : part && this.strings(part, depth);
      if (!more || texts.length * more.length > mostStrings) return null;
      texts = texts.flatMap((text) => more.map((end) => text + end));
    }
    return texts;
  }

  #either(nodes: readonly (AnyNode | null | undefined)[], depth: number): string[] | null {
    if (nodes.length === 0) return null;
    const found = new Set<string>();
    for (const node of nodes) {
      const texts = node ? this.strings(node, depth) : null;
      if (texts === null) return null;
      for (const text of texts) found.add(text);
      if (found.size > mostStrings) return null;
    }
    return [...found];
  }

  #ofVariable(node: Identifier, depth: number): string[] | null {
    const { variable } = node;
    if (variable === undefined && node.name === 'undefined') return ['undefined'];
    if (variable === undefined || variable.defs.length !== 1 || isInWith(node)) return null;
    const [def] = variable.defs;
    const identifier = treeNode(def?.name);
    const parent = identifier?.parent;
    if (parent?.type === 'VariableDeclarator' && parent.id === identifier) {
      const loop = parent.parent?.parent;
      if (loop?.type === 'ForOfStatement' && loop.left === parent.parent) {
        return isWrittenAgain(variable) ? null : this.#list(loop.right, depth);
      }
      return this.#either(writtenTo(variable), depth);
    }
    if (!isFunction(parent) || isWrittenAgain(variable) || maySetArguments(variable)) return null;
    const at = parent.params.findIndex((param) => param === identifier);
    if (at === 0 && parent.parent?.type === 'CallExpression' && parent.parent.callee !== parent) {
      return this.#ofElement(parent.parent, depth);
    }
    const callers = at === -1 ? null : this.#callersOf(parent);
    if (callers === null || callers.length === 0) return null;
    return this.#either(
      callers.map((call) => plainArgument(call, at)),
      depth,
    );
  }

  /** The elements for a callback's parameter: `['a', 'b'].forEach((name) => …)`. */
  #ofElement(call: CallExpression, depth: number): string[] | null {
    const callee = bare(call.callee);
    if (callee.type !== 'MemberExpression') return null;
    const name = writtenName(callee) ?? '';
    return /^(?:forEach|map|filter|some|every|find)$/.test(name)
      ? this.#list(callee.object, depth)
      : null;
  }

  #ofMember(node: MemberExpression, depth: number): string[] | null {
    if (this.#isSymbol(node)) return [];
    const holder = this.#literalOf(node.object);
    const written = writtenName(node);
    const keys = written === undefined ? this.strings(node.property, depth) : [written];
    // an unknown key of a literal table: any of its values
    if (keys === null) return holder === undefined ? null : this.#either(itemsOf(holder), depth);
    if (holder?.type === 'ArrayExpression') {
      if (holder.elements.some((element) => element?.type === 'SpreadElement')) return null;
      const elements = keys.map((key) => holder.elements[Number(key)]);
      return this.#either(elements, depth);
    }
    if (holder?.type !== 'ObjectExpression') return null;
    const values = keys.map((key) => this.#propertyOf(holder, { key, depth }));
    return this.#either(values, depth);
  }

  /** The last value that a literal gives a property; undefined where it may be another. */
  #propertyOf(literal: ObjectExpression, of: { key: string; depth: number }): AnyNode | undefined {
    for (const each of literal.properties.toReversed()) {
      if (each.type !== 'Property') return undefined;
      const written = writtenName(each);
      const names = written === undefined ? this.strings(each.key, of.depth) : [written];
      if (names === null || (names.length > 1 && names.includes(of.key))) return undefined;
      if (names[0] === of.key) return each.kind === 'init' ? each.value : undefined;
    }
    return undefined;
  }

  /** A literal array or object, also through a variable that nothing changes. */
  #literalOf(written: AnyNode): AnyNode | undefined {
    const node = bare(written);
    if (node.type !== 'Identifier') return node;
    const { variable } = node;
    if (variable === undefined || variable.defs.length !== 1 || isInWith(node)) return;
    const literal = this.#literalOfVariable(variable);
    return literal && isOnlyRead(variable, literal) ? literal : undefined;
  }

  #literalOfVariable(variable: Variable): AnyNode | undefined {
    const parameter = parameterOf(variable);
    if (parameter !== null) {
      const [call, ...others] = this.#callersOf(parameter.of) ?? [];
      const argument = others.length === 0 ? call?.arguments[parameter.at] : undefined;
      return argument && bare(argument);
    }
    const declarator = treeNode(variable.defs[0]?.name)?.parent;
    return declarator?.type === 'VariableDeclarator' && declarator.init
      ? bare(declarator.init)
      : undefined;
  }

  #ofCall(node: CallExpression, depth: number): string[] | null {
    const callee = bare(node.callee);
    if (callee.type === 'Identifier') {
      return callee.variable === undefined ? this.#ofBuiltin(callee.name, node, depth) : null;
    }
    if (this.#isSymbol(callee)) return [];
    if (callee.type !== 'MemberExpression') return null;
    const name = writtenName(callee);
    if (name === undefined || this.#changed.has(name)) return null;
    if (name === 'join') {
      const parts = this.#list(callee.object, depth);
      const [by] = node.arguments.length === 0 ? [','] : (this.#first(node, depth) ?? []);
      return parts === null || by === undefined ? null : [parts.join(by)];
    }
    if (name === 'fromCharCode') {
      const { object } = callee;
      const isOwn = object.type === 'Identifier' && object.variable === undefined;
      if (!isOwn || object.name !== 'String' || this.#changed.has('String')) return null;
      const codes = node.arguments.map((code) => {
        const [only, ...others] = this.strings(code, depth) ?? [];
        return others.length === 0 ? only : undefined;
      });
      return codes.some((code) => code === undefined)
        ? null
        : [String.fromCharCode(...codes.map(Number))];
    }
    const texts = this.strings(callee.object, depth);
    if (texts === null) return null;
    if (name === 'concat') return this.#joined([texts, ...node.arguments], depth);
    if (name === 'replace') return this.#replaced(texts, node, depth);
    if (node.arguments.length === 0 && /^(?:toString|trim)$/.test(name ?? '')) return texts;
    if (name === 'toLowerCase') return texts.map((text) => text.toLowerCase());
    if (name === 'toUpperCase') return texts.map((text) => text.toUpperCase());
    return null;
  }

  /** Texts in which one constant is put in the place of another, or of what a plain pattern finds. */
  #replaced(texts: readonly string[], node: CallExpression, depth: number): string[] | null {
    const [pattern, by] = node.arguments;
    const [only, ...others] = by === undefined ? [] : (this.strings(by, depth) ?? []);
    if (pattern === undefined || only === undefined || others.length > 0) return null;
    if (pattern.type === 'Literal' && pattern.value instanceof RegExp) {
      const { value } = pattern;
      return plainPattern.test(value.source)
        ? texts.map((text) => text.replace(value, only))
        : null;
    }
    const [found, ...more] = this.strings(pattern, depth) ?? [];
    if (found === undefined || more.length > 0) return null;
    return texts.map((text) => text.replace(found, only));
  }

  #ofBuiltin(name: string, node: CallExpression, depth: number): string[] | null {
    if (this.#changed.has(name)) return null;
    if (name === 'Symbol') return [];
    if (name !== 'atob' && name !== 'String' && name !== 'decodeURIComponent') return null;
    const texts = this.#first(node, depth);
    if (texts === null || name === 'String') return texts;
    try {
      return texts.map(name === 'atob' ? atob : decodeURIComponent);
    } catch {
      return null;
    }
  }

  /** True for `Symbol.for` and `Symbol.iterator`: a symbol isn't a name. */
  #isSymbol(node: AnyNode): boolean {
    if (node.type !== 'MemberExpression') return false;
    const name = writtenName(node) ?? '';
    const of = bare(node.object);
    if (of.type === 'Identifier' && of.name === 'Symbol' && of.variable === undefined) {
      return !this.#changed.has('Symbol') && !this.#changed.has(name);
    }
    // `const { Symbol } = root`, of an object that is the global one for libraries
    return wellKnown.test(name) && this.#changed.isOnlyRead(name) && this.#isSymbolOfRoot(of);
  }

  #isSymbolOfRoot(node: AnyNode, depth = 0): boolean {
    if (node.type === 'MemberExpression') return writtenName(node) === 'Symbol';
    const variable = node.type === 'Identifier' ? node.variable : undefined;
    if (variable === undefined || variable.defs.length !== 1 || depth > 4) return false;
    const [only, ...others] = writtenTo(variable);
    return only !== undefined && others.length === 0 && this.#isSymbolOfRoot(bare(only), depth + 1);
  }

  #first(node: CallExpression, depth: number): string[] | null {
    const [first] = node.arguments;
    return first === undefined ? null : this.strings(first, depth);
  }

  /** The strings of an array. */
  #list(written: AnyNode, depth: number): string[] | null {
    if (depth > mostDepth) return null;
    const node = this.#literalOf(written);
    if (node?.type === 'ArrayExpression') {
      const elements = node.elements.map((element) => element && this.strings(element, depth + 1));
      const single = elements.map((texts) => (texts?.length === 1 ? texts[0] : undefined));
      return single.every((text) => text !== undefined) ? single : null;
    }
    if (node?.type !== 'CallExpression') return null;
    const callee = bare(node.callee);
    if (callee.type !== 'MemberExpression') return null;
    if (this.#changed.has(writtenName(callee) ?? '')) return null;
    if (writtenName(callee) === 'reverse') {
      return this.#list(callee.object, depth + 1)?.toReversed() ?? null;
    }
    if (writtenName(callee) === 'concat') {
      const list = this.#list(callee.object, depth + 1);
      const more = node.arguments.map(
        (argument) => this.#list(argument, depth + 1) ?? this.strings(argument, depth + 1),
      );
      const isKnown = list !== null && more.every((texts) => texts?.length === 1);
      return isKnown ? [...list, ...more.flatMap((texts) => texts ?? [])] : null;
    }
    if (writtenName(callee) === 'filter') return this.#list(callee.object, depth + 1);
    if (writtenName(callee) !== 'split') return null;
    const texts = this.strings(callee.object, depth + 1);
    const by = this.#first(node, depth + 1);
    return texts?.length === 1 && by?.length === 1
      ? (texts[0] ?? '').split(by[0] ?? '').slice(0, 1000)
      : null;
  }
}

/** Patterns of characters alone, which find what they find at once. */
const plainPattern = /^\^?(?:[\w\s@#%&=:;,<>/'"-]|\\[.$^\\/])*\$?$/;

/** Symbols of the language. Source: https://tc39.es/ecma262/#sec-well-known-symbols */
const wellKnown =
  /^(?:asyncIterator|hasInstance|isConcatSpreadable|iterator|match|matchAll|replace|search|species|split|toPrimitive|toStringTag|unscopables)$/;

/** The items of a literal; undefined for unknown ones. */
function itemsOf(literal: AnyNode): (AnyNode | null | undefined)[] {
  if (literal.type === 'ArrayExpression') return literal.elements;
  if (literal.type !== 'ObjectExpression') return [];
  return literal.properties.map((each) => (each.type === 'Property' ? each.value : undefined));
}

/** An argument that isn't spread. */
export function plainArgument(
  call: { arguments: readonly AnyNode[] },
  at: number,
): AnyNode | undefined {
  const before = call.arguments.slice(0, at + 1);
  if (before.some(({ type }) => type === 'SpreadElement')) return undefined;
  return call.arguments[at];
}
