import type { AnyNode } from 'acorn';

/** Begins a function that isn't strict although the code around it may be: it is made of a text. */
export const scriptMark = "'runs as a script';";

/** True for code in strict mode, where a function that is called plainly has no `this`. */
export function isStrict(node: AnyNode): boolean {
  for (let at: AnyNode | undefined = node; at !== undefined; at = at.parent) {
    if (at.type === 'ClassBody') return true;
    if (at.type === 'Program') return isModule(at.body) || says(at.body, 'use strict');
    if (at.type !== 'BlockStatement' || !isFunctionBody(at)) continue;
    if (says(at.body, 'use strict')) return true;
    if (says(at.body, scriptMark.slice(1, -2))) return false;
  }
  return false;
}

function isFunctionBody({ parent }: AnyNode): boolean {
  return /^(?:Arrow)?Function/.test(parent?.type ?? '');
}

/** True where code begins with a directive. */
function says(body: readonly AnyNode[], directive: string): boolean {
  for (const statement of body) {
    if (statement.type !== 'ExpressionStatement' || !statement.directive) return false;
    if (statement.directive === directive) return true;
  }
  return false;
}

function isModule(body: readonly AnyNode[]): boolean {
  return body.some(({ type }) => /^(?:Import|Export)\w*Declaration$/.test(type));
}
