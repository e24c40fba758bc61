import type { AnyNode, AssignmentProperty, MemberExpression, Property } from 'acorn';
import type { Variable } from 'eslint-scope';
import { builtinOf, isGlobal } from '../apis/builtins.ts';
import { isAssigned } from '../apis/api-use.ts';
import { givenBack } from '../values/given-back.ts';
import { stepCall, stepArgument } from './step-call.ts';
import { isReadByLanguage } from '../values/read-by-language.ts';
import { givesExport } from '../modules/bundled-modules.ts';
import { copyOf } from '../modules/namespace-copy.ts';
import { enclosingFunction, isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import { notFollowed, type Tracer } from './tracer.ts';
import {
  addExport,
  type ApiValue,
  followElements,
  followExports,
  isTable,
  type ListValue,
  type Value,
} from '../values/value.ts';

/** Moves a value of an expression on to where the expression is used. */
export function step(tracer: Tracer, at: { node: AnyNode; value: Value }): void {
  const { node, value } = at;
  const { parent } = node;
  const given = givenBack(node);
  if (given !== null) return tracer.giveBack(given, value);
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
      if (value.node.others?.does === 'loads-outside') tracer.tellOutside(node, value.name);
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
      tracer.addField(name, value);
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

function stepMember(tracer: Tracer, at: { node: MemberExpression; value: Value }): void {
  const { node, value } = at;
  switch (value.kind) {
    case 'api':
      return stepApiMember(tracer, { node, api: value });
    case 'function': {
      const names = tracer.namesOf(node);
      // import helpers make the function of `module.exports = function` its own `default`
      if (names?.some((name) => name === 'default' || calls.test(name))) tracer.add(node, value);
      // its own properties are followed by their names
      else if (names !== null || copyOf(tracer, node) !== null) tracer.judge();
      return;
    }
    case 'list':
      if (value.isTable) stepTable(tracer, { node, table: value });
      else if (isCalled(node) && tracer.namesOf(node)?.every(isMethod)) tracer.add(node, value);
      else followElements(value, (element) => tracer.add(node, element));
      return;
    case 'exports': {
      const names = tracer.namesOf(node);
      const copy = names === null ? copyOf(tracer, node) : null;
      if (copy !== null) return tracer.bindCopy(copy, value);
      followExports(value, (name, exported) => {
        if (names !== null && !givesExport(names, name)) return;
        if (exported.kind === 'api') tracer.reach(node, exported);
        else tracer.add(node, exported);
      });
    }
  }
}

/** Handles `table[key]`: with a computed key, it may be any of the table's values. */
function stepTable(tracer: Tracer, at: { node: MemberExpression; table: ListValue }): void {
  const { node, table } = at;
  // its properties are followed by their names
  const names = tracer.namesOf(node);
  if (names?.some((name) => notFollowed.has(name))) {
    return followElements(table, (each) => tracer.add(node, each));
  }
  if (names !== null) return tracer.judge();
  const copy = copyOf(tracer, node);
  if (copy !== null) tracer.bindCopy(copy, table);
  else followElements(table, (each) => tracer.add(node, each));
}

function isMethod(name: string): boolean {
  return !/^\d+$/.test(name);
}

function isCalled(node: MemberExpression): boolean {
  return node.parent?.type === 'CallExpression' && node.parent.callee === node;
}

function stepApiMember(tracer: Tracer, at: { node: MemberExpression; api: ApiValue }): void {
  const { node, api } = at;
  const names = tracer.namesOf(node);
  if (names === null) {
    if (api.node.does === 'requires' && isTrap(node)) return tracer.judge();
    const copy = copyOf(tracer, node);
    if (copy === null) tracer.readComputed(node, api);
    else tracer.bindCopy(copy, api);
    return;
  }
  for (const name of names) {
    if (calls.test(name) && isCallable(node, api)) tracer.add(node, api);
    if (/^(?:then|catch)$/.test(name) && node.parent?.type === 'CallExpression') {
      stepThen(tracer, { call: node.parent, api });
      continue;
    }
    if (name === 'finally' && node.parent?.type === 'CallExpression') tracer.add(node.parent, api);
    if (name === '__proto__') tracer.add(node, api);
    if (isCalled(node) && isPatched(tracer, name)) tracer.escape(node, api);
    if (api.node.others?.does === 'loads-outside' && name !== 'exports' && isAssigned(node)) {
      tracer.tellOutside(node, `${api.name}.${name}`);
    }
    if (name === 'exports') tracer.setExports.found(tracer, node, api);
    const member = tracer.apis.member(api, name);
    if (member !== undefined) tracer.reach(node, member);
  }
  // a member that nothing is known of is harmless
  tracer.judge();
}

/** True for a method that code adds to every object: `Object.prototype.name = …`. */
function isPatched(tracer: Tracer, name: string): boolean {
  return (tracer.code.index.functions.get(name) ?? []).some(({ parent }) => {
    const left = parent?.type === 'AssignmentExpression' ? parent.left : undefined;
    if (left?.type !== 'MemberExpression') return false;
    return /^(?:Object|Function)\.prototype$/.test(builtinOf(left.object) ?? '');
  });
}

const calls = /^(?:call|apply|bind)$/;

/**
 * True where reading `call`, `apply` or `bind` keeps the effect of an API. `Function.call.bind(other)` keeps
 * none: its `call` is the same for every function.
 */
function isCallable(node: MemberExpression, { node: { does } }: ApiValue): boolean {
  return does === 'evaluates' ? isCalled(node) : does !== undefined;
}

/** True for esbuild's substitute for a missing `require`: `new Proxy(x, { get: (a, b) => require[b] })`. */
function isTrap(node: MemberExpression): boolean {
  const property = enclosingFunction(node)?.parent;
  const isGet = property?.type === 'Property' && writtenName(property) === 'get';
  return isGet && property.parent?.parent?.type === 'NewExpression';
}

/** Handles `import('fs').then((fs) => …)`. */
function stepThen(tracer: Tracer, at: { call: AnyNode; api: ApiValue }): void {
  const { call, api } = at;
  if (call.type !== 'CallExpression') return;
  const [callback] = call.arguments;
  const functions = callback === undefined ? null : tracer.code.index.functionsOf(callback);
  if (functions === null) return tracer.escape(call, api);
  for (const each of functions) {
    const [parameter] = each.params;
    if (parameter !== undefined) tracer.bind(parameter, api);
    tracer.link(call, each);
  }
}

function stepLoop(tracer: Tracer, at: { left: AnyNode; value: ListValue }): void {
  const { left, value } = at;
  const target = left.type === 'VariableDeclaration' ? left.declarations[0]?.id : left;
  if (target) followElements(value, (element) => tracer.bind(target, element));
}

function stepSpread(tracer: Tracer, at: { node: AnyNode; value: Value }): void {
  const { node, value } = at;
  const { parent } = node;
  if (parent?.type === 'ObjectExpression') tracer.add(parent, value);
  else if (parent?.type === 'ArrayExpression' && value.kind === 'list') {
    followElements(value, (element) => tracer.add(parent, tracer.own.list(parent, element)));
  } else if (parent?.type === 'CallExpression') tracer.escape(node, value);
}

function stepProperty(
  tracer: Tracer,
  at: { property: Property | AssignmentProperty; value: Value },
): void {
  const { property, value } = at;
  const names = writtenName(property);
  const literal = property.parent;
  if (names === undefined) return tracer.escape(property, value);
  if (literal !== undefined && stepMadeProperty(tracer, { literal, name: names, value })) return;
  const call = literal?.parent;
  if (call?.type === 'CallExpression' && literal !== undefined) {
    // Object.defineProperty(exports, 'name', { get: () => value })
    const [target, key] = call.arguments;
    if ((names === 'get' || names === 'value') && target && key && call.arguments[2] === literal) {
      return stepDescriptor(tracer, { target, key, value });
    }
    // __export(exports, { name: () => value })
    if (value.kind === 'function' && value.function.params.length === 0) {
      followElements(tracer.own.results(value.function), (result) =>
        stepExport(tracer, { target: call.arguments[0], name: names, value: result }),
      );
      return tracer.addField(names, value);
    }
  }
  const holder = literal?.parent;
  if (/^(?:get|value)$/.test(names) && holder?.type === 'VariableDeclarator') {
    stepDescriptorOf(tracer, { variable: variableOf(holder.id), value });
  }
  if (literal?.type === 'ObjectExpression' && /^(?:default|__proto__)$/.test(names)) {
    return tracer.add(literal, value);
  }
  tracer.addField(names, value);
  if (isTable(value)) return tracer.escape(property, value);
  const isRead = tracer.isRead(names);
  if (literal !== undefined && tracer.apis.isHeld(value)) {
    const table = tracer.own.table(literal, value);
    if (!isRead) table.isUnread = true;
    return tracer.add(literal, table);
  }
  const isOfAll = value.kind === 'api' && notFollowed.has(names);
  if (isOfAll || isReadByLanguage(names, value)) tracer.escape(property, value);
  else if (!isRead && !isIntrinsic(property)) tracer.escape(property, value);
}

/**
 * True for a property of a table of all that the language has, as libraries keep it: `'%eval%': eval` among
 * many.
 */
function isIntrinsic({ parent }: AnyNode): boolean {
  if (parent?.type !== 'ObjectExpression') return false;
  const named = parent.properties.filter((property) => {
    return property.type === 'Property' && /^%\w+%$/.test(writtenName(property) ?? '');
  });
  return named.length > 30;
}

/**
 * Handles values in `new Proxy(x, { get: () => value })` and `Object.defineProperties(x, { name: { value }
 * })`.
 */
function stepMadeProperty(
  tracer: Tracer,
  at: { literal: AnyNode; name: string; value: Value },
): boolean {
  const { literal, name, value } = at;
  const { parent } = literal;
  const follow = (tell: (given: Value) => void) => {
    if (value.kind !== 'function') tell(value);
    else followElements(tracer.own.results(value.function), tell);
  };
  if (name !== 'get' && name !== 'value') return false;
  if (parent?.type === 'NewExpression' && builtinOf(parent.callee) === 'Proxy') {
    follow((given) => tracer.add(parent, tracer.own.list(parent, given)));
    return true;
  }
  const call = parent?.type === 'Property' ? parent.parent?.parent : undefined;
  if (parent?.type !== 'Property' || call?.type !== 'CallExpression') return false;
  if (!/^Object\.(?:create|defineProperties)$/.test(builtinOf(call.callee) ?? '')) return false;
  const defined = writtenName(parent);
  if (defined === undefined) follow((given) => tracer.escape(parent, given));
  else
    follow((given) =>
      stepExport(tracer, { target: call.arguments[0], name: defined, value: given }),
    );
  return true;
}

/** Handles `descriptor.get = () => value` of an object that describes a property. */
function stepDescribed(tracer: Tracer, target: MemberExpression, value: Value): void {
  if (!/^(?:get|value)$/.test(writtenName(target) ?? '')) return;
  stepDescriptorOf(tracer, { variable: variableOf(target.object), value });
}

/** Handles a descriptor in a variable: `Object.defineProperty(exports, 'name', descriptor)`. */
function stepDescriptorOf(
  tracer: Tracer,
  at: { variable: Variable | undefined; value: Value },
): void {
  for (const { identifier } of at.variable?.references ?? []) {
    const call = treeNode(identifier)?.parent;
    if (call?.type !== 'CallExpression') continue;
    const [target, key, descriptor] = call.arguments;
    if (target && key && descriptor === identifier) {
      stepDescriptor(tracer, { target, key, value: at.value });
    }
  }
}

function stepDescriptor(tracer: Tracer, at: { target: AnyNode; key: AnyNode; value: Value }): void {
  const { target, key, value } = at;
  const names = tracer.code.index.strings(key);
  tracer.judge();
  const give = (given: Value) => {
    if (names === null || isGlobal(target)) tracer.escape(key, given);
    else for (const name of names) stepExport(tracer, { target, name, value: given });
  };
  if (value.kind !== 'function') give(value);
  else followElements(tracer.own.results(value.function), give);
}

/** Handles a property of an object that a helper fills: it is followed by name, and as an export. */
function stepExport(
  tracer: Tracer,
  at: { target: AnyNode | undefined; name: string; value: Value },
): void {
  const { target, name, value } = at;
  if (target !== undefined) tracer.addExportTo(target, { name, value });
  tracer.addField(name, value);
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
  if (parent?.type !== 'Property' || parent.parent?.type !== 'ObjectExpression') return;
  if (tracer.apis.isHeld(value)) tracer.add(parent.parent, tracer.own.table(parent.parent, value));
}
