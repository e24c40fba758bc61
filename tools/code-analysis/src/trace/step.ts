import type { AnyNode } from 'acorn';
import { isEnvironment } from '../apis/program-settings.ts';
import { enclosingFunction, isFunction, writtenName } from '../syntax/syntax.ts';
import { givenBack } from '../values/given-back.ts';
import { addExport, followElements, type ListValue, type Value } from '../values/value.ts';
import { giveFieldToComputedReads, giveToComputedReads } from './read-computed.ts';
import { stepArgument } from './step-argument.ts';
import { stepCall } from './step-call.ts';
import { stepMember } from './step-member.ts';
import { stepDescribed, stepProperty } from './step-property.ts';
import type { Tracer } from './tracer.ts';

/** Moves a value of an expression on to where the expression is used. */
export function step(tracer: Tracer, at: { node: AnyNode; value: Value }): void {
  const { node, value } = at;
  const { parent } = node;
  const given = givenBack(node);
  if (given !== null) return tracer.calls.giveBack(given, value);
  if (node.type === 'FunctionDeclaration' && node.id?.variable !== undefined) {
    tracer.bindVariable(node.id.variable, value);
  }
  switch (parent?.type) {
    case 'MemberExpression':
      if (parent.object === node) stepMember(tracer, { node: parent, value });
      else tracer.judge();
      return;
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'AwaitExpression':
      return tracer.add(parent, value);
    case 'YieldExpression': {
      // a value that a generator yields, or that an async function compiled to a generator awaits
      const of = enclosingFunction(parent);
      if (of === undefined) return;
      if (parent.delegate) {
        // the values of the other generator are yielded, and its result is the expression's
        tracer.addResult(of, value);
        if (value.kind === 'list') return followElements(value, (each) => tracer.add(parent, each));
        return tracer.escape(node, value);
      }
      tracer.addResult(of, tracer.own.list(parent, value));
      return tracer.add(parent, value);
    }
    case 'SequenceExpression':
      if (parent.expressions.at(-1) === node) tracer.add(parent, value);
      else tracer.judge();
      return;
    case 'ConditionalExpression':
      if (parent.test !== node) tracer.add(parent, value);
      else tracer.judge();
      return;
    case 'LogicalExpression':
      if (parent.right === node || parent.operator !== '&&') tracer.add(parent, value);
      else tracer.judge();
      return;
    case 'AssignmentExpression':
      if (parent.right !== node) return tracer.judge();
      tracer.add(parent, value);
      if (parent.left.type === 'MemberExpression') stepDescribed(tracer, parent.left, value);
      return tracer.bind(parent.left, value);
    case 'AssignmentPattern':
      if (parent.right === node) tracer.bind(parent.left, value);
      else tracer.judge();
      return;
    case 'VariableDeclarator':
      if (parent.init === node) tracer.bind(parent.id, value);
      else tracer.judge();
      return;
    case 'ExportDefaultDeclaration':
      tracer.judge();
      return addExport(tracer.own.exports(tracer.codeOf(node)), 'default', value);
    case 'ForOfStatement':
      if (parent.right === node && value.kind === 'list')
        stepLoop(tracer, { left: parent.left, value });
      return;
    case 'ClassDeclaration':
    case 'ClassExpression':
      tracer.judge();
      if (parent.superClass !== node || value.kind !== 'api') return;
      if (value.node.others === 'loads-outside') tracer.tellOutside(node, value.name);
      // what `new` of the class gives is made of texts
      if (value.node.does === 'evaluates') tracer.escape(node, value);
      return;
    case 'WithStatement':
      if (parent.object !== node) return tracer.judge();
      if (value.kind === 'api') return tracer.readComputed(node, value);
      if (value.kind === 'list') followElements(value, (each) => tracer.escape(node, each));
      return;
    case 'SpreadElement':
      return stepSpread(tracer, { node: parent, value });
    case 'ArrayExpression':
      return tracer.add(parent, tracer.own.list(parent, value));
    case 'Property':
      if (parent.value === node && parent.parent?.type === 'ObjectExpression') {
        stepProperty(tracer, { property: parent, value });
      } else tracer.judge();
      return;
    case 'PropertyDefinition':
    case 'MethodDefinition': {
      const name = writtenName(parent);
      if (parent.value !== node) return tracer.judge();
      if (name === undefined) return tracer.escape(node, value);
      if (tracer.addClosed(parent, name, value)) return;
      tracer.addField(name, value);
      giveFieldToComputedReads(tracer, { member: parent, value });
      if (!tracer.isRead(name)) tracer.escape(node, value);
      return;
    }
    case 'ArrowFunctionExpression':
      if (parent.body === node) tracer.addResult(parent, value);
      else tracer.judge();
      return;
    case 'ReturnStatement': {
      const of = enclosingFunction(parent);
      if (of !== undefined) stepResult(tracer, { of, value });
      return;
    }
    case 'CallExpression':
    case 'NewExpression':
      if (parent.callee === node) stepCall(tracer, { call: parent, value });
      else stepArgument(tracer, { call: parent, node, value });
      return;
    case 'TemplateLiteral':
      if (parent.parent?.type === 'TaggedTemplateExpression') tracer.escape(node, value);
      return;
    case 'BinaryExpression':
      // a class may define what `instanceof` does
      if (parent.operator === 'instanceof' && tracer.isWritten('hasInstance')) {
        return tracer.escape(node, value);
      }
      return tracer.judge();
    default:
      if (parent === undefined || endsThere.has(parent.type)) tracer.judge();
      else tracer.escape(node, value);
  }
}

