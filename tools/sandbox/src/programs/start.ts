// what starts an engine, apart from all that talks to one: it is read first, and the rest while the engine starts
export { findAddon } from './find-addon.ts';
export { nativePartName } from './native-part-name.ts';
export { startFirstEngine } from './start-first.ts';
