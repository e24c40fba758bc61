import type { AnyNode, Program } from 'acorn';
import { scriptMark } from '../syntax/is-strict.ts';
import { CodeError, parseCode, type ParsedCode } from '../syntax/parse-code.ts';
import { assignInstead, giveCompletion } from './edit-top.ts';
import type { Evaluation } from './evaluation.ts';
import { nameGlobals } from './name-globals.ts';
import { TextEdits } from './text-edits.ts';
import { declaredNames, readTop } from './top-declarations.ts';
import { writeInContext, writeScript, writeStored } from './write-script.ts';

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
export function writeTexts(evaluation: Evaluation, place: TextPlace): WrittenText | null {
  const written = evaluation.texts.map((each) => {
    if (evaluation.how === 'function') return writeFunction(each, place);
    const code = parseScript(each.join(''), place);
    return code === null ? null : writeRead(code, { evaluation, place });
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

function writeRead(
  code: ParsedCode,
  { evaluation, place }: { evaluation: Evaluation; place: TextPlace },
): WrittenText | null {
  const { how, context } = evaluation;
  switch (how) {
    case 'direct':
      return writeDirect(code, place);
    case 'context': {
      const given = context && place.code.text.slice(context.start, context.end);
      return asExpression(writeInContext(code, given ?? '{}'));
    }
    case 'stored':
      return asExpression(writeStored(code, place.code));
    default:
      return asExpression(writeScript(code, { around: place.code, isEval: how === 'indirect' }));
  }
}

function asExpression(code: string | null): WrittenText | null {
  return code === null ? null : { as: 'expression', code };
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
    const isWritten = nameGlobals([...code.unbound.values()].flat(), {
      edits,
      around: place.code,
    });
    return isWritten ? [edits.applyTo(code.text)] : [];
  });
  if (codes.length === 0) return null;
  return {
    as: 'expression',
    code: codes.length === 1 ? (codes[0] ?? '') : `(${codes.join(' ?? ')})`,
  };
}
