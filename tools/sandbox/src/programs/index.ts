export { findWall } from '../confine/find-wall.ts';
export { startFirstEngine } from './start-first.ts';
export { bundleNodeModules, nodeBundle } from './bundle-node-modules.ts';
export { bundleRaycast, raycastBundle } from './bundle-raycast.ts';
export { bundleVscode, vscodeBundle } from './bundle-vscode.ts';
export { bundleEngine, type EngineFiles } from './bundle-engine.ts';
export { loadBundler } from './load-bundler.ts';
export { hostBundle, loadHost } from './load-host.ts';
