import type { AnyNode } from 'acorn';
import { nodesBelow, returnedBy } from '../syntax/inside-function.ts';
import { bare, type FunctionNode } from '../syntax/syntax.ts';
import { isEscaping } from './escaping.ts';
import type { PageTexts } from './page-texts.ts';

/** True for the tag of a template that makes a text of its parts as they are. */
export function putsAnyIn(texts: PageTexts, tag: AnyNode): boolean {
  const functions = texts.tracer.code.index.functionsOf(tag) ?? [];
  return functions.some((each) => {
    const isText = returnedBy(each).some((given) => bare(given).type !== 'ObjectExpression');
    return isText && !escapes(texts, each);
  });
}

/** True for a function that calls one which escapes. */
function escapes(texts: PageTexts, of: FunctionNode): boolean {
  const waiting: AnyNode[] = [of.body];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const called =
      node.type === 'CallExpression' ? texts.tracer.code.index.functionsOf(node.callee) : null;
    if (called?.some((each) => isEscaping(each, (one) => texts.writtenAs(one))) === true)
      return true;
    waiting.push(...nodesBelow(node));
  }
  return false;
}
