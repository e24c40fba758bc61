import type { AnyNode, MemberExpression } from 'acorn';
import { namesThatMatter } from '../apis/api-node.ts';
import { programSettings } from '../apis/program-settings.ts';
import { isAssigned, isOnlyTested } from '../apis/api-use.ts';
import { definesProperty } from '../syntax/defined-property.ts';
import { bare, treeIdentifier, treeNode, writtenName } from '../syntax/syntax.ts';
import { variableOf } from '../syntax/variables.ts';
import type { ApiValue } from '../values/value.ts';
import { isSet } from './set-settings.ts';
import type { Tracer } from './tracer.ts';

/** The members of the secret storage in a context. */
const members = /^(?:get|store|delete|keys|onDidChange)$/;

/** Members of `process` that lead to modules, and that objects of other kinds don't have. */
const ofProcess = ['getBuiltinModule', '_linkedBinding'];

/** Such members with names that code uses for other things as well. */
const ofLostProcess = ['binding', 'dlopen', 'mainModule'];

/**
 * Reports reads of members that `process` alone has, where no way from `process` to them was found: libraries
 * pass `process` on for its versions and streams, so that passing it on isn't reported. Run it when all else
 * is traced.
 */
export function findLostProcess(tracer: Tracer): void {
  const process = tracer.code.apis.modules.get('process');
  const isHandedOn = process !== undefined && tracer.lost.has(process);
  const own = isHandedOn
    ? ofLostProcess.filter((name) => !definesProperty(tracer.code.codes.values(), name))
    : [];
  const names = [...ofProcess, ...own];
  const tell = (node: AnyNode, name: string) =>
    tracer.findings.unresolved(node, { reason: 'passed-on', what: `process.${name}` });
  for (const name of names) {
    for (const read of tracer.code.index.reads.get(name) ?? []) {
      const isLost =
        read.type === 'MemberExpression'
          ? isLostMember(tracer, read) && (name !== 'binding' || isCalled(read))
          : isLostIn(tracer, read.value);
      if (isLost) tell(read, name);
    }
  }
  tellKept(tracer);
  for (const { nodes } of tracer.code.codes.values()) {
    for (const node of nodes.members) {
      if (node.type !== 'MemberExpression' || !isJoined(node.property)) continue;
      const name = tracer.namesOf(node)?.find((each) => names.includes(each));
      if (name !== undefined && isLostMember(tracer, node)) tell(node, name);
    }
  }
}

/** Reports `process` in a collection, where members of it that matter may be read from that. */
function tellKept(tracer: Tracer): void {
  const { reads } = tracer.code.index;
  const isUsed = (api: ApiValue) =>
    namesThatMatter(api.node).some((name) => {
      const isSetting = programSettings.includes(name);
      return reads.get(name)?.some((read) => !isSetting || isSet(read)) === true;
    });
  for (const { node, api } of tracer.kept) {
    if (!isUsed(api) && !callsComputed(tracer)) continue;
    tracer.findings.unresolved(node, { reason: 'passed-on', what: api.name });
  }
}

/** True where code calls a method by a name that nobody knows. */
function callsComputed(tracer: Tracer): boolean {
  return tracer.code.codes
    .values()
    .some(({ nodes }) =>
      nodes.calls.some(
        ({ callee }) => callee.type === 'MemberExpression' && tracer.namesOf(callee) === null,
      ),
    );
}

function isCalled(read: MemberExpression): boolean {
  return read.parent?.type === 'CallExpression' && read.parent.callee === read;
}

function isJoined({ type }: AnyNode): boolean {
  return type === 'BinaryExpression' || type === 'TemplateLiteral';
}

function isLostMember(tracer: Tracer, read: MemberExpression): boolean {
  return tracer.valuesOf(read).size === 0 && !isOnlyTested(read);
}

/** True where a variable that a property is taken into is used, and nothing is known of it. */
function isLostIn(tracer: Tracer, target: AnyNode): boolean {
  const taker = target.type === 'AssignmentPattern' ? target.left : target;
  const reads = (variableOf(taker)?.references ?? []).filter((each) => each.isRead());
  const identifiers = reads.map(({ identifier }) => treeIdentifier(identifier));
  return (
    identifiers.some((each) => !isOnlyTested(each)) &&
    identifiers.every((each) => tracer.valuesOf(each).size === 0)
  );
}

/**
 * Reports uses of what looks like the secret storage, where no way from the context to it was found. Run it
 * when all else is traced.
 */
export function findLostSecrets(tracer: Tracer): void {
  const isFound = tracer.findings.found.uses.some(({ permission }) => permission === 'secrets');
  if (isFound) return;
  for (const read of tracer.code.index.reads.get('secrets') ?? []) {
    const isUsed =
      read.type === 'MemberExpression'
        ? !isAssigned(read) && isStorage(read) && !isOwn(read.object)
        : isStorageIn(read.value);
    if (!isUsed) continue;
    const what = 'context.secrets';
    tracer.findings.unresolved(read, { reason: 'passed-on', what, permissions: ['secrets'] });
  }
}

/** True for a variable that only ever holds objects that are written out in the code. */
function isOwn(object: AnyNode): boolean {
  const writes = (variableOf(object)?.references ?? []).filter((each) => each.isWrite());
  const isLiteral = (node: AnyNode | undefined) => node?.type === 'ObjectExpression';
  return writes.length > 0 && writes.every(({ writeExpr }) => isLiteral(treeNode(writeExpr)));
}

/** True where a member of the storage is read, directly or through a variable. */
function isStorage(read: AnyNode): boolean {
  const { parent } = read;
  if (parent !== undefined && bare(parent) === read) return isStorage(parent);
  if (parent?.type === 'MemberExpression' && parent.object === read) {
    return members.test(writtenName(parent) ?? '');
  }
  if (parent?.type === 'VariableDeclarator') return isStorageIn(parent.id);
  return parent?.type === 'AssignmentExpression' && isStorageIn(parent.left);
}

function isStorageIn(target: AnyNode): boolean {
  if (target.type === 'AssignmentPattern') return isStorageIn(target.left);
  if (target.type === 'ObjectPattern') {
    return target.properties.some((each) => {
      return each.type === 'Property' && members.test(writtenName(each) ?? '');
    });
  }
  return (variableOf(target)?.references ?? []).some((reference) => {
    const use = reference.isRead() ? treeNode(reference.identifier) : undefined;
    const parent = use?.parent;
    return (
      parent?.type === 'MemberExpression' &&
      parent.object === use &&
      members.test(writtenName(parent) ?? '')
    );
  });
}
