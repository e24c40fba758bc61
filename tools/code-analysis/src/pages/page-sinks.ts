import type { AnyNode, AssignmentExpression, MemberExpression, Property } from 'acorn';
import { pageMembers, type PageMember } from '@orchestra/core';
import { builtinOf } from '../apis/builtins.ts';
import { isOnlyTested } from '../apis/api-use.ts';
import { nodesBelow } from '../syntax/inside-function.ts';
import { bare, writtenName } from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';
import { type AnyCall, calledName } from './calls-by-name.ts';
import { isPageObject } from './page-reach.ts';

/** A place where code gives a page, or the app, a text that is shown. */
export interface PageSink {
  node: AnyNode;
  member: PageMember;
  /** The name that it has there: `innerHTML`. */
  name: string;
  /** What is given; undefined where that can't be told. */
  value: AnyNode | undefined;
  /** The object whose member it is. */
  of?: AnyNode;
  /** The attribute that is set; undefined where that can't be told. */
  attribute?: string | undefined;
}

const byName = (by: PageMember['by']) =>
  new Map(
    pageMembers
      .filter((member) => member.by === by)
      .flatMap((member) => member.names.map((name) => [name, member] as const)),
  );
const toSet = byName('set');
const toCall = byName('call');
const toKey = byName('key');

/** Names that nothing else has, so that a key or a text of that name is a use too. */
const rare =
  /^(?:innerHTML|outerHTML|srcdoc|__html|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe)$/;

/** Finds all places where a text goes to a page or to the app. */
export function findSinks(tracer: Tracer): PageSink[] {
  const finder = new SinkFinder(tracer);
  for (const { tree } of tracer.code.codes.values()) {
    const waiting: AnyNode[] = [tree];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      finder.read(node);
      waiting.push(...nodesBelow(node));
    }
  }
  return finder.found;
}

class SinkFinder {
  readonly found: PageSink[] = [];
  readonly #tracer: Tracer;

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  read(node: AnyNode): void {
    switch (node.type) {
      case 'AssignmentExpression':
        if (node.left.type === 'MemberExpression') this.#readSet(node, node.left);
        return;
      case 'MemberExpression':
        return this.#readMember(node);
      case 'Property':
        return this.#readKey(node);
      case 'CallExpression':
      case 'NewExpression':
        return this.#readCall(node);
      default:
    }
  }

