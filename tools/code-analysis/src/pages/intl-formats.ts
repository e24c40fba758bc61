import type { AnyNode, MemberExpression } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';

/** Those that write numbers and dates. `Intl.ListFormat` writes the texts that it is given. */
const writesNumbers =
  /^Intl\.(?:NumberFormat|DateTimeFormat|RelativeTimeFormat|DurationFormat|PluralRules)$/;

/** True for a method of `Intl` that gives a number or a date as text: `new Intl.NumberFormat().format(value)`. */
export function isIntlFormat(callee: MemberExpression): boolean {
  if (!/^(?:format|formatRange|select|selectRange)$/.test(writtenName(callee) ?? '')) return false;
  const made = writtenOnce(bare(callee.object));
  if (made?.type !== 'NewExpression' && made?.type !== 'CallExpression') return false;
  return writesNumbers.test(builtinOf(made.callee) ?? '');
}

/** The expression, or the only one that its variable is ever given. */
function writtenOnce(node: AnyNode): AnyNode | undefined {
  if (node.type !== 'Identifier') return node;
  const writes = (variableOf(node)?.references ?? []).filter((each) => each.isWrite());
  const [only, ...others] = writes;
  const written = others.length === 0 ? treeNode(only?.writeExpr) : undefined;
  return written && bare(written);
}
