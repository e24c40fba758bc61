import type { AnyNode, Identifier, Program } from 'acorn';
import { scriptMark } from '../syntax/is-strict.ts';
import { CodeError, parseCode, type ParsedCode } from '../syntax/parse-code.ts';
import { treeIdentifier } from '../syntax/syntax.ts';
import type { Evaluation } from './evaluation.ts';
import { TextEdits } from './text-edits.ts';
import { declaredNames, readTop, type TopOfScript } from './top-declarations.ts';

/** Where the code of a text is written. */
export interface TextPlace {
  /** The file with the call. */
  code: ParsedCode;
  /** True where the call is a statement of its own in a list of statements. */
  isStatement: boolean;
}

/** The code that a text is: an expression in parentheses, or statements. */
export interface WrittenText {
  as: 'expression' | 'statements';
  code: string;
}

/**
 * Writes the texts that a call runs as code of the file with the call, which does the same. Null where a text
 * isn't code, or can't be written so.
 */
export function writeTexts({ how, texts }: Evaluation, place: TextPlace): WrittenText | null {
  const written = texts.map((each) => {
    if (how === 'function') return writeFunction(each, place);
    const code = parseScript(each.join(''), place);
    if (code === null) return null;
    return how === 'direct' ? writeDirect(code, place) : writeScript(code, { place, how });
  });
  const codes = written.map((each) => each?.code);
  if (codes.length === 0 || codes.includes(undefined)) return null;
  if (written.every((each) => each?.as === 'statements')) {
    return { as: 'statements', code: codes.join('\n') };
  }
  if (written.some((each) => each?.as === 'statements')) return null;
  return {
    as: 'expression',
    code: codes.length === 1 ? (codes[0] ?? '') : `(${codes.join(' ?? ')})`,
  };
}

/** Parses a text as a script. */
function parseScript(text: string, { code }: TextPlace): ParsedCode | null {
  // such a comment is none in a module
  if (code.tree.sourceType === 'module' && /<!--|-->/.test(text)) return null;
  try {
    const parsed = parseCode('text.cjs', text);
    return parsed.tree.sourceType === 'module' ? null : parsed;
  } catch (error) {
    if (error instanceof CodeError || error instanceof RangeError) return null;
    throw error;
  }
}

function writeDirect(
  code: ParsedCode,
  { code: around, isStatement }: TextPlace,
): WrittenText | null {
  const { tree, text } = code;
  const only = onlyExpression(tree);
  if (only !== null) return { as: 'expression', code: `(${text.slice(only.start, only.end)})` };
  const top = readTop(tree);
  if (top.returns) return null;
  // functions in a block are known in it alone
  const isOwn = top.hoisted.every(
    (each) =>
      each.type !== 'FunctionDeclaration' ||
      declaredNames(each).every(
        ({ name }) => !around.declared.has(name) && !around.unbound.has(name),
      ),
  );
  if (isStatement && isOwn) return { as: 'statements', code: `{\n${text}\n}` };
  const edits = new TextEdits();
  giveCompletion(code, { top, edits });
  for (const each of top.hoisted) assignInstead(each, { edits, name: ({ name }) => name });
  return { as: 'expression', code: `(() => {\n${edits.applyTo(text)}\n})()` };
}

function onlyExpression({ body }: Program): AnyNode | null {
  const [only, ...others] = body;
  return only?.type === 'ExpressionStatement' && others.length === 0 ? only.expression : null;
}

function writeScript(
  code: ParsedCode,
  { place, how }: { place: TextPlace; how: Evaluation['how'] },
): WrittenText | null {
  const top = readTop(code.tree);
  if (top.returns) return null;
  const edits = new TextEdits();
  giveCompletion(code, { top, edits });
  const given = [...top.hoisted, ...(how === 'indirect' ? [] : top.lexical)];
  const { declared } = place.code;
  const name = ({ name: of }: Identifier) => (declared.has(of) ? `globalThis.${of}` : of);
  for (const each of given) assignInstead(each, { edits, name });
  const names = given.flatMap(declaredNames).flatMap((each) => usesOf(each));
  const isWritten = nameGlobals([...names, ...[...code.unbound.values()].flat()], { edits, place });
  const body = edits.applyTo(code.text);
  return isWritten
    ? { as: 'expression', code: `(function () {${scriptMark}\n${body}\n})()` }
    : null;
}

/** The forms of functions, and the word that only functions of that form have. */
const forms = [
  { begin: 'function', word: /(?:)/ },
  { begin: 'async function', word: /\bawait\b/ },
  { begin: 'function*', word: /\byield\b/ },
  { begin: 'async function*', word: /\bawait\b.*\byield\b|\byield\b.*\bawait\b/s },
];

function writeFunction(texts: readonly string[], place: TextPlace): WrittenText | null {
  const parameters = texts.slice(0, -1).join(',');
  const body = texts.at(-1) ?? '';
  const codes = forms.flatMap(({ begin, word }) => {
    if (!word.test(body)) return [];
    const code = parseScript(`(${begin} (${parameters}\n) {\n${body}\n})`, place);
    const made = code && onlyExpression(code.tree);
    if (code === null || made?.type !== 'FunctionExpression') return [];
    const edits = new TextEdits();
    edits.insert(made.body.start + 1, scriptMark);
    const isWritten = nameGlobals([...code.unbound.values()].flat(), { edits, place });
    return isWritten ? [edits.applyTo(code.text)] : [];
  });
  if (codes.length === 0) return null;
  return {
    as: 'expression',
    code: codes.length === 1 ? (codes[0] ?? '') : `(${codes.join(' ?? ')})`,
  };
}

/** All places of a text where a name that it declares stands, but for the names of functions and classes. */
function usesOf(name: Identifier): Identifier[] {
  const { identifiers = [], references = [] } = name.variable ?? {};
  const all = [...identifiers, ...references.map(({ identifier }) => identifier)];
  return [name, ...all.map(treeIdentifier)].filter(({ parent }) => !isNamed(parent));
}

function isNamed(node: AnyNode | undefined): boolean {
  return node?.type === 'FunctionDeclaration' || node?.type === 'ClassDeclaration';
}

/** Names globals so that variables of the file can't be meant; false where that can't be written. */
function nameGlobals(
  names: readonly Identifier[],
  { edits, place }: { edits: TextEdits; place: TextPlace },
): boolean {
  const { declared } = place.code;
  const others = [...new Set(names)].filter(({ name }) => declared.has(name));
  if (others.length === 0) return true;
  if (declared.has('globalThis')) return false;
  for (const node of others) {
    const of = node.parent?.type === 'AssignmentPattern' ? node.parent.parent : node.parent;
    const isShort = of?.type === 'Property' && of.shorthand;
    edits.insert(node.start, isShort ? `${node.name}: globalThis.` : 'globalThis.');
  }
  return true;
}

/** Makes an assignment of a declaration, for a name that is declared elsewhere. */
function assignInstead(
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
function giveCompletion(
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
