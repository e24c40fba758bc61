import { type Permission, permissions } from '@orchestra/core';

/** A part of an API: a namespace, or something in it that needs permissions or isn't supported. */
export interface ApiNode {
  children: Map<string, ApiNode>;
  /** What using it needs; empty for a namespace. */
  permissions: Permission[];
  /** What Orchestra doesn't have, in plain words. */
  feature: string | undefined;
  /** What everything below it needs, known by name or not. */
  below: Permission[];
  /** What calling it does, where that leads to other APIs or to code. */
  does: Effect | undefined;
}

/** What a call leads to. */
export type Effect =
  /** A module, by the name that it is called with. */
  | 'requires'
  /** A module of Node, by the name that it is called with. */
  | 'gets-builtin'
  /** A `require`. */
  | 'makes-require'
  /** Code that is made of a text. */
  | 'evaluates'
  /** Code that is made of a text, where it is given one instead of a function. */
  | 'evaluates-texts'
  /** Code that is made of a text, where an option says so. */
  | 'evaluates-option'
  /** The global object. */
  | 'gives-global'
  /** What another extension offers, by its name. */
  | 'gets-extension';

/** An API without anything in it. */
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
 * Adds a name with dots to an API.
 *
 * @param name `workspace.fs.readFile`; one that ends with `*` stands for everything below it
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

/** The part of an API with that name; one that nobody knows needs what everything in `node` needs. */
export function memberOf(node: ApiNode, name: string): ApiNode {
  const found = node.children.get(name);
  if (found === undefined) return { ...makeApiNode(), permissions: node.below };
  return node.below.length === 0 ? found : { ...found, permissions: node.below };
}

/** True where using it is to be told, wherever it leads. */
export function isReported(node: ApiNode): boolean {
  return node.permissions.length > 0 || node.feature !== undefined;
}

/** True where nothing is known of it, so that nothing needs to be followed. */
export function isNothing(node: ApiNode): boolean {
  return (
    !isReported(node) && node.does === undefined && node.children.size + node.below.length === 0
  );
}

/** Everything that something in it may need: any, where it leads to other APIs or to code. */
export function permissionsIn(node: ApiNode): Permission[] {
  if (leadsOn.has(node.does)) return [...permissions];
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
]);

function addOnce(list: Permission[], permission: Permission): void {
  if (!list.includes(permission)) list.push(permission);
}
