import type { AnyNode } from 'acorn';
import { loadModules } from '../modules/find-sources.ts';
import { plainArgument } from '../values/fold-strings.ts';
import { enclosingFunction } from '../syntax/syntax.ts';
import { viaOf } from './called-with.ts';
import { ownPaths } from '../modules/own-path.ts';
import type { TracedCall } from './call-links.ts';
import type { Tracer } from './tracer.ts';
import type { ApiValue } from '../values/value.ts';

/** Handles `createRequire(…)`: of a place in the package, its result is as good as `require`. */
export function makeRequire(tracer: Tracer, call: TracedCall): void {
  const place = plainArgument(call, viaOf(call) === null ? 0 : 1);
  const require = tracer.apis.member(tracer.apis.global(), 'require');
  if (require === undefined) return;
  const from = tracer.codeOf(call)?.path ?? '';
  const paths = place === undefined ? null : ownPaths(tracer, place);
  // of another folder, the same name would be another file
  const isOwn = paths?.every((path) => folderOf(path) === folderOf(from)) ?? false;
  tracer.add(call, isOwn ? require : tracer.apis.of('module:createRequire()', require.node));
}

/** Handles `require(…)`, also by `call` and `apply`. */
export function callRequire(tracer: Tracer, at: { call: TracedCall; api: ApiValue }): void {
  const { call, api } = at;
  const via = viaOf(call);
  const argument = plainArgument(call, via === null ? 0 : 1);
  if (via === 'bind') return tracer.add(call, api);
  const given = via === 'apply' ? firstElement(call.arguments[1]) : argument;
  const forwarder = via === 'apply' ? forwarderOf(call) : undefined;
  if (forwarder !== undefined) return tracer.add(forwarder, api);
  const isElsewhere = !findsOwnFiles.test(api.id);
  loadModules(tracer, { node: call, path: given, what: `${api.name}(…)`, isElsewhere });
}

/** The functions that find files as the file does that they are used in. */
const findsOwnFiles = /^global:(?:module\.)?require$/;

function firstElement(list: AnyNode | undefined): AnyNode | undefined {
  return list?.type === 'ArrayExpression' ? (list.elements[0] ?? undefined) : undefined;
}

/**
 * The function around a call that forwards its arguments: `function (x) { return require.apply(this,
 * arguments) }`.
 */
function forwarderOf(call: TracedCall): AnyNode | undefined {
  const given = call.arguments[1];
  const isForwarded = given?.type === 'Identifier' && given.name === 'arguments';
  return isForwarded ? enclosingFunction(call) : undefined;
}

/** Handles a call that asks for the API of another extension: of the one for git. */
export function callExtension(tracer: Tracer, call: TracedCall): void {
  const argument = plainArgument(call, 0);
  const names = argument === undefined ? null : tracer.code.index.strings(argument);
  const what = 'vscode.extensions.getExtension';
  const permissions = ['git' as const];
  if (names === null) {
    if (!tracer.isWritten('vscode.git')) return;
    tracer.findings.unresolved(call, {
      reason: 'computed-access',
      what: `${what}(…)`,
      permissions,
    });
  } else if (names.includes('vscode.git')) tracer.findings.use(call, { call: what, permissions });
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
