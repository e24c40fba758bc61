import { type ApiJudgement, judgeApi } from '../judgement.ts';

/** Classes, enumerations and interfaces of `vscode`: data, and what an extension makes for the app to call. */
export const vscodeValues: readonly ApiJudgement[] = [
  judgeApi(
    'harmless',
    'Values that the extension makes, and constants.',
    'version Position Range Selection TextEditorSelectionChangeKind TextEditorCursorStyle ' +
      'TextEditorLineNumbersStyle TextEditorRevealType OverviewRulerLane ' +
      'DecorationRangeBehavior ThemeColor ThemeIcon EndOfLine Uri CancellationTokenSource ' +
      'CancellationError Disposable EventEmitter QuickPickItemKind InputBoxValidationSeverity ' +
      'RelativePattern CodeActionKind CodeActionTriggerKind CodeAction CodeLens MarkdownString ' +
      'Hover EvaluatableExpression InlineValueText InlineValueVariableLookup ' +
      'InlineValueEvaluatableExpression DocumentHighlightKind DocumentHighlight SymbolKind ' +
      'SymbolTag SymbolInformation DocumentSymbol TextEdit SnippetTextEdit NotebookEdit ' +
      'SnippetString SemanticTokensLegend SemanticTokensBuilder SemanticTokens ' +
      'SemanticTokensEdits SemanticTokensEdit ParameterInformation SignatureInformation ' +
      'SignatureHelp SignatureHelpTriggerKind CompletionItemKind CompletionItemTag ' +
      'CompletionItem CompletionList CompletionTriggerKind InlineCompletionList ' +
      'InlineCompletionTriggerKind InlineCompletionItem DocumentLink Color ColorInformation ' +
      'ColorPresentation InlayHintKind InlayHintLabelPart InlayHint FoldingRange ' +
      'FoldingRangeKind SelectionRange CallHierarchyItem CallHierarchyIncomingCall ' +
      'CallHierarchyOutgoingCall TypeHierarchyItem LinkedEditingRanges ' +
      'DocumentDropOrPasteEditKind DocumentDropEdit DocumentPasteTriggerKind DocumentPasteEdit ' +
      'IndentAction SyntaxTokenType ConfigurationTarget Location DiagnosticSeverity ' +
      'DiagnosticRelatedInformation DiagnosticTag Diagnostic LanguageStatusSeverity ViewColumn ' +
      'StatusBarAlignment TerminalLocation TerminalShellExecutionCommandLineConfidence ' +
      'TerminalLink FileDecoration ExtensionKind ExtensionMode ColorThemeKind TaskRevealKind ' +
      'TaskPanelKind TaskGroup ShellQuoting TaskScope FileType FilePermission FileSystemError ' +
      'FileChangeType UIKind LogLevel DataTransferItem DataTransfer TreeItem ' +
      'TreeItemCollapsibleState TreeItemCheckboxState TerminalExitReason ' +
      'EnvironmentVariableMutatorType ProgressLocation QuickInputButtons QuickInputButtonLocation ' +
      'TextDocumentChangeReason TextDocumentSaveReason NotebookEditorRevealType ' +
      'NotebookCellKind NotebookRange NotebookCellOutputItem NotebookCellOutput ' +
      'NotebookCellData NotebookData NotebookControllerAffinity NotebookCellStatusBarAlignment ' +
      'NotebookCellStatusBarItem Breakpoint SourceBreakpoint FunctionBreakpoint ' +
      'DebugConsoleMode DebugConfigurationProviderTriggerKind DebugThread DebugStackFrame ' +
      'CommentThreadCollapsibleState CommentMode CommentThreadState TestRunProfileKind TestTag ' +
      'TestRunRequest TestMessageStackFrame TestMessage TestCoverageCount FileCoverage ' +
      'StatementCoverage BranchCoverage DeclarationCoverage TabInputText TabInputTextDiff ' +
      'TabInputCustom TabInputWebview TabInputNotebook TabInputNotebookDiff TabInputTerminal ' +
      'TelemetryTrustedValue ChatRequestTurn ChatResponseTurn ChatResultFeedbackKind ' +
      'ChatResponseMarkdownPart ChatResponseFileTreePart ChatResponseAnchorPart ' +
      'ChatResponseProgressPart ChatResponseReferencePart ChatResponseCommandButtonPart ' +
      'LanguageModelChatMessageRole LanguageModelChatMessage LanguageModelError ' +
      'LanguageModelChatToolMode LanguageModelToolCallPart LanguageModelToolResultPart ' +
      'LanguageModelTextPart LanguageModelPromptTsxPart LanguageModelToolResult ' +
      'LanguageModelDataPart',
  ),
  judgeApi(
    'harmless',
    'What the app tells and is told. The members that reach further have a line of their own.',
    'Command TextLine TextDocument TextEditorSelectionChangeEvent ' +
      'TextEditorVisibleRangesChangeEvent TextEditorOptionsChangeEvent ' +
      'TextEditorViewColumnChangeEvent TextEditorOptions TextEditorDecorationType ' +
      'TextDocumentShowOptions NotebookEditorSelectionChangeEvent ' +
      'NotebookEditorVisibleRangesChangeEvent NotebookDocumentShowOptions ' +
      'ThemableDecorationRenderOptions ThemableDecorationAttachmentRenderOptions ' +
      'DecorationRenderOptions DecorationOptions ThemableDecorationInstanceRenderOptions ' +
      'DecorationInstanceRenderOptions TextEditor TextEditorEdit CancellationToken Event ' +
      'FileSystemWatcher TextDocumentContentProvider QuickPickItem QuickPickOptions ' +
      'WorkspaceFolderPickOptions OpenDialogOptions SaveDialogOptions MessageItem ' +
      'MessageOptions InputBoxValidationMessage InputBoxOptions DocumentFilter ' +
      'CodeActionContext CodeActionProvider CodeActionProviderMetadata CodeLensProvider ' +
      'DefinitionProvider ImplementationProvider TypeDefinitionProvider DeclarationProvider ' +
      'HoverProvider EvaluatableExpressionProvider InlineValueContext InlineValuesProvider ' +
      'DocumentHighlightProvider DocumentSymbolProvider DocumentSymbolProviderMetadata ' +
      'WorkspaceSymbolProvider ReferenceContext ReferenceProvider WorkspaceEditEntryMetadata ' +
      'WorkspaceEditMetadata RenameProvider DocumentSemanticTokensProvider ' +
      'DocumentRangeSemanticTokensProvider FormattingOptions DocumentFormattingEditProvider ' +
      'DocumentRangeFormattingEditProvider OnTypeFormattingEditProvider SignatureHelpContext ' +
      'SignatureHelpProvider SignatureHelpProviderMetadata CompletionItemLabel ' +
      'CompletionContext CompletionItemProvider InlineCompletionItemProvider ' +
      'InlineCompletionContext SelectedCompletionInfo DocumentLinkProvider ' +
      'DocumentColorProvider InlayHintsProvider FoldingContext FoldingRangeProvider ' +
      'SelectionRangeProvider CallHierarchyProvider TypeHierarchyProvider ' +
      'LinkedEditingRangeProvider DocumentDropEditProvider DocumentDropEditProviderMetadata ' +
      'DocumentPasteEditContext DocumentPasteEditProvider DocumentPasteProviderMetadata ' +
      'CommentRule LineCommentRule IndentationRule EnterAction OnEnterRule AutoClosingPair ' +
      'LanguageConfiguration WorkspaceConfiguration LocationLink DiagnosticChangeEvent ' +
      'DiagnosticCollection LanguageStatusItem OutputChannel LogOutputChannel ' +
      'AccessibilityInformation StatusBarItem Progress Terminal TerminalEditorLocationOptions ' +
      'TerminalSplitLocationOptions TerminalState TerminalShellIntegration ' +
      'TerminalShellExecution TerminalShellExecutionCommandLine ' +
      'TerminalShellIntegrationChangeEvent TerminalShellExecutionStartEvent ' +
      'TerminalShellExecutionEndEvent TerminalLinkContext TerminalLinkProvider ' +
      'TerminalProfileProvider FileDecorationProvider Extension ExtensionContext Memento ' +
      'SecretStorageChangeEvent SecretStorage ColorTheme TaskPresentationOptions TaskDefinition ' +
      'ProcessExecutionOptions ShellQuotingOptions ShellExecutionOptions ShellQuotedString ' +
      'RunOptions TaskProvider TaskExecution TaskStartEvent TaskEndEvent TaskProcessStartEvent ' +
      'TaskProcessEndEvent TaskFilter FileStat FileChangeEvent FileSystemProvider FileSystem ' +
      'WebviewPortMapping WebviewOptions Webview WebviewPanelOptions WebviewPanel ' +
      'WebviewPanelOnDidChangeViewStateEvent WebviewPanelSerializer WebviewView ' +
      'WebviewViewResolveContext WebviewViewProvider CustomTextEditorProvider CustomDocument ' +
      'CustomDocumentEditEvent CustomDocumentContentChangeEvent CustomDocumentBackup ' +
      'CustomDocumentBackupContext CustomDocumentOpenContext CustomReadonlyEditorProvider ' +
      'CustomEditorProvider Clipboard WindowState UriHandler TreeViewOptions ' +
      'TreeViewExpansionEvent TreeViewSelectionChangeEvent TreeViewVisibilityChangeEvent ' +
      'DataTransferFile TreeDragAndDropController ViewBadge TreeCheckboxChangeEvent TreeView ' +
      'TreeDataProvider TreeItemLabel TerminalOptions ExtensionTerminalOptions Pseudoterminal ' +
      'TerminalDimensions TerminalExitStatus EnvironmentVariableMutatorOptions ' +
      'EnvironmentVariableMutator EnvironmentVariableCollection ' +
      'GlobalEnvironmentVariableCollection EnvironmentVariableScope ProgressOptions QuickInput ' +
      'QuickPick InputBox QuickInputButton QuickPickItemButtonEvent ' +
      'TextDocumentContentChangeEvent TextDocumentChangeEvent TextDocumentWillSaveEvent ' +
      'FileWillCreateEvent FileCreateEvent FileWillDeleteEvent FileDeleteEvent ' +
      'FileWillRenameEvent FileRenameEvent WorkspaceFoldersChangeEvent WorkspaceFolder ' +
      'ConfigurationChangeEvent NotebookEditor NotebookRendererMessaging NotebookCell ' +
      'NotebookDocument NotebookDocumentCellChange NotebookDocumentContentChange ' +
      'NotebookDocumentChangeEvent NotebookDocumentWillSaveEvent NotebookCellExecutionSummary ' +
      'NotebookSerializer NotebookDocumentContentOptions NotebookController ' +
      'NotebookCellExecution NotebookCellStatusBarItemProvider SourceControlInputBox ' +
      'QuickDiffProvider SourceControlResourceThemableDecorations ' +
      'SourceControlResourceDecorations SourceControlResourceState SourceControlResourceGroup ' +
      'SourceControl DebugProtocolMessage DebugProtocolSource DebugProtocolBreakpoint ' +
      'DebugConfiguration DebugSession DebugSessionCustomEvent DebugConfigurationProvider ' +
      'DebugAdapterExecutableOptions DebugAdapter DebugAdapterDescriptorFactory ' +
      'DebugAdapterTracker DebugAdapterTrackerFactory DebugConsole BreakpointsChangeEvent ' +
      'DebugSessionOptions CommentThread CommentAuthorInformation CommentReaction Comment ' +
      'CommentReply CommentingRanges CommentingRangeProvider CommentOptions CommentController ' +
      'AuthenticationSession AuthenticationSessionAccountInformation ' +
      'AuthenticationGetSessionPresentationOptions AuthenticationGetSessionOptions ' +
      'AuthenticationWwwAuthenticateRequest AuthenticationProviderInformation ' +
      'AuthenticationSessionsChangeEvent AuthenticationProviderOptions ' +
      'AuthenticationProviderAuthenticationSessionsChangeEvent ' +
      'AuthenticationProviderSessionOptions AuthenticationProvider TestRunProfile ' +
      'TestController TestRun TestItemCollection TestItem Tab TabChangeEvent ' +
      'TabGroupChangeEvent TabGroup TabGroups TelemetryLogger TelemetrySender ' +
      'TelemetryLoggerOptions ChatContext ChatErrorDetails ChatResult ChatResultFeedback ' +
      'ChatFollowup ChatFollowupProvider ChatParticipant ChatPromptReference ChatRequest ' +
      'ChatResponseStream ChatResponseFileTree LanguageModelChatResponse LanguageModelChat ' +
      'LanguageModelChatSelector LanguageModelChatRequestOptions McpServerDefinitionProvider ' +
      'ProvideLanguageModelChatResponseOptions LanguageModelChatInformation ' +
      'LanguageModelChatCapabilities LanguageModelChatRequestMessage LanguageModelChatProvider ' +
      'PrepareLanguageModelChatModelOptions LanguageModelAccessInformation ' +
      'LanguageModelChatTool LanguageModelToolInvocationOptions ' +
      'LanguageModelToolTokenizationOptions LanguageModelToolInformation ' +
      'LanguageModelToolInvocationPrepareOptions LanguageModelTool ' +
      'LanguageModelToolConfirmationMessages PreparedToolInvocation ' +
      'ChatLanguageModelToolReference',
  ),
];
