import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import type { Variable } from 'eslint-scope';
import { exportsHolder } from '../modules/bundled-modules.ts';
import { argumentsOf, returnedBy } from '../syntax/inside-function.ts';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { bare, isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import { forwardedTo, isApplied, wrappedIn } from './forwarded-call.ts';
import { bindParameter } from './step-list.ts';
import type { Tracer } from './tracer.ts';

/** Finds the parameter of `activate` that gets the context, whatever a bundler calls the function. */
export function findContexts(tracer: Tracer, code: ParsedCode): void {
  const give = giver(tracer);
  for (const node of code.nodes.functions) {
    if (isFunction(node) && isActivate(node)) give(node);
  }
  for (const name of code.nodes.activations) give(name);
  for (const call of code.nodes.calls) for (const each of givenAsActivate(tracer, call)) give(each);
  for (const node of code.nodes.members) {
    if (node.type === 'MemberExpression')
      for (const each of putAsActivate(tracer, node)) give(each);
  }
}

/** Gives the context to the functions that an expression may be. */
function giver(tracer: Tracer): (node: AnyNode | null | undefined) => void {
  const context = tracer.apis.of('context:', tracer.code.apis.context);
  const seen = new Set<AnyNode>();
  return function give(node) {
    if (!node || seen.has(node)) return;
    seen.add(node);
    for (const each of tracer.code.index.functionsOf(node) ?? []) {
      if (each.params[0] !== undefined) tracer.unseen.enter(each.params[0], context);
      bindParameter(tracer, { to: each, nth: 0, value: context });
      const forwarded = forwardedTo(tracer.code.index, each);
      for (const other of forwarded ?? []) give(other);
      if (forwarded === null) {
        // `arguments[0]`; what is applied to all of them is found as what it wraps
        for (const use of argumentsOf(each)) {
          if (!isApplied(use)) tracer.add(use, tracer.own.list(use, context));
        }
      }
      // a getter, or a function that makes it
      if (each.params.length === 0) for (const made of returnedBy(each)) give(made);
    }
    // a function that another one makes, wraps or binds
    const plain = bare(node);
    if (plain.type === 'CallExpression') giveToMade(plain, give);
    for (const wrapped of wrappedIn(node)) give(wrapped);

    function giveToMade(call: CallExpression, to: typeof give): void {
      const { callee } = call;
      const isBound = callee.type === 'MemberExpression' && writtenName(callee) === 'bind';
      for (const each of tracer.code.index.functionsOf(callee) ?? []) {
        // what was bound before the context
        const nth = call.arguments.length - 1;
        if (isBound && nth > 0) bindParameter(tracer, { to: each, nth, value: context });
        else if (!isBound) for (const made of returnedBy(each)) to(made);
      }
    }
  };
}

/**
 * What a call puts under the name `activate`: `Object.defineProperty(exports, 'activate', { … })`,
 * `Reflect.set(exports, 'activate', run)`, and what a trap of a proxy that is exported gives for any name.
 */
function givenAsActivate(tracer: Tracer, call: CallExpression): AnyNode[] {
  const at = call.arguments.findIndex((argument) => isNamed(tracer, argument));
  if (at === -1) return [];
  return call.arguments.slice(at + 1).flatMap((given) => {
    if (given.type !== 'ObjectExpression') return given.type === 'SpreadElement' ? [] : [given];
    return given.properties.flatMap((each) => {
      const isGiven = each.type === 'Property' && /^(?:get|value)$/.test(writtenName(each) ?? '');
      return isGiven ? [each.value] : [];
    });
  });
}

function isNamed(tracer: Tracer, node: AnyNode): boolean {
  if (node.type === 'Literal') return node.value === 'activate';
  const isText = node.type === 'TemplateLiteral' || node.type === 'BinaryExpression';
  return isText && tracer.code.index.strings(node)?.includes('activate') === true;
}

/** What is assigned to a computed name of a file's exports that is `activate`, or that nobody knows. */
function putAsActivate(tracer: Tracer, node: MemberExpression): AnyNode[] {
  const { parent } = node;
  if (!node.computed || parent?.type !== 'AssignmentExpression' || parent.left !== node) return [];
  const names = tracer.namesOf(node);
  if (names !== null) return names.includes('activate') ? [parent.right] : [];
  const code = tracer.codeOf(node);
  const isOwn =
    code !== undefined && exportsHolder(tracer, node.object) === tracer.own.exports(code);
  return isOwn ? [parent.right] : [];
}

function isActivate(node: AnyNode): boolean {
  if (node.type === 'FunctionDeclaration') return node.id?.name === 'activate';
  const { parent } = node;
  if (parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition') {
    return writtenName(parent) === 'activate' && isClassOfEntry(parent.parent?.parent);
  }
  return (
    parent?.type === 'VariableDeclarator' &&
    parent.id.type === 'Identifier' &&
    parent.id.name === 'activate'
  );
}

/** Most classes that a class of an entry file inherits from. */
const mostBases = 8;

/**
 * True for a class that an entry file exports, or an instance of it, `module.exports = new Extension()`, and
 * for its base classes. Other classes may use a method of that name for their own purposes.
 */
function isClassOfEntry(node: AnyNode | undefined, depth = 0): boolean {
  if (depth > mostBases) return false;
  if (node?.type !== 'ClassDeclaration' && node?.type !== 'ClassExpression') return false;
  if (isMadeForExports(node) || isExported(node)) return true;
  return [node.id, node.parent?.type === 'VariableDeclarator' ? node.parent.id : null].some(
    (name) =>
      name?.type === 'Identifier' &&
      isUsedFor(name.variable, (use) => {
        return isMadeForExports(use) || isExported(use) || isBaseOfEntry(use, depth + 1);
      }),
  );
}

function isBaseOfEntry(use: AnyNode, depth: number): boolean {
  const { parent } = use;
  const isClass = parent?.type === 'ClassDeclaration' || parent?.type === 'ClassExpression';
  return isClass && parent.superClass === use && isClassOfEntry(parent, depth);
}

function isMadeForExports(made: AnyNode): boolean {
  const { parent } = made;
  return parent?.type === 'NewExpression' && parent.callee === made && isExported(parent);
}

/** True where a value is exported, also through a variable. */
function isExported(value: AnyNode): boolean {
  const { parent } = value;
  if (parent?.type === 'ExportDefaultDeclaration') return true;
  if (parent?.type === 'AssignmentExpression') return isExports(parent.left);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  return isUsedFor(parent.id.variable, ({ parent: use }) => {
    return use?.type === 'AssignmentExpression' && isExports(use.left);
  });
}

function isExports(node: AnyNode): boolean {
  return node.type === 'MemberExpression' && /^(?:exports|default)$/.test(writtenName(node) ?? '');
}

function isUsedFor(variable: Variable | undefined, is: (use: AnyNode) => boolean): boolean {
  return (variable?.references ?? []).some(({ identifier }) => {
    const use = treeNode(identifier);
    return use !== undefined && is(use);
  });
}
