import type { AnyNode, Expression, ObjectExpression, SpreadElement } from 'acorn';
import type { Permission } from '@orchestra/core';
import { ownPaths } from '../modules/own-path.ts';
import { bare, isFunction, treeNode, writtenName } from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';

/** What a call is given. */
interface Given {
  tracer: Tracer;
  arguments: readonly (Expression | SpreadElement)[];
}

/** A module of the package runs confined; what its code uses counts as that of any other. */
export function permissionsToFork({
  tracer,
  arguments: [module],
}: Given): readonly Permission[] | null {
  return module !== undefined && isOwnModule(tracer, module) ? [] : null;
}

/**
 * `new LanguageClient(id?, name, server, options)` whose server is a module of the package, or what code of the package
 * connects to.
 */
export function permissionsOfClient({
  tracer,
  arguments: given,
}: Given): readonly Permission[] | null {
  if (given.some(({ type }) => type === 'SpreadElement')) return null;
  // the name may be left out, and then the options stand where the server does otherwise
  const servers = given.slice(1, 3).flatMap((one) => serversIn(one, 0));
  return servers.length > 0 && servers.every((one) => one !== null && isOwnModule(tracer, one))
    ? []
    : null;
}

/** The modules that a description of servers names; null for anything else that it may start. */
function serversIn(written: AnyNode, depth: number): (AnyNode | null)[] {
  const node = valueOf(written);
  if (node.type !== 'ObjectExpression' || depth > 1) return [];
  const properties = propertiesOf(node);
  if (properties === null) return [null];
  const [run, debug] = [properties.get('run'), properties.get('debug')];
  if (run !== undefined && debug !== undefined) {
    return [run, debug].flatMap((one) => {
      const found = serversIn(one, depth + 1);
      return found.length === 0 ? [null] : found;
    });
  }
  if (properties.has('command') || properties.has('runtime')) return [null];
  const module = properties.get('module');
  return module === undefined ? [] : [module];
}

/** What properties are given by their names; null where there may be others. */
function propertiesOf({ properties }: ObjectExpression): Map<string, AnyNode> | null {
  const named = properties.map((each) =>
    each.type === 'Property' && each.kind === 'init'
      ? ([writtenName(each), each.value] as const)
      : ([undefined, each] as const),
  );
  const found = new Map<string, AnyNode>();
  for (const [name, value] of named) {
    if (name === undefined || name === '__proto__') return null;
    found.set(name, value);
  }
  return found;
}

/** What a variable is given that is written once, and whose properties nobody sets. */
function valueOf(written: AnyNode): AnyNode {
  const node = bare(written);
  if (node.type !== 'Identifier' || node.variable === undefined) return node;
  const { references, defs } = node.variable;
  const writes = references.filter((each) => each.isWrite());
  const isChanged = references.some(({ identifier }) => {
    const parent = treeNode(identifier)?.parent;
    return parent?.type === 'MemberExpression' && parent.object === treeNode(identifier);
  });
  const value = treeNode(writes[0]?.writeExpr);
  const isPlain = defs.length === 1 && writes.length === 1 && !isChanged && value !== undefined;
  return isPlain && !isFunction(value) ? bare(value) : node;
}

function isOwnModule(tracer: Tracer, module: AnyNode): boolean {
  const paths = ownPaths(tracer, module);
  const { files } = tracer.code;
  const from = tracer.codeOf(module)?.path;
  return (
    paths?.every((named) => {
      const path = files.fileAt(named);
      return path !== undefined && files.want(path, from);
    }) ?? false
  );
}
