import type {
  AnyNode,
  MethodDefinition,
  Property,
  PropertyDefinition,
  TaggedTemplateExpression,
} from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { returnsOf } from '../syntax/inside-function.ts';
import { writtenName } from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';
import { isOfAction } from './action-properties.ts';
import { calledName } from './calls-by-name.ts';
import { forwarded, rare, toCall, toKey, toSet } from './page-members.ts';
import { isPageObject } from './page-reach.ts';
import type { SinkCollector } from './sink-collector.ts';

/** Finds what a key of a literal gives a page. */
export function readKey(
  sinks: SinkCollector,
  property: Property | (AnyNode & { type: 'Property' }),
): void {
  const literal = property.parent;
  if (literal?.type === 'ObjectPattern') return readTaken(sinks, { property, pattern: literal });
  if (literal?.type !== 'ObjectExpression') return;
  if (isOfAction(property)) return;
  const written = writtenName(property);
  const names = written === undefined ? sinks.tracer.code.index.strings(property.key) : [written];
  for (const name of names ?? []) {
    const set = toSet.get(name);
    const tag = tagOf(sinks.tracer, literal);
    const raw = toSet.get('text');
    if (name === 'children' && raw && /^(?:script|style)$/.test(tag ?? '')) {
      sinks.add({ node: property, member: raw, name, value: property.value, tag });
      continue;
    }
    const isOfPage = rare.test(name) || (set?.takes !== 'raw' && tag !== undefined);
    const member = set !== undefined && isOfPage ? set : toKey.get(name);
    if (member === undefined) continue;
    sinks.add({
      node: property,
      member,
      name,
      value: property.value,
      attribute: name.toLowerCase(),
    });
  }
}

/** `const { insertAdjacentHTML: put } = document.body`: a method of a page that is called by another name. */
function readTaken(
  sinks: SinkCollector,
  { property, pattern }: { property: AnyNode & { type: 'Property' }; pattern: AnyNode },
): void {
  const name = writtenName(property) ?? '';
  const member = forwarded.test(name) || rare.test(name) ? toCall.get(name) : undefined;
  const declarator = pattern.parent;
  const from = declarator?.type === 'VariableDeclarator' ? declarator.init : undefined;
  if (member === undefined || !from || !isPageObject(from)) return;
  sinks.add({ node: property, member, name, value: undefined, of: from });
}

/** A template of a page, whose parts are put in as text: ``html`<img src=${address}>` `` */
export function readTagged(sinks: SinkCollector, node: TaggedTemplateExpression): void {
  const member = toSet.get('innerHTML');
  const hasTags = node.quasi.quasis.some(({ value }) => /<[a-z]/i.test(value.raw));
  if (hasTags && member !== undefined) sinks.add({ node, member, name: 'html`…`', value: node });
}

/** A field of a class, and what a getter gives. */
export function readField(sinks: SinkCollector, node: PropertyDefinition | MethodDefinition): void {
  const name = writtenName(node) ?? '';
  const member = toKey.get(name) ?? (rare.test(name) ? toSet.get(name) : undefined);
  if (member === undefined || !node.value) return;
  if (node.type === 'PropertyDefinition')
    return sinks.add({ node, member, name, value: node.value });
  if (node.kind !== 'get') return;
  for (const { argument } of returnsOf(node.value)) {
    if (argument) sinks.add({ node, member, name, value: argument });
  }
}

/**
 * The name of the element that gets the properties of a literal; empty where it isn't known, or where they are
 * options of a page. Undefined for other literals.
 */
function tagOf(tracer: Tracer, literal: AnyNode): string | undefined {
  const { parent } = literal;
  if (parent?.type === 'SpreadElement' && parent.parent) return tagOf(tracer, parent.parent);
  if (parent?.type === 'ArrayExpression' && isAnimation(parent.parent)) return '';
  if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return undefined;
  if (builtinOf(parent.callee) === 'Object.assign') {
    return parent.arguments[0] === literal ? undefined : '';
  }
  const name = calledName(parent) ?? '';
  if (/^(?:createWebviewPanel|assign|extend|merge|defaults)$/.test(name)) return '';
  if (isAnimation(parent)) return '';
  // what a component does with its properties is found there
  const [tag] = parent.arguments;
  const isElement = /^(?:jsxs?|jsxDEV|createElement|h)$/.test(name);
  const names = isElement && tag !== undefined ? tracer.code.index.strings(tag) : null;
  return names?.[0];
}

/** True for a call that is given styles of an element over time. */
function isAnimation(node: AnyNode | undefined): boolean {
  if (node?.type !== 'CallExpression' && node?.type !== 'NewExpression') return false;
  return /^(?:animate|KeyframeEffect)$/.test(calledName(node) ?? '');
}
