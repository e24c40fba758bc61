export * from './authenticator.ts';
export * from './build-api.ts';
export * from './database-authenticator.ts';
export * from './problem-details.ts';
export type { ApiServer } from './routes/route.ts';
export * from './services.ts';
