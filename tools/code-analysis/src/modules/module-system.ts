import { type ApiNode, makeApiNode } from '../apis/api-node.ts';

/**
 * Parts of Node's module system that load nothing and change nothing. Whatever isn't here, and has no effect
 * of its own, loads code from outside of the package or changes how code is loaded.
 *
 * Source: https://nodejs.org/docs/latest-v24.x/api/module.html
 */
const harmless = {
  /** Of `require('module')`. */
  class: [
    'builtinModules',
    'isBuiltin',
    'SourceMap',
    'findSourceMap',
    'getSourceMapsSupport',
    'setSourceMapsSupport',
    'stripTypeScriptTypes',
    'constants',
    'name',
    // these only compute a path or a text; assigning to them is reported
    'wrap',
    '_nodeModulePaths',
    '_resolveFilename',
    '_resolveLookupPaths',
    'getCompileCacheDir',
  ],
  /** Of a module: `module`, `require.main`, `process.mainModule`. */
  instance: [
    'exports',
    'id',
    'filename',
    'loaded',
    'path',
    'isPreloading',
    // of browsers and bundlers: lodash, webpack
    'nodeType',
    'hot',
    'webpackPolyfill',
    'deprecate',
    'i',
    'l',
  ],
  /** Of every object and function. */
  object: ['hasOwnProperty', 'toString', 'valueOf', 'call', 'apply', 'bind'],
};

/** Makes `module`, the class of modules, and the tables of loaded ones known: what isn't harmless is unresolved. */
export function addModuleSystem(of: { module: ApiNode; require: ApiNode; class: ApiNode }): void {
  const { module, require } = of;
  allow(of.class, [...harmless.class, ...harmless.object]);
  allow(module, [...harmless.instance, ...harmless.object]);
  module.children.set('constructor', of.class);
  module.children.set('parent', module);
  module.children.set('__proto__', module);
  of.class.children.set('prototype', module);
  require.children.set('main', module);
  const cache = makeApiNode();
  allow(cache, harmless.object);
  require.children.set('cache', cache);
  of.class.children.set('_cache', cache);
  require.children.set('extensions', makeApiNode({ others: 'loads-outside' }));
}

function allow(node: ApiNode, names: readonly string[]): void {
  for (const name of names) {
    if (!node.children.has(name)) node.children.set(name, makeApiNode());
  }
  node.others = 'loads-outside';
}
