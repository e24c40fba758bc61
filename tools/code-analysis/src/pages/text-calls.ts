import type { AnyNode, MemberExpression } from 'acorn';
import { bare, isFunction, treeNode } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { isRemoteText } from './address.ts';
import { calledFunctions } from './called-functions.ts';
import { type AnyCall, calledName } from './calls-by-name.ts';
import { isFromOutside } from './from-outside.ts';
import { isEscaping } from './escaping.ts';
import { listOf } from './list-texts.ts';
import { expand, hasForeignMark, isConstant, isPlain, marks, oneOf, plainText } from './marks.ts';
import { stringsIn } from './json-strings.ts';
import { isIntlFormat } from './intl-formats.ts';
import { readOwnFile } from './own-file.ts';
import type { PageTexts } from './page-texts.ts';
import { joined, repeated, spelled } from './spelling.ts';
import {
  computeMethod,
  givesNumber,
  keepsText,
  partlyKnown,
  patternOf,
  replaceIn,
} from './text-methods.ts';
import { isOfUri, ownAddress, readUri, withScheme } from './uri-texts.ts';

/** Reads the text that a call gives. */
export function readCall(texts: PageTexts, call: AnyCall): string {
  const callee = bare(call.callee);
  const name = calledName(call) ?? '';
  const constant = call.type === 'CallExpression' ? texts.tracer.code.index.strings(call) : null;
  if (constant !== null && constant.length > 0) return oneOf(constant.map(plainText));
  if (call.type === 'NewExpression') return readNew(texts, { call, name });
  const file = readOwnFile(texts, { call, name });
  if (file !== null) return file;
  const own = callee.type === 'MemberExpression' ? readMethod(texts, { call, callee, name }) : null;
  if (own !== null) return own;
  const functions = calledFunctions(texts.tracer.code.index, callee);
  if (functions !== null && functions.length > 0) {
    return oneOf(
      functions.map((each) => {
        return isEscaping(each, (node) => texts.writtenAs(node))
          ? marks.escaped
          : texts.results(each);
      }),
    );
  }
  return readKnown(texts, { call, name });
}

function readNew(texts: PageTexts, { call, name }: { call: AnyCall; name: string }): string {
  const [first, second] = call.arguments;
  if (name === 'Date' || name === 'Number') return marks.own;
  if (name === 'URL' && first) {
    const base = second === undefined ? '' : texts.read(second);
    return isRemoteText(base) ? base : texts.read(first);
  }
  if (/^(?:String|MarkdownString|Uint8Array|Uint16Array)$/.test(name))
    return first === undefined ? '' : texts.read(first);
  return marks.given;
}

/** A method of a text, a list or an address; null for others. */
function readMethod(
  texts: PageTexts,
  at: { call: AnyCall; callee: MemberExpression; name: string },
): string | null {
  const { call, callee, name } = at;
  const [first] = call.arguments;
  const isOwnMethod = texts.tracer.code.index.functions.has(name);
  if (name === 'asWebviewUri' && first !== undefined && !isOwnMethod)
    return ownAddress(texts, first);
  if (isOfUri(callee)) return readUri(texts, at);
  if (name === 'with' && first?.type === 'ObjectExpression') return withScheme(texts, at);
  if (isOwnMethod && !/^(?:replace|toString)$/.test(name)) return null;
  if (/^(?:find|findLast|at|pop|shift)$/.test(name)) {
    const list = listOf(texts, callee.object);
    if (list !== null) return oneOf([...list, marks.given]);
  }
  const table = name === 'get' ? valuesOfMap(texts, callee.object) : null;
  if (table !== null) return oneOf([...table, marks.given]);
  if (name === 'join') {
    if (isPathModule(callee)) return null;
    const list = texts.elementsOf(callee.object);
    return joined(list, first === undefined ? ',' : texts.read(first));
  }
  if (name === 'replace' || name === 'replaceAll') return readReplaced(texts, at);
  if (name === 'toString' && first !== undefined)
    return readEncoded(texts, { of: callee.object, encoding: first });
  if (givesNumber.test(name) || isIntlFormat(callee)) return marks.own;
  if (keepsText.test(name)) return readKept(texts, at);
  if (name === 'stringify') return marks.json;
  if (/^(?:randomUUID|random|floor|round|ceil|min|max|abs)$/.test(name)) return marks.own;
  if (/^(?:fromCharCode|fromCodePoint)$/.test(name)) {
    return call.arguments.every((each) => isFromOutside(texts, each)) ? marks.given : marks.made;
  }
  if (name === 'reduce' || name === 'reduceRight') return readReduced(texts, at);
  if (name === 't' && callee.object.type !== 'ThisExpression') return translated(texts, call);
  return null;
}

