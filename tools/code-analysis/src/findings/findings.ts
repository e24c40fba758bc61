import type { AnyNode } from 'acorn';
import { globalReach, type Permission, permissions, type UnresolvedCode } from '@orchestra/core';

/** The findings in the code, with their nodes. */
export interface Findings {
  uses: { permission: Permission; call: string; node: AnyNode }[];
  unsupported: { feature: string; call: string; node: AnyNode }[];
  unresolved: (Pick<UnresolvedCode, 'reason' | 'what' | 'permissions'> & {
    node: AnyNode;
    /** Set for a use of an API that is known not to be told: the tables say so of it. */
    isJudged?: boolean;
    /** Set where code with nothing but globals may run that nobody knows. */
    isOfGlobals?: boolean;
  })[];
}

/** Collects findings, at most one of a kind for each place. */
export class FindingCollector {
  readonly found: Findings = { uses: [], unsupported: [], unresolved: [] };
  readonly #seen = new Map<AnyNode, Set<string>>();

  use(node: AnyNode, of: { call: string; permissions: readonly Permission[] }): void {
    for (const permission of of.permissions) {
      if (this.#isNew(node, permission)) {
        this.found.uses.push({ permission, call: of.call, node });
      }
    }
  }

  unsupported(node: AnyNode, of: { call: string; feature: string }): void {
    if (this.#isNew(node, of.feature)) this.found.unsupported.push({ ...of, node });
  }

  /** @param of.permissions permissions that it may need; all where that is unknown */
  unresolved(
    node: AnyNode,
    of: Omit<Findings['unresolved'][number], 'node' | 'permissions'> & {
      permissions?: Permission[];
    },
  ): void {
    if (!this.#isNew(node, `${of.reason} ${of.what}`)) return;
    this.found.unresolved.push({ permissions: [...permissions], ...of, node });
  }

  /** Tells of code that nobody knows, and that has nothing but globals: a text, or what gets the global object. */
  unknownOfGlobals(
    node: AnyNode,
    of: Pick<Findings['unresolved'][number], 'reason' | 'what'>,
  ): void {
    this.unresolved(node, { ...of, permissions: [...globalReach], isOfGlobals: true });
  }

  /** Adds what was found in code that runs at a place. */
  addAt(node: AnyNode, { uses, unresolved }: Findings): void {
    for (const { call, permission } of uses) this.use(node, { call, permissions: [permission] });
    for (const each of unresolved) {
      const { node: _, ...of } = each;
      this.unresolved(node, of);
    }
  }

  /** Adds what was found elsewhere. */
  addAll({ uses, unsupported, unresolved }: Findings): void {
    for (const { node, call, permission } of uses)
      this.use(node, { call, permissions: [permission] });
    for (const { node, ...of } of unsupported) this.unsupported(node, of);
    for (const { node, ...of } of unresolved) this.unresolved(node, of);
  }

  #isNew(node: AnyNode, what: string): boolean {
    const seen = this.#seen.get(node) ?? new Set();
    this.#seen.set(node, seen);
    if (seen.has(what)) return false;
    seen.add(what);
    return true;
  }
}

/** True where a value went a way that can't be followed, and nothing tells that code is loaded or made there. */
export function isLossOfValue(reason: UnresolvedCode['reason']): boolean {
  return reason === 'passed-on' || reason === 'computed-access' || reason === 'unknown-effect';
}
