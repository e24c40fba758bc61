export * from './read/gather-texts.ts';
export * from './worker/check-contributions.ts';
export * from './worker/look-at-contribution.ts';
