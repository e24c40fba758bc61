export * from './answered-request.ts';
export * from './authenticator.ts';
export * from './build-api.ts';
export * from './caching/matches-tag.ts';
export * from './database-authenticator.ts';
export * from './problem-details.ts';
export * from './rates/rates.ts';
export type { ApiServer } from './routes/route.ts';
export * from './services.ts';
