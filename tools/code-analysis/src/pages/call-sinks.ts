import type { AnyNode } from 'acorn';
import type { PageMember } from '@orchestra/core';
import { builtinOf } from '../apis/builtins.ts';
import { bare, writtenName } from '../syntax/syntax.ts';
import { calledFunctions } from './called-functions.ts';
import { type AnyCall, calledName } from './calls-by-name.ts';
import { forwarded, holds, rare, toCall, toSet } from './page-members.ts';
import { isPageObject } from './page-reach.ts';
import { addSet, isRaw } from './set-sinks.ts';
import type { SinkCollector } from './sink-collector.ts';

/** Elements that load what their attributes name. */
const loadingTags =
  /^(?:img|iframe|script|link|video|audio|source|object|embed|use|image|feImage|form|base|track)$/;

/** Finds what a call gives a page: by a method of one, by options, or by handing the page on. */
export function findInCall(sinks: SinkCollector, call: AnyCall): void {
  const { arguments: given } = call;
  const [target, key, value] = given;
  const builtin = builtinOf(call.callee);
  if (
    target &&
    key &&
    (builtin === 'Reflect.set' || /^(?:Object|Reflect)\.defineProperty$/.test(builtin ?? ''))
  ) {
    const names = sinks.tracer.code.index.strings(key);
    const of = target;
    for (const name of names ?? [])
      addSet(sinks, call, { name, value: described(builtin, value), of });
    if (names === null && isPageObject(target))
      sinks.addAny(call, { value: described(builtin, value), of });
    return;
  }
  if (builtin === 'Object.assign' && target && isPageObject(target)) {
    const isKnown = given.slice(1).every((each) => bare(each).type === 'ObjectExpression');
    if (!isKnown) sinks.addAny(call, { value: undefined, of: target });
  }
  const [name = ''] = calledNames(sinks, call);
  readOptions(sinks, call, name);
  const member = toCall.get(name);
  if (member !== undefined && isMeant(sinks, call, { name, member })) {
    addCall(sinks, call, { name, member });
  } else readNames(sinks, call);
  readForwarded(sinks, call, { builtin, name });
  readHanded(sinks, call, name);
}

function readForwarded(
  sinks: SinkCollector,
  call: AnyCall,
  { builtin, name }: { builtin: string | undefined; name: string },
): void {
  const isReflected = builtin === 'Reflect.apply';
  if (!isReflected && name !== 'call' && name !== 'apply') return;
  const { callee, arguments: all } = call;
  const [method, ...others] = isReflected
    ? all
    : [...(callee.type === 'MemberExpression' ? [callee.object] : []), ...all];
  const [of, ...rest] = others;
  if (method === undefined) return;
  const plain = bare(method);
  const names =
    plain.type === 'MemberExpression'
      ? (sinks.tracer.namesOf(plain) ?? [])
      : plain.type === 'Identifier'
        ? [plain.name]
        : [];
  const list = rest[0] && bare(rest[0]);
  const known = list?.type === 'ArrayExpression' ? list.elements.map((each) => each ?? list) : null;
  for (const each of names.filter((one) => forwarded.test(one))) {
    const member = toCall.get(each);
    if (member === undefined) continue;
    const given = name === 'call' ? rest : known;
    if (given === null) sinks.add({ node: call, member, name: each, value: undefined });
    else addGiven(sinks, call, { name: each, member, given, of });
  }
}

/** Options of a page, and properties of an element that loads, where they aren't written out. */
function readOptions(sinks: SinkCollector, call: AnyCall, name: string): void {
  const [first, second] = call.arguments;
  const options = toSet.get('html');
  const source = toSet.get('src');
  if (name === 'createWebviewPanel' && first && options && call.arguments.length === 1) {
    const isName = sinks.tracer.code.index.strings(first) !== null;
    if (isName || bare(first).type === 'ObjectExpression') return;
    return sinks.add({ node: call, member: options, name: 'html', value: undefined });
  }
  if (/^createAttribute(?:NS)?$/.test(name) && source) {
    const attribute = sinks.tracer.code.index.strings(call.arguments.at(-1) ?? call)?.[0] ?? 'src';
    const isLoading = toSet.get(attribute)?.takes === 'attribute';
    if (isLoading) sinks.add({ node: call, member: source, name, value: undefined, attribute });
    return;
  }
  if (!/^(?:jsxs?|jsxDEV|createElement|h)$/.test(name) || !first || !second || !source) return;
  const [tag = ''] = sinks.tracer.code.index.strings(first) ?? [];
  if (!loadingTags.test(tag)) return;
  const given = bare(second);
  const isKnown =
    given.type === 'Literal' ||
    (given.type === 'ObjectExpression' &&
      given.properties.every((each) => {
        return each.type === 'Property' || bare(each.argument).type === 'ObjectExpression';
      }));
  if (!isKnown) sinks.add({ node: call, member: source, name: 'src', value: undefined, tag });
}

