import type { AnyNode } from 'acorn';
import { apiFamilies, type Permission, permissions } from '@orchestra/core';
import { type ApiNode, permissionsIn } from '../apis/api-node.ts';
import type { KnownApis } from '../apis/known-apis.ts';
import { permissionsByShape } from '../apis/use-shapes.ts';
import { isAssigned, isOnlyTested } from '../apis/api-use.ts';
import { type Findings, isLossOfValue } from '../findings/findings.ts';
import { writtenName } from '../syntax/syntax.ts';
import type { Tracer } from '../trace/tracer.ts';

/** What code in a page can need: what the table of its globals has. A page has no Node, and nothing of the app. */
const pagePowers: ReadonlySet<Permission> = new Set(
  apiFamilies
    .flatMap(({ tables }) => tables)
    .filter(({ module }) => module === 'global')
    .flatMap(({ judgements }) => judgements)
    .flatMap(({ is }) => (typeof is === 'string' ? [] : is)),
);

type Unresolved = Findings['unresolved'][number];

/**
 * What the findings in code that surely runs only in pages come to. What can't be followed there may need what a
 * page can: `network`, once for each file, unless a policy lets no page load anything; and what else the code
 * names.
 *
 * @param of.isSure false for a place in code that may run elsewhere, where all stays as it is
 * @param of.unread texts of files that nothing reads, and that such code may load
 * @param of.isCut true where not all of the code was followed
 * @param of.used permissions that other code of the package needs
 */
export function boundToPages(
  tracer: Tracer,
  of: {
    isSure: (node: AnyNode) => boolean;
    isShielded: boolean;
    unread?: () => Iterable<string>;
    isCut?: boolean;
    used?: ReadonlySet<Permission>;
  },
): Findings {
  const { uses, unresolved, unsupported } = tracer.findings.found;
  const isBounded = (each: Unresolved) => of.isSure(each.node) && each.isJudged !== true;
  const lost = unresolved.filter(isBounded);
  const isLost = of.isCut === true || lost.some(({ permissions: may }) => may.includes('network'));
  const others = isLost ? otherPowers(tracer, of) : null;
  const unbounded = unresolved.filter((each) => !isBounded(each));
  return {
    uses: [...uses, ...(of.isShielded ? [] : networkOf(tracer, lost)), ...(others?.uses ?? [])],
    unresolved: [
      ...oncePerFile(tracer, unbounded),
      ...lost.flatMap(withoutNetwork),
      ...(others?.unresolved ?? []),
    ],
    unsupported,
  };
}

/**
 * Where a file may need anything, one place tells it, and else one place for what it may need: libraries of pages lose their global object in hundreds.
 * What runs a text or loads a file tells most.
 */
function oncePerFile(tracer: Tracer, found: readonly Unresolved[]): Unresolved[] {
  const byFile = Map.groupBy(found, ({ node }) => tracer.codeOf(node));
  return [...byFile.values()].flatMap((inFile) => {
    const any = inFile.filter(({ permissions: may }) => may.length === permissions.length);
    const first = any.find(({ reason }) => !isLossOfValue(reason)) ?? any[0];
    if (first !== undefined) return [first];
    const alike = Map.groupBy(inFile, ({ permissions: may }) => may.join());
    return [...alike.values()].flatMap((each) => each.slice(0, 1));
  });
}

/** Uses of the network, one in each file: where what needs it is lost for the first time. */
function networkOf(tracer: Tracer, lost: readonly Unresolved[]): Findings['uses'] {
  const inNetwork = lost.filter((each) => each.permissions.includes('network'));
  const byFile = Map.groupBy(inNetwork, ({ node }) => tracer.codeOf(node));
  return [...byFile.values()].flatMap((inFile) => {
    // what the code does by itself tells more than what is lost of it
    const [first] = inFile.toSorted((left, right) => left.node.start - right.node.start);
    if (first === undefined) return [];
    return [{ permission: 'network', call: `${first.what}, in a page`, node: first.node }];
  });
}

/** What a place may need that needs no network. What is a part of what does counts where the code names it. */
function withoutNetwork(each: Unresolved): Unresolved[] {
  if (each.permissions.includes('network')) return [];
  const others = each.permissions.filter((one) => pagePowers.has(one));
  return others.length === 0 ? [] : [{ ...each, permissions: others }];
}

