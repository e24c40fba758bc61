import { parseValue } from '@orchestra/core';
import { Type } from 'typebox';
import type { StatusBarView } from '../services/services.ts';
import { type ApiRegistration, defineRegistration } from './api-call.ts';
import { range } from './schemas.ts';
import { registerPage, registerProgress, registerWatcher } from './shown-registrations.ts';

const text = Type.String();
const of = (member: string) => `vscode:${member}`;

const line = Type.Cyclic(
  {
    Line: Type.Object({
      number: Type.Integer({ minimum: 0 }),
      label: text,
      description: Type.Optional(text),
      tooltip: Type.Optional(text),
      state: Type.Enum(['leaf', 'closed', 'open']),
      isClickable: Type.Boolean(),
      children: Type.Array(Type.Ref('Line')),
    }),
  },
  'Line',
);
const tree = Type.Object({ lines: Type.Array(line), isCut: Type.Boolean() });

const diagnostics = Type.Object({
  files: Type.Array(
    Type.Object({
      uri: text,
      diagnostics: Type.Array(
        Type.Object({
          range,
          message: text,
          severity: Type.Integer({ minimum: 0, maximum: 3 }),
          source: text,
          code: text,
        }),
      ),
    }),
  ),
});

const statusBarItem = Type.Object({
  text,
  visible: Type.Boolean(),
  isClickable: Type.Boolean(),
  tooltip: Type.Optional(text),
});

const trees = ['window.createTreeView', 'window.registerTreeDataProvider'].map(
  (member): [string, ApiRegistration] => [
    of(member),
    defineRegistration(of(member), { args: [text] }, ([viewId], { id, services, act }) => {
      const choose = (name: 'toggle' | 'choose', number: number) => act(name, number);
      return {
        render(next) {
          const parsed = parseValue(tree, next);
          if (parsed.ok) services.vscode.showTree(id, { id: viewId, ...parsed.value }, choose);
        },
        dispose: () => services.vscode.showTree(id, null, choose),
      };
    }),
  ],
);

const place = Type.Object({ alignment: Type.Enum(['left', 'right']), priority: Type.Number() });

const items: readonly [string, ApiRegistration][] = [
  [
    of('window.createStatusBarItem'),
    defineRegistration(
      of('window.createStatusBarItem'),
      { args: [place] },
      ([at], { id, services, act }) => {
        const click = () => act('click');
        return {
          render(next) {
            const parsed = parseValue(statusBarItem, next);
            if (!parsed.ok) return;
            const { isClickable, ...view } = parsed.value;
            const shown: StatusBarView = { ...at, ...view, ...(isClickable && { command: '' }) };
            services.ui.showStatusBarItem(id, shown, click);
          },
          dispose: () => services.ui.showStatusBarItem(id, null, click),
        };
      },
    ),
  ],
  [
    of('window.createOutputChannel'),
    defineRegistration(
      of('window.createOutputChannel'),
      { args: [text] },
      ([name], { services }) => ({
        dispose: () => undefined,
        calls: { print: (part: string) => services.vscode.print(name, part) },
      }),
    ),
  ],
  [
    of('languages.createDiagnosticCollection'),
    defineRegistration(
      of('languages.createDiagnosticCollection'),
      { args: [text] },
      ([name], { id, services }) => ({
        render(next) {
          const parsed = parseValue(diagnostics, next);
          if (parsed.ok) services.vscode.showDiagnostics(id, { name, ...parsed.value });
        },
        dispose: () => services.vscode.showDiagnostics(id, null),
      }),
    ),
  ],
];

/** Names of what an extension may answer about a language: `Hover` of `registerHoverProvider`. */
const providerKinds =
  `Hover CompletionItem Definition Declaration TypeDefinition Implementation Reference DocumentFormattingEdit
DocumentRangeFormattingEdit CodeActions DocumentSymbol Rename SignatureHelp CodeLens CallHierarchy Color DocumentColor
DocumentDropEdit DocumentHighlight DocumentLink DocumentPasteEdit DocumentRangeSemanticTokens DocumentSemanticTokens
EvaluatableExpression FoldingRange InlayHints InlineCompletionItem InlineValues LinkedEditingRange OnTypeFormattingEdit
SelectionRange TypeHierarchy`.split(/\s+/);

const providers = providerKinds.map((kind): [string, ApiRegistration] => {
  const api = of(`languages.register${kind}Provider`);
  const args = [Type.Literal(kind), Type.Integer()];
  return [
    api,
    defineRegistration(api, { args }, ([, callback], { id, services, callBack }) => {
      services.vscode.addProvider(id, {
        kind,
        ask: (question) => callBack(Number(callback), [question]),
        apply: (number) => callBack(number, []),
      });
      return { dispose: () => services.vscode.addProvider(id, null) };
    }),
  ];
});

/** What extensions for VS Code register, by the name that it is sent with. */
export const vscodeRegistrations: readonly (readonly [string, ApiRegistration])[] = [
  ...trees,
  ...items,
  ...providers,
  [of('window.withProgress'), registerProgress(of('window.withProgress'))],
  [of('window.createWebviewPanel'), registerPage(of('window.createWebviewPanel'))],
  [
    of('window.registerWebviewViewProvider'),
    registerPage(of('window.registerWebviewViewProvider')),
  ],
  [
    of('workspace.createFileSystemWatcher'),
    registerWatcher(of('workspace.createFileSystemWatcher')),
  ],
];
