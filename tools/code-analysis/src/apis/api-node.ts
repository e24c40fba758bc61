import { type Permission, permissions } from '@orchestra/core';

/** A node in the tree of an API: a namespace, or a member that needs permissions or isn't supported. */
export interface ApiNode {
  children: Map<string, ApiNode>;
  /** Permissions that using it needs; empty for a namespace. */
  permissions: Permission[];
  /** Name of the unsupported feature that it belongs to, in plain words; undefined for a supported one. */
  feature: string | undefined;
  /** Permissions that every member below it needs, also unknown ones. */
  below: Permission[];
  /** Effect of calling it, where that leads to other APIs or runs code. */
  does: Effect | undefined;
  /** What every member is that isn't among the children; undefined where such members are irrelevant. */
  others?: ApiNode;
}

/** An effect of a call. */
export type Effect =
  /** Loads the module that the argument names. */
  | 'requires'
  /** Loads the built-in module of Node that the argument names. */
  | 'gets-builtin'
  /** Returns a `require` function. */
  | 'makes-require'
  /** Runs a string as code. */
  | 'evaluates'
  /** Runs a string as code, if the argument is one instead of a function. */
  | 'evaluates-texts'
  /** Runs a string as code, if an option says so. */
  | 'evaluates-option'
  /** Leads to code outside of the package, or changes how code is loaded: any use is unresolved. */
  | 'loads-outside'
  /** Returns the global object. */
  | 'gives-global'
  /** Returns the API of the extension that the argument names. */
  | 'gets-extension';

/** Makes an API without members. */
export function makeApiNode(): ApiNode {
  return {
    children: new Map(),
    permissions: [],
    feature: undefined,
    below: [],
    does: undefined,
  };
}

/**
 * Adds a dotted name to an API.
 *
 * @param name `workspace.fs.readFile`; a name that ends with `*` includes everything below it
 */
export function addApi(
  root: ApiNode,
  name: string,
  what: { permission: Permission } | { feature: string } | { does: Effect },
): void {
  let node = root;
  const parts = name === '*' ? [] : name.replace(/\.\*$/, '').split('.');
  for (const part of parts) {
    const next = node.children.get(part) ?? makeApiNode();
    node.children.set(part, next);
    node = next;
  }
  if ('feature' in what) node.feature = what.feature;
  else if ('does' in what) node.does = what.does;
  else addOnce(name === '*' ? node.below : node.permissions, what.permission);
}

/** The member of an API with that name. An unknown member needs the permissions of `node.below`. */
export function memberOf(node: ApiNode, name: string): ApiNode {
  const found = node.children.get(name);
  if (found === undefined) return node.others ?? { ...makeApiNode(), permissions: node.below };
  return node.below.length === 0 ? found : { ...found, permissions: node.below };
}

/** True where its use is a finding by itself. */
export function isReported(node: ApiNode): boolean {
  return node.permissions.length > 0 || node.feature !== undefined;
}

/** True where nothing is known about it, so that it needn't be followed. */
export function isNothing(node: ApiNode): boolean {
  return (
    !isReported(node) &&
    node.does === undefined &&
    node.others === undefined &&
    node.children.size + node.below.length === 0
  );
}

/** All permissions that members may need; every permission where one leads to other APIs or runs code. */
export function permissionsIn(node: ApiNode): Permission[] {
  if (leadsOn.has(node.does) || leadsOn.has(node.others?.does)) return [...permissions];
  const found = new Set([...node.permissions, ...node.below]);
  for (const child of node.children.values()) {
    for (const permission of permissionsIn(child)) found.add(permission);
  }
  return permissions.filter((permission) => found.has(permission));
}

const leadsOn = new Set<Effect | undefined>([
  'requires',
  'gets-builtin',
  'makes-require',
  'evaluates',
  'loads-outside',
]);

function addOnce(list: Permission[], permission: Permission): void {
  if (!list.includes(permission)) list.push(permission);
}
