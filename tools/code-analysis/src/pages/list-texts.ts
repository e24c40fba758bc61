import type { AnyNode, Identifier } from 'acorn';
import type { Variable } from 'eslint-scope';
import { returnedBy } from '../syntax/inside-function.ts';
import { bare, treeIdentifier, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { calledFunctions } from './called-functions.ts';
import { type AnyCall, calledName } from './calls-by-name.ts';
import { isConstant, marks, oneOf, plainText } from './marks.ts';
import type { PageTexts } from './page-texts.ts';
import { pieceOf, repeated, spelled } from './spelling.ts';

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
    if (list === null) return null;
    for (const reference of variable.references) {
      const value = treeNode(reference.writeExpr);
      if (!reference.isWrite() || reference.init === true || value === undefined) continue;
      added.push(...addedBy(texts, { value, variable }));
    }
    if (variable.references.some(({ identifier }) => mayBeFilled(treeIdentifier(identifier)))) {
      added.push(marks.given);
    }
    const isMoved = variable.references.some(({ identifier }) => {
      const member = treeIdentifier(identifier).parent;
      return (
        member?.type === 'MemberExpression' &&
        member.object === identifier &&
        moving.test(writtenName(member) ?? '')
      );
    });
    return isMoved ? inAnyOrder([...list, ...added]) : [...list, ...added];
  });
}

/** What a list gets by `list = list.concat(more)`, `list = [...list, more]`, and by another list. */
function addedBy(
  texts: PageTexts,
  { value, variable }: { value: AnyNode; variable: Variable },
): string[] {
  const node = bare(value);
  const isItself = (each: AnyNode) => variableOf(bare(each)) === variable;
  if (node.type === 'ArrayExpression') {
    return node.elements.flatMap((each) => {
      if (each?.type !== 'SpreadElement') return [each === null ? '' : texts.read(each)];
      return isItself(each.argument) ? [] : elementsOf(texts, each.argument);
    });
  }
  const isJoined =
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    isItself(node.callee.object);
  if (isJoined && calledName(node) === 'concat') {
    return node.arguments.flatMap((each) => listOf(texts, each) ?? [texts.read(each)]);
  }
  // filter, slice and their like give parts of what is there
  return isJoined ? [] : (listOf(texts, node) ?? [marks.given]);
}

/** Calls that only look at a list, or make another one of it. */
const looking =
  /^(?:log|info|warn|error|debug|stringify|isArray|from|concat|keys|values|entries|freeze|Set|Map|String|Number|join|createElement|jsxs?)$/;

/** True where a list is given away, or its method is, so that something else may put parts in. */
function mayBeFilled(use: AnyNode): boolean {
  const { parent } = use;
  if (parent?.type === 'CallExpression' || parent?.type === 'NewExpression') {
    return parent.callee !== use && !looking.test(calledName(parent) ?? '');
  }
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return false;
  if (!/^(?:push|unshift|splice|fill)$/.test(writtenName(parent) ?? '')) return false;
  return parent.parent?.type !== 'CallExpression' || parent.parent.callee !== parent;
}

/** Methods that change the order of a list, or take parts out. */
const moving = /^(?:reverse|sort|splice|shift|pop|unshift|copyWithin|fill|length)$/;

function listOfCall(texts: PageTexts, call: AnyCall & { type: 'CallExpression' }): string[] | null {
  const { callee } = call;
  const [first, second] = call.arguments;
  const name = calledName(call);
  const given = listGivenBy(texts, callee);
  if (given !== null || callee.type !== 'MemberExpression') return given;
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
      const lists = name === 'flatMap' ? functions.flatMap((each) => returnedBy(each)) : [];
      const [only, ...others] = lists;
      const list = only && others.length === 0 ? listOf(texts, only) : null;
      if (list !== null) return [...list, ...list];
      return repeated(spelled(oneOf(functions.map((each) => texts.results(each)))));
    }
    case 'from': {
      const made = second && texts.tracer.code.index.functionsOf(second);
      return made ? repeated(spelled(oneOf(made.map((each) => texts.results(each))))) : null;
    }
    case 'fill': {
      const filled = first === undefined ? '' : texts.read(first);
      return [...(listOf(texts, callee.object) ?? []), filled, filled];
    }
    case 'reverse':
    case 'toReversed':
      return listOf(texts, callee.object)?.toReversed() ?? null;
    case 'flat':
      // what the lists in it end and begin with comes together
      return (
        listOf(texts, callee.object)?.map((text) => (/!,/.test(text) ? text + marks.made : text)) ??
        null
      );
    case 'slice': {
      const list = listOf(texts, callee.object);
      const places = call.arguments.map((each) => placeOf(each));
      return list?.every(isConstant) === true && !places.includes(undefined)
        ? list.slice(...places.map((place) => place ?? 0))
        : inAnyOrder(list);
    }
    case 'filter':
    case 'splice':
    case 'toSpliced':
    case 'sort':
    case 'toSorted':
      return inAnyOrder(listOf(texts, callee.object));
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

/** The list that a function returns; null for others, and for one that returns several. */
function listGivenBy(texts: PageTexts, callee: AnyNode): string[] | null {
  const functions = calledFunctions(texts.tracer.code.index, callee) ?? [];
  const [only, ...others] = functions.flatMap((each) => (each.generator ? [] : returnedBy(each)));
  if (functions.length !== 1 || only === undefined || others.length > 0) return null;
  return texts.within(only, () => listOf(texts, only));
}

/** A place in a list that is written as a number. */
function placeOf(node: AnyNode): number | undefined {
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const place = placeOf(node.argument);
    return place === undefined ? undefined : -place;
  }
  return node.type === 'Literal' && typeof node.value === 'number' ? node.value : undefined;
}

/** A list in another order, or without some of its parts: what these may spell then isn't known. */
function inAnyOrder(list: string[] | null): string[] | null {
  const any = list === null ? '' : spelled(oneOf(list));
  return any.includes(marks.made) ? [any] : list;
}
