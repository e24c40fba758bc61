import type { QualityQuery } from './quality-queries.ts';
import type { SearchPeer } from './search-peers.ts';

/**
 * Renders the lines of a table: for each kind of query, and for all, the share of queries for which each
 * search has an expected extension among its first three.
 */
export function measureQuality(
  peers: readonly SearchPeer[],
  queries: readonly QualityQuery[],
): string[] {
  const found = peers.map((peer) =>
    queries.map(({ q, expected }) => {
      const best = new Set(peer.search(q).slice(0, 3));
      return expected.some((name) => best.has(name));
    }),
  );
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const row = (title: string, isOf: (query: QualityQuery) => boolean) => {
    const shares = found.map((own) => {
      const of = own.filter((_, nth) => isOf(queries[nth] ?? { kind: '', q: '', expected: [] }));
      return `${Math.round((100 * of.filter(Boolean).length) / of.length)} %`.padStart(12);
    });
    return title.padEnd(12) + shares.join('');
  };
  return [
    'in the top 3'.padEnd(12) + peers.map(({ name }) => name.padStart(12)).join(''),
    ...kinds.map((kind) => row(kind, (query) => query.kind === kind)),
    row('all', () => true),
  ];
}
