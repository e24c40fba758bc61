import type { AnyNode, AssignmentProperty, Property } from 'acorn';
import type { Variable } from 'eslint-scope';
import { giveProxied } from '../trace/give-proxied.ts';
import { setByBuiltin } from '../trace/set-settings.ts';
import { isOwnName } from '../modules/namespace-copy.ts';
import { writtenTo } from '../values/only-read.ts';
import { isEnvironment } from './program-settings.ts';
import { setPrototype } from '../modules/set-exports.ts';
import { bare, treeNode, writtenName } from '../syntax/syntax.ts';
import type { TracedCall } from '../trace/call-links.ts';
import type { Tracer } from '../trace/tracer.ts';
import { variableOf } from '../syntax/variables.ts';
import { followElements, isTable, type Value } from '../values/value.ts';

/** The name of a built-in function of the language, such as `Object.assign`, also through a variable. */
export function builtinOf(written: AnyNode, depth = 0): string | undefined {
  if (depth > 6) return undefined;
  const node = bare(written);
  if (node.type === 'Identifier') {
    const { variable } = node;
    if (variable === undefined) return node.name;
    const declarator = treeNode(variable.defs[0]?.name)?.parent;
    if (declarator?.type === 'Property') return takenBuiltin(declarator, variable, depth);
    const isAlias = variable.defs.length === 1 && declarator?.type === 'VariableDeclarator';
    if (!isAlias || declarator.id.type !== 'Identifier') return undefined;
    const [only, ...others] = writtenTo(variable);
    return only === undefined || others.length > 0 ? undefined : builtinOf(only, depth + 1);
  }
  if (node.type === 'CallExpression') {
    const { callee } = node;
    const isBound = callee.type === 'MemberExpression' && writtenName(callee) === 'bind';
    return isBound ? builtinOf(callee.object, depth + 1) : undefined;
  }
  if (node.type !== 'MemberExpression') return undefined;
  const name = writtenName(node);
  const holder = builtinOf(node.object, depth + 1);
  return name === undefined || holder === undefined ? undefined : `${holder}.${name}`;
}

/** A function that is taken out of its object, as by Bun: `var { defineProperty: t } = Object`. */
function takenBuiltin(
  property: Property | AssignmentProperty,
  variable: Variable,
  depth: number,
): string | undefined {
  const declarator = property.parent?.parent;
  const isAlias =
    variable.defs.length === 1 &&
    variable.references.filter((reference) => reference.isWrite()).length === 1 &&
    variableOf(property.value) === variable &&
    declarator?.type === 'VariableDeclarator' &&
    declarator.id === property.parent;
  const holder = isAlias && declarator.init ? builtinOf(declarator.init, depth + 1) : undefined;
  const name = writtenName(property);
  return name === undefined || holder === undefined ? undefined : `${holder}.${name}`;
}

/** Functions that return their arguments, or objects made of them. */
const givesBack =
  /^Object\.(?:freeze|seal|preventExtensions|create|setPrototypeOf|getPrototypeOf)$|^Promise\.(?:resolve|all|race|any)$|^Object$|^Proxy$|^Array\.from$/;

/** Functions that return a list of their arguments, or objects that contain them. */
const givesList = /^Array\.of$|^Promise\.allSettled$/;

/** Functions that only look at their arguments, and don't pass them on. */
const looks =
  /^Object\.(?:keys|getOwnPropertyNames|getOwnPropertySymbols|is|isFrozen|hasOwn|defineProperty|prototype\.(?!valueOf)\w+\.call)$|^Reflect\.(?:has|ownKeys|getPrototypeOf)$|^(?:String|Boolean|Array\.isArray|isNaN|Symbol|WeakSet|Error|TypeError)$|^(?:console|performance)\.\w+$|^Object\.prototype\.(?:toString|hasOwnProperty)\.call$|^JSON\.stringify$/;

/** Functions that change their first argument. */
const changes =
  /^(?:Object|Reflect)\.(?:assign|defineProperty|defineProperties|set|setPrototypeOf)$/;

