import { type Permission, permissionCalls, permissions, unsupportedCalls } from '@orchestra/core';
import { addModuleSystem } from '../modules/module-system.ts';
import { addApi, type ApiNode, type Effect, makeApiNode } from './api-node.ts';

/** All APIs that matter for permissions, by the ways that code reaches them. */
export interface KnownApis {
  /** APIs by imported module: `vscode`, `fs/promises`. */
  modules: ReadonlyMap<string, ApiNode>;
  /** Globals, available without an import. */
  global: ApiNode;
  /** The context that `activate` receives. */
  context: ApiNode;
}

type Told = { permission: Permission } | { feature: string } | { does: Effect };

/** Builds the APIs from the tables in core, which the documentation shows too. */
export function makeKnownApis(): KnownApis {
  const apis = new ApiMaker();
  for (const permission of permissions) {
    const { orchestra, raycast, vscode, node, global } = permissionCalls[permission];
    for (const name of orchestra) apis.add('@orchestra/api', name, { permission });
    for (const name of raycast) apis.add('@raycast/api', name, { permission });
    for (const name of vscode) apis.add('vscode', name, { permission });
    for (const name of global) addApi(apis.global, name, { permission });
    for (const name of node) apis.addNode(name, { permission });
  }
  for (const { does, global = [], node = [], vscode = [] } of effects) {
    for (const name of global) addApi(apis.global, name, { does });
    for (const name of node) apis.addNode(name, { does });
    for (const name of vscode) apis.add('vscode', name, { does });
  }
  for (const [feature, calls] of Object.entries(unsupportedCalls)) {
    for (const name of calls.raycast) apis.add('@raycast/api', name, { feature });
    for (const name of calls.vscode) apis.add('vscode', name, { feature });
  }
  return apis.made();
}

/** APIs whose calls lead to other APIs, or run code that wasn't analysed. */
const effects: readonly { does: Effect; global?: string[]; node?: string[]; vscode?: string[] }[] =
  [
    {
      does: 'requires',
      global: ['require', 'module.require', 'module.parent.require'],
      node: ['module._load'],
    },
    { does: 'gets-builtin', global: ['process.getBuiltinModule'] },
    { does: 'makes-require', node: ['module.createRequire', 'module.createRequireFromPath'] },
    {
      does: 'evaluates',
      global: [
        'eval',
        'Function',
        'process.binding',
        'process._linkedBinding',
        'process.dlopen',
        'module._compile',
      ],
      node: [
        'module._compile',
        'vm.compileFunction',
        'vm.runInContext',
        'vm.runInNewContext',
        'vm.runInThisContext',
        'vm.Script',
        'vm.SourceTextModule',
        'repl.start',
      ],
    },
    { does: 'evaluates-texts', global: ['setTimeout', 'setInterval', 'execScript'] },
    { does: 'evaluates-option', global: ['Worker'], node: ['worker_threads.Worker'] },
    { does: 'gets-extension', vscode: ['extensions.getExtension'] },
  ];

/** Aliases of APIs, under which the app offers them too. */
const alsoNamed = {
  '@raycast/api': ['@raycast/utils', '@orchestra/raycast-compat'],
  vscode: ['@orchestra/vscode-compat'],
};

/** Splits a name into module and member; the longest module wins: `fs/promises` before `fs`. */
const nodeModule = /^([a-z\d_]+(?:\/[a-z]+)?)\.(.+)$/;

class ApiMaker {
  readonly modules = new Map<string, ApiNode>();
  readonly global = makeApiNode();
  readonly context = makeApiNode();

  add(module: string, name: string, what: Told): void {
    // getting another extension is reported where it is called
    if (name.includes('(')) return;
    if (name.startsWith('context.')) return addApi(this.context, name.slice(8), what);
    addApi(this.#module(module), name, what);
  }

  addNode(written: string, what: Told): void {
    const [, module = '', name = ''] = nodeModule.exec(written) ?? [];
    addApi(this.#module(module), name, what);
  }

  made(): KnownApis {
    const promises = this.#module('fs/promises');
    this.#module('fs').children.set('promises', promises);
    this.#alias();
    for (const [module, others] of Object.entries(alsoNamed)) {
      for (const other of others) this.modules.set(other, this.#module(module));
    }
    return this;
  }

  /** Adds the other ways to reach a module. */
  #alias(): void {
    const { children } = this.global;
    const process = children.get('process');
    const module = children.get('module');
    if (process === undefined || module === undefined) return;
    this.modules.set('process', process);
    process.children.set('mainModule', module);
    const require = children.get('require');
    if (require !== undefined) addModuleSystem({ module, require, class: this.#module('module') });
  }

  #module(name: string): ApiNode {
    const known = this.modules.get(name) ?? makeApiNode();
    this.modules.set(name, known);
    return known;
  }
}
