import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import {
  bare,
  enclosingFunction,
  isFunction,
  treeIdentifier,
  treeNode,
  writtenName,
} from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { marks, oneOf } from './marks.ts';
import type { PageTexts } from './page-texts.ts';
import { ofParameter } from './parameter-texts.ts';
import { spelled } from './spelling.ts';

/** What a variable holds: all that is assigned, and then all that is appended, in the order of the text. */
export function ofVariable(texts: PageTexts, variable: Variable): string {
  return texts.within(variable, () => readVariable(texts, variable)) ?? '';
}

function readVariable(texts: PageTexts, variable: Variable): string {
  const found: string[] = variable.defs.flatMap((def) => {
    const name = treeNode(def.name);
    if (name === undefined) return [marks.given];
    if (def.type === 'FunctionName' || def.type === 'ClassName') return [marks.own];
    if (def.type === 'ImportBinding') return ofImport(texts, name);
    return ofBinding(texts, name);
  });
  if (variable.defs.length === 0) found.push(marks.given);
  let appended = '';
  const ofItself: AnyNode[] = [];
  for (const reference of variable.references) {
    if (!reference.isWrite() || reference.init === true) continue;
    const { parent } = treeIdentifier(reference.identifier);
    const value = treeNode(reference.writeExpr);
    if (parent?.type === 'UpdateExpression') continue;
    if (parent?.type !== 'AssignmentExpression' || value === undefined) found.push(marks.given);
    else if (parent.operator === '+=')
      appended += repeated(texts.read(value), { at: parent, of: variable });
    else if (!/^(?:\|\||&&|\?\?)?=$/.test(parent.operator)) continue;
    else if (isMadeOf(value, variable)) ofItself.push(value);
    else found.push(texts.read(value));
  }
  const isOnlyAppended = found.length > 1 && found.includes('');
  const start = oneOf(isOnlyAppended ? found.filter((text) => text !== '') : found);
  return madeOfItself(texts, variable, { start, by: ofItself }) + appended;
}

/** Most assignments of which each may happen or not; of more, all happen, or only one. */
const mostSteps = 4;

/** What a variable holds that is assigned what is made of it: `html = html.replace('%', name)`. */
function madeOfItself(
  texts: PageTexts,
  variable: Variable,
  { start, by }: { start: string; by: readonly AnyNode[] },
): string {
  const read = (value: AnyNode, text: string) => texts.readWith(value, { variable, text });
  if (by.length <= mostSteps) {
    return by.reduce((text, value) => oneOf([text, read(value, text)]), start);
  }
  const all = by.reduce((text, value) => read(value, text), start);
  return oneOf([start, all, ...by.map((value) => read(value, start))]);
}

/** True for an expression that reads a variable, other than in a function. */
function isMadeOf(value: AnyNode, variable: Variable): boolean {
  return variable.references.some((reference) => {
    const node = treeIdentifier(reference.identifier);
    if (!reference.isRead() || node.start < value.start || node.end > value.end) return false;
    return enclosingFunction(node) === enclosingFunction(value);
  });
}

/**
 * A text that a loop or a function appends again and again: of single characters and parts of addresses, it
 * may spell anything.
 */
function repeated(text: string, { at, of }: { at: AnyNode; of: Variable }): string {
  const home = treeNode(of.defs[0]?.name);
  if (home !== undefined && enclosingFunction(home) !== enclosingFunction(at)) return spelled(text);
  for (let node = at.parent; node !== undefined && !isFunction(node); node = node.parent) {
    if (/^(?:For|While|DoWhile)/.test(node.type)) return spelled(text);
  }
  return text;
}

/** What is bound to a name where it is declared, also in a pattern. */
function ofBinding(texts: PageTexts, name: AnyNode): string[] {
  let from = name.parent;
  const found: string[] = [];
  if (from?.type === 'AssignmentPattern') {
    found.push(texts.read(from.right));
    from = from.parent;
  }
  switch (from?.type) {
    case 'VariableDeclarator': {
      const loop = from.parent?.parent;
      if (loop?.type === 'ForOfStatement' && loop.left === from.parent) {
        return [...found, oneOf(texts.elementsOf(loop.right))];
      }
      if (loop?.type === 'ForInStatement') return [...found, marks.given];
      return from.init ? [...found, texts.read(from.init)] : found;
    }
    case 'Property':
      return [...found, texts.ofField(writtenName(from)), marks.given];
    case 'ArrayPattern':
      return [...found, ...ofArrayPattern(texts, from)];
    default:
      return isFunction(from)
        ? [...found, ofParameter(texts, from, name)]
        : [...found, marks.given];
  }
}

/** `const [text, setText] = useState('')`: what the call is given, and what the second name is called with. */
function ofArrayPattern(texts: PageTexts, pattern: AnyNode & { type: 'ArrayPattern' }): string[] {
  const made = pattern.parent;
  const init = made?.type === 'VariableDeclarator' && made.init ? bare(made.init) : undefined;
  if (init?.type === 'ArrayExpression') return texts.elementsOf(init);
  if (init?.type !== 'CallExpression') return [marks.given];
  const setter = variableOf(pattern.elements[1] ?? undefined);
  const set = (setter?.references ?? []).flatMap(({ identifier }) => {
    const use = treeIdentifier(identifier);
    const call = use.parent;
    return call?.type === 'CallExpression' && call.callee === use ? call.arguments.slice(0, 1) : [];
  });
  return [...[...init.arguments, ...set].map((each) => texts.result(each)), marks.given];
}

function ofImport(texts: PageTexts, name: AnyNode): string[] {
  const { parent } = name;
  if (parent?.type === 'ImportSpecifier') {
    const imported = parent.imported.type === 'Identifier' ? parent.imported.name : 'default';
    return texts.fields.of(imported) === undefined ? [marks.given] : [texts.ofField(imported)];
  }
  return [marks.given];
}
