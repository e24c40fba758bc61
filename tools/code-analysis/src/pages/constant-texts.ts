import type { AnyNode } from 'acorn';
import { posix } from 'node:path';
import { nodesOf } from '../syntax/inside-function.ts';
import { bare, writtenName } from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';
import { isRemoteText } from './address.ts';
import { calledName } from './calls-by-name.ts';
import { stringsIn } from './json-strings.ts';
import { judgeMarkdown } from './markdown.ts';
import { expand, marks, plainText } from './marks.ts';
import { judgeMarkup } from './markup.ts';
import type { PageTexts } from './page-texts.ts';
import type { PageSink } from './sink-collector.ts';
import { hasStyleAddress, judgeStyle } from './style.ts';
import { TextWay } from './text-way.ts';

const mostCharacters = 200_000;

/**
 * Reports constant texts with pictures, styles or scripts of servers, wherever they go: only places that show
 * nothing are harmless. Where pages or pictures are made, addresses by themselves count as well.
 */
export function findConstantTexts(
  tracer: Tracer,
  by: {
    texts: PageTexts;
    sinks: readonly PageSink[];
    /** True where code makes pages that may load anything. */
    isOpen: boolean;
    tell: (node: AnyNode, call: string) => void;
  },
): void {
  if (!by.isOpen && !showsTexts(tracer)) return;
  const judged = new Set<AnyNode>(
    by.sinks.flatMap(({ value }) => (value === undefined ? [] : [bare(value)])),
  );
  const seen = new Set<AnyNode>();
  const told = new Set<AnyNode>();
  const hasAddresses = by.isOpen || tracer.isWritten('@raycast/');
  findDataTexts(tracer, { ...by, hasAddresses });
  for (const code of tracer.code.codes.values()) {
    for (const node of nodesOf(code)) {
      const isAddress = hasAddresses && mayBeAddress(tracer, node);
      if (!isAddress && !isOfInterest(node)) continue;
      const whole = wholeText(node);
      if (seen.has(whole)) continue;
      seen.add(whole);
      const text = by.texts.of(whole);
      if (text.length > mostCharacters) continue;
      const isAlone = isAddress && isRemoteAlone(text);
      if (!isAlone && !loadsFromServer(text)) continue;
      // a table of data is told once, at the first of its texts
      const data = dataAround(whole);
      if (told.has(data)) continue;
      const way = new TextWay(by.texts, { judged, isAddress: isAlone });
      if (way.isHarmless(whole)) continue;
      told.add(data);
      by.tell(whole, isAlone ? 'address' : describe(text));
    }
  }
}

/** Reads texts in JSON of the package that code loads: nobody can tell where each of them goes. */
function findDataTexts(
  tracer: Tracer,
  by: { texts: PageTexts; hasAddresses: boolean; tell: (node: AnyNode, call: string) => void },
): void {
  for (const code of tracer.code.codes.values()) {
    for (const node of nodesOf(code)) {
      const name = loadedData(node);
      const bytes = name && by.texts.files.get(posix.join(posix.dirname(code.path), name));
      if (!name || !bytes || name.endsWith('package.json')) continue;
      const data = new TextDecoder().decode(bytes);
      const texts = stringsIn(data) ?? [plainText(data)];
      const isLoaded = texts.some(
        (text) =>
          (hasPlace(text) && loadsFromServer(text)) || (by.hasAddresses && isRemoteAlone(text)),
      );
      if (isLoaded) by.tell(node, name);
    }
  }
}

/** The path of JSON that a node loads: `require('./data.json')`. */
function loadedData(node: AnyNode): string | undefined {
  const source =
    node.type === 'ImportDeclaration' || node.type === 'ImportExpression'
      ? node.source
      : node.type === 'CallExpression' && calledName(node) === 'require'
        ? node.arguments[0]
        : undefined;
  const name = source?.type === 'Literal' ? source.value : undefined;
  return typeof name === 'string' && /^\.{1,2}\/.*\.json$/.test(name) ? name : undefined;
}

/** True for code of an app that shows texts. */
function showsTexts(tracer: Tracer): boolean {
  return ['vscode', '@raycast/', '@orchestra/', 'document', 'html'].some((word) =>
    tracer.isWritten(word),
  );
}

