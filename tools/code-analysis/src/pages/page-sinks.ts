import type {
  AnyNode,
  AssignmentExpression,
  MemberExpression,
  MethodDefinition,
  Property,
  PropertyDefinition,
  TaggedTemplateExpression,
} from 'acorn';
import { pageMembers, type PageMember } from '@orchestra/core';
import { builtinOf } from '../apis/builtins.ts';
import { isOnlyTested } from '../apis/api-use.ts';
import { nodesOf, returnsOf } from '../syntax/inside-function.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';
import { type AnyCall, calledName } from './calls-by-name.ts';
import type { Value } from '../values/value.ts';
import { elementName, isPageObject } from './page-reach.ts';

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
  /** The element that gets it, where code names one. */
  tag?: string | undefined;
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
  /^(?:innerHTML|outerHTML|srcdoc|srcDoc|__html|insertAdjacentHTML|createContextualFragment|setHTMLUnsafe|parseHTMLUnsafe)$/;

/** Elements that load what their attributes name. */
const loadingTags =
  /^(?:img|iframe|script|link|video|audio|source|object|embed|use|image|feImage|form|base|track)$/;

/** Attributes of elements whose names are too common to mean one on any object. */
const ofElements = /^(?:data|code|codebase|archive)$/;

/** Methods that keep what they are given, or only look at it. */
const holds =
  /^(?:push|unshift|add|set|has|get|delete|includes|indexOf|concat|resolve|then|log|warn|error|info|debug|is|isArray|keys|from|assign|set|freeze|WeakRef|register)$/;

/** Finds all places where a text goes to a page or to the app. */
export function findSinks(tracer: Tracer): PageSink[] {
  const finder = new SinkFinder(tracer);
  for (const code of tracer.code.codes.values()) {
    for (const node of nodesOf(code)) {
      finder.read(node);
    }
  }
  return finder.found;
}

