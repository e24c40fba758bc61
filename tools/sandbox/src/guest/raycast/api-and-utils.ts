/*
 * The app offers `@raycast/api` and `@raycast/utils` as one: an extension may import either name.
 */
export * from '@raycast/utils';
export * from './index.ts';
