import type { AnyNode } from 'acorn';
import type { Variable } from 'eslint-scope';
import {
  bare,
  type FunctionNode,
  writtenName,
  treeIdentifier,
  treeNode,
} from '../syntax/syntax.ts';
import { isTopThis } from './set-exports.ts';
import type { Tracer } from '../trace/tracer.ts';
import { parameterOf, variableOf } from '../syntax/variables.ts';
import { type ExportsValue, followExports } from '../values/value.ts';

/** Name for `module.exports` itself in the table of exports. */
export const wholeModule = '(module)';

/** True where reading one of these names gives an export; `module.exports` gives all of it. */
export function givesExport(names: readonly string[], exported: string): boolean {
  if (names.includes(exported)) return true;
  return (
    exported === wholeModule &&
    names.some((name) => name === 'exports' || name === 'module.exports')
  );
}

/**
 * The exports that an expression stands for (`exports`, or `module` as their holder), of a file or of a
 * module that a bundler wrapped in a function. Null for anything else.
 */
export function exportsHolder(tracer: Tracer, written: AnyNode): ExportsValue | null {
  const node = bare(written);
  if (node.type === 'MemberExpression') {
    return writtenName(node) === 'exports' ? exportsHolder(tracer, node.object) : null;
  }
  if (node.type === 'AssignmentExpression') return exportsHolder(tracer, node.left);
  if (isTopThis(node)) return tracer.own.exports(tracer.codeOf(node));
  if (node.type !== 'Identifier') return null;
  if (node.variable === undefined) {
    if (node.name !== 'module' && node.name !== 'exports') return null;
    return tracer.own.exports(tracer.codeOf(node));
  }
  const parameter = parameterOf(node.variable);
  return parameter === null
    ? aliasedExports(tracer, node.variable)
    : wrappedExports(tracer, parameter.of);
}

/** swc, minified: `var e, t; e = require('fs'), t = exports, …` */
function aliasedExports(tracer: Tracer, variable: Variable): ExportsValue | null {
  const writes = variable.references.filter((reference) => reference.isWrite());
  const written = writes.length === 1 ? treeNode(writes[0]?.writeExpr) : undefined;
  if (written?.type !== 'Identifier' && written?.type !== 'MemberExpression') return null;
  return variableOf(written) === variable ? null : exportsHolder(tracer, written);
}

/** Makes an expression the value of a whole module, with all its exports, including ones found later. */
export function addModule(tracer: Tracer, node: AnyNode, exports: ExportsValue): void {
  tracer.add(node, exports);
  followExports(exports, (name, value) => {
    if (name === wholeModule) tracer.add(node, value);
  });
}

function wrappedExports(tracer: Tracer, wrapper: FunctionNode): ExportsValue | null {
  const uses = findUses(tracer, wrapper);
  if (uses === null) return null;
  const exports = tracer.own.exports(wrapper);
  for (const use of uses) addModule(tracer, use, exports);
  return exports;
}

/** Finds the calls that return a wrapped module's exports; null for a function that wraps none. */
function findUses(tracer: Tracer, wrapper: FunctionNode): readonly AnyNode[] | null {
  const { parent } = wrapper;
  if (parent?.type === 'CallExpression' && parent.arguments[0] === wrapper) {
    return callsOfLazy(parent);
  }
  if (parent?.type === 'ArrayExpression') {
    // browserify: { 1: [function (require, module, exports) { … }, { './other': 2 }] }
    const key = parent.parent?.type === 'Property' ? writtenName(parent.parent) : undefined;
    const at = key ?? String(parent.elements.findIndex((element) => element === wrapper));
    return key !== undefined && wrapper.params.length < 2
      ? null
      : callsOfKey(tracer, { key: at, wrapper });
  }
  if (parent?.type !== 'Property' || parent.parent?.type !== 'ObjectExpression') return null;
  const literal = parent.parent;
  const call = literal.parent;
  // esbuild: var require_x = __commonJS({ 'x.js'(exports, module) { … } })
  if (call?.type === 'CallExpression' && literal.properties.length === 1) {
    const lazy = callsOfLazy(call);
    if (lazy !== null) return lazy;
  }
  const key = writtenName(parent);
  return key === undefined ? null : callsOfKey(tracer, { key, wrapper });
}

/** Finds the calls `require_x()` of `var require_x = __commonJS(…)`. */
function callsOfLazy(call: AnyNode): AnyNode[] | null {
  const { parent } = call;
  const target =
    parent?.type === 'VariableDeclarator'
      ? parent.id
      : parent?.type === 'AssignmentExpression'
        ? parent.left
        : undefined;
  if (target?.type !== 'Identifier' || target.variable === undefined) return null;
  return callsOf(target.variable);
}

function callsOf(variable: Variable): AnyNode[] {
  return variable.references.flatMap(({ identifier }) => {
    const node = treeIdentifier(identifier);
    const { parent } = node;
    return parent?.type === 'CallExpression' && parent.callee === node ? [parent] : [];
  });
}

/** Finds the calls `__webpack_require__(123)` of webpack; null where none uses that key. */
function callsOfKey(
  tracer: Tracer,
  { key, wrapper }: { key: string; wrapper: FunctionNode },
): readonly AnyNode[] | null {
  const known = tracer.closed.loadsOf(wrapper);
  if (known !== null) return known.length === 0 ? null : known;
  const { loads } = tracer.code.index;
  const table = tracer.codeOf(wrapper);
  const calls = loads.of(key, table);
  for (const node of table === undefined ? [] : loads.shifted(calls, table)) {
    tracer.findings.unresolved(node, { reason: 'computed-module', what: 'a loader of modules' });
  }
  return calls.length === 0 ? null : calls;
}
