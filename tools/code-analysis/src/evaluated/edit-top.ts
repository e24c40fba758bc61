import type { AnyNode, Identifier } from 'acorn';
import type { ParsedCode } from '../syntax/parse-code.ts';
import type { TextEdits } from './text-edits.ts';
import { declaredNames, type TopOfScript } from './top-declarations.ts';

/** Makes an assignment of a declaration, for a name that is declared elsewhere. */
export function assignInstead(
  declaration: AnyNode,
  { edits, name }: { edits: TextEdits; name: (declared: Identifier) => string },
): void {
  if (declaration.type !== 'VariableDeclaration') {
    for (const each of declaredNames(declaration)) {
      edits.insert(declaration.start, `${name(each)} = `);
    }
    edits.insert(declaration.end, ';');
    return;
  }
  const { declarations, start, parent } = declaration;
  const first = declarations[0];
  const last = declarations.at(-1);
  if (first === undefined || last === undefined) return;
  const isLoop = parent?.type === 'ForInStatement' || parent?.type === 'ForOfStatement';
  edits.replace({ start, end: first.start }, isLoop ? '' : '(');
  for (const each of declarations) {
    if (each.init || isLoop) continue;
    if (each.id.type === 'Identifier') edits.insert(each.end, ' = undefined');
  }
  if (!isLoop) edits.insert(last.end, ')');
}

const completion = '$completion$';

/** Makes a text give back what it completes with. Source: https://tc39.es/ecma262/#sec-statement-and-declaration-list */
export function giveCompletion(
  { tree }: ParsedCode,
  { top, edits }: { top: TopOfScript; edits: TextEdits },
): void {
  const last = tree.body.findLast((each) => !completesEmpty(each));
  if (last === undefined) return;
  if (last.type === 'ExpressionStatement') {
    edits.insert(last.expression.start, 'return (');
    edits.insert(last.expression.end, ')');
    return;
  }
  // any of the expressions in it may be last
  edits.insert(last.start, `var ${completion};`);
  for (const { start, end } of top.expressions) {
    if (start < last.start || end > last.end) continue;
    edits.insert(start, `${completion} = `);
  }
  edits.insert(tree.end, `\n;return ${completion};`);
}

/** True for a statement that leaves the value of the one before. */
function completesEmpty(statement: AnyNode): boolean {
  return /Declaration$|^EmptyStatement$/.test(statement.type);
}