/**
 * Where the code names what a page can do besides, and nobody knows of which object: what is lost may be that
 * object.
 */
function otherPowers(
  tracer: Tracer,
  of: { unread?: () => Iterable<string>; used?: ReadonlySet<Permission> },
): Pick<Findings, 'uses' | 'unresolved'> {
  const uses: Findings['uses'] = [];
  const unresolved: Unresolved[] = [];
  const first = tracer.code.codes.values().next().value?.tree;
  const elsewhere = new Set(
    [...(of.unread?.() ?? [])].flatMap((text) =>
      powersNamedIn(text, tracer.code.apis).map(({ what }) => what),
    ),
  );
  const own = tracer.findings.found.uses.map(({ permission }) => permission);
  const used = new Set([...own, ...(of.used ?? [])]);
  const computed = computedReads(tracer);
  for (const { name, id, node: power } of powersOf(tracer.code.apis)) {
    if (!power.isUnresolved && power.permissions.every((each) => used.has(each))) continue;
    const reads = [...(tracer.code.index.reads.get(name) ?? []), ...(computed.get(name) ?? [])];
    const api = tracer.apis.of(id, power);
    const lost = reads.filter((read) => isLostRead(tracer, read, name));
    const needs = lost.map((node) => ({ node, shape: permissionsByShape(tracer, { node, api }) }));
    // what its arguments make sure
    for (const { node, shape } of needs) {
      for (const permission of shape ?? []) uses.push({ permission, call: name, node });
    }
    const isElsewhere = elsewhere.has(name) ? first : undefined;
    const node = needs.find(({ shape }) => shape === null)?.node ?? isElsewhere;
    if (node === undefined) continue;
    unresolved.push({ reason: 'passed-on', what: name, permissions: permissionsIn(power), node });
  }
  return { uses, unresolved };
}

/** Reads by names that are computed from constants. */
function computedReads(tracer: Tracer): ReadonlyMap<string, AnyNode[]> {
  const found = new Map<string, AnyNode[]>();
  for (const { nodes } of tracer.code.codes.values()) {
    for (const node of nodes.members) {
      if (node.type !== 'MemberExpression' || writtenName(node) !== undefined) continue;
      for (const name of tracer.namesOf(node) ?? []) {
        found.set(name, [...(found.get(name) ?? []), node]);
      }
    }
  }
  return found;
}

/** Names of what a page can do besides the network, in the text of code that isn't read. */
export function powersNamedIn(
  text: string,
  apis: KnownApis,
): { what: string; permissions: Permission[] }[] {
  return powersOf(apis).flatMap(({ name: what, node }) => {
    const isNamed = isTelling(what) && new RegExp(`[.'"\`]${what}\\b`).test(text);
    return isNamed ? [{ what, permissions: permissionsIn(node) }] : [];
  });
}

/** Members of the global object, of `navigator` and of `document` that need more than the network. */
function powersOf({ global }: KnownApis): { name: string; id: string; node: ApiNode }[] {
  const parts = ['', 'navigator.', 'document.'].flatMap((part) => {
    const of = part === '' ? global : global.children.get(part.slice(0, -1));
    return [...(of?.children ?? [])].map(([name, node]) => ({
      name,
      id: `global:${part}${name}`,
      node,
    }));
  });
  return parts.filter(({ node }) => {
    const isPlain = node.does === undefined && !node.isUnresolved;
    return node.isUnresolved || (isPlain && node.permissions.some((each) => each !== 'network'));
  });
}

function isLostRead(tracer: Tracer, read: AnyNode, name: string): boolean {
  if (tracer.reached.has(read) || tracer.valuesOf(read).size > 0) return false;
  if (isAssigned(read) || isOnlyTested(read)) return false;
  return isTelling(name) || (read.type === 'MemberExpression' && isNavigator(read.object));
}

function isNavigator(node: AnyNode): boolean {
  if (node.type === 'MemberExpression') return writtenName(node) === 'navigator';
  return node.type === 'Identifier' && /navigator/i.test(node.name);
}

/** True for a name that code hardly has for anything else. */
function isTelling(name: string): boolean {
  return /[a-z][A-Z]/.test(name) || /^(?:Notification|geolocation|bluetooth|clipboard)$/.test(name);
}
