/** A part of VS Code's API that Orchestra doesn't offer: it throws by its name once it is called or made. */
export interface MissingPart {
  member: string;
  /** For people. */
  why: string;
  /** Whether it is a class, and not a namespace or a function. */
  isClass: boolean;
}

const missing = (member: string, why: string): MissingPart => ({ member, why, isClass: false });
const classes = (names: string, why: string): MissingPart[] =>
  names.split(/\s+/).map((member) => ({ member, why, isClass: true }));

/** What Orchestra doesn't offer of `vscode`. A test holds this list to what is there. */
export const notOfferedByVscode: readonly MissingPart[] = [
  missing('authentication', 'Accounts of other services aren’t offered.'),
  missing('chat', 'There is no chat that extensions could take part in.'),
  missing('comments', 'Comments on files aren’t shown.'),
  missing('debug', 'Programs aren’t debugged.'),
  missing('lm', 'Models are asked by `ai` of `@orchestra/api`.'),
  missing('notebooks', 'Notebooks aren’t opened.'),
  missing('scm', 'Source control of extensions isn’t shown.'),
  missing('tasks', 'Tasks aren’t run: `child_process` starts programs.'),
  missing('tests', 'Tests of extensions aren’t shown.'),
  missing('window.registerCustomEditorProvider', 'Editors of an extension’s own aren’t opened.'),
  missing('window.showNotebookDocument', 'Notebooks aren’t opened.'),
  missing('workspace.openNotebookDocument', 'Notebooks aren’t opened.'),
  missing('workspace.registerFileSystemProvider', 'Files are those of the disk.'),
  missing('workspace.saveAs', 'A document is saved where it is.'),
  ...classes(
    'Breakpoint SourceBreakpoint FunctionBreakpoint DebugThread DebugStackFrame DebugAdapterExecutable DebugAdapterServer DebugAdapterNamedPipeServer DebugAdapterInlineImplementation',
    'Programs aren’t debugged.',
  ),
  ...classes('Task ShellExecution ProcessExecution CustomExecution', 'Tasks aren’t run.'),
  ...classes(
    'NotebookEdit NotebookRange NotebookCellOutputItem NotebookCellOutput NotebookCellData NotebookData NotebookCellStatusBarItem TabInputNotebook TabInputNotebookDiff',
    'Notebooks aren’t opened.',
  ),
  ...classes(
    'TestTag TestRunRequest TestMessage TestMessageStackFrame TestCoverageCount FileCoverage StatementCoverage BranchCoverage DeclarationCoverage',
    'Tests of extensions aren’t shown.',
  ),
  ...classes(
    'ChatRequestTurn ChatResponseTurn ChatResponseMarkdownPart ChatResponseFileTreePart ChatResponseAnchorPart ChatResponseProgressPart ChatResponseReferencePart ChatResponseCommandButtonPart',
    'There is no chat that extensions could take part in.',
  ),
  ...classes(
    'LanguageModelChatMessage LanguageModelError LanguageModelToolCallPart LanguageModelToolResultPart LanguageModelTextPart LanguageModelPromptTsxPart LanguageModelToolResult LanguageModelDataPart McpStdioServerDefinition McpHttpServerDefinition',
    'Models are asked by `ai` of `@orchestra/api`.',
  ),
  ...classes(
    'InlineValueText InlineValueVariableLookup InlineValueEvaluatableExpression',
    'Programs aren’t debugged.',
  ),
  ...classes('DataTransfer DataTransferItem', 'Nothing is dragged or pasted through extensions.'),
  ...classes('TerminalLink TerminalProfile TabInputCustom TabInputTerminal', 'It isn’t shown.'),
];
