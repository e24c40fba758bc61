import { type ApiNode, isNothing, memberOf } from './api-node.ts';
import type { KnownApis } from './known-apis.ts';
import type { ApiValue, Value } from '../values/value.ts';

/** The APIs that code may get at; the same value for the same part of the same API. */
export class ApiValues {
  readonly #known: KnownApis;
  readonly #values = new Map<string, ApiValue>();

  constructor(known: KnownApis) {
    this.#known = known;
  }

  /** @param id the module or source, a colon, and the name of a part; nothing behind it for the whole */
  of(id: string, node: ApiNode): ApiValue {
    const known = this.#values.get(id);
    if (known !== undefined) return known;
    const made: ApiValue = { kind: 'api', name: shownName(id), id, node };
    this.#values.set(id, made);
    return made;
  }

  /** An API that is imported by its name; undefined for modules without one. */
  module(written: string): ApiValue | undefined {
    const name = written.replace(/^node:/, '');
    const node = this.#known.modules.get(name);
    return node === undefined ? undefined : this.of(`${name}:`, node);
  }

  global(): ApiValue {
    return this.of('global:', this.#known.global);
  }

  /** A part of an API; undefined where it is of no interest. */
  member(api: ApiValue, name: string): ApiValue | undefined {
    if (name === 'default' && !api.node.children.has(name)) return api;
    if (api.id === 'global:' && globalNames.has(name)) return api;
    if (api.node === this.#known.modules.get('module') && name === 'Module') return api;
    if (api.id === '@orchestra/api:' && name === 'orchestra') return api;
    if (/^(?:__esModule|length|\d+)$/.test(name) || facts.has(name)) return undefined;
    const node = memberOf(api.node, name);
    if (isNothing(node)) return undefined;
    return this.of(api.id.endsWith(':') ? api.id + name : `${api.id}.${name}`, node);
  }

  /** True for a whole module; the global object is none, which stands in tables of many bundles. */
  isModule(value: Value): boolean {
    return value.kind === 'api' && value.id.endsWith(':') && value !== this.global();
  }
}

/** Other names of the global object, on itself. */
const globalNames = new Set(['globalThis', 'global', 'window', 'self', 'top', 'frames']);

/** Parts of modules for the network that are data or compare texts. */
const facts = new Set(['STATUS_CODES', 'METHODS', 'constants', 'isIP', 'isIPv4', 'isIPv6']);

/** `vscode:window.x` is `vscode.window.x`; Orchestra's and Raycast's names stand for themselves. */
function shownName(id: string): string {
  const [, module = '', name = ''] = /^(.*?):(.*)$/.exec(id) ?? [];
  if (module === 'global') return name === '' ? 'globalThis' : name;
  if (module === 'context') return name === '' ? 'context' : `context.${name}`;
  const shown = module === '@orchestra/api' ? 'orchestra' : module;
  if (shown.startsWith('@raycast')) return name === '' ? shown : name;
  return name === '' ? shown : `${shown}.${name}`;
}
