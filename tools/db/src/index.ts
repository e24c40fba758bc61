export * from './database.ts';
export * from './database-error.ts';
export * from './migrate.ts';
export * from './open-database.ts';
export * from './accounts/accounts.ts';
export * from './accounts/database-accounts.ts';
export * from './queries/find-token.ts';
export * from './queries/remove-token.ts';
