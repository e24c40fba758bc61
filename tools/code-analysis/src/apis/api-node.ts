import { type Permission, permissions } from '@orchestra/core';
import type { Effect } from './effects.ts';

/** A node in the tree of an API: a namespace, or a member with what is known of it. */
export interface ApiNode {
  children: Map<string, ApiNode>;
  /** Permissions that using it needs; empty for a namespace. */
  permissions: readonly Permission[];
  /** Permissions that setting it needs, where reading it needs none: the address of a page. */
  permissionsToSet: readonly Permission[];
  /** True where its use is unresolved: what it does can't be told, or nobody has judged it. */
  isUnresolved: boolean;
  /** Name of the unsupported feature that it belongs to, in plain words; undefined for a supported one. */
  feature: string | undefined;
  /** What a member is that has no node: harmless, unresolved, or in need of these permissions. */
  others: 'harmless' | 'unresolved' | 'loads-outside' | readonly Permission[];
  /**
   * What handing it to code that can't be followed means. A document or an editor is handed to everything; a
   * module such as `process` counts only where a member of it that matters is written somewhere.
   */
  whenHandedOn: 'unresolved' | 'if-written' | 'harmless';
  /** True for a page of the extension, which is followed for the texts that code gives it. */
  isPage: boolean;
  /** Effect of calling it, where that leads to other APIs or runs code. */
  does: Effect | undefined;
  /** The part of the API that it leads to: it lists such parts, a call gives one, or hands it to a function. */
  gives:
    | {
        how: 'list' | 'result' | 'argument';
        id: string;
        node: ApiNode;
        /** What the function is given as its further arguments. */
        more: { id: string; node: ApiNode }[];
      }
    | undefined;
}

/** Makes an API without members, of which nothing matters. */
export function makeApiNode(of: Partial<ApiNode> = {}): ApiNode {
  return {
    children: new Map(),
    permissions: [],
    permissionsToSet: [],
    isUnresolved: false,
    feature: undefined,
    others: 'harmless',
    whenHandedOn: 'unresolved',
    isPage: false,
    does: undefined,
    gives: undefined,
    ...of,
  };
}

/** The node of a dotted name in an API, made where it isn't there yet; `*` and an empty name are the root. */
export function nodeAt(root: ApiNode, name: string): ApiNode {
  let node = root;
  for (const part of name.replace(/\.?\*$/, '').split('.')) {
    if (part === '') continue;
    const next = node.children.get(part) ?? makeApiNode({ others: newOthers(node) });
    node.children.set(part, next);
    node = next;
  }
  return node;
}

/** In a namespace whose members are listed, a namespace without a verdict of its own lists its members too. */
function newOthers(parent: ApiNode): ApiNode['others'] {
  return parent.others === 'unresolved' ? 'unresolved' : 'harmless';
}

/** The member of an API with that name. */
export function memberOf(node: ApiNode, name: string): ApiNode {
  const found = node.children.get(name);
  if (found !== undefined) return found;
  if (node.others === 'loads-outside') return loadsOutside;
  if (node.others === 'harmless' || ofEveryObject.has(name)) return nothing;
  return node.others === 'unresolved' ? unjudged : makeApiNode({ permissions: node.others });
}

const nothing = makeApiNode();
/** Whatever leads out of the package, or changes how code is loaded. */
const loadsOutside: ApiNode = makeApiNode({ does: 'loads-outside' });
/** A member of an API that no table names. */
export const unjudged: ApiNode = makeApiNode({ isUnresolved: true });

/** Members that every object, function or promise has, and that reach nothing. */
const ofEveryObject = new Set([
  ...Object.getOwnPropertyNames(Object.prototype).filter((name) => !name.startsWith('__define')),
  'call',
  'apply',
  'bind',
  'length',
  'name',
  'prototype',
  'then',
  'catch',
  'finally',
  'default',
  '__esModule',
  '$$typeof',
  'toJSON',
  'module.exports',
]);

/** True where its use is a finding by itself. */
export function isReported(node: ApiNode): boolean {
  return node.permissions.length > 0 || node.feature !== undefined || node.isUnresolved;
}

/** True where nothing is known about it that matters, so that it needn't be followed. */
export function isNothing(node: ApiNode): boolean {
  return (
    !isReported(node) &&
    !node.isPage &&
    node.permissionsToSet.length === 0 &&
    node.does === undefined &&
    node.gives === undefined &&
    node.others === 'harmless' &&
    node.children.values().every(isNothing)
  );
}

/** All permissions that members may need; every permission where one leads to other APIs or runs code. */
export function permissionsIn(node: ApiNode, within = new Set<ApiNode>()): Permission[] {
  if (within.has(node)) return [];
  within.add(node);
  const isUnknown = node.isUnresolved || node.others === 'loads-outside';
  if (leadsOn.has(node.does) || isUnknown) return [...permissions];
  const found = new Set(node.permissions);
  if (typeof node.others !== 'string') for (const each of node.others) found.add(each);
  for (const child of node.children.values()) {
    for (const permission of permissionsIn(child, within)) found.add(permission);
  }
  return permissions.filter((permission) => found.has(permission));
}

/** True for an API that can need these permissions and no others, and of which nothing else matters. */
export function needsOnly(node: ApiNode, found: ReadonlySet<Permission>): boolean {
  if (found.size === 0) return false;
  const isWithin = (needed: readonly Permission[]) => needed.every((each) => found.has(each));
  const isPlain = (each: ApiNode, within: Set<ApiNode>): boolean => {
    if (within.has(each)) return true;
    within.add(each);
    if (each.does !== undefined || each.feature !== undefined || each.isPage) return false;
    const given = each.gives === undefined ? [] : [each.gives, ...each.gives.more];
    return (
      isWithin(each.permissionsToSet) &&
      isWithin(permissionsIn(each)) &&
      [...each.children.values(), ...given.map((part) => part.node)].every((part) =>
        isPlain(part, within),
      )
    );
  };
  return isPlain(node, new Set());
}

/** Names of the members that matter. */
export function namesThatMatter(node: ApiNode): string[] {
  return [...node.children].flatMap(([name, child]) => (isNothing(child) ? [] : [name]));
}

const leadsOn = new Set<Effect | undefined>([
  'requires',
  'gets-builtin',
  'makes-require',
  'evaluates',
  'loads-outside',
]);