/** Texts with which an address begins. */
function mayBeAddress(tracer: Tracer, node: AnyNode): boolean {
  if (node.type === 'Literal' || node.type === 'TemplateLiteral') {
    const text = node.type === 'Literal' ? node.value : node.quasis[0]?.value.cooked;
    if (typeof text !== 'string') return false;
    return /^\s*(?:(?:https?|wss?):|\/\/[\w-])/i.test(text) || isParsed(node, text);
  }
  // an address in several parts: 'ht' + 'tps:'
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return false;
  const { left } = node;
  if (left.type === 'PrivateIdentifier' || left.type === 'BinaryExpression') return false;
  const texts = left.type === 'Literal' ? [String(left.value)] : tracer.code.index.strings(left);
  return texts?.some((text) => /^\s*(?:h(?:t(?:tp?s?:?)?)?|ws{0,2}:?|\/\/?)$/i.test(text)) ?? false;
}

/** True for JSON with an address in it. */
function isParsed({ parent }: AnyNode, text: string): boolean {
  return (
    text.includes('://') && parent?.type === 'CallExpression' && calledName(parent) === 'parse'
  );
}

/** True for an address on a server, other than the name of a format. */
function isRemoteAlone(text: string): boolean {
  const [start = ''] = expand(text) ?? [];
  const isJson = /^\s*[[{]/.test(start) && /"\s*:\s*"\s*(?:https?:|\/\/)|!\[/.test(start);
  return isJson || (isRemoteText(text) && !formatNames.test(start.trim()));
}

/** Hosts whose addresses are names of formats, which nothing loads. */
const formatNames =
  /^https?:\/\/(?:www\.)?(?:w3\.org|json-schema\.org|schemas\.(?:xmlsoap|openxmlformats|microsoft|android)\.(?:org|com)|purl\.org|ns\.adobe\.com|xml\.org|relaxng\.org)\//i;

/** Texts that may have an address in a place where it is loaded. */
function isOfInterest(node: AnyNode): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string' && hasPlace(node.value);
  if (node.type !== 'TemplateLiteral') return false;
  return node.quasis.some(({ value }) => hasPlace(value.cooked ?? value.raw));
}

function hasPlace(text: string): boolean {
  return /<[a-z]|!\[|\]\(|@import|=\s*["']?$/i.test(text) || hasStyleAddress(text);
}

/** The text that a constant is a part of, also by the methods of texts and lists. */
function wholeText(node: AnyNode): AnyNode {
  let at = node;
  for (let up = node.parent; up !== undefined; up = at.parent) {
    const list = up.type === 'ArrayExpression' ? up : at;
    const call = madeBy(list);
    const isGiven = up.type === 'CallExpression' && up.callee !== at && calledName(up) === 'concat';
    const isPart =
      up.type === 'TemplateLiteral' ||
      up.type === 'ParenthesizedExpression' ||
      (up.type === 'BinaryExpression' && up.operator === '+');
    if (isPart || isGiven) at = up;
    else if (call !== undefined) at = call;
    else break;
  }
  return at;
}

/** The outermost list or table of data that a text stands in; the text itself outside of any. */
function dataAround(text: AnyNode): AnyNode {
  let at = text;
  for (let up = at.parent; up !== undefined; up = at.parent) {
    const isPart =
      up.type === 'ArrayExpression' ||
      up.type === 'ObjectExpression' ||
      (up.type === 'Property' && up.value === at);
    if (!isPart) return at;
    at = up;
  }
  return at;
}

/** The call of a method that makes a text of a text or a list. */
function madeBy(of: AnyNode): AnyNode | undefined {
  const member = of.parent;
  if (member?.type !== 'MemberExpression' || member.object !== of) return undefined;
  const call = member.parent;
  if (call?.type !== 'CallExpression' || call.callee !== member) return undefined;
  return /^(?:join|concat|replace|replaceAll|slice|trim|substring)$/.test(writtenName(member) ?? '')
    ? call
    : undefined;
}

function loadsFromServer(text: string): boolean {
  if (/<[a-z]/i.test(text) && judgeMarkup(asText(text)).loads === 'remote') return true;
  if (/!\[/.test(text) && judgeMarkdown(text) === 'remote') return true;
  return hasStyleAddress(text) && judgeStyle(text) === 'remote';
}

/** Markdown in code is no tag: unknown parts aren't either. */
function asText(text: string): string {
  return text.replaceAll(marks.made, marks.given);
}

function describe(text: string): string {
  return /!\[/.test(text) ? 'Markdown with a picture' : 'HTML with an address';
}
