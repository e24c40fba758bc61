import type { AnyNode, MemberExpression } from 'acorn';
import { importedName } from '../syntax/code-index.ts';
import { bare, writtenName } from '../syntax/syntax.ts';
import { isRemoteText } from './address.ts';
import type { AnyCall } from './calls-by-name.ts';
import { expand, marks, oneOf } from './marks.ts';
import type { PageTexts } from './page-texts.ts';

/** An address that VS Code makes for a page: of a file, unless the address is on a server already. */
export function ownAddress(texts: PageTexts, of: AnyNode): string {
  const text = texts.read(of);
  return isRemoteText(text) || /[\uFDD2\uFDD5]/.test(text) ? text : marks.own;
}

/** True for `vscode.Uri.parse` and its like. */
export function isOfUri({ object }: MemberExpression): boolean {
  const of = bare(object);
  const name =
    of.type === 'MemberExpression'
      ? writtenName(of)
      : of.type === 'Identifier'
        ? (importedName(of.variable?.identifiers[0]) ?? of.name)
        : undefined;
  return /^(?:Uri|URI)\d*$/.test(name ?? '');
}

/** What a function of `Uri` gives. */
export function readUri(texts: PageTexts, { call, name }: { call: AnyCall; name: string }): string {
  const [first] = call.arguments;
  if (first === undefined) return marks.given;
  switch (name) {
    case 'parse': {
      const text = texts.read(first);
      return text === marks.given ? marks.escaped : text;
    }
    case 'file':
      return marks.own;
    case 'joinPath': {
      const base = texts.read(first);
      return isRemoteText(base) || base.includes(marks.made) ? base : marks.own;
    }
    case 'from': {
      const parts = texts.literalOf(first);
      if (parts?.type === 'ObjectExpression') return fromParts(texts, parts);
      const values = expand(texts.read(first)) ?? [];
      return values.some((each) => /^https?$/i.test(each)) ? `https://${marks.given}` : marks.given;
    }
    default:
      return marks.given;
  }
}

function fromParts(
  texts: PageTexts,
  { properties }: AnyNode & { type: 'ObjectExpression' },
): string {
  const part = (name: string) => {
    const found = properties.find((each) => each.type === 'Property' && writtenName(each) === name);
    return found?.type === 'Property' ? texts.read(found.value) : '';
  };
  if (properties.some(({ type }) => type === 'SpreadElement')) return marks.given;
  return `${part('scheme')}://${part('authority')}${part('path')}`;
}

/** `uri.with({ scheme: 'https' })` */
export function withScheme(
  texts: PageTexts,
  at: { call: AnyCall; callee: MemberExpression },
): string | null {
  const [parts] = at.call.arguments;
  if (parts?.type !== 'ObjectExpression') return null;
  const names = parts.properties.map((each) =>
    each.type === 'Property' ? writtenName(each) : undefined,
  );
  if (!names.includes('scheme')) return texts.read(at.callee.object);
  const text = fromParts(texts, parts);
  return /^https?:/i.test(text) ? text : oneOf([text, texts.read(at.callee.object)]);
}
