import { addModuleSystem } from '../modules/module-system.ts';
import {
  apiFamilies,
  type ApiTable,
  type Gift,
  type Handing,
  orchestraGifts,
  unsupportedCalls,
  vscodeGifts,
  vscodeHandings,
} from '@orchestra/core';
import { type ApiNode, makeApiNode, nodeAt } from './api-node.ts';
import { effects, pageAddresses } from './effects.ts';
import { programSettings } from './program-settings.ts';

/** All APIs that matter for permissions, by the ways that code reaches them. */
export interface KnownApis {
  /** APIs by imported module: `vscode`, `fs/promises`. */
  modules: ReadonlyMap<string, ApiNode>;
  /** Globals, available without an import. */
  global: ApiNode;
  /** The context that `activate` receives. */
  context: ApiNode;
  /** What the editor hands to methods of registered objects: by method, a part for each argument. */
  handings: ReadonlyMap<string, readonly (ApiPart | null)[]>;
}

/** A part of an API, with the text that identifies it. */
export interface ApiPart {
  id: string;
  node: ApiNode;
}

/** Builds the APIs from the tables in core, which the documentation shows too. */
export function makeKnownApis(): KnownApis {
  const apis = new ApiMaker();
  for (const { tables } of apiFamilies) for (const table of tables) apis.addTable(table);
  for (const { does, module, names } of effects) {
    for (const name of names) apis.at(module, name).does = does;
  }
  for (const name of programSettings) apis.at('process', name).permissionsToSet = ['system.exec'];
  apis.at('process', 'env').whenHandedOn = 'harmless';
  for (const name of pageAddresses) apis.at('global', name).permissionsToSet = ['network'];
  for (const [feature, calls] of Object.entries(unsupportedCalls)) {
    for (const name of calls.raycast) apis.at('@raycast/api', name).feature = feature;
    for (const name of calls.vscode) apis.at('vscode', name).feature = feature;
  }
  for (const gift of vscodeGifts) apis.addGift('vscode', gift);
  for (const gift of orchestraGifts) apis.addGift('@orchestra/api', gift);
  for (const handing of vscodeHandings) apis.addHanding('vscode', handing);
  return apis.made();
}

/** Aliases of APIs, under which the app offers them too. */
const alsoNamed = {
  '@raycast/api': ['@raycast/utils', '@orchestra/raycast-compat'],
  vscode: ['@orchestra/vscode-compat'],
};

/** Roots whose other members aren't part of an API: globals of the program, and what it puts on a context. */
const open = new Set(['global', 'context']);

/** Parts with members whose names stand for nothing else. */
const asksModels = new Set(['ChatRequest', 'LanguageModelChat']);

/** Parts that show pages of the extension. */
const pages = new Set(['WebviewPanel', 'Webview', 'WebviewView']);

class ApiMaker {
  readonly modules = new Map<string, ApiNode>();
  readonly global = makeApiNode();
  readonly context = makeApiNode();
  readonly handings = new Map<string, (ApiPart | null)[]>();

  addTable({ module, judgements, rest, mostlyHarmless }: ApiTable): void {
    const root = this.#module(module);
    const isWhole = judgements.some(({ is, names }) => is === 'harmless' && names.includes('*'));
    root.others = rest ?? (open.has(module) || isWhole ? 'harmless' : 'unresolved');
    root.whenHandedOn = mostlyHarmless === true ? 'if-written' : 'unresolved';
    // shorter names first: what is below one takes its verdict, unless it has its own
    const named = judgements.flatMap(({ is, names }) => names.map((name) => ({ is, name })));
    for (const { is, name } of named.toSorted((a, b) => depth(a.name) - depth(b.name))) {
      // an effect, an alias or a part says what it leads to
      if (is === 'followed') continue;
      const node = nodeAt(root, name);
      if (node === root) continue;
      node.others = 'harmless';
      if (is === 'unresolved') node.isUnresolved = true;
      else if (is !== 'harmless') {
        node.permissions = [...node.permissions, ...is];
      }
    }
  }

  at(module: string, name: string): ApiNode {
    return nodeAt(this.#module(module), name);
  }

  addGift(module: string, { members, gives, part, second }: Gift): void {
    for (const member of members) {
      const given = this.#part(module, part);
      if (gives !== 'itself') {
        const more = second === undefined ? [] : [this.#part(module, second)];
        this.at(module, member).gives = { how: gives, ...given, more };
      } else {
        const names = member.split('.');
        const last = names.pop() ?? '';
        this.at(module, names.join('.')).children.set(last, given.node);
      }
    }
  }

  addHanding(module: string, { methods, parts }: Handing): void {
    const given = parts.map((part) => (part === null ? null : this.#part(module, part)));
    for (const method of methods) this.handings.set(method, given);
  }

  /**
   * Judges members that one module has and another has not, such as `fs.promises.statSync`, as where they are:
   * today there is nothing, and a release of Node that adds one has it do the same.
   */
  #addCounterparts(from: string, to: string): void {
    const { children } = this.#module(to);
    for (const [name, node] of this.#module(from).children) {
      if (name !== 'promises' && !children.has(name)) children.set(name, node);
    }
  }

  #part(module: string, part: string): ApiPart {
    const node = this.at(module, part);
    node.whenHandedOn = asksModels.has(part) ? 'if-written' : 'harmless';
    node.isPage = pages.has(part);
    return { id: `${module}:${part}`, node };
  }

  made(): KnownApis {
    this.#addCounterparts('fs', 'fs/promises');
    this.#module('fs').children.set('promises', this.#module('fs/promises'));
    this.#module('dns').children.set('promises', this.#module('dns/promises'));
    const { children } = this.global;
    const process = this.#module('process');
    children.set('process', process);
    const module = this.at('global', 'module');
    process.children.set('mainModule', module);
    const require = this.at('global', 'require');
    addModuleSystem({ module, require, class: this.#module('module') });
    for (const [name, others] of Object.entries(alsoNamed)) {
      for (const other of others) this.modules.set(other, this.#module(name));
    }
    return this;
  }

  #module(name: string): ApiNode {
    if (name === 'global') return this.global;
    if (name === 'context') return this.context;
    const known = this.modules.get(name) ?? makeApiNode({ others: 'unresolved' });
    this.modules.set(name, known);
    return known;
  }
}

function depth(name: string): number {
  return name.split('.').length;
}