  #add(sink: PageSink): void {
    this.found.push(sink);
  }

  #readSet({ right }: AssignmentExpression, left: MemberExpression): void {
    const names = this.#tracer.namesOf(left);
    for (const name of names ?? []) this.#addSet(left, { name, value: right, of: left.object });
    if (names === null && isPageObject(left.object))
      this.#addAny(left, { value: right, of: left.object });
  }

  #addSet(node: AnyNode, at: { name: string; value: AnyNode | undefined; of: AnyNode }): void {
    const member = toSet.get(at.name);
    if (member !== undefined) {
      return this.#add({ node, member, ...at, attribute: at.name.toLowerCase() });
    }
    const key = toKey.get(at.name);
    if (key !== undefined) this.#add({ node, member: key, ...at });
    // a CSS text in `style` itself
    const text = toSet.get('cssText');
    if (at.name === 'style' && text !== undefined) this.#add({ node, member: text, ...at });
  }

  /** A property of a page's object whose name can't be told. */
  #addAny(node: AnyNode, { value, of }: { value: AnyNode | undefined; of: AnyNode }): void {
    for (const name of ['innerHTML', 'html']) {
      const member = toSet.get(name);
      if (member !== undefined) this.#add({ node, member, name: '[…]', value, of });
    }
  }

  /** A member that a pattern assigns to, and a method that isn't called where it is read. */
  #readMember(node: MemberExpression): void {
    const names = this.#tracer.namesOf(node) ?? [];
    if (isInPattern(node)) {
      for (const name of names) this.#addSet(node, { name, value: undefined, of: node.object });
      return;
    }
    const { parent } = node;
    const isCalled = parent?.type === 'CallExpression' && parent.callee === node;
    const isRead = parent?.type === 'AssignmentExpression' && parent.left === node;
    if (isCalled || isRead || isOnlyTested(node)) return;
    for (const name of names) {
      const member = rare.test(name) ? toCall.get(name) : undefined;
      if (member !== undefined)
        this.#add({ node, member, name, value: undefined, of: node.object });
    }
  }

  #readKey(property: Property | (AnyNode & { type: 'Property' })): void {
    const literal = property.parent;
    if (literal?.type !== 'ObjectExpression') return;
    const names = this.#tracer.namesOf(property as never);
    for (const name of names ?? []) {
      const set = toSet.get(name);
      const isOfPage = rare.test(name) || isGivenToObject(literal);
      const member = set !== undefined && isOfPage ? set : toKey.get(name);
      if (member === undefined) continue;
      this.#add({
        node: property,
        member,
        name,
        value: property.value,
        attribute: name.toLowerCase(),
      });
    }
  }

  #readCall(call: AnyCall): void {
    const { arguments: given } = call;
    const [target, key, value] = given;
    const builtin = builtinOf(call.callee);
    if (
      target &&
      key &&
      (builtin === 'Reflect.set' || /^(?:Object|Reflect)\.defineProperty$/.test(builtin ?? ''))
    ) {
      const names = this.#tracer.code.index.strings(key);
      const of = target;
      for (const name of names ?? [])
        this.#addSet(call, { name, value: described(builtin, value), of });
      if (names === null && isPageObject(target))
        this.#addAny(call, { value: described(builtin, value), of });
      return;
    }
    if (builtin === 'Object.assign' && target && isPageObject(target)) {
      const isKnown = given.slice(1).every((each) => bare(each).type === 'ObjectExpression');
      if (!isKnown) this.#addAny(call, { value: undefined, of: target });
    }
    const [name = ''] = this.#calledNames(call);
    const member = toCall.get(name);
    if (member !== undefined) this.#addCall(call, { name, member });
    else this.#readNames(call);
  }

  #addCall(call: AnyCall, { name, member }: { name: string; member: PageMember }): void {
    const { arguments: given, callee } = call;
    const of = callee.type === 'MemberExpression' ? callee.object : undefined;
    const isSpread = given.some(({ type }) => type === 'SpreadElement');
    const at = (member.at ?? 0) + (name === 'setAttributeNS' ? 1 : 0);
    const value = isSpread ? undefined : given[at];
    if (value === undefined && !isSpread && given.length <= at && !name.startsWith('set')) return;
    const key = member.takes === 'attribute' && !isSpread ? given[at - 1] : undefined;
    const attribute = key && this.#tracer.code.index.strings(key)?.[0];
    this.#add({ node: call, member, name, value, ...(of ? { of } : {}), attribute });
  }

  #calledNames(call: AnyCall): string[] {
    const callee = bare(call.callee);
    if (callee.type === 'MemberExpression') return this.#tracer.namesOf(callee) ?? [];
    const name = calledName(call);
    return name === undefined ? [] : [name];
  }

  /** `getOwnPropertyDescriptor(prototype, 'innerHTML')`: a name that is given to a function may be set by it. */
  #readNames(call: AnyCall): void {
    for (const each of call.arguments) {
      if (
        each.type !== 'Literal' &&
        each.type !== 'TemplateLiteral' &&
        each.type !== 'BinaryExpression'
      )
        continue;
      const [name = ''] = this.#tracer.code.index.strings(each) ?? [];
      const member = rare.test(name) ? (toSet.get(name) ?? toCall.get(name)) : undefined;
      if (member !== undefined) this.#add({ node: each, member, name, value: undefined });
    }
  }
}

/** The value in a descriptor, and else what is given. */
function described(builtin: string | undefined, value: AnyNode | undefined): AnyNode | undefined {
  if (builtin === 'Reflect.set' || value?.type !== 'ObjectExpression') return value;
  const found = value.properties.find(
    (each) => each.type === 'Property' && writtenName(each) === 'value',
  );
  return found?.type === 'Property' ? found.value : undefined;
}

/** True for a member that a pattern gives a value: `[x.html] = list` and `for (x.html of list)`. */
function isInPattern(node: MemberExpression): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'AssignmentPattern':
      return parent.left === node;
    case 'Property':
      return parent.value === node && parent.parent?.type === 'ObjectPattern';
    case 'ForOfStatement':
    case 'ForInStatement':
      return parent.left === node;
    default:
      return false;
  }
}

/** True for a literal whose properties are put on another object, or that options of a page are. */
function isGivenToObject(literal: AnyNode): boolean {
  const call = literal.parent;
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return false;
  if (builtinOf(call.callee) === 'Object.assign') return call.arguments[0] !== literal;
  return /^(?:createWebviewPanel|assign|extend|merge|defaults|jsxs?|jsxDEV|createElement|h)$/.test(
    calledName(call) ?? '',
  );
}