/** The values of a map that is written in the code; null for others. */
function valuesOfMap(texts: PageTexts, written: AnyNode): string[] | null {
  const declarator = treeNode(variableOf(bare(written))?.defs[0]?.name)?.parent;
  const made = declarator?.type === 'VariableDeclarator' ? declarator.init : undefined;
  if (made?.type !== 'NewExpression' || calledName(made) !== 'Map') return null;
  const [pairs] = made.arguments;
  if (pairs?.type !== 'ArrayExpression') return null;
  return pairs.elements.flatMap((pair) => {
    const value = pair?.type === 'ArrayExpression' ? pair.elements[1] : undefined;
    return value ? [texts.read(value)] : [];
  });
}

/** Functions of the language and of Node, by their names. */
function readKnown(texts: PageTexts, { call, name }: { call: AnyCall; name: string }): string {
  const [first] = call.arguments;
  const given = first === undefined ? '' : texts.read(first);
  if (texts.tracer.code.index.functions.has(name)) return marks.given;
  switch (name) {
    case 'String':
    case 'createTextNode':
      return first === undefined ? '' : texts.written(first);
    case 'parse':
      return isConstant(given) ? oneOf(stringsIn(given) ?? [marks.given, given]) : given;
    case 'Number':
    case 'parseInt':
    case 'parseFloat':
    case 'Boolean':
    case 'BigInt':
    case 'encodeURIComponent':
      return marks.own;
    case 'encodeURI':
    case 'escape':
      return isConstant(given) ? given : marks.escaped;
    case 'atob':
    case 'decodeURIComponent':
    case 'decodeURI':
    case 'unescape':
    case 'inflateSync':
    case 'gunzipSync':
    case 'brotliDecompressSync':
    case 'unzipSync':
      // a text of the code in another form
      return given.includes(marks.given) ? given : marks.made;
    case 'from':
    case 'of':
    case 'decode':
      return readBytes(texts, { call, given });
    case 'localize':
      return translated(texts, call);
    default:
      // an address that is given to something unknown may come back
      return oneOf([
        marks.given,
        ...call.arguments.map((each) => texts.read(each)).filter(isRemoteText),
      ]);
  }
}

/** `Buffer.from(text, 'base64')`, and a decoder of bytes. */
function readBytes(texts: PageTexts, { call, given }: { call: AnyCall; given: string }): string {
  const [encoding] = texts.tracer.code.index.strings(call.arguments[1] ?? call) ?? [];
  if (given === '' || /^[\d,\s\uFDD0]*$/.test(given)) return marks.made;
  if (!/^(?:base64|base64url|hex|latin1|binary|ucs-?2|utf-?16le)$/i.test(encoding ?? ''))
    return given;
  if (!isConstant(given)) return given.includes(marks.given) ? given : marks.made;
  return plainText(decodeBytes(given, encoding ?? ''));
}

function decodeBytes(text: string, encoding: string): string {
  return Buffer.from(
    text,
    /^hex$/i.test(encoding) ? 'hex' : /^base64/i.test(encoding) ? 'base64' : 'latin1',
  ).toString();
}

/** A text in the language of the person: the constant, or a translation that the package has. */
function translated(texts: PageTexts, call: AnyCall): string {
  return call.arguments
    .map((each) => (each.type === 'SpreadElement' ? marks.given : texts.read(each)))
    .join(' ');
}

