import type { AnyNode } from 'acorn';
import { writtenName } from '../syntax/syntax.ts';
import { calledName } from './calls-by-name.ts';

/**
 * True for a property of an action of Raycast, which people choose: `jsx(Action.CopyToClipboard, { content })`.
 * What an action does is told of the action; only its icon is a picture.
 */
export function isOfAction(property: AnyNode & { type: 'Property' }): boolean {
  const literal = property.parent;
  const call = literal?.parent;
  if (call?.type !== 'CallExpression' || call.arguments[1] !== literal) return false;
  if (!/^(?:jsxs?|jsxDEV|createElement|h)$/.test(calledName(call) ?? '')) return false;
  const [component] = call.arguments;
  const isAction =
    component?.type === 'MemberExpression' &&
    component.object.type === 'Identifier' &&
    /^Action\d*$/.test(component.object.name);
  return isAction && !/^(?:icon|children)$/.test(writtenName(property) ?? 'icon');
}
