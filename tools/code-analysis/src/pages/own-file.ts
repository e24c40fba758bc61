import type { AnyNode } from 'acorn';
import { ownPaths } from '../modules/own-path.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import { type AnyCall, calledName } from './calls-by-name.ts';
import { marks, oneOf, plainText } from './marks.ts';
import type { PageTexts } from './page-texts.ts';
import { callsOf } from './parameter-texts.ts';

/** Reads a call that gives the text of a file; null for other calls. */
export function readOwnFile(
  texts: PageTexts,
  { call, name }: { call: AnyCall; name: string },
): string | null {
  const [first] = call.arguments;
  if (!/^(?:readFileSync|readFile|readTextFile)$/.test(name) || first === undefined) return null;
  const paths = ownPaths(texts.tracer, first) ?? joinedPaths(texts, first);
  if (paths === null || paths.length === 0) return marks.given;
  return oneOf(paths.map((path) => textOfFile(texts, path) ?? marks.given));
}

function textOfFile({ files }: PageTexts, path: string): string | undefined {
  const bytes = files.get(path.replace(/^\.?\//, ''));
  return bytes === undefined ? undefined : plainText(new TextDecoder().decode(bytes));
}

/** `vscode.Uri.joinPath(context.extensionUri, 'media', 'page.html')`, also with `fsPath` */
function joinedPaths(texts: PageTexts, written: AnyNode, depth = 0): string[] | null {
  const node = bare(written);
  if (depth > 6) return null;
  if (node.type === 'MemberExpression') {
    const isPath = /^(?:fsPath|path)$/.test(writtenName(node) ?? '');
    return isPath ? joinedPaths(texts, node.object, depth + 1) : null;
  }
  if (node.type === 'Identifier') {
    const writes = (variableOf(node)?.references ?? []).filter((each) => each.isWrite());
    const value = writes.length === 1 ? treeNode(writes[0]?.writeExpr) : undefined;
    return value === undefined
      ? null
      : (ownPaths(texts.tracer, value) ?? joinedPaths(texts, value, depth + 1));
  }
  if (node.type !== 'CallExpression') return null;
  const [base, ...parts] = node.arguments;
  if (
    !/^(?:joinPath|join)$/.test(calledName(node) ?? '') ||
    base === undefined ||
    !isRoot(texts, base)
  )
    return null;
  const names = parts.map((part) => texts.tracer.code.index.strings(part));
  if (names.some((each) => each?.length !== 1)) return null;
  const path = names.map((each) => each?.[0] ?? '').join('/');
  return /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]/.test(path)
    ? null
    : [path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')];
}

/** True for the folder of the extension, as the app gives it. */
function isRoot(texts: PageTexts, written: AnyNode, depth = 0): boolean {
  const node = bare(written);
  if (depth > 4) return false;
  if (node.type === 'Identifier') {
    const parameter = parameterOf(variableOf(node));
    if (parameter !== null) {
      const isNamed = /^_?extension(?:Uri|Path|Root)$/.test(node.name);
      const given = callsOf(texts, parameter.of).map((call) => call.arguments[parameter.at]);
      return isNamed && given.every((each) => each !== undefined && isRoot(texts, each, depth + 1));
    }
    const writes = (variableOf(node)?.references ?? []).filter((each) => each.isWrite());
    const value = writes.length === 1 ? treeNode(writes[0]?.writeExpr) : undefined;
    return value !== undefined && isRoot(texts, value, depth + 1);
  }
  if (node.type !== 'MemberExpression') return false;
  const name = writtenName(node) ?? '';
  if (name === 'extensionUri' || name === 'extensionPath') {
    return (texts.fields.of(name) ?? []).every((each) => isRoot(texts, each, depth + 1));
  }
  // a field that holds it: this._root = context.extensionUri
  const values = texts.fields.of(name);
  return values !== undefined && values.every((each) => isRoot(texts, each, depth + 1));
}
