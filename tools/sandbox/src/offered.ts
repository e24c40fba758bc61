/*
 * What extensions of compatible kinds are offered, for the documentation.
 */
export { type NotOffered, notOfferedByRaycast } from './guest/raycast/not-offered-members.ts';
export { type MissingPart, notOfferedByVscode } from './guest/vscode/not-offered-members.ts';
export { type NotOfferedByNode, notOfferedByNode } from './guest/node/not-offered-members.ts';
export { nodeModules } from './programs/node-modules.ts';