/** Follows an argument through a built-in function of the language; false for an unknown function. */
export function addResultsOfBuiltin(
  tracer: Tracer,
  at: { call: TracedCall; node: AnyNode; value: Value },
): boolean {
  const { call, node, value } = at;
  const name = builtinOf(call.callee);
  if (name === undefined) return false;
  if (name === 'JSON.stringify' && call.arguments.length > 1 && !isEmpty(call.arguments[1])) {
    tracer.calls.passOn(call, { node, value });
    return true;
  }
  if (changes.test(name) && node === call.arguments[0] && value.kind === 'api') {
    if (value.node.others === 'loads-outside') tracer.tellOutside(call, value.name);
    setByBuiltin(tracer, { call, api: value, name });
  }
  if (looks.test(name)) {
    // what is perhaps the constructor of a function is shown by its name
    const isShown =
      name.startsWith('console.') && value.kind === 'api' && value.node.does === 'evaluates';
    return isShown || !isReplaced(tracer, name);
  }
  // what a proxy asks its traps for
  if (name === 'Proxy' && node === call.arguments[1] && value.kind === 'list') {
    followElements(value, (each) => tracer.escape(node, each));
    return true;
  }
  const isCopied =
    name === 'Object.create' || (name === 'Object.assign' && node !== call.arguments[0]);
  if (isCopied && value.kind === 'api' && isEnvironment(value)) return true;
  if (/^(?:Object|Reflect)\.setPrototypeOf$/.test(name) && node === call.arguments[1]) {
    const [target] = call.arguments;
    if (target !== undefined) setPrototype(tracer, { target, value });
    if (name === 'Reflect.setPrototypeOf') return true;
  }
  // a list with another prototype has other members than those of lists
  if (/^(?:Object|Reflect)\.setPrototypeOf$/.test(name) && value.kind === 'list') {
    followElements(value, (each) => tracer.escape(node, each));
  }
  if (givesList.test(name)) {
    tracer.add(call, tracer.own.holder(call, value));
    return true;
  }
  if (/^Promise\.(?:race|any)$/.test(name) && value.kind === 'list') {
    followElements(value, (element) => tracer.add(call, element));
    return true;
  }
  if (name === 'Proxy' && node === call.arguments[0]) giveProxied(tracer, { call, value });
  if (name === 'Array.from' && value.kind === 'function') return false;
  if (givesBack.test(name)) {
    tracer.add(call, value);
    return true;
  }
  if (name === 'Object.assign') {
    tracer.add(call, value);
    const [target] = call.arguments;
    if (value.kind === 'list' && target !== node && isGlobal(target)) {
      followElements(value, (each) => tracer.escape(node, each));
    }
    const isNamespace = value.kind === 'api' || value.kind === 'exports';
    if (target !== undefined && target !== node && isNamespace)
      tracer.calls.bindCopy({ target }, value);
    const holder = target === node ? undefined : variableOf(target);
    if (holder !== undefined && isTable(value)) tracer.bindVariable(holder, value);
    return true;
  }
  if (name === 'Object.getOwnPropertyDescriptors' && value.kind === 'list') {
    followElements(value, (each) => tracer.escape(node, each));
    return true;
  }
  if (/^(?:Object|Reflect)\.getOwnPropertyDescriptor$/.test(name) && value.kind === 'api') {
    if (!isDescribedOnly(tracer, call)) readReflected(tracer, { call, api: value });
    return true;
  }
  if (name === 'Reflect.get' && value.kind === 'api') {
    readReflected(tracer, { call, api: value });
    return true;
  }
  if (name === 'Reflect.get' && value.kind === 'list') {
    followElements(value, (each) => tracer.add(call, each));
    return true;
  }
  if (name === 'Object.fromEntries') {
    followPairs(value, (given) => tracer.add(call, tracer.own.holder(call, given)));
    return true;
  }
  if (name === 'Object.values' || name === 'Object.entries') {
    if (value.kind === 'api') tracer.readComputed(call, value);
    else if (value.kind === 'list') {
      followElements(value, (each) => {
        const pair = name === 'Object.entries' ? tracer.own.list(call.callee, each) : each;
        tracer.add(call, value.isTable ? tracer.own.list(call, pair) : each);
      });
    }
    return true;
  }
  return false;
}

/** True where code puts something else in the place of a function of the language: `console.log = …`. */
function isReplaced(tracer: Tracer, name: string): boolean {
  const [global = '', ...members] = name.split('.');
  const { changed } = tracer.code.index;
  const member = members.findLast((each) => !/^(?:prototype|call)$/.test(each));
  return changed.has(member ?? global) || (member !== undefined && changed.isReplaced(global));
}

/** True for the global object by one of its names. */
export function isGlobal(node: AnyNode | undefined): boolean {
  return node !== undefined && /^(?:globalThis|global|window|self)$/.test(builtinOf(node) ?? '');
}

/** True for `null` and its like, where a function could be. */
function isEmpty(node: AnyNode | undefined): boolean {
  return (
    node?.type === 'Literal' || node?.type === 'ArrayExpression' || node?.type === 'UnaryExpression'
  );
}

/** Follows the values in pairs: `[['name', value]]`. */
function followPairs(value: Value, tell: (given: Value) => void): void {
  if (value.kind !== 'list') return;
  followElements(value, (pair) => {
    if (pair.kind === 'list') followElements(pair, tell);
  });
}

/** True for `desc = getOwnPropertyDescriptor(from, key)` whose described value is never read. */
function isDescribedOnly(tracer: Tracer, call: TracedCall): boolean {
  const [of, key] = call.arguments;
  const name = variableOf(key);
  if (of === undefined || name === undefined) return false;
  const described = variableOf(takerOf(call));
  if (described === undefined || !isOwnName(tracer, { key: name, of, depth: 0 })) return false;
  return described.references.every(({ identifier }) => isLookedAt(treeNode(identifier)));
}

/** The variable that gets the result of a call. */
function takerOf({ parent }: TracedCall): AnyNode | undefined {
  if (parent?.type === 'AssignmentExpression') return parent.left;
  return parent?.type === 'VariableDeclarator' ? parent.id : undefined;
}

/** True where a descriptor is only looked at, or defines the property that it was read from. */
function isLookedAt(node: AnyNode | undefined): boolean {
  const parent = node?.parent;
  switch (parent?.type) {
    case 'MemberExpression':
      return !parent.computed && writtenName(parent) !== 'value';
    case 'CallExpression':
      return parent.arguments[2] === node;
    case 'ConditionalExpression':
      return parent.test === node || isLookedAt(parent);
    case 'AssignmentExpression':
      return parent.left === node;
    case 'VariableDeclarator':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'LogicalExpression':
      return true;
    default:
      return false;
  }
}

function readReflected(
  tracer: Tracer,
  at: { call: TracedCall; api: Value & { kind: 'api' } },
): void {
  const { call, api } = at;
  const key = call.arguments[1];
  const names = key === undefined ? null : tracer.code.index.strings(key);
  // `call`, `apply` and `bind` of an API with an effect
  if (names === null || api.node.does !== undefined) return tracer.readComputed(call, api);
  for (const name of names) {
    const member = tracer.apis.member(api, name);
    if (member !== undefined) tracer.reach(call, member);
  }
}
