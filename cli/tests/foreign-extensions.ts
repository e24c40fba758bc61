import type { FolderContents } from '@orchestra/testkit';

const editor = { publisher: 'tidewater', engines: { vscode: '^1.90.0' }, license: 'MIT' };

/** A webpack bundle as `vsce package` leaves it: modules in functions, `vscode` behind one of them. */
export const webpacked: FolderContents = {
  'package.json': {
    name: 'tideTable',
    displayName: 'Tide Table',
    description: 'Shows when the tide turns.',
    version: '2.1.0',
    ...editor,
    author: 'Tidewater <crew@tidewater.example.org>',
    categories: ['Other', 'Programming Languages'],
    main: './dist/extension.js',
    activationEvents: ['onCommand:tideTable.show'],
    contributes: { commands: [{ command: 'tideTable.show', title: 'Show the Tide' }] },
    scripts: { 'vscode:prepublish': 'webpack --mode production' },
  },
  'dist/extension.js': `/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ([
/* 0 */,
/* 1 */
/***/ ((module) => {
module.exports = require("vscode");
/***/ }),
/* 2 */
/***/ ((__unused_webpack_module, exports, __webpack_require__) => {
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.copyTide = copyTide;
const vscode = __webpack_require__(1);
async function copyTide(text) {
	await vscode.env.clipboard.writeText(text);
	vscode.window.showInformationMessage('Copied');
}
/***/ })
/******/ 	]);
/******/ 	var __webpack_module_cache__ = {};
/******/ 	function __webpack_require__(moduleId) {
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) { return cachedModule.exports; }
/******/ 		var module = __webpack_module_cache__[moduleId] = { exports: {} };
/******/ 		__webpack_modules__[moduleId](module, module.exports, __webpack_require__);
/******/ 		return module.exports;
/******/ 	}
var __webpack_exports__ = {};
(() => {
var exports = __webpack_exports__;
Object.defineProperty(exports, "__esModule", ({ value: true }));
exports.activate = activate;
const vscode = __webpack_require__(1);
const copy_1 = __webpack_require__(2);
function activate(context) {
	context.subscriptions.push(vscode.commands.registerCommand('tideTable.show', () => (0, copy_1.copyTide)('high')));
}
})();
module.exports = __webpack_exports__;
/******/ })()
;`,
};

/** What plain \`tsc\` writes: CommonJS, a file a module, and none of the dependencies. */
export const compiled: FolderContents = {
  'package.json': {
    name: 'harbour-log',
    version: '0.4.0',
    ...editor,
    categories: ['Linters'],
    main: './out/extension',
    contributes: { commands: [{ command: 'harbour.log', title: 'Log' }] },
    scripts: { compile: 'tsc -p ./' },
  },
  'out/extension.js': `"use strict";
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    Object.defineProperty(o, k2, { enumerable: true, get: function() { return m[k]; } });
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || function (mod) {
    if (mod && mod.__esModule) return mod;
    var result = {};
    if (mod != null) for (var k in mod) if (k !== "default" && Object.prototype.hasOwnProperty.call(mod, k)) __createBinding(result, mod, k);
    __setModuleDefault(result, mod);
    return result;
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.activate = activate;
const vscode = __importStar(require("vscode"));
const log_1 = require("./log");
function activate(context) {
    context.subscriptions.push(vscode.commands.registerCommand('harbour.log', () => (0, log_1.append)('/tmp/log', 'x')));
}
`,
  'out/log.js': `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.append = append;
const fs_1 = require("fs");
function append(path, text) {
    (0, fs_1.appendFileSync)(path, text);
}
`,
};

/** A checkout before its first build, with what isn't supported in its code and in its manifest. */
export const unbuilt: FolderContents = {
  'package.json': {
    name: 'chart-room',
    displayName: 'Chart Room',
    version: '1.0.0',
    ...editor,
    main: './out/extension.js',
    contributes: {
      customEditors: [{ viewType: 'chart.room', displayName: 'Chart', selector: [] }],
      notebooks: [{ type: 'chart', displayName: 'Charts', selector: [] }],
    },
    scripts: { compile: 'tsc -p ./' },
  },
  'tsconfig.json': '{ "compilerOptions": { "outDir": "out", "rootDir": "src" } }',
  'src/extension.ts': `import * as vscode from 'vscode';
import { ChartEditor } from './chart-editor';

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.window.registerCustomEditorProvider('chart.room', new ChartEditor()),
    vscode.scm.createSourceControl('charts', 'Charts'),
    vscode.tests.createTestController('charts', 'Charts'),
  );
  void context.secrets.get('key');
}
`,
  'src/chart-editor.ts': `import { workspace, type Uri } from 'vscode';

export class ChartEditor {
  async read(uri: Uri): Promise<Uint8Array> {
    return workspace.fs.readFile(uri);
  }
}
`,
};

