import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { PoolConfig } from 'pg';

/** Opens an embedded database, which only one process may have open. */
export async function openEmbedded(
  folder: string | null,
): Promise<{ config: PoolConfig; close: () => Promise<void> }> {
  const embedded = await PGlite.create(folder ?? 'memory://', { extensions: { pg_trgm } });
  return { config: createPgConfig(embedded), close: () => embedded.close() };
}
