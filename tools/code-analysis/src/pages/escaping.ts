import type { AnyNode, CallExpression } from 'acorn';
import { returnsOf } from '../syntax/inside-function.ts';
import { bare, type FunctionNode, isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';

/**
 * True for a function that gives its parameter with every `<` replaced: a chain of `replace` that begins at the
 * parameter.
 *
 * @param textOf the text of a node in its file
 */
export function isEscaping(of: FunctionNode, textOf: (node: AnyNode) => string): boolean {
  const given =
    of.body.type === 'BlockStatement'
      ? returnsOf(of).flatMap(({ argument }) => argument ?? [])
      : [of.body];
  const isByElement = of.body.type === 'BlockStatement' && escapesByElement(textOf(of.body));
  const results = given.filter((each) => !/^(?:''|""|``)$/.test(textOf(bare(each))));
  if (results.length === 0) return false;
  return isByElement || results.every((each) => isChain(bare(each), textOf));
}

/** A chain of `replace`, of which one takes out `<` and none puts it back. */
function isChain(written: AnyNode, textOf: (node: AnyNode) => string): boolean {
  let takesOut = false;
  let node = written;
  while (node.type === 'CallExpression') {
    const { callee } = node;
    if (callee.type !== 'MemberExpression') {
      // String(value)
      if (textOf(callee) !== 'String') return false;
      node = bare(node.arguments[0] ?? callee);
      continue;
    }
    const name = writtenName(callee);
    if (name === 'replace' || name === 'replaceAll') {
      if (!putsNothingBack(node, textOf)) return false;
      takesOut ||= replacesTags(node, textOf);
    } else if (!/^(?:toString|trim|valueOf)$/.test(name ?? '')) return false;
    node = bare(callee.object);
  }
  return takesOut && /^(?:Identifier|LogicalExpression|MemberExpression)$/.test(node.type);
}

function replacesTags(call: CallExpression, textOf: (node: AnyNode) => string): boolean {
  const [pattern, by] = call.arguments;
  if (pattern === undefined || by === undefined) return false;
  const isAll =
    call.callee.type === 'MemberExpression' && writtenName(call.callee) === 'replaceAll';
  const written = textOf(pattern);
  const isFound = isAll
    ? /^(['"`])<\1$/.test(written)
    : /^\/(?:<|\[[^\]^]*<[^\]]*\])\/[a-z]*g[a-z]*$/.test(written);
  const isGroup = /^\/\[[^\]^]*<[^\]]*\]\/[a-z]*g[a-z]*$/.test(written);
  if (isGroup && by.type !== 'Literal') return givesEntities(by, textOf);
  return (isFound || isGroup) && /^(['"`])(?:&lt;|&#0*60;|&#x0*3c;|)\1$/i.test(textOf(by));
}

/** True for a function that gives entities, itself or by a table: `(c) => entities[c]`. */
function givesEntities(by: AnyNode, textOf: (node: AnyNode) => string): boolean {
  const entity = /&lt;|&#0*60;|&#x0*3c;|'&#' *\+|`&#\$/i;
  if (entity.test(textOf(by))) return true;
  const body = isFunction(by) ? returnedBy(by) : undefined;
  const table =
    body?.type === 'MemberExpression'
      ? treeNode(variableOf(body.object)?.defs[0]?.name)
      : undefined;
  const init = table?.parent?.type === 'VariableDeclarator' ? table.parent.init : undefined;
  return init ? entity.test(textOf(init)) : false;
}

/** The one expression that a function returns. */
function returnedBy(of: FunctionNode): AnyNode | undefined {
  if (of.body.type !== 'BlockStatement') return bare(of.body);
  const [only, ...others] = returnsOf(of);
  return others.length === 0 && only?.argument ? bare(only.argument) : undefined;
}

/** True where what is put in isn't a tag: a constant without `<`, or what a table of such constants has. */
function putsNothingBack(call: CallExpression, textOf: (node: AnyNode) => string): boolean {
  const by = call.arguments[1];
  if (by === undefined) return false;
  if (by.type === 'Literal') return !/[<$]/.test(String(by.value));
  // (c) => entities[c]: such functions are short, and hold no tags
  const text = textOf(by);
  return (
    text.length < 400 && !text.includes('<img') && !/fromCharCode|fromCodePoint|atob/.test(text)
  );
}

/** `div.textContent = text; return div.innerHTML` */
function escapesByElement(text: string): boolean {
  return (
    text.length < 600 &&
    /\.(?:textContent|innerText)\s*=(?!=)|createTextNode\(/.test(text) &&
    /return\s+[\w$.]+\.innerHTML\b/.test(text) &&
    !/\.innerHTML\s*\+?=(?!=)/.test(text)
  );
}
