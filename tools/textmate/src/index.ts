export * from './looks/list-looks.ts';
export * from './looks/look.ts';
export * from './read/colour.ts';
