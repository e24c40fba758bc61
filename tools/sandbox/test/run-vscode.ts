import { fileURLToPath } from 'node:url';
import { bundleVscode } from '../src/programs/bundle-vscode.ts';
import type {
  LanguageProvider,
  ShownDiagnostics,
  TreeShown,
  VscodeService,
} from '../src/services/vscode-service.ts';
import { loadEntry } from './load-entry.ts';
import { makeSandbox, type RunningExtension, type RunOptions } from './run-extension.ts';

/** What an extension shows and offers. */
export interface ShownVscode {
  service: VscodeService;
  printed: string;
  trees: Map<number, TreeShown>;
  diagnostics: Map<number, ShownDiagnostics>;
  providers: Map<number, LanguageProvider>;
  opened: string[];
  /** Opens, closes or chooses a line of a tree, by its label. */
  act(name: 'toggle' | 'choose', label: string): void;
  /** Asks the providers of a kind, in order. */
  ask(kind: string, uri: string, line: number, column: number, text?: string): Promise<unknown[]>;
}

/** Notes what is shown and offered. */
export function noteVscode(): ShownVscode {
  const acts = new Map<number, (name: 'toggle' | 'choose', line: number) => void>();
  const put = <T>(into: Map<number, T>, id: number, value: T | null) =>
    value === null ? void into.delete(id) : void into.set(id, value);
  const shown: ShownVscode = {
    printed: '',
    trees: new Map(),
    diagnostics: new Map(),
    providers: new Map(),
    opened: [],
    act(name, label) {
      for (const [id, { lines }] of shown.trees) {
        const found = lines.flatMap(withChildren).find((line) => line.label === label);
        if (found !== undefined) acts.get(id)?.(name, found.number);
      }
    },
    async ask(kind, uri, line, column, text) {
      const own = [...shown.providers.values()].filter((one) => one.kind === kind);
      const question = { uri, line, column, ...(text !== undefined && { text }) };
      return Promise.all(own.map((one) => one.ask(question)));
    },
    service: {
      print: (channel, text) => void (shown.printed += `${channel}: ${text}`),
      showTree(id, tree, act) {
        put(shown.trees, id, tree);
        acts.set(id, act);
      },
      showDiagnostics: (id, of) => put(shown.diagnostics, id, of),
      addProvider: (id, provider) => put(shown.providers, id, provider),
      openExternal: async (address) => shown.opened.push(address) > 0,
    },
  };
  return shown;
}

type Line = TreeShown['lines'][number];

function withChildren(line: Line): Line[] {
  return [line, ...line.children.flatMap(withChildren)];
}

const cache = fileURLToPath(new URL('../../../node_modules/.cache/sandbox', import.meta.url));

/** Runs an extension for VS Code whose entry is `src/main.ts`. */
export async function runVscode(
  sources: Record<string, string>,
  {
    vscode = noteVscode(),
    packageJSON = {},
    ...options
  }: RunOptions & { vscode?: ShownVscode; packageJSON?: Record<string, unknown> } = {},
): Promise<RunningExtension & { vscode: ShownVscode }> {
  const running = await makeSandbox({
    ...options,
    kind: 'vscode',
    services: { vscode: vscode.service, ...options.services },
  });
  const facts = { id: 'harbour.tides', packageJSON };
  const code = `import { startExtension } from 'orchestra:vscode';
import * as extension from './src/main.ts';
export const { activate, deactivate } = startExtension(${JSON.stringify(facts)}, extension);`;
  const load = async (files: Record<string, string>) =>
    loadEntry(running.sandbox, { files, code, modules: await bundleVscode(cache) });
  await load(sources);
  return { ...running, load, vscode };
}

/** An entry whose `activate(context)` has this body, with the whole API as `vscode`. */
export function vscodeMain(body: string): Record<string, string> {
  return {
    'src/main.ts': `import * as vscode from 'vscode';
const command = (run, id = 'it') => vscode.commands.registerCommand(id, run);
export async function activate(context) {
${body}
}`,
  };
}