class SinkFinder {
  readonly found: PageSink[] = [];
  readonly #tracer: Tracer;
  #keeps: boolean | undefined;

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
      case 'PropertyDefinition':
      case 'MethodDefinition':
        return this.#readField(node);
      case 'CallExpression':
      case 'NewExpression':
        return this.#readCall(node);
      case 'TaggedTemplateExpression':
        return this.#readTagged(node);
      case 'WithStatement':
        if (this.#isWebview(node.object) || isPageObject(node.object, { isSure: true })) {
          this.#addAny(node, { value: undefined, of: node.object });
        }
        return;
      default:
    }
  }

  #add(sink: PageSink): void {
    this.found.push(sink);
  }

  #readSet({ right }: AssignmentExpression, left: MemberExpression): void {
    const names = this.#tracer.namesOf(left);
    for (const name of names ?? []) this.#addSet(left, { name, value: right, of: left.object });
    if (names === null && (isPageObject(left.object) || this.#mayBeHeld(left.object)))
      this.#addAny(left, { value: right, of: left.object });
  }

  #addSet(node: AnyNode, at: { name: string; value: AnyNode | undefined; of: AnyNode }): void {
    const member = toSet.get(at.name);
    if (member !== undefined) {
      if (member.takes === 'raw' && !this.#isRaw(at.of)) return;
      // names that other objects have as well
      if (ofElements.test(at.name) && !isPageObject(at.of)) return;
      return this.#add({ node, member, ...at, attribute: at.name.toLowerCase() });
    }
    const key = toKey.get(at.name);
    const source = toSet.get('src');
    if (at.name === 'content' && source && elementName(this.#tracer, at.of) === 'meta') {
      return this.#add({ node, member: source, ...at, attribute: 'content' });
    }
    if (key !== undefined) this.#add({ node, member: key, ...at });
    // a CSS text in `style` itself
    const text = toSet.get('cssText');
    if (at.name === 'style' && text !== undefined && isPageObject(at.of)) {
      this.#add({ node, member: text, ...at });
    }
  }

  /** True for an element whose text runs, or is read as CSS. */
  #isRaw(of: AnyNode | undefined): boolean {
    const name = of && elementName(this.#tracer, of);
    return /^(?:script|style)$/i.test(name ?? '');
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
    const written = writtenName(property);
    const names = written === undefined ? this.#tracer.code.index.strings(property.key) : [written];
    for (const name of names ?? []) {
      const set = toSet.get(name);
      const tag = tagOf(this.#tracer, literal);
      const raw = toSet.get('text');
      if (name === 'children' && raw && /^(?:script|style)$/.test(tag ?? '')) {
        this.#add({ node: property, member: raw, name, value: property.value, tag });
        continue;
      }
      const isOfPage = rare.test(name) || (set?.takes !== 'raw' && tag !== undefined);
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

  /** A template of a page, whose parts are put in as text: ``html`<img src=${address}>` `` */
  #readTagged(node: TaggedTemplateExpression): void {
    const member = toSet.get('innerHTML');
    const hasTags = node.quasi.quasis.some(({ value }) => /<[a-z]/i.test(value.raw));
    if (hasTags && member !== undefined) this.#add({ node, member, name: 'html`…`', value: node });
  }

  /** A field of a class, and what a getter gives. */
  #readField(node: PropertyDefinition | MethodDefinition): void {
    const name = writtenName(node) ?? '';
    const member = toKey.get(name) ?? (rare.test(name) ? toSet.get(name) : undefined);
    if (member === undefined || !node.value) return;
    if (node.type === 'PropertyDefinition')
      return this.#add({ node, member, name, value: node.value });
    if (node.kind !== 'get') return;
    for (const { argument } of returnsOf(node.value)) {
      if (argument) this.#add({ node, member, name, value: argument });
    }
  }

  /** A page, or what comes out of a list or a map in code that keeps pages in one. */
  #mayBeHeld(of: AnyNode): boolean {
    return this.#isWebview(of) || (this.#keepsPages() && isTakenOut(of));
  }

  #keepsPages(): boolean {
    this.#keeps ??= [...this.#tracer.code.codes.values()].some(({ nodes }) =>
      nodes.calls.some((call) => {
        return (
          holds.test(calledName(call) ?? '') && call.arguments.some((each) => this.#isWebview(each))
        );
      }),
    );
    return this.#keeps;
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
    this.#readOptions(call, name);
    const member = toCall.get(name);
    if (member !== undefined && this.#isMeant(call, { name, member })) {
      this.#addCall(call, { name, member });
    } else this.#readNames(call);
    this.#readHanded(call, name);
  }

  /** Options of a page, and properties of an element that loads, where they aren't written out. */
  #readOptions(call: AnyCall, name: string): void {
    const [first, second] = call.arguments;
    const options = toSet.get('html');
    const source = toSet.get('src');
    if (name === 'createWebviewPanel' && first && options && call.arguments.length === 1) {
      const isName = this.#tracer.code.index.strings(first) !== null;
      if (isName || bare(first).type === 'ObjectExpression') return;
      return this.#add({ node: call, member: options, name: 'html', value: undefined });
    }
    if (!/^(?:jsxs?|jsxDEV|createElement|h)$/.test(name) || !first || !second || !source) return;
    const [tag = ''] = this.#tracer.code.index.strings(first) ?? [];
    if (!loadingTags.test(tag)) return;
    const given = bare(second);
    const isKnown =
      given.type === 'Literal' ||
      (given.type === 'ObjectExpression' &&
        given.properties.every((each) => {
          return each.type === 'Property' || bare(each.argument).type === 'ObjectExpression';
        }));
    if (!isKnown) this.#add({ node: call, member: source, name: 'src', value: undefined, tag });
  }

  /** False for another method of a common name. */
  #isMeant({ callee }: AnyCall, { name, member }: { name: string; member: PageMember }): boolean {
    const of = callee.type === 'MemberExpression' ? callee.object : undefined;
    if (member.takes === 'raw') return this.#isRaw(of);
    if (!/^write(?:ln)?$/.test(name)) return true;
    const written = of?.type === 'MemberExpression' ? writtenName(of) : undefined;
    return of !== undefined && (isPageObject(of) || /document$/i.test(written ?? ''));
  }

  /** A page of the extension that is handed to code which nobody can follow: it may set its text. */
  #readHanded(call: AnyCall, name: string): void {
    const { index } = this.#tracer.code;
    const isKept = holds.test(name) && (name !== 'set' || call.arguments.length < 3);
    if (isKept || !call.arguments.some((each) => this.#isWebview(each))) return;
    const isOwn = index.functions.has(name) || index.declared.has(name);
    const isFollowed = isOwn || (index.functionsOf(call.callee) ?? []).length > 0;
    const isOfApi = [...this.#tracer.valuesOf(call.callee)].some(({ kind }) => kind === 'api');
    if (!isFollowed && !isOfApi) this.#addAny(call, { value: undefined, of: call });
  }

  #isWebview(node: AnyNode): boolean {
    const isPage = (value: Value): boolean =>
      value.kind === 'list'
        ? !value.isTable && [...value.elements].some(isPage)
        : value.kind === 'api' && value.node.isPage;
    return [...this.#tracer.valuesOf(bare(node))].some(isPage);
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

/** True for what a list or a map gives back. */
function isTakenOut(written: AnyNode, depth = 0): boolean {
  const node = bare(written);
  if (depth > 4) return false;
  switch (node.type) {
    case 'CallExpression':
      return /^(?:get|values|next|pop|shift|find|at|deref)$/.test(calledName(node) ?? '');
    case 'MemberExpression':
      return isTakenOut(node.object, depth + 1);
    case 'Identifier': {
      const declarator = treeNode(node.variable?.defs[0]?.name)?.parent;
      if (declarator?.type !== 'VariableDeclarator') return false;
      if (declarator.parent?.parent?.type === 'ForOfStatement') return true;
      return declarator.init ? isTakenOut(declarator.init, depth + 1) : false;
    }
    default:
      return false;
  }
}

/**
 * The name of the element that gets the properties of a literal; empty where it isn't known, or where they are
 * options of a page. Undefined for other literals.
 */
function tagOf(tracer: Tracer, literal: AnyNode): string | undefined {
  const { parent } = literal;
  if (parent?.type === 'SpreadElement' && parent.parent) return tagOf(tracer, parent.parent);
  if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return undefined;
  if (builtinOf(parent.callee) === 'Object.assign') {
    return parent.arguments[0] === literal ? undefined : '';
  }
  const name = calledName(parent) ?? '';
  if (/^(?:createWebviewPanel|assign|extend|merge|defaults)$/.test(name)) return '';
  // what a component does with its properties is found there
  const [tag] = parent.arguments;
  const isElement = /^(?:jsxs?|jsxDEV|createElement|h)$/.test(name);
  const names = isElement && tag !== undefined ? tracer.code.index.strings(tag) : null;
  return names?.[0];
}
