import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import type { ParsedCode } from '../syntax/parse-code.ts';
import { isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import { forwardedTo, wrappedIn } from './forwarded-call.ts';
import type { Tracer } from './tracer.ts';

/** Finds the parameter of `activate` that gets the context, whatever a bundler calls the function. */
export function findContexts(tracer: Tracer, code: ParsedCode): void {
  const context = tracer.apis.of('context:', tracer.code.apis.context);
  const seen = new Set<AnyNode>();
  const give = (node: AnyNode | null | undefined) => {
    if (node && seen.has(node)) return;
    if (node) seen.add(node);
    for (const each of (node && tracer.code.index.functionsOf(node)) ?? []) {
      const [parameter] = each.params;
      if (parameter !== undefined) tracer.bind(parameter, context);
      else followFunctions(each, give);
      for (const forwarded of forwardedTo(tracer.code.index, each) ?? []) give(forwarded);
    }
    // a function that another one wraps: activate = traced('activate', (context) => { … })
    for (const wrapped of node ? wrappedIn(node) : []) give(wrapped);
  };
  for (const node of code.nodes.functions) {
    if (isFunction(node) && isActivate(node)) give(node);
  }
  for (const name of code.nodes.activations) give(name);
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

/**
 * True for a class that an entry file exports an instance of, `module.exports = new Extension()`. Other
 * classes may use a method of that name for their own purposes.
 */
function isClassOfEntry(node: AnyNode | undefined): boolean {
  if (node?.type !== 'ClassDeclaration' && node?.type !== 'ClassExpression') return false;
  if (isMadeForExports(node)) return true;
  return [node.id, node.parent?.type === 'VariableDeclarator' ? node.parent.id : null].some(
    (name) =>
      name?.type === 'Identifier' && isUsedFor(name.variable, (use) => isMadeForExports(use)),
  );
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

/** Follows getters of exports: `activate: () => z`, or `() => start.activate`. */
function followFunctions(getter: AnyNode, give: (node: AnyNode) => void): void {
  if (!isFunction(getter)) return;
  const { body } = getter;
  const [only] = body.type === 'BlockStatement' ? body.body : [];
  const given = only?.type === 'ReturnStatement' ? only.argument : body;
  if (given?.type === 'Identifier' || given?.type === 'MemberExpression') give(given);
}
