import type { AnyNode } from 'acorn';
import { type ApiNode, isNothing, isReported, memberOf, unjudged } from '../apis/api-node.ts';
import { fullName, isOnlyTested } from '../apis/api-use.ts';
import { isSurelyApi } from '../apis/sure-api.ts';
import { isDecidedLast, permissionsByShape } from '../apis/use-shapes.ts';
import { definesProperty } from '../syntax/defined-property.ts';
import type { ApiValue } from '../values/value.ts';
import { isSet } from './set-settings.ts';
import type { Tracer } from './tracer.ts';

/** Handles a use of an API: reports it if it needs a permission, and follows it if it has members. */
export function reachApi(tracer: Tracer, { node, api }: { node: AnyNode; api: ApiValue }): void {
  tracer.judge();
  if (isReported(api.node)) {
    tracer.reached.add(node);
    if (!isOnlyTested(node) && !isReadForMember(tracer, { node, api })) tracer.tell(node, api);
  } else if (!isOnlySet(api.node)) tracer.add(node, api);
  const { does, gives, children, permissionsToSet } = api.node;
  const isMethod = /execArgv\.\w+$/.test(api.id);
  if (permissionsToSet.length > 0 && (isSet(node) || isMethod)) {
    tracer.findings.use(node, { call: api.name, permissions: permissionsToSet });
  }
  if (gives?.how === 'list')
    tracer.add(node, tracer.own.list(node, tracer.apis.of(gives.id, gives.node)));
  else if (does !== undefined || gives !== undefined || children.size > 0) tracer.add(node, api);
}

/** True for a member that matters only where it is set: what is read of it is a text. */
function isOnlySet(node: ApiNode): boolean {
  return node.permissionsToSet.length > 0 && isNothing({ ...node, permissionsToSet: [] });
}

/** Reports a use of an API with the permissions that it needs. */
export function tellUse(tracer: Tracer, { node, api }: { node: AnyNode; api: ApiValue }): void {
  tracer.judge();
  tracer.unseen.see(api);
  const call = fullName(node, api.name);
  const { feature } = api.node;
  if (feature !== undefined) tracer.findings.unsupported(node, { call, feature });
  const decide = () => {
    const permissions = permissionsByShape(tracer, { node, api });
    if (permissions === null && api.node.isUnresolved) {
      tracer.findings.unresolved(node, {
        reason: 'unknown-effect',
        what: call,
        isJudged: api.node !== unjudged,
      });
    }
    tracer.findings.use(node, { call, permissions: permissions ?? api.node.permissions });
  };
  if (api.node === unjudged) tracer.later(() => isOfAnother(tracer, node) || decide());
  else if (isDecidedLast(api)) tracer.later(decide);
  else decide();
}

/**
 * True for a member that no table names, where another object than this API may be meant: another API has it,
 * or the code itself puts it somewhere.
 */
function isOfAnother(tracer: Tracer, node: AnyNode): boolean {
  if (node.type !== 'MemberExpression') return false;
  if (!isSurelyApi(tracer, node.object)) return true;
  const names = (tracer.namesOf(node) ?? []).filter((name) => /^(?!__)[\w$]+$/.test(name));
  const isKnown = [...tracer.valuesOf(node.object)].some(
    (value) =>
      value.kind === 'api' && names.every((name) => memberOf(value.node, name) !== unjudged),
  );
  return isKnown || names.every((name) => definesProperty(tracer.code.codes.values(), name));
}

/** True where only members are read that have a verdict of their own: `Toast.Style`. */
function isReadForMember(tracer: Tracer, { node, api }: { node: AnyNode; api: ApiValue }): boolean {
  const { parent } = node;
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return false;
  return tracer.namesOf(parent)?.every((name) => api.node.children.has(name)) ?? false;
}
