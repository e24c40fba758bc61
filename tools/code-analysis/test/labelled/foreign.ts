import { snippet, unclear } from './labelled-snippet.ts';

const vscode = "const vscode = require('vscode');\n";

/** Extensions written for VS Code. */
export const vscodeSnippets = [
  snippet('a message', `${vscode}vscode.window.showInformationMessage('a');`, ['notifications']),
  snippet(
    'warnings and errors',
    `${vscode}vscode.window.showWarningMessage('a'); vscode.window.showErrorMessage('b');`,
    ['notifications'],
  ),
  snippet('reading a file', `${vscode}vscode.workspace.fs.readFile(uri);`, ['filesystem.read']),
  snippet('writing a file', `${vscode}const { fs } = vscode.workspace; fs.writeFile(uri, bytes);`, [
    'filesystem.write',
  ]),
  snippet(
    'renaming and making folders',
    `${vscode}vscode.workspace.fs.rename(a, b); vscode.workspace.fs.createDirectory(c);`,
    ['filesystem.write'],
  ),
  snippet('finding files', `${vscode}vscode.workspace.findFiles('**/*.md');`, ['filesystem.read']),
  snippet('the clipboard', "import { env } from 'vscode'; env.clipboard.writeText('a');", [
    'clipboard',
  ]),
  snippet(
    'the machine',
    "import { env } from 'vscode'; console.log(env.machineId, env.language);",
    [],
  ),
  snippet(
    'a terminal',
    "import * as vscode from 'vscode'; vscode.window.createTerminal('a').sendText('b');",
    ['terminal'],
  ),
  snippet('a language model', `${vscode}const [model] = await1(vscode.lm.selectChatModels({}));`, [
    'ai.chat',
  ]),
  snippet('secrets', `${vscode}exports.activate = (context) => context.secrets.store('a', 'b');`, [
    'secrets',
  ]),
  unclear(
    'a method that an object calls activate for itself',
    `${vscode}class Focus { constructor() { this.activate = (it) => it.secrets.get('a'); } }`,
    [],
  ),
  snippet(
    'secrets handed on',
    `${vscode}class A { constructor(secrets) { this.secrets = secrets; } } exports.activate = (c) => new A(c.secrets);`,
    ['secrets'],
  ),
  snippet(
    'git of another extension',
    `${vscode}vscode.extensions.getExtension('vscode.git').exports;`,
    ['git'],
  ),
  snippet(
    'another extension',
    `${vscode}vscode.extensions.getExtension('acme.tides').exports;`,
    [],
  ),
  snippet(
    'an extension whose name is given, where that of Git is not written anywhere',
    `${vscode}exports.find = (id) => vscode.extensions.getExtension(id).exports;`,
    [],
  ),
  unclear(
    'an extension whose name is given, where that of Git is written',
    `${vscode}exports.find = (id) => vscode.extensions.getExtension(id).exports; const known = ['vscode.git'];`,
  ),
  snippet(
    'a task',
    `${vscode}vscode.tasks.executeTask(new vscode.Task(a, b, 'c', 'd', new vscode.ShellExecution('ls')));`,
    ['system.exec'],
  ),
  snippet(
    'hovers and completion',
    `${vscode}vscode.languages.registerHoverProvider('a', { provideHover: () => new vscode.Hover('b') });`,
    [],
  ),
  snippet('a status bar', `${vscode}vscode.window.createStatusBarItem().show();`, []),
  snippet('a quick pick', `${vscode}vscode.window.showQuickPick(['a']);`, []),
  snippet('an import that is unused', "import * as vscode from 'vscode'; console.log('a');", []),
  snippet('optional chaining', `${vscode}vscode?.env?.clipboard?.readText?.();`, ['clipboard']),
  snippet('guarded use', `${vscode}if (vscode.lm) vscode.lm.selectChatModels();`, ['ai.chat']),
  snippet(
    'a member by a constant',
    `${vscode}const how = 'showErrorMessage'; vscode.window[how]('a');`,
    ['notifications'],
  ),
  snippet(
    'one of two members',
    `${vscode}vscode.window[bad ? 'showErrorMessage' : 'showQuickPick']('a');`,
    ['notifications'],
  ),
  unclear('a member by a setting', `${vscode}vscode.window[setting]('a');`),
  unclear('the whole window for a stranger', `${vscode}strange(vscode.window);`),
  snippet(
    'output of the TypeScript compiler',
    '"use strict";\nvar __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {\n    if (k2 === undefined) k2 = k;\n    var desc = Object.getOwnPropertyDescriptor(m, k);\n    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {\n      desc = { enumerable: true, get: function() { return m[k]; } };\n    }\n    Object.defineProperty(o, k2, desc);\n}) : (function(o, m, k, k2) {\n    if (k2 === undefined) k2 = k;\n    o[k2] = m[k];\n}));\nvar __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {\n    Object.defineProperty(o, "default", { enumerable: true, value: v });\n}) : function(o, v) {\n    o["default"] = v;\n});\nvar __importStar = (this && this.__importStar) || function (mod) {\n    if (mod && mod.__esModule) return mod;\n    var result = {};\n    if (mod != null) for (var k in mod) if (k !== "default" && Object.prototype.hasOwnProperty.call(mod, k)) __createBinding(result, mod, k);\n    __setModuleDefault(result, mod);\n    return result;\n};\nObject.defineProperty(exports, "__esModule", { value: true });\nexports.activate = activate;\nconst vscode = __importStar(require("vscode"));\nfunction activate(context) {\n    vscode.window.showInformationMessage("a");\n    return context.secrets.get("b");\n}\n',
    ['notifications', 'secrets'],
  ),
  snippet(
    'output of esbuild',
    'var __create = Object.create;\nvar __defProp = Object.defineProperty;\nvar __getOwnPropDesc = Object.getOwnPropertyDescriptor;\nvar __getOwnPropNames = Object.getOwnPropertyNames;\nvar __getProtoOf = Object.getPrototypeOf;\nvar __hasOwnProp = Object.prototype.hasOwnProperty;\nvar __export = (target, all) => {\n  for (var name in all)\n    __defProp(target, name, { get: all[name], enumerable: true });\n};\nvar __copyProps = (to, from, except, desc) => {\n  if (from && typeof from === "object" || typeof from === "function") {\n    for (let key of __getOwnPropNames(from))\n      if (!__hasOwnProp.call(to, key) && key !== except)\n        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });\n  }\n  return to;\n};\nvar __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(\n  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,\n  mod\n));\nvar __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);\nvar extension_exports = {};\n__export(extension_exports, { activate: () => activate });\nmodule.exports = __toCommonJS(extension_exports);\nvar vscode = __toESM(require("vscode"));\nfunction activate(context) {\n  vscode.env.clipboard.writeText("a");\n  context.secrets.get("b");\n}\n',
    ['clipboard', 'secrets'],
  ),
  snippet(
    'output of esbuild, minified',
    'var c=Object.create;var s=Object.defineProperty;var d=Object.getOwnPropertyDescriptor;var f=Object.getOwnPropertyNames;var g=Object.getPrototypeOf,h=Object.prototype.hasOwnProperty;var x=(e,t)=>{for(var r in t)s(e,r,{get:t[r],enumerable:!0})},n=(e,t,r,i)=>{if(t&&typeof t=="object"||typeof t=="function")for(let o of f(t))!h.call(e,o)&&o!==r&&s(e,o,{get:()=>t[o],enumerable:!(i=d(t,o))||i.enumerable});return e};var v=(e,t,r)=>(r=e!=null?c(g(e)):{},n(t||!e||!e.__esModule?s(r,"default",{value:e,enumerable:!0}):r,e)),w=e=>n(s({},"__esModule",{value:!0}),e);var p={};x(p,{activate:()=>m});module.exports=w(p);var a=v(require("vscode"));function m(e){a.window.showErrorMessage("x"),e.secrets.get("y")}',
    ['notifications', 'secrets'],
  ),
  snippet(
    'output of webpack',
    '(()=>{"use strict";var e={1398:e=>{e.exports=require("vscode")},9896:e=>{e.exports=require("fs")}},t={};function n(r){var o=t[r];if(void 0!==o)return o.exports;var i=t[r]={exports:{}};return e[r](i,i.exports,n),i.exports}var r={};(()=>{var e=r;Object.defineProperty(e,"__esModule",{value:!0}),e.activate=void 0;const t=n(1398),o=n(9896);e.activate=function(e){t.window.showInformationMessage(o.readFileSync("a","utf8"))}})(),module.exports=r})();',
    ['notifications', 'filesystem.read'],
  ),
];

