import type { Permission } from '@orchestra/core';
import { type ApiNode, isNothing, memberOf, needsOnly } from './api-node.ts';
import type { KnownApis } from './known-apis.ts';
import { GivenValues } from '../values/given-values.ts';
import type { ApiValue, Value } from '../values/value.ts';

/** The APIs that code may reach, with one value per part of an API. */
export class ApiValues {
  readonly #known: KnownApis;
  readonly #values = new Map<string, ApiValue>();
  /** The API that a member was first read of. */
  readonly #holders = new Map<ApiValue, ApiValue>();
  readonly given = new GivenValues();

  readonly #maybeGlobal: ApiValue;
  #found: ReadonlySet<Permission> = new Set();

  constructor(known: KnownApis) {
    this.#known = known;
    const node: ApiNode = { ...known.global, whenHandedOn: 'harmless' };
    this.#maybeGlobal = { kind: 'api', name: 'this', id: 'global:', node, isLocal: true };
  }

  /** Notes which permissions are found, so that what can only need those needn't be followed. */
  spend(found: ReadonlySet<Permission>): void {
    this.#found = found;
    for (const value of this.#values.values())
      if (needsOnly(value.node, found)) value.isSpent = true;
  }

  /**
   * @param id the module or source, a colon, and the name of a part; nothing after the colon for the whole
   */
  of(id: string, node: ApiNode): ApiValue {
    const known = this.#values.get(id);
    if (known !== undefined) return known;
    const made: ApiValue = { kind: 'api', name: shownName(id), id, node };
    if (needsOnly(node, this.#found)) made.isSpent = true;
    this.#values.set(id, made);
    return made;
  }

  /**
   * The API of an imported module; undefined for modules that aren't an API, or that only compute: what such a
   * module is given goes on like through any other code.
   */
  module(written: string): ApiValue | undefined {
    const name = written.replace(/^(?:node|library):/, '');
    const node = this.#known.modules.get(name);
    return node === undefined || isNothing(node) ? undefined : this.of(`${name}:`, node);
  }

  global(): ApiValue {
    return this.of('global:', this.#known.global);
  }

  /** What is the global object in some calls: its members count by their names, and it may go anywhere. */
  maybeGlobal(): ApiValue {
    return this.#maybeGlobal;
  }

  /** A member of an API; undefined where it is irrelevant. */
  member(api: ApiValue, name: string): ApiValue | undefined {
    if (isWhole.test(name) && !api.node.children.has(name)) return api;
    if (api.id === 'global:' && globalNames.has(name)) return api;
    if (api.node === this.#known.modules.get('module') && name === 'Module') return api;
    if (api.id === '@orchestra/api:' && name === 'orchestra') return api;
    if (/^(?:__esModule|length|\d+)$/.test(name)) return undefined;
    const node = memberOf(api.node, name);
    if (isNothing(node)) return undefined;
    const known = this.#above(api, node);
    if (known !== undefined) return known;
    const made = this.of(api.id.endsWith(':') ? api.id + name : `${api.id}.${name}`, node);
    if (!this.#holders.has(made)) this.#holders.set(made, api);
    return made;
  }

  /** The value of that node on the way to an API, so that `m = m.parent` in a loop makes no end of values. */
  #above(api: ApiValue, node: ApiNode): ApiValue | undefined {
    for (let at: ApiValue | undefined = api; at !== undefined; at = this.#holders.get(at)) {
      if (at.node === node) return at;
    }
    return undefined;
  }

  /** What `new` makes of a class: it has the members that are known for the class; undefined where none matters. */
  instanceOf(api: ApiValue): ApiValue | undefined {
    // an instance has the members of its class, so that `new` of one gives nothing else
    if (api.id.endsWith(':') || api.id.endsWith('()')) return api;
    const node: ApiNode = {
      ...api.node,
      permissions: [],
      isUnresolved: false,
      feature: undefined,
      whenHandedOn: 'harmless',
    };
    return isNothing(node) ? undefined : this.of(`${api.id}()`, node);
  }

  /** True for a value that objects which hold it are followed for: a module, a loader or a context. */
  isHeld(value: Value): boolean {
    if (value.kind !== 'api') return false;
    const { does } = value.node;
    if (does === 'requires' || does === 'gets-builtin' || does === 'makes-require') return true;
    if (value.node.whenHandedOn === 'harmless' && value.id.startsWith('vscode:')) return true;
    return this.isModule(value);
  }

  /**
   * True for a whole module. The global object doesn't count as one, because many bundles keep it in tables.
   */
  isModule(value: Value): boolean {
    return value.kind === 'api' && value.id.endsWith(':') && value.id !== 'global:';
  }
}

/** Names under which an import of a module gives all of it. */
const isWhole = /^(?:default|module\.exports|\(module\))$/;

/** Properties of the global object that are the global object again. */
export const globalNames: ReadonlySet<string> = new Set([
  'globalThis',
  'global',
  'window',
  'self',
  'top',
  'frames',
]);

/**
 * The name for people: `vscode:window.x` is `vscode.window.x`; Orchestra's and Raycast's names have no
 * prefix.
 */
function shownName(id: string): string {
  const [, module = '', name = ''] = /^(.*?):(.*)$/.exec(id) ?? [];
  if (module === 'global') return name === '' ? 'globalThis' : name;
  if (module === 'context') return name === '' ? 'context' : `context.${name}`;
  const shown = module === '@orchestra/api' ? 'orchestra' : module;
  if (shown.startsWith('@raycast')) return name === '' ? shown : name;
  return name === '' ? shown : `${shown}.${name}`;
}