function readKept(
  texts: PageTexts,
  at: { call: AnyCall; callee: MemberExpression; name: string },
): string {
  const { call, callee, name } = at;
  const of = name === 'toString' ? texts.written(callee.object) : texts.read(callee.object);
  if (name === 'concat') return of + call.arguments.map((each) => texts.read(each)).join('');
  const { index } = texts.tracer.code;
  const given = call.arguments.map((each) => index.strings(each)?.[0]);
  if (isConstant(of)) {
    const made = computeMethod(of, { name, given });
    if (made !== null) return made;
    return /^[\w\s-]*$/.test(of) ? marks.own : marks.made;
  }
  const isCut = /^(?:slice|substring|substr|split|at|charAt)$/.test(name);
  // what remains of a text that is constant in part may begin anywhere
  return isCut && /^[^\uFDD0-\uFDD5\f]/.test(of) ? oneOf([of, marks.made]) : of;
}

/** `bytes.toString('base64')` */
function readEncoded(
  texts: PageTexts,
  { of, encoding }: { of: AnyNode; encoding: AnyNode },
): string {
  const [as] = texts.tracer.code.index.strings(encoding) ?? [];
  if (as === 'hex' || as === 'base64url' || /^\d+$/.test(as ?? '')) return marks.own;
  if (as === 'base64') return marks.word;
  return texts.read(of);
}

/** A text in which parts are replaced. */
function readReplaced(
  texts: PageTexts,
  at: { call: AnyCall; callee: MemberExpression; name: string },
): string {
  const { call, callee, name } = at;
  const [looked, put] = call.arguments;
  const of = texts.read(callee.object);
  if (looked === undefined || put === undefined) return of;
  const replaced = bare(put);
  const by = isFunction(replaced) ? spelled(texts.results(replaced)) : texts.read(put);
  const [only, ...others] = texts.tracer.code.index.strings(looked) ?? [];
  const pattern =
    others.length === 0 ? (only ?? patternOf(looked) ?? readPattern(texts, looked)) : null;
  // plain words and what comes from outside put together nothing
  if (isPlain(of) && isPlain(by)) return of + by;
  const isAll = name === 'replaceAll';
  const whole = expand(of) ?? [];
  const isFew = whole.length > 0 && whole.length <= 16;
  // of too many alternatives, each part by itself
  const parts = isFew ? whole : of.split(/(\f[ \t\n]\f)/);
  const made = parts.map((text) => {
    if (pattern === null || /^\f[ \t\n]\f$/.test(text)) return pattern && text;
    return replaceIn(text, { pattern, by, isAll });
  });
  if (made.every((each) => each !== null)) {
    const text = isFew ? oneOf(made) : made.join('');
    // what is looked for may be in a part that isn't known
    return hasForeignMark(of) && !isPlain(by) && !text.includes(by) ? text + by : text;
  }
  // what is replaced isn't known: the text as it was, what is put in, and anything
  return marks.made + of + by;
}

/** A pattern of which only parts are constant, such as `'{{' + name + '}}'`: all that it may find. */
function readPattern(texts: PageTexts, written: AnyNode): RegExp | null {
  const node = bare(written);
  const isMade = node.type === 'NewExpression' && calledName(node) === 'RegExp';
  const [first] = isMade ? node.arguments : [node];
  return first === undefined ? null : partlyKnown(texts.read(first), isMade);
}

function readReduced(
  texts: PageTexts,
  { call, callee }: { call: AnyCall; callee: MemberExpression },
): string {
  const [by, start] = call.arguments;
  const functions = by && texts.tracer.code.index.functionsOf(by);
  const parts = texts.elementsOf(callee.object);
  const text = functions ? oneOf(functions.map((each) => texts.results(each))) : marks.given;
  const made = repeated(text).join('');
  return spelled(`${start === undefined ? '' : texts.read(start)}${made}${oneOf(parts)}`);
}

function isPathModule({ object }: MemberExpression): boolean {
  const of = bare(object);
  return of.type === 'Identifier' && /^(?:path|posix)\w*$/i.test(of.name);
}
