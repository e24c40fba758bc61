import type { AnyNode, Identifier } from 'acorn';
import { bare, treeIdentifier, treeNode, writtenName } from '../syntax/syntax.ts';
import { type AnyCall, calledName } from './calls-by-name.ts';
import { isConstant, marks, oneOf, plainText } from './marks.ts';
import type { PageTexts } from './page-texts.ts';
import { pieceOf, spelled } from './spelling.ts';

/** Most pieces of a constant text that are read. */
const mostPieces = 60;

/** The elements of a list, or the characters of a text; what comes from outside where they aren't known. */
export function elementsOf(texts: PageTexts, node: AnyNode): string[] {
  const list = listOf(texts, node);
  if (list !== null) return list;
  const text = texts.read(node);
  if (text === '' || !isConstant(text)) return [marks.given];
  return [pieceOf(text)];
}

/** The elements of a list that is written in the code; null for others. */
export function listOf(texts: PageTexts, written: AnyNode): string[] | null {
  const node = bare(written);
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.flatMap((each) => {
        if (each === null) return [''];
        return each.type === 'SpreadElement'
          ? elementsOf(texts, each.argument)
          : [texts.read(each)];
      });
    case 'CallExpression':
      return listOfCall(texts, node);
    case 'Identifier':
      return listOfVariable(texts, node);
    default:
      return null;
  }
}

function listOfVariable(texts: PageTexts, node: Identifier): string[] | null {
  const { variable } = node;
  const declarator = treeNode(variable?.defs[0]?.name)?.parent;
  if (variable === undefined || declarator?.type !== 'VariableDeclarator' || !declarator.init)
    return null;
  if (declarator.id.type !== 'Identifier') return null;
  const { init } = declarator;
  return texts.within(declarator, () => {
    const list = listOf(texts, init);
    const added = variable.references.flatMap(({ identifier }) => {
      const member = treeIdentifier(identifier).parent;
      const use = member?.parent;
      if (member?.type !== 'MemberExpression' || member.object !== identifier) return [];
      if (use?.type === 'AssignmentExpression' && use.left === member)
        return [texts.read(use.right)];
      if (use?.type !== 'CallExpression' || use.callee !== member) return [];
      if (!/^(?:push|unshift|splice|fill)$/.test(writtenName(member) ?? '')) return [];
      return use.arguments.map((each) =>
        each.type === 'SpreadElement' ? marks.given : texts.read(each),
      );
    });
    return list === null ? null : [...list, ...added];
  });
}

function listOfCall(texts: PageTexts, call: AnyCall & { type: 'CallExpression' }): string[] | null {
  const { callee } = call;
  const [first] = call.arguments;
  const name = calledName(call);
  if (callee.type !== 'MemberExpression') return null;
  const isTable = callee.object.type === 'Identifier' && callee.object.name === 'Object';
  if (isTable && first && /^(?:values|keys|entries)$/.test(name ?? '')) {
    const table = texts.literalOf(first);
    if (table?.type !== 'ObjectExpression') return null;
    return table.properties.map((each) => {
      if (each.type !== 'Property') return marks.given;
      return name === 'keys' ? plainText(writtenName(each) ?? '') : texts.result(each.value);
    });
  }
  switch (name) {
    case 'map':
    case 'flatMap': {
      const functions = first && texts.tracer.code.index.functionsOf(first);
      if (!functions) {
        // constants that something else decodes
        return listOf(texts, callee.object)?.every(isConstant) === true ? [marks.made] : null;
      }
      return [spelled(oneOf(functions.map((each) => texts.results(each))))];
    }
    case 'filter':
    case 'slice':
    case 'sort':
    case 'reverse':
    case 'flat':
    case 'toSorted':
    case 'toReversed':
      return listOf(texts, callee.object);
    case 'concat': {
      const list = listOf(texts, callee.object);
      return (
        list && [
          ...list,
          ...call.arguments.flatMap((each) => listOf(texts, each) ?? [texts.read(each)]),
        ]
      );
    }
    case 'split': {
      const text = texts.read(callee.object);
      if (!isConstant(text)) return [spelled(text)];
      const [by] = (first && texts.tracer.code.index.strings(first)) ?? [];
      return by === undefined || by === '' ? [pieceOf(text)] : text.split(by).slice(0, mostPieces);
    }
    default:
      return null;
  }
}
