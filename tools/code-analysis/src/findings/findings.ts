import type { AnyNode } from 'acorn';
import { type Permission, permissions, type UnresolvedCode } from '@orchestra/core';

/** The findings in the code, with their nodes. */
export interface Findings {
  uses: { permission: Permission; call: string; node: AnyNode }[];
  unsupported: { feature: string; call: string; node: AnyNode }[];
  unresolved: (Pick<UnresolvedCode, 'reason' | 'what' | 'permissions'> & { node: AnyNode })[];
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
    of: { reason: UnresolvedCode['reason']; what: string; permissions?: Permission[] },
  ): void {
    if (!this.#isNew(node, `${of.reason} ${of.what}`)) return;
    this.found.unresolved.push({ permissions: [...permissions], ...of, node });
  }

  #isNew(node: AnyNode, what: string): boolean {
    const seen = this.#seen.get(node) ?? new Set();
    this.#seen.set(node, seen);
    if (seen.has(what)) return false;
    seen.add(what);
    return true;
  }
}