/**
 * Kinds of parents that only look at a value or drop it. Under any other unhandled parent, the value escapes.
 */
const endsThere = new Set<AnyNode['type']>([
  'BlockStatement',
  'DoWhileStatement',
  'ExportNamedDeclaration',
  'ExportSpecifier',
  'ExpressionStatement',
  'ForInStatement',
  'ForStatement',
  'FunctionDeclaration',
  'FunctionExpression',
  'IfStatement',
  'ObjectPattern',
  'Program',
  'StaticBlock',
  'SwitchCase',
  'SwitchStatement',
  'UnaryExpression',
  'UpdateExpression',
  'WhileStatement',
]);

function stepLoop(tracer: Tracer, at: { left: AnyNode; value: ListValue }): void {
  const { left, value } = at;
  const target = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left;
  if (target) followElements(value, (element) => tracer.bind(target, element));
}

function stepSpread(tracer: Tracer, at: { node: AnyNode; value: Value }): void {
  const { node, value } = at;
  const { parent } = node;
  // a copy of the environment is nobody's environment
  if (value.kind === 'api' && isEnvironment(value)) return tracer.judge();
  if (parent?.type === 'ObjectExpression') tracer.add(parent, value);
  else if (parent?.type === 'ArrayExpression' && value.kind === 'list') {
    followElements(value, (element) => tracer.add(parent, tracer.own.list(parent, element)));
  } else if (parent?.type === 'CallExpression') tracer.escape(node, value);
}

function stepResult(tracer: Tracer, at: { of: AnyNode; value: Value }): void {
  const { of, value } = at;
  if (!isFunction(of)) return;
  tracer.addResult(of, of.generator ? tracer.own.list(of, value) : value);
  const { parent } = of;
  const isGetter =
    (parent?.type === 'Property' || parent?.type === 'MethodDefinition') && parent.kind === 'get';
  const name = isGetter ? writtenName(parent) : undefined;
  if (name === undefined) {
    if (isGetter) tracer.escape(of, value);
    return;
  }
  tracer.addField(name, value);
  if (parent?.type === 'MethodDefinition') {
    giveFieldToComputedReads(tracer, { member: parent, value });
  }
  if (parent?.type !== 'Property' || parent.parent?.type !== 'ObjectExpression') return;
  giveToComputedReads(tracer, { object: parent.parent, value });
  if (tracer.apis.isHeld(value)) tracer.add(parent.parent, tracer.own.table(parent.parent, value));
}
