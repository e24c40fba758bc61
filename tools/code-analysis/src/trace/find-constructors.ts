import type { AnyNode, MemberExpression, ObjectPattern } from 'acorn';
import { builtinOf } from '../apis/builtins.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import type { TracedCall, Tracer } from './tracer.ts';
import { variableOf } from '../syntax/variables.ts';

/** Finds expressions such as `(() => {}).constructor`, which is `Function` for every function. */
export function findConstructors(tracer: Tracer, code: ParsedCode): void {
  for (const node of code.nodes.members) {
    if (node.type === 'ObjectPattern') findInPattern(tracer, node);
    else if (node.type === 'MemberExpression') findInMember(tracer, node);
  }
}

function findInPattern(tracer: Tracer, pattern: ObjectPattern): void {
  const { parent } = pattern;
  const from = parent?.type === 'VariableDeclarator' ? parent.init : undefined;
  for (const property of from ? pattern.properties : []) {
    if (property.type !== 'Property' || writtenName(property) !== 'constructor') continue;
    if (!from || !isOfFunction(tracer, from)) return;
    for (const call of callsOf(property.value)) tell(tracer, call);
  }
}

function findInMember(tracer: Tracer, node: MemberExpression): void {
  const written = writtenName(node);
  if (written !== undefined && written !== 'constructor') return;
  const call = callOf(node);
  if (!isConstructor(tracer, node, call !== undefined)) {
    if (call !== undefined && isOfLiteral(tracer, node)) tell(tracer, call);
    return;
  }
  if (isOfFunction(tracer, node.object)) {
    const calls = call === undefined ? callsOf(takerOf(node)) : [call];
    for (const each of calls) if (each.arguments.length > 0) tell(tracer, each);
    return;
  }
  // on an unknown object: a string argument is code only if the object is a function
  const argument = call?.callee === node ? call.arguments.at(-1) : undefined;
  if (argument === undefined || tracer.code.index.strings(argument) === null) return;
  tell(tracer, node.parent ?? node);
}

function tell(tracer: Tracer, node: AnyNode): void {
  tracer.findings.unresolved(node, { reason: 'evaluated-code', what: 'constructor(…)' });
}

function callOf(node: AnyNode): TracedCall | undefined {
  const { parent } = node;
  if (parent?.type === 'MemberExpression' && parent.object === node) {
    return /^(?:call|apply|bind)$/.test(writtenName(parent) ?? '') ? callOf(parent) : undefined;
  }
  const isCall = parent?.type === 'CallExpression' || parent?.type === 'NewExpression';
  return isCall && parent.callee === node ? parent : undefined;
}

/** The variable that a constructor is assigned to. */
function takerOf({ parent }: AnyNode): AnyNode | undefined {
  if (parent?.type === 'VariableDeclarator') return parent.id;
  return parent?.type === 'AssignmentExpression' ? parent.left : undefined;
}

/** The calls of a variable. */
function callsOf(name: AnyNode | undefined): TracedCall[] {
  return (variableOf(name)?.references ?? []).flatMap(({ identifier }) => {
    const use = treeNode(identifier);
    return (use && callOf(use)) ?? [];
  });
}

function isConstructor(tracer: Tracer, node: MemberExpression, isCalled: boolean): boolean {
  const written = writtenName(node);
  if (written !== undefined || !isCalled) return written === 'constructor';
  return tracer.namesOf(node)?.includes('constructor') ?? false;
}

/** Names of built-in functions and constructors of the language. */
const builtins =
  /^(?:Object|Array|String|Number|Boolean|Symbol|Promise|Map|Set|Date|RegExp|Error|parseInt|isNaN)(?:\.\w+)*$(?<!\.prototype)|^(?:Math|JSON|Reflect|console)\.\w+$/;

/** True for an expression that is certainly a function. */
function isOfFunction(tracer: Tracer, written: AnyNode): boolean {
  const node = bare(written);
  if (isFunction(node) || node.type === 'ClassExpression') return true;
  if (builtins.test(builtinOf(node) ?? '')) return true;
  switch (node.type) {
    case 'Identifier':
      return (tracer.code.index.functionsOf(node) ?? []).length > 0;
    case 'CallExpression': {
      const [of] = node.arguments;
      const isPrototype = /^(?:Object|Reflect)\.getPrototypeOf$/.test(builtinOf(node.callee) ?? '');
      return isPrototype && of !== undefined && isOfFunction(tracer, of);
    }
    case 'MemberExpression':
      return isConstructor(tracer, node, true) || isLiteral(node.object);
    default:
      return false;
  }
}

function isLiteral(written: AnyNode): boolean {
  const node = bare(written);
  return (
    node.type === 'Literal' || node.type === 'ArrayExpression' || node.type === 'TemplateLiteral'
  );
}

/** True for obfuscated code such as `[][a][b]('code')`, with two computed names on a literal. */
function isOfLiteral(tracer: Tracer, node: MemberExpression): boolean {
  const inner = bare(node.object);
  if (inner.type !== 'MemberExpression' || !inner.computed || !node.computed) return false;
  const of = bare(inner.object);
  const isEmpty = of.type === 'ArrayExpression' && of.elements.length === 0;
  if (!isEmpty && of.type !== 'Literal' && of.type !== 'BinaryExpression') return false;
  return tracer.namesOf(node) === null;
}