/** False for another method of a common name. */
function isMeant(
  sinks: SinkCollector,
  { callee }: AnyCall,
  { name, member }: { name: string; member: PageMember },
): boolean {
  const of = callee.type === 'MemberExpression' ? callee.object : undefined;
  if (member.takes === 'raw') return isRaw(sinks, of);
  if (name === 'addModule') {
    return of?.type === 'MemberExpression' && /[wW]orklet$/.test(writtenName(of) ?? '');
  }
  if (!/^write(?:ln)?$/.test(name)) return true;
  const written = of?.type === 'MemberExpression' ? writtenName(of) : undefined;
  return of !== undefined && (isPageObject(of) || /document$/i.test(written ?? ''));
}

/** A page of the extension that is handed to code which nobody can follow: it may set its text. */
function readHanded(sinks: SinkCollector, call: AnyCall, name: string): void {
  const { index } = sinks.tracer.code;
  const isKept = holds.test(name) && (name !== 'set' || call.arguments.length < 3);
  if (isKept || !call.arguments.some((each) => sinks.holdsPage(each))) return;
  const isOwn = index.functions.has(name) || index.declared.has(name);
  const isFollowed = isOwn || calledFunctions(index, call.callee) !== null;
  const isOfApi = [...sinks.tracer.valuesOf(call.callee)].some(({ kind }) => kind === 'api');
  if (!isFollowed && !isOfApi) sinks.addAny(call, { value: undefined, of: call });
}

function addCall(
  sinks: SinkCollector,
  call: AnyCall,
  { name, member }: { name: string; member: PageMember },
): void {
  const { arguments: given, callee } = call;
  const of = callee.type === 'MemberExpression' ? callee.object : undefined;
  addGiven(sinks, call, { name, member, given, of });
}

function addGiven(
  sinks: SinkCollector,
  call: AnyCall,
  by: { name: string; member: PageMember; given: readonly AnyNode[]; of: AnyNode | undefined },
): void {
  const { name, member, given, of } = by;
  const isSpread = given.some(({ type }) => type === 'SpreadElement');
  const at = (member.at ?? 0) + (name === 'setAttributeNS' ? 1 : 0);
  const value = isSpread ? undefined : given[at];
  if (value === undefined && !isSpread && given.length <= at && !name.startsWith('set')) return;
  const key = member.takes === 'attribute' && !isSpread ? given[at - 1] : undefined;
  const attribute = key && sinks.tracer.code.index.strings(key)?.[0];
  sinks.add({ node: call, member, name, value, ...(of ? { of } : {}), attribute });
}

function calledNames(sinks: SinkCollector, call: AnyCall): string[] {
  const callee = bare(call.callee);
  if (callee.type === 'MemberExpression') return sinks.tracer.namesOf(callee) ?? [];
  const name = calledName(call);
  return name === undefined ? [] : [name];
}

/** `getOwnPropertyDescriptor(prototype, 'innerHTML')`: a name that is given to a function may be set by it. */
function readNames(sinks: SinkCollector, call: AnyCall): void {
  for (const each of call.arguments) {
    if (
      each.type !== 'Literal' &&
      each.type !== 'TemplateLiteral' &&
      each.type !== 'BinaryExpression'
    )
      continue;
    const [name = ''] = sinks.tracer.code.index.strings(each) ?? [];
    const member = rare.test(name) ? (toSet.get(name) ?? toCall.get(name)) : undefined;
    if (member !== undefined) sinks.add({ node: each, member, name, value: undefined });
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