/** A theme: no code at all. */
export const theme: FolderContents = {
  'package.json': {
    name: 'Harbor_Lights',
    version: '0.1.0',
    ...editor,
    contributes: {
      themes: [{ label: 'Harbor', uiTheme: 'vs-dark', path: './themes/harbor.json' }],
    },
  },
  'themes/harbor.json': '{ "name": "Harbor", "type": "dark", "colors": {} }',
};

/** A language client for the desktop and the web, of which the sources need a package that isn't installed. */
export const languageClient: FolderContents = {
  'package.json': {
    name: 'swell-lang',
    version: '1.2.0',
    ...editor,
    main: './client/out/extension',
    browser: './client/dist/web/extension',
    contributes: { languages: [{ id: 'swell', extensions: ['.swell'] }] },
    scripts: { 'vscode:prepublish': 'npm run compile', compile: 'tsc -b' },
    dependencies: { 'vscode-languageclient': '^9.0.0' },
  },
  'client/tsconfig.json': '{ "compilerOptions": { "outDir": "out", "rootDir": "src" } }',
  'client/src/extension.ts': `import * as path from 'path';
import { window, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

let client: LanguageClient;

export async function activate(context: ExtensionContext) {
  const module = context.asAbsolutePath(path.join('server', 'out', 'server.js'));
  client = new LanguageClient('swell', { run: { module, transport: TransportKind.ipc } }, {});
  await client.start();
  window.showWarningMessage('Ready');
}
`,
  'client/src/web/extension.ts': `export async function activate() {
  await fetch('https://tidewater.example/swell');
}
`,
};

const launcher = {
  $schema: 'https://www.raycast.com/schemas/extension.json',
  icon: 'icon.png',
  author: 'tidewater',
  license: 'MIT',
  dependencies: { '@raycast/api': '^1.80.0', '@raycast/utils': '^1.17.0' },
  scripts: { build: 'ray build -e dist', dev: 'ray develop' },
};

/** Raycast commands with a view and without one. */
export const launcherCommands: FolderContents = {
  'package.json': {
    name: 'tides~now',
    title: 'Tides Now',
    description: 'Tides of harbours',
    ...launcher,
    categories: ['Developer Tools', 'Fun'],
    commands: [
      { name: 'list', title: 'List', description: 'Lists', mode: 'view' },
      { name: 'copy', title: 'Copy', description: 'Copies', mode: 'no-view' },
    ],
  },
  'CHANGELOG.md': '# Tides Now\n\n## [Harbours] - 2024-05-01\n\n- more\n',
  'src/list.tsx': `import { Action, ActionPanel, List } from "@raycast/api";
import { useFetch } from "@raycast/utils";

export default function Command() {
  const { data, isLoading } = useFetch<{ name: string }[]>("https://tidewater.example/harbours");
  return (
    <List isLoading={isLoading}>
      {(data ?? []).map((one) => (
        <List.Item
          key={one.name}
          title={one.name}
          actions={<ActionPanel><Action.CopyToClipboard content={one.name} /></ActionPanel>}
        />
      ))}
    </List>
  );
}
`,
  'src/copy.ts': `import { Clipboard, showHUD } from "@raycast/api";

export default async function main() {
  await Clipboard.copy("high");
  await showHUD("Copied");
}
`,
};

/** A Raycast extension with what Orchestra doesn't have. */
export const launcherExtras: FolderContents = {
  'package.json': {
    name: 'tide-bar',
    title: 'Tide Bar',
    description: 'The tide in the menu bar',
    ...launcher,
    platforms: ['macOS'],
    commands: [
      { name: 'bar', title: 'Bar', description: 'Bar', mode: 'menu-bar' },
      { name: 'sign-in', title: 'Sign In', description: 'Signs in', mode: 'view' },
    ],
  },
  'src/bar.tsx': `import { MenuBarExtra } from "@raycast/api";

export default function Command() {
  return (
    <MenuBarExtra title="Tide">
      <MenuBarExtra.Item title="High" />
    </MenuBarExtra>
  );
}
`,
  'src/sign-in.tsx': `import { Detail, OAuth } from "@raycast/api";

const client = new OAuth.PKCEClient({
  redirectMethod: OAuth.RedirectMethod.Web,
  providerName: "Tidewater",
});

export default function Command() {
  void client.getTokens();
  return <Detail markdown="Hello" />;
}
`,
};
