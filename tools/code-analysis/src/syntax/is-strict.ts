import type { AnyNode } from 'acorn';

/** True for code in strict mode, where a function that is called plainly has no `this`. */
export function isStrict(node: AnyNode): boolean {
  for (let at: AnyNode | undefined = node; at !== undefined; at = at.parent) {
    if (at.type === 'ClassBody') return true;
    if (at.type === 'Program') return isModule(at.body) || saysStrict(at.body);
    if (at.type === 'BlockStatement' && isFunctionBody(at) && saysStrict(at.body)) return true;
  }
  return false;
}

function isFunctionBody({ parent }: AnyNode): boolean {
  return /^(?:Arrow)?Function/.test(parent?.type ?? '');
}

function saysStrict(body: readonly AnyNode[]): boolean {
  for (const statement of body) {
    if (statement.type !== 'ExpressionStatement' || !statement.directive) return false;
    if (statement.directive === 'use strict') return true;
  }
  return false;
}

function isModule(body: readonly AnyNode[]): boolean {
  return body.some(({ type }) => /^(?:Import|Export)\w*Declaration$/.test(type));
}
