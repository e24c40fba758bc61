import { named, snippet } from './labelled-snippet.ts';

/** Texts of pages that come from other files, and pages of Orchestra's own API. */
export const hiddenPageFiles = [
  {
    'main.js':
      "import { Detail, List, Grid, Image, Icon, Action, ActionPanel, Form, Toast, showToast, Cache, Clipboard } from '@raycast/api'; import { jsx } from 'react/jsx-runtime'; import { createElement, useState, useMemo, useRef } from 'react';\nconst s = require('./strings.json'); export default () => jsx(Detail, { markdown: s.help });",
    'strings.json': '{"help":"![](https://example.com)"}',
  },
  {
    'main.js':
      "const vscode = require('vscode'), fs = require('fs'), path = require('path');\nconst panel = vscode.window.createWebviewPanel('a', 'b', 1, {});\nexports.activate = (c) => { panel.webview.html = require('./tpl').page; };",
    'tpl.js': "exports.page = '<img src=https://example.com/a>';",
  },
  {
    'main.js':
      "import * as vscode from 'vscode'; import page from './tpl.mjs'; const panel = vscode.window.createWebviewPanel('a', 'b', 1, {});\n panel.webview.html = page;",
    'tpl.mjs': "export default '<img src=https://example.com/a>';",
  },
  {
    'main.js':
      "const vscode = require('vscode'), fs = require('fs'), path = require('path');\nconst panel = vscode.window.createWebviewPanel('a', 'b', 1, {});\npanel.webview.html = '<link rel=\"stylesheet\" href=\"' + panel.webview.asWebviewUri(vscode.Uri.file(path.join(__dirname, 'a.css'))) + '\">';",
    'a.css': 'body { background: url(https://example.com/a) }',
  },
  {
    'main.js':
      "const vscode = require('vscode'), fs = require('fs'), path = require('path');\nconst panel = vscode.window.createWebviewPanel('a', 'b', 1, {});\npanel.webview.html = '<iframe src=\"' + panel.webview.asWebviewUri(vscode.Uri.file(path.join(__dirname, 'in.html'))) + '\"></iframe>';",
    'in.html': '<img src=https://example.com/a>',
  },
  {
    'main.js':
      "const vscode = require('vscode'), fs = require('fs'), path = require('path');\nconst panel = vscode.window.createWebviewPanel('a', 'b', 1, {});\npanel.webview.html = '<object data=\"' + panel.webview.asWebviewUri(vscode.Uri.file(path.join(__dirname, 'a.svg'))) + '\"></object>';",
    'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.com/a"/></svg>',
  },
  "import { ui } from '@orchestra/api'; ui.createWebviewPanel({ id: 'a', title: 'b', html: '<img src=https://example.com>' });",
  "import { ui } from '@orchestra/api'; const panel = ui.createWebviewPanel({ id: 'a', title: 'b' }); panel.html = `<p>${process.argv[2]}`;",
  "import { ui } from '@orchestra/api'; const options = { id: 'a', title: 'b', html: process.argv[2] }; ui.createWebviewPanel(options);",
].map((code) => snippet(named(code), code, ['network']));
