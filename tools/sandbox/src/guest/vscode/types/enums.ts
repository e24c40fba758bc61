/** An enumeration as TypeScript makes them: names by numbers as well. @param names in order, from `first` on */
function enumOf<const N extends readonly string[]>(
  names: N,
  first = 0,
): Readonly<Record<N[number], number> & Record<number, string>> {
  const made: Record<string | number, string | number> = {};
  for (const [at, name] of names.entries()) {
    made[name] = at + first;
    made[at + first] = name;
  }
  return Object.freeze(made) as never;
}

export const CodeActionTriggerKind = enumOf(['Invoke', 'Automatic'], 1);
export const ColorThemeKind = enumOf(['Light', 'Dark', 'HighContrast', 'HighContrastLight'], 1);
export const CommentThreadCollapsibleState = enumOf(['Collapsed', 'Expanded']);
export const CommentMode = enumOf(['Editing', 'Preview']);
export const CommentThreadState = enumOf(['Unresolved', 'Resolved']);
export const CompletionItemKind = enumOf(
  `Text Method Function Constructor Field Variable Class Interface Module Property Unit Value Enum Keyword Snippet Color
  File Reference Folder EnumMember Constant Struct Event Operator TypeParameter User Issue`.split(
    /\s+/,
  ),
);
export const CompletionItemTag = enumOf(['Deprecated'], 1);
export const CompletionTriggerKind = enumOf([
  'Invoke',
  'TriggerCharacter',
  'TriggerForIncompleteCompletions',
]);
export const ConfigurationTarget = enumOf(['Global', 'Workspace', 'WorkspaceFolder'], 1);
export const DebugConsoleMode = enumOf(['Separate', 'MergeWithParent']);
export const DecorationRangeBehavior = enumOf([
  'OpenOpen',
  'ClosedClosed',
  'OpenClosed',
  'ClosedOpen',
]);
export const DiagnosticSeverity = enumOf(['Error', 'Warning', 'Information', 'Hint']);
export const DiagnosticTag = enumOf(['Unnecessary', 'Deprecated'], 1);
export const DocumentHighlightKind = enumOf(['Text', 'Read', 'Write']);
export const EndOfLine = enumOf(['LF', 'CRLF'], 1);
export const EnvironmentVariableMutatorType = enumOf(['Replace', 'Append', 'Prepend'], 1);
export const ExtensionKind = enumOf(['UI', 'Workspace'], 1);
export const ExtensionMode = enumOf(['Production', 'Development', 'Test'], 1);
export const FileChangeType = enumOf(['Changed', 'Created', 'Deleted'], 1);
export const FileType = Object.freeze({ Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 });
export const FilePermission = enumOf(['Readonly'], 1);
export const FoldingRangeKind = enumOf(['Comment', 'Imports', 'Region'], 1);
export const IndentAction = enumOf(['None', 'Indent', 'IndentOutdent', 'Outdent']);
export const InlayHintKind = enumOf(['Type', 'Parameter'], 1);
export const InlineCompletionTriggerKind = enumOf(['Invoke', 'Automatic']);
export const InputBoxValidationSeverity = enumOf(['Info', 'Warning', 'Error'], 1);
export const LanguageStatusSeverity = enumOf(['Information', 'Warning', 'Error']);
export const LogLevel = enumOf(['Off', 'Trace', 'Debug', 'Info', 'Warning', 'Error']);
export const OverviewRulerLane = Object.freeze({ Left: 1, Center: 2, Right: 4, Full: 7 });
export const ProgressLocation = Object.freeze({ SourceControl: 1, Window: 10, Notification: 15 });
export const QuickPickItemKind = Object.freeze({ Separator: -1, Default: 0 });
export const ShellQuoting = enumOf(['Escape', 'Strong', 'Weak'], 1);
export const SignatureHelpTriggerKind = enumOf(['Invoke', 'TriggerCharacter', 'ContentChange'], 1);
export const StatusBarAlignment = enumOf(['Left', 'Right'], 1);
export const SymbolKind = enumOf(
  `File Module Namespace Package Class Method Property Field Constructor Enum Interface Function Variable Constant String
  Number Boolean Array Object Key Null EnumMember Struct Event Operator TypeParameter`.split(/\s+/),
);
export const SymbolTag = enumOf(['Deprecated'], 1);
export const SyntaxTokenType = enumOf(['Other', 'Comment', 'String', 'RegEx']);
export const TaskPanelKind = enumOf(['Shared', 'Dedicated', 'New'], 1);
export const TaskRevealKind = enumOf(['Always', 'Silent', 'Never'], 1);
export const TaskScope = enumOf(['Global', 'Workspace'], 1);
export const TerminalLocation = enumOf(['Panel', 'Editor'], 1);
export const TerminalExitReason = enumOf(['Unknown', 'Shutdown', 'Process', 'User', 'Extension']);
export const TestRunProfileKind = enumOf(['Run', 'Debug', 'Coverage'], 1);
export const TextDocumentChangeReason = enumOf(['Undo', 'Redo'], 1);
export const TextDocumentSaveReason = enumOf(['Manual', 'AfterDelay', 'FocusOut'], 1);
export const TextEditorCursorStyle = enumOf(
  ['Line', 'Block', 'Underline', 'LineThin', 'BlockOutline', 'UnderlineThin'],
  1,
);
export const TextEditorLineNumbersStyle = enumOf(['Off', 'On', 'Relative', 'Interval']);
export const TextEditorRevealType = enumOf([
  'Default',
  'InCenter',
  'InCenterIfOutsideViewport',
  'AtTop',
]);
export const TextEditorSelectionChangeKind = enumOf(['Keyboard', 'Mouse', 'Command'], 1);
export const TreeItemCheckboxState = enumOf(['Unchecked', 'Checked']);
export const TreeItemCollapsibleState = enumOf(['None', 'Collapsed', 'Expanded']);
export const UIKind = enumOf(['Desktop', 'Web'], 1);
export const ViewColumn = Object.freeze({
  Active: -1,
  Beside: -2,
  One: 1,
  Two: 2,
  Three: 3,
  Four: 4,
  Five: 5,
  Six: 6,
  Seven: 7,
  Eight: 8,
  Nine: 9,
});
export const NotebookCellKind = enumOf(['Markup', 'Code'], 1);
export const NotebookControllerAffinity = enumOf(['Default', 'Preferred'], 1);
export const NotebookEditorRevealType = enumOf([
  'Default',
  'InCenter',
  'InCenterIfOutsideViewport',
  'AtTop',
]);
export const DocumentPasteTriggerKind = enumOf(['Automatic', 'PasteAs']);
export const QuickInputButtonLocation = enumOf(['Title', 'Inline', 'Input'], 1);
export const NotebookCellStatusBarAlignment = enumOf(['Left', 'Right'], 1);
export const DebugConfigurationProviderTriggerKind = enumOf(['Initial', 'Dynamic'], 1);
export const TerminalShellExecutionCommandLineConfidence = enumOf(['Low', 'Medium', 'High']);
export const ChatResultFeedbackKind = enumOf(['Unhelpful', 'Helpful']);
export const LanguageModelChatMessageRole = enumOf(['User', 'Assistant'], 1);
export const LanguageModelChatToolMode = enumOf(['Auto', 'Required'], 1);
