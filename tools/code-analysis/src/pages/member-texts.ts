import type { AnyNode, MemberExpression } from 'acorn';
import { specifierOf } from '../reach/specifiers.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { listOf } from './list-texts.ts';
import { marks, oneOf } from './marks.ts';
import type { PageTexts } from './page-texts.ts';

/** What a property holds, by its name. */
export function ofMember(texts: PageTexts, node: MemberExpression): string {
  const { index } = texts.tracer.code;
  const written = writtenName(node);
  if (written === 'length') {
    const isOwnLength = texts.literalOf(node.object)?.type === 'ObjectExpression';
    return isOwnLength ? texts.ofField(written) : marks.own;
  }
  if (written === 'cspSource' && texts.fields.of(written) === undefined) return marks.own;
  if (
    /^(?:language|machineId|sessionId|uriScheme|platform|version|arch|lineCount)$/.test(
      written ?? '',
    )
  ) {
    if (texts.fields.of(written ?? '') === undefined) return marks.word;
  }
  const names = written === undefined ? index.strings(node.property) : [written];
  if (names === null || names.every((name) => /^\d+$/.test(name))) {
    const list = listOf(texts, node.object);
    if (list !== null) return oneOf(list);
    return itemOf(texts, node.object);
  }
  const isOwn = isOwnObject(node.object);
  return oneOf([
    ...names.map((name) => texts.ofField(name)),
    ...(isOwn && names.every((name) => texts.fields.of(name) !== undefined) ? [] : [marks.given]),
  ]);
}

/** Any character of a text, or any value of a table. */
function itemOf(texts: PageTexts, object: AnyNode): string {
  const literal = texts.literalOf(object);
  if (literal?.type === 'ObjectExpression') {
    return oneOf(
      literal.properties.map((each) =>
        each.type === 'Property' ? texts.result(each.value) : marks.given,
      ),
    );
  }
  const constants = texts.tracer.code.index.strings(object);
  if (constants === null) return marks.given;
  return constants.every((text) => /^[\w\s-]*$/.test(text)) ? marks.own : marks.made;
}

/** True for `this`, and for a variable that only ever holds objects that are written out, or own modules. */
function isOwnObject(written: AnyNode): boolean {
  const node = bare(written);
  if (node.type === 'ThisExpression') return true;
  const writes = (variableOf(node)?.references ?? []).filter((each) => each.isWrite());
  return (
    writes.length > 0 &&
    writes.every(({ writeExpr }) => {
      const value = treeNode(writeExpr);
      return (
        value?.type === 'ObjectExpression' || (value && /^\.{1,2}\//.test(specifierOf(value) ?? ''))
      );
    })
  );
}
