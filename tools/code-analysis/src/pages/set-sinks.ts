import type { AnyNode, AssignmentExpression, MemberExpression } from 'acorn';
import { isOnlyTested } from '../apis/api-use.ts';
import { forwarded, rare, toCall, toKey, toSet } from './page-members.ts';
import { writtenName } from '../syntax/syntax.ts';
import { elementName, isPageObject } from './page-reach.ts';
import type { SinkCollector } from './sink-collector.ts';

/** Attributes of elements whose names are too common to mean one on any object. */
const ofElements = /^(?:data|code|codebase|archive)$/;

/** Finds what an assignment gives a page. */
export function readSet(
  sinks: SinkCollector,
  { right }: AssignmentExpression,
  left: MemberExpression,
): void {
  const names = sinks.tracer.namesOf(left);
  for (const name of names ?? []) addSet(sinks, left, { name, value: right, of: left.object });
  if (names === null && (isPageObject(left.object) || sinks.mayBeHeld(left.object)))
    sinks.addAny(left, { value: right, of: left.object });
}

/** Adds a property of a page that is set by a name which is known. */
export function addSet(
  sinks: SinkCollector,
  node: AnyNode,
  at: { name: string; value: AnyNode | undefined; of: AnyNode },
): void {
  const member = toSet.get(at.name);
  if (member !== undefined) {
    if (member.takes === 'raw' && !isRaw(sinks, at.of)) return;
    // names that other objects have as well
    if (ofElements.test(at.name) && !isPageObject(at.of)) return;
    // of an address in SVG: image.href.baseVal
    const attribute = at.name === 'baseVal' ? 'href' : at.name.toLowerCase();
    return sinks.add({ node, member, ...at, attribute });
  }
  const key = toKey.get(at.name);
  const source = toSet.get('src');
  if (at.name === 'content' && source && elementName(sinks.tracer, at.of) === 'meta') {
    return sinks.add({ node, member: source, ...at, attribute: 'content' });
  }
  if (key !== undefined) sinks.add({ node, member: key, ...at });
  // a CSS text in `style` itself
  const text = toSet.get('cssText');
  if (at.name === 'style' && text !== undefined && isPageObject(at.of)) {
    sinks.add({ node, member: text, ...at });
  }
}

/** True for an element whose text runs, or is read as CSS. */
export function isRaw(sinks: SinkCollector, of: AnyNode | undefined): boolean {
  const name = of && elementName(sinks.tracer, of);
  return /^(?:script|style)$/i.test(name ?? '');
}

/** A member that a pattern assigns to, and a method that isn't called where it is read. */
export function readMember(sinks: SinkCollector, node: MemberExpression): void {
  const names = sinks.tracer.namesOf(node) ?? [];
  if (isInPattern(node)) {
    for (const name of names) addSet(sinks, node, { name, value: undefined, of: node.object });
    return;
  }
  const { parent } = node;
  const isCalled = parent?.type === 'CallExpression' && parent.callee === node;
  const isRead = parent?.type === 'AssignmentExpression' && parent.left === node;
  if (isCalled || isRead || isOnlyTested(node) || isForwarded(node)) return;
  const isOfPage = isPageObject(node.object);
  for (const name of names) {
    const isTaken = rare.test(name) || (isOfPage && forwarded.test(name));
    const member = isTaken ? toCall.get(name) : undefined;
    if (member !== undefined) sinks.add({ node, member, name, value: undefined, of: node.object });
  }
}

/** True for `method.call(…)` and `method.apply(…)`, which are read as calls. */
function isForwarded({ parent }: AnyNode): boolean {
  return parent?.type === 'MemberExpression' && /^(?:call|apply)$/.test(writtenName(parent) ?? '');
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
