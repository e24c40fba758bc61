import type { Identifier } from 'acorn';
import { scriptMark } from '../syntax/is-strict.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { functionOfThis } from '../trace/this-of-function.ts';
import { assignInstead, giveCompletion } from './edit-top.ts';
import { nameAsMembers, nameGlobals, usesOf } from './name-globals.ts';
import { TextEdits } from './text-edits.ts';
import { declaredNames, readTop } from './top-declarations.ts';

/**
 * Writes a script that knows globals alone as an expression, whose value is that of the script. Null where that
 * can't be written.
 *
 * @param by.around the file in which it is written
 * @param by.isEval true for `eval`, which keeps what it declares by `let`
 */
export function writeScript(
  code: ParsedCode,
  { around, isEval }: { around: ParsedCode; isEval: boolean },
): string | null {
  const top = readTop(code.tree);
  if (top.returns) return null;
  const edits = new TextEdits();
  giveCompletion(code, { top, edits });
  const given = [...top.hoisted, ...(isEval ? [] : top.lexical)];
  const name = ({ name: of }: Identifier) => (around.declared.has(of) ? `globalThis.${of}` : of);
  for (const each of given) assignInstead(each, { edits, name });
  const names = given.flatMap(declaredNames).flatMap((each) => usesOf(each));
  const globals = [...names, ...[...code.unbound.values()].flat()];
  if (!nameGlobals(globals, { edits, around })) return null;
  return `(function () {${scriptMark}\n${edits.applyTo(code.text)}\n})()`;
}

/** What a text that runs in a context has of the language itself. */
const intrinsic =
  /^(?:undefined|NaN|Infinity|arguments|eval|Function|Object|Array|String|Number|Boolean|Symbol|BigInt|Math|JSON|Promise|Proxy|Reflect|Atomics|WebAssembly|Intl|Iterator|(?:Weak)?(?:Map|Set|Ref)|\w*Error|RegExp|Date|\w*Array|\w*ArrayBuffer|DataView|FinalizationRegistry|parseInt|parseFloat|isNaN|isFinite|(?:en|de)codeURI(?:Component)?|(?:un)?escape)$/;

const sandbox = '$context$';

/** Writes a script whose globals are members of an object, which `context` gives. */
export function writeInContext(code: ParsedCode, context: string): string | null {
  const top = readTop(code.tree);
  // what it imports is decided by an option
  if (top.returns || code.nodes.imports.length > 0) return null;
  const edits = new TextEdits();
  giveCompletion(code, { top, edits });
  const given = [...top.hoisted, ...top.lexical];
  for (const each of given)
    assignInstead(each, { edits, name: ({ name }) => `${sandbox}.${name}` });
  const names = given.flatMap(declaredNames).flatMap((each) => usesOf(each));
  for (const [name, uses] of code.unbound) {
    if (name === 'globalThis') for (const each of uses) edits.replace(each, sandbox);
    else if (!intrinsic.test(name)) names.push(...uses);
  }
  nameAsMembers(names, { edits, of: sandbox });
  for (const node of code.nodes.thises) {
    if (functionOfThis(node) === 'top') edits.replace(node, sandbox);
  }
  return `(function (${sandbox}) {${scriptMark}\n${edits.applyTo(code.text)}\n})(${context})`;
}

/** Writes a script that is kept, to run it later in one context or another. */
export function writeStored(code: ParsedCode, around: ParsedCode): string | null {
  const here = writeScript(code, { around, isEval: false });
  const there = writeInContext(code, sandbox);
  if (here === null || there === null) return null;
  return `({ runInThisContext() { return ${here}; }, runInContext(${sandbox}) { return ${there}; }, runInNewContext(${sandbox}) { return ${there}; } })`;
}
