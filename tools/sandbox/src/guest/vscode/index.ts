import { missingParts } from './missing-parts.ts';

export { commands } from './commands.ts';
export { env } from './env.ts';
export { extensions } from './extensions.ts';
export { l10n } from './l10n.ts';
export { languages } from './languages/index.ts';
export * from './types/drop-and-paste.ts';
export * from './types/enums.ts';
export {
  CancellationError,
  CancellationTokenSource,
  Disposable,
  EventEmitter,
} from './types/events.ts';
export {
  FileDecoration,
  FileSystemError,
  QuickInputButtons,
  RelativePattern,
  TabInputText,
  TabInputTextDiff,
  TabInputWebview,
  TelemetryTrustedValue,
  ThemeColor,
  ThemeIcon,
  TreeItem,
} from './types/interface.ts';
export {
  CodeAction,
  CodeActionKind,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DiagnosticRelatedInformation,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  ParameterInformation,
  SelectionRange,
  SignatureHelp,
  SignatureInformation,
  SymbolInformation,
} from './types/language.ts';
export * from './types/more-language.ts';
export { Position, Range, Selection } from './types/positions.ts';
export {
  MarkdownString,
  SnippetString,
  SnippetTextEdit,
  TextEdit,
  WorkspaceEdit,
} from './types/text.ts';
export { Uri } from './types/uri.ts';
export { window } from './window/index.ts';
export { workspace } from './workspace/index.ts';

/** The version of VS Code whose API this is like. */
export const version = '1.140.0';

export const {
  authentication,
  chat,
  comments,
  debug,
  lm,
  notebooks,
  scm,
  tasks,
  tests,
  Breakpoint,
  SourceBreakpoint,
  FunctionBreakpoint,
  DebugThread,
  DebugStackFrame,
  DebugAdapterExecutable,
  DebugAdapterServer,
  DebugAdapterNamedPipeServer,
  DebugAdapterInlineImplementation,
  Task,
  ShellExecution,
  ProcessExecution,
  CustomExecution,
  NotebookEdit,
  NotebookRange,
  NotebookCellOutputItem,
  NotebookCellOutput,
  NotebookCellData,
  NotebookData,
  NotebookCellStatusBarItem,
  TabInputNotebook,
  TabInputNotebookDiff,
  TestTag,
  TestRunRequest,
  TestMessage,
  TestMessageStackFrame,
  TestCoverageCount,
  FileCoverage,
  StatementCoverage,
  BranchCoverage,
  DeclarationCoverage,
  ChatRequestTurn,
  ChatResponseTurn,
  ChatResponseMarkdownPart,
  ChatResponseFileTreePart,
  ChatResponseAnchorPart,
  ChatResponseProgressPart,
  ChatResponseReferencePart,
  ChatResponseCommandButtonPart,
  LanguageModelChatMessage,
  LanguageModelError,
  LanguageModelToolCallPart,
  LanguageModelToolResultPart,
  LanguageModelTextPart,
  LanguageModelPromptTsxPart,
  LanguageModelToolResult,
  LanguageModelDataPart,
  McpStdioServerDefinition,
  McpHttpServerDefinition,
  InlineValueText,
  InlineValueVariableLookup,
  InlineValueEvaluatableExpression,
  DataTransfer,
  DataTransferItem,
  TerminalLink,
  TerminalProfile,
  TabInputCustom,
  TabInputTerminal,
} = missingParts;