/** Extensions written for Raycast, as they are compiled. */
export const raycastSnippets = [
  snippet(
    'copying',
    "import { Clipboard } from '@raycast/api'; export default () => Clipboard.copy('a');",
    ['clipboard'],
  ),
  snippet(
    'a toast',
    "import { showToast, Toast } from '@raycast/api'; showToast({ style: Toast.Style.Failure, title: 'a' });",
    ['notifications'],
  ),
  snippet('a HUD', "const { showHUD } = require('@raycast/api'); showHUD('a');", ['notifications']),
  snippet('asking a model', "import { AI } from '@raycast/api'; AI.ask('a');", ['ai.chat']),
  snippet(
    'whether models may be asked',
    "import { AI, environment } from '@raycast/api'; environment.canAccess(AI);",
    [],
  ),
  snippet(
    'fetching',
    "import { useFetch } from '@raycast/utils'; export default () => useFetch('a');",
    ['network'],
  ),
  snippet(
    'fetching without a hook',
    "import { List } from '@raycast/api'; fetch('a'); console.log(List);",
    ['network'],
  ),
  snippet('a program', "import { useExec } from '@raycast/utils'; useExec('ls', []);", [
    'system.exec',
  ]),
  snippet('AppleScript', "import { runAppleScript } from '@raycast/utils'; runAppleScript('a');", [
    'system.exec',
  ]),
  snippet('the trash', "import { trash } from '@raycast/api'; trash('a');", ['filesystem.write']),
  snippet(
    'files of the Finder',
    "import { getSelectedFinderItems } from '@raycast/api'; getSelectedFinderItems();",
    ['filesystem.read'],
  ),
  snippet(
    'an action that copies',
    "import { jsx } from 'react/jsx-runtime'; import { Action, ActionPanel } from '@raycast/api'; export default () => jsx(ActionPanel, { children: jsx(Action.CopyToClipboard, { content: 'a' }) });",
    ['clipboard'],
  ),
  snippet(
    'an action that pastes',
    "const { Action } = require('@raycast/api'); const React = require('react'); exports.default = () => React.createElement(Action.Paste, null);",
    ['clipboard'],
  ),
  snippet(
    'an action of its own',
    "import { jsx } from 'react/jsx-runtime'; import { Action } from '@raycast/api'; export default () => jsx(Action, { title: 'a' });",
    [],
  ),
  snippet(
    'an action that opens a browser',
    "import { jsx } from 'react/jsx-runtime'; import { Action } from '@raycast/api'; export default () => jsx(Action.OpenInBrowser, { url: 'a' });",
    [],
  ),
  snippet(
    'a list',
    "import { jsx } from 'react/jsx-runtime'; import { List } from '@raycast/api'; export default () => jsx(List, { children: jsx(List.Item, { title: 'a' }) });",
    [],
  ),
  snippet(
    'storage, cache and preferences',
    "import { Cache, getPreferenceValues, LocalStorage } from '@raycast/api'; new Cache().get('a'); LocalStorage.getItem('b'); getPreferenceValues();",
    [],
  ),
  snippet(
    'files of Node',
    "import { readFileSync } from 'fs'; import { List } from '@raycast/api'; readFileSync('a'); console.log(List);",
    ['filesystem.read'],
  ),
  snippet('a model by a hook', "import { useAI as ask } from '@raycast/utils'; ask('a');", [
    'ai.chat',
  ]),
  snippet(
    'an unused import',
    "import { Clipboard, List } from '@raycast/api'; console.log(List);",
    [],
  ),
  snippet(
    'output of a bundler',
    'var o=Object.defineProperty;var i=require("@raycast/api"),j=require("react/jsx-runtime");function A(){return(0,j.jsx)(i.ActionPanel,{children:(0,j.jsx)(i.Action.CopyToClipboard,{content:"a"})})}module.exports={default:A};',
    ['clipboard'],
  ),
];
