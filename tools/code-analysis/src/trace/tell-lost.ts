import type { AnyNode } from 'acorn';
import { isReported, namesThatMatter, permissionsIn } from '../apis/api-node.ts';
import { isGlobalValue } from '../apis/global-values.ts';
import { isAssigned, isOnlyTested } from '../apis/api-use.ts';
import type { Effect } from '../apis/effects.ts';
import { programSettings } from '../apis/program-settings.ts';
import { isOfSureApi } from '../apis/sure-api.ts';
import { type ApiValue, followElements, plainValue, type Value } from '../values/value.ts';
import type { Tracer } from './tracer.ts';

/** Reports an API that goes where it can't be followed, with the permissions that it may need. */
export function tellEscaped(
  tracer: Tracer,
  { node, value }: { node: AnyNode; value: Value },
): void {
  if (value.kind === 'list') {
    if (!value.isTable || value.isUnread)
      followElements(value, (element) => {
        if (value.isTable || !isMostlyHarmless(element)) tracer.escape(node, element);
        else tracer.keep(node, element);
      });
    return;
  }
  if (value.kind === 'function') {
    const results = value.results;
    return followElements(results, (result) => tracer.escape(node, result));
  }
  if (value.kind !== 'api' || goesAnywhere.has(value.node.does)) return;
  const { others, does } = value.node;
  tracer.unseen.see(value);
  // told where it was read
  if (isReported(value.node) && does === undefined) return;
  // many libraries pass `process` on, for its versions and streams
  if (value.node.whenHandedOn === 'harmless') {
    tracer.lostParts.add(value);
    return;
  }
  if (value.node.whenHandedOn === 'if-written') {
    tracer.lost.add(value.node);
    if (!namesThatMatter(value.node).some((name) => isRare(name) && tracer.isWritten(name))) return;
  }
  if (typeof others !== 'string') {
    tracer.findings.use(node, { call: value.name, permissions: others });
    return;
  }
  const what = value.name;
  const permissions = permissionsIn(value.node);
  if (isGlobalValue(value)) tracer.findings.unknownOfGlobals(node, { reason: 'passed-on', what });
  else if (does !== undefined) {
    tracer.findings.unresolved(node, { reason: 'passed-on', what });
  } else if (permissions.length > 0) {
    tracer.findings.unresolved(node, { reason: 'passed-on', what, permissions });
  }
}

/** Handles a read of an API's member by a computed name. */
export function readComputedMember(
  tracer: Tracer,
  { node, api }: { node: AnyNode; api: ApiValue },
): void {
  tracer.judge();
  const isChange = api.node.others === 'loads-outside' && isAssigned(node);
  if (isOnlyTested(node) && !isChange) return;
  // what is handed around by common names may be another object
  if (api.node.whenHandedOn !== 'unresolved' && !isOfSureApi(tracer, node)) {
    const others = node.type === 'MemberExpression' ? [...tracer.valuesOf(node.object)] : [];
    const isOnly = new Set(others.map(plainValue)).size === 1;
    if (!isOnly || (api.node.whenHandedOn === 'harmless' && api.id.startsWith('global:'))) return;
  }
  const { others } = api.node;
  tracer.unseen.see(api);
  const what = `${api.name}[…]`;
  if (typeof others !== 'string') tracer.findings.use(node, { call: what, permissions: others });
  else if (isGlobalValue(api)) {
    tracer.findings.unknownOfGlobals(node, { reason: 'computed-access', what });
  } else if (api.node.does !== undefined) {
    tracer.findings.unresolved(node, { reason: 'computed-access', what });
  } else {
    const permissions = permissionsIn(api.node);
    if (permissions.length === 0) return;
    tracer.findings.unresolved(node, { reason: 'computed-access', what, permissions });
  }
}

/** Effects that matter only where the call is seen: what else is called by that name has to be known anyway. */
const goesAnywhere = new Set<Effect | undefined>(['evaluates-texts', 'adds-command']);

/** True for a module that libraries hand around for its harmless members. */
export function isMostlyHarmless(value: Value): value is ApiValue {
  return value.kind === 'api' && value.node.whenHandedOn === 'if-written';
}

/** True for a name that code hardly has for anything else. */
function isRare(name: string): boolean {
  return (
    (name.length > 7 && !programSettings.includes(name)) || name === 'dlopen' || name === 'execve'
  );
}
