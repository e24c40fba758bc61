import { type ApiJudgement, judgeApi } from '../judgement.ts';

/**
 * The commands of VS Code and of the extensions that come with it, by their names. `*` stands for any part of a
 * name without a dot, `**` for any text; of several that fit, the one with the most letters decides. Sources:
 * the actions that VS Code registers, and the manifests of its own extensions.
 */
export const vscodeCommandNames: readonly ApiJudgement[] = [
  judgeApi(
    'terminal',
    'Opens terminals, types into them, or changes them.',
    `workbench.action.terminal.** workbench.action.createTerminalEditor* terminal.** openInTerminal openInIntegratedTerminal
    scm.openInTerminal scm.openInIntegratedTerminal workbench.action.quickOpenTerm`,
  ),
  judgeApi(
    'system.exec',
    'Runs tasks, scripts and tests, or starts programs to debug them.',
    `workbench.action.tasks.** workbench.action.debug.** workbench.debug.** vscode.executeTask debug.** extension.debug.**
    editor.debug.** extension.js-debug.** extension.node-debug.** extension.pwa-node-debug.** js-debug-companion.**
    npm.debugScript* npm.runInstall npm.runScript* npm.runSelectedScript npm.scriptRunner
    testing.** vscode.runTestsById vscode.startContinuousTestRun repl.action.acceptInput repl.execute`,
  ),
  judgeApi(
    'system.exec',
    'Runs the code of notebooks, as cells that aren’t named here may.',
    'notebook.** interactive.**',
  ),
  judgeApi('git', 'Works with Git.', 'git.** scm.acceptInput'),
  judgeApi(
    ['git', 'network'],
    'Publishes a repository, or asks GitHub about it.',
    'github.publish github.createPullRequest github.openPullRequest',
  ),
  judgeApi(
    'harmless',
    'Tells which codespace the window shows.',
    'github.codespaces.getCurrentCodespace',
  ),
  judgeApi(
    'ai.chat',
    'Asks models, or fills in what they are asked.',
    `workbench.action.chat* workbench.action.chat.** workbench.action.quickchat.** workbench.action.openChat*
    workbench.action.openQuickChat workbench.action.edits.** workbench.panel.chat.** inlineChat.** inlineChat2.**
    interactiveEditor.** vscode.editorChat.** chat.** chatEditing.** chatEditor.** github.copilot.**
    notebook.cell.chat.** notebook.inlineChat.**`,
  ),
  judgeApi(
    'unresolved',
    'Lets tools of models run, or adds code to them.',
    `workbench.action.chat.accept* workbench.action.chat.editToolApproval workbench.action.chat.install*
    workbench.action.chat.configure.hooks workbench.action.chat.runInTerminal workbench.action.chat.import*
    workbench.action.chat.open*Approv* workbench.action.chat.open*Permission* workbench.action.chat.toggle*Approv*
    workbench.mcp.** workbench.agentPlugin** mcpServer.** agentPlugin.** plugin.** _agentHost.**
    github.copilot.chat.mcp.** github.copilot.devcontainer.** github.copilot.cli.**
    notebook.inlineChat.acceptChangesAndRun`,
  ),
  judgeApi(
    'clipboard',
    'Copies to the clipboard, or reads it.',
    `editor.action.clipboardCopy* editor.action.copyPath* copyFilePath copyRelativeFilePath copySettingId
    workbench.action.files.copyPathOfActiveFile workbench.files.action.compareWithClipboard
    workbench.action.terminal.copySelection* breadcrumbs.copyPath search.action.copy* problems.action.copy*
    references-view.copy* notebook.cell.copy notebook.cellOutput.copy imagePreview.copyImage _markdown.copyImage
    filesExplorer.copy github.copyVscodeDevLink* remote.tunnel.copyAddress* workbench.extensions.action.copy*
    workbench.action.copyNotificationMessage`,
  ),
  judgeApi(
    ['clipboard', 'filesystem.write'],
    'Cuts or pastes, which changes a text or files as well.',
    `editor.action.clipboardCut* editor.action.clipboardPaste* editor.action.pasteAs* editor.pasteAs* paste
    default:paste cut default:cut notebook.cell.cut notebook.cell.paste* filesExplorer.cut filesExplorer.paste`,
  ),
  judgeApi(
    'filesystem.write',
    'Saves files.',
    `workbench.action.files.save* workbench.files.action.save* saveAll workbench.action.saveWorkspaceAs
    workbench.action.saveActiveLogOutputAs fileWorkingCopy.save* fileWorkingCopy.overwrite`,
  ),
  judgeApi(
    'filesystem.write',
    'Creates, renames, moves and deletes files.',
    `deleteFile moveFileToTrash renameFile explorer.new* explorer.download explorer.upload workbench.files.action.create*
    workbench.action.localHistory.create workbench.action.localHistory.delete* workbench.action.localHistory.rename
    workbench.action.localHistory.restore*`,
  ),
  judgeApi(
    'filesystem.write',
    'Changes the text of an open file, as other commands of an editor may.',
    `type default:type compositionType default:compositionType replacePreviousChar default:replacePreviousChar
    undo redo tab outdent lineBreakInsert delete* insertSnippet insertBestCompletion acceptSelectedSuggestion*
    acceptAlternativeSelectedSuggestion acceptRenameInput* acceptSnippet editor.action.** editor.emmet.**
    emmet.expandAbbreviation markdown.editor.** merge-conflict.accept.** merge.accept* mergeEditor.accept**
    diffEditor.revert refactorPreview.apply search.action.replace* json.sort typescript.sortImports
    typescript.removeUnusedImports javascript.sortImports javascript.removeUnusedImports
    workbench.action.files.revert* workbench.action.revertAndCloseActiveEditor workbench.action.editor.change*
    workbench.action.populateFileFromSnippet notebook.cell.change* notebook.cell.clearOutputs
    notebook.cell.delete notebook.cell.insert* notebook.cell.join* notebook.cell.move* notebook.cell.split
    notebook.cell.copyDown notebook.cell.copyUp notebook.clearAllCellsOutputs notebook.format* notebook.diff.cell.revert*
    interactive.input.clear`,
  ),
  judgeApi(
    'filesystem.read',
    'Opens a file of any path, whose text can then be read, or tells what is in it.',
    `vscode.openWith vscode.diff vscode.changes vscode.execute*Provider vscode.experimental.execute* vscode.executeDocumentHighlights
    vscode.prepare* vscode.provide* explorer.openWith explorer.openToSide compareFiles
    compareSelected workbench.action.localHistory.open workbench.action.localHistory.compare*`,
  ),
  judgeApi(
    'filesystem.read',
    'Searches files for texts, which can then be read.',
    'search.action.getSearchResults search.action.open*Editor* search.searchEditor.** typescript.findAllFileReferences',
  ),
  judgeApi(
    ['filesystem.read', 'network'],
    'Opens an address in the browser, or a file of any path, whose text can then be read.',
    'vscode.open',
  ),
  judgeApi(
    ['filesystem.read', 'filesystem.write', 'network'],
    'Stores what is changed on a server, or writes what was stored there.',
    'workbench.editSessions.** vscode.experimental.editSession.continue',
  ),
  judgeApi(
    ['filesystem.read', 'filesystem.write'],
    'Asks the server of TypeScript, which reads and writes files of any path.',
    'typescript.tsserverRequest',
  ),
  judgeApi(
    'network',
    'Hands an address to the browser, or talks to a server.',
    `simpleBrowser.** workbench.action.browser.** workbench.action.openIssueReporter vscode.openIssueReporter
    workbench.action.url.openUrl workbench.action.open*Url workbench.action.share github.openOn*
    github.graph.openOnGitHub github.timeline.openOnGitHub git-base.** remote.tunnel.** tunnel-forwarding.**
    workbench.action.showTelemetry`,
  ),
  judgeApi(
    'unresolved',
    'Installs, removes and switches extensions, whose code may do anything.',
    `workbench.extensions.** extensions.** extension.bisect.** workbench.profiles.** workbench.userData** workbench.actions.sync**
    workbench.action.troubleshootIssue.** workbench.notebook.action.install* aiCustomizationManagement.**`,
  ),
  judgeApi(
    'unresolved',
    'Does what is selected where the focus is, which may be anything: what a list, a question or a notification offers.',
    `list.select* list.stickyScrollselect quickInput.accept* workbench.action.acceptSelectedQuickOpenItem
    workbench.action.alternativeAcceptSelectedQuickOpenItem notification.acceptPrimaryAction acceptSelectedAction
    acceptSelectedCodeAction editor.action.quickFix.accept workbench.action.quickPickManyToggle runCommands`,
  ),
  judgeApi(
    'unresolved',
    'Belongs to the app itself, and may do anything.',
    `workbench.** _workbench.** _remoteCLI.** _extensions** _files.** _update.** _open.** _interactive.** update.**
    _execute* _issues.** _chat.** _notebook.** _testing.** lm.** mcp.** agentSession** agentHost** copilot.**`,
  ),
  judgeApi(
    'harmless',
    'Says what is true, for conditions of the user interface.',
    'setContext _setContext',
  ),
  judgeApi(
    'harmless',
    'Opens a folder or a window. Where it isn’t trusted yet, a person is asked.',
    `vscode.openFolder vscode.newWindow vscode.removeFromRecentlyOpened workbench.action.newWindow
    workbench.action.openRecent workbench.action.quickOpenRecent workbench.action.reloadWindow
    workbench.action.restartExtensionHost workbench.action.duplicateWorkspaceInNewWindow workbench.action.openWorkspace*
    workbench.action.addRootFolder workbench.action.removeRootFolder workbench.action.switchWindow
    workbench.action.quickSwitchWindow workbench.action.remote.close workbench.action.remote.showMenu
    workbench.action.quit workbench.action.clear*History* workbench.action.clearRecentFiles`,
  ),
  judgeApi(
    'harmless',
    'Asks a person which file or folder to open.',
    'workbench.action.files.open* workbench.action.quickOpen workbench.action.quickOpenWithModes workbench.action.files.newFile workbench.action.files.newUntitledFile workbench.action.files.showOpenedFileInNewWindow workbench.files.action.compareFileWith',
  ),
  judgeApi(
    'harmless',
    'Shows views, and moves, arranges and closes what is shown.',
    `workbench.view.** workbench.views.** workbench.panel.* workbench.panel.*.view workbench.panel.*.view.*
    workbench.explorer.** workbench.scm.* workbench.scm.action.* workbench.statusBar.* workbench.notebook.layout.*.*
    workbench.action.hideEditor* workbench.action.show*EditorTab* workbench.action.zen* workbench.action.blur
    workbench.action.restoreEditorsToMainWindow workbench.files.action.compareWithSaved workbench.files.action.reveal
    workbench.actions.view.* workbench.actions.menubar.focus workbench.banner.**
    workbench.output.action.** workbench.action.output.* workbench.action.output.*.* workbench.action.problems.focus
    workbench.action.markers.* workbench.outline.* workbench.debug.action.focus* workbench.debug.action.toggleRepl
    workbench.action.close* workbench.action.focus* workbench.action.move* workbench.action.navigate* workbench.action.split*
    workbench.action.toggle* workbench.action.zoom* workbench.action.next* workbench.action.previous*
    workbench.action.keepEditor workbench.action.pinEditor workbench.action.unpin* workbench.action.newGroup*
    workbench.action.newEmptyEditorWindow workbench.action.evenEditorWidths workbench.action.editorLayout*
    workbench.action.join* workbench.action.lockEditorGroup workbench.action.unlockEditorGroup
    workbench.action.minimizeOtherEditors* workbench.action.maximize* workbench.action.increaseView*
    workbench.action.decreaseView* workbench.action.firstEditorInGroup workbench.action.lastEditorInGroup
    workbench.action.openEditorAtIndex* workbench.action.open*RecentlyUsedEditor* workbench.action.openPreviousEditorFromHistory
    workbench.action.reopenClosedEditor workbench.action.reopenWithEditor workbench.action.reopenTextEditor
    workbench.action.restoreAuxiliaryBar workbench.action.duplicateActiveEditorGroup* workbench.action.copyEditor*
    workbench.action.compareEditor.* workbench.action.editor.nextChange workbench.action.editor.previousChange
    workbench.action.resetViewLocations workbench.action.resetFocusedViewLocation workbench.action.exitZenMode
    workbench.action.activityBarLocation.* workbench.action.webview.openDeveloperTools workbench.action.webview.reloadWebviewAction
    workbench.action.collapseAllComments workbench.action.expandAllComments workbench.action.addComment workbench.action.hideComment
    vscode.moveViews vscode.getEditorLayout vscode.setEditorLayout workbench.files.action.collapseExplorerFolders
    workbench.files.action.focus* workbench.files.action.refreshFilesExplorer workbench.files.action.showActiveFileInExplorer
    revealInExplorer revealFileInOS revealLine explorer.openAndPassFocus outline.* timeline.focus timeline.refresh
    breadcrumbs.focus* breadcrumbs.select* breadcrumbs.reveal* breadcrumbs.toggle* diffEditor.** multiDiffEditor.**
    merge.show* merge.open* merge.goTo* notifications.** status.host zenMode.** views.* statusBar.entry.*
    workbench.action.files.set* workbench.action.files.toggle* workbench.action.files.resetActiveEditorReadonlyInSession`,
  ),
  judgeApi(
    'harmless',
    'Shows what a person may choose from, and waits for that.',
    `workbench.action.showCommands workbench.action.showCommandsQuickAccess workbench.action.showAllSymbols
    workbench.action.gotoSymbol workbench.action.gotoLine workbench.action.gotoOffset workbench.action.showAllEditors*
    workbench.action.showEditors* workbench.action.showEditorActions workbench.action.showErrorsWarnings
    workbench.action.showOutputChannels workbench.action.showLogs workbench.action.showWindowLog
    workbench.action.showRuntimeExtensions workbench.action.showLanguageExtensions workbench.action.showAboutDialog
    workbench.action.showHover workbench.action.showEmmetCommands workbench.action.quickOpenView
    workbench.action.quickOpenNavigate* workbench.action.quickOpenPrevious* workbench.action.quickOpenLeast*
    workbench.action.quickOpenSelect* workbench.action.quickTextSearch workbench.action.quickInputBack
    quickInput.next* quickInput.previous* quickInput.page* quickInput.first quickInput.last quickInput.hide
    workbench.action.findInFiles workbench.action.replaceInFiles workbench.action.search.* workbench.action.select*Theme
    workbench.action.setLogLevel workbench.action.setDefaultLogLevel workbench.action.configureLocale
    workbench.action.customizeLayout workbench.action.openView workbench.action.openWalkthrough
    workbench.action.manageAccounts workbench.action.manageTrustedDomain workbench.action.openSnippets
    workbench.action.inspectContextKeys workbench.action.openProcessExplorer workbench.action.openKeyboardLayoutPicker
    workbench.trust.manage workbench.trust.configure workbench.extensions.search workbench.extensions.action.show*
    workbench.extensions.action.list* workbench.extensions.action.focus* workbench.action.showFilesQuickAccess
    extension.open npm.openScript npm.refresh npm.packageManager walkthroughs.selectStep welcome.show*`,
  ),
  judgeApi(
    'harmless',
    'Shows settings, which a person changes.',
    `workbench.action.openSettings workbench.action.openSettings2 workbench.action.openSettingsJson
    workbench.action.openApplicationSettingsJson workbench.action.openRemoteSettings* workbench.action.openFolderSettings*
    workbench.action.openGlobalSettings workbench.action.openRawDefaultSettings workbench.action.openGlobalKeybindings*
    workbench.action.openDefaultKeybindingsFile workbench.action.openAccessibilitySettings
    workbench.action.configureLanguageBasedSettings settings.action.*`,
  ),
  judgeApi(
    'harmless',
    'Moves the cursor, selects, scrolls and folds.',
    `cursor* scroll* columnSelect createCursor cancelSelection removeSecondaryCursors expandLineSelection lineSelect*
    wordSelect* moveTo moveToSelect editor.fold* editor.unfold* editor.toggle*Fold* editor.gotoNextFold editor.gotoPreviousFold
    editor.gotoParentFold editor.createFoldingRangeFromSelection editor.removeManualFoldingRanges
    editor.action.addCursors* editor.action.addSelection* editor.action.moveSelection* editor.action.insertCursor*
    editor.action.select* editor.action.changeAll editor.action.smartSelect.* editor.action.jumpToBracket
    editor.action.focus* editor.action.goTo* editor.action.setSelectionAnchor editor.action.cancelSelectionAnchor
    editor.action.toggleColumnSelection`,
  ),
  judgeApi(
    'harmless',
    'Shows what is known of a place in a text, and offers changes that a person takes or not.',
    `editor.action.trigger* editor.action.show* editor.action.peek* editor.action.reveal* editor.action.find*
    editor.action.nextMatch* editor.action.previousMatch* editor.action.marker.* editor.action.markerAction.*
    editor.action.referenceSearch.* editor.action.wordHighlight.* editor.action.openLink editor.action.quickFix
    editor.action.rename editor.action.startFindReplaceAction editor.action.openDeclarationToTheSide
    editor.action.previewDeclaration editor.action.dirtydiff.* editor.action.diffReview.* editor.action.*Hover
    editor.action.font* editor.action.toggle* editor.action.inlineSuggest.trigger editor.action.inlineSuggest.hide
    editor.action.inlineSuggest.show* editor.action.accessib* editor.action.accessib*.* editor.action.inspect*
    editor.action.forceRetokenize editor.action.linkedEditing editor.action.webvieweditor.* editor.action.extensioneditor.*
    editor.action.next* editor.action.previous* editor.show* editor.close* editor.refocus* editor.gotoNextSymbolFromResult
    actions.find closeFindWidget actions.findWithSelection hideSuggestWidget selectNextSuggestion selectPrevSuggestion
    selectNextPageSuggestion selectPrevPageSuggestion selectFirstSuggestion selectLastSuggestion toggleSuggestion*
    closeParameterHints showNextParameterHint showPrevParameterHint closeReferenceSearch* closeMarkersNavigation
    cancelRenameInput goToNextReference goToPreviousReference leaveSnippet leaveEditorMessage jumpToNextSnippetPlaceholder
    jumpToPrevSnippetPlaceholder toggleSearch* togglePeekWidgetFocus references-view.** search.focus.* search.action.*
    problems.action.*`,
  ),
  judgeApi('harmless', 'Moves in lists and trees of the user interface.', 'list.*'),
  judgeApi(
    'harmless',
    'Moves in notebooks and shows parts of them.',
    `notebook.focus* notebook.fold notebook.unfold notebook.find notebook.hideFind notebook.toggle*
    notebook.center* notebook.reveal* notebook.cell.edit notebook.cell.quitEdit notebook.cell.expand*
    notebook.cell.collapse* notebook.cell.toggle* notebook.cell.focus* notebook.cell.output.selectAll
    notebook.cellOutput.open* notebook.cell.cancelExecution notebook.cancelExecution notebook.interruptExecution
    notebook.openVariablesView vscode.resolveNotebookContentProviders ipynb.newUntitledIpynb ipynb.openIpynbInNotebookEditor
    interactive.history.* interactive.scroll* interactive.input.focus notebook.selectKernel`,
  ),
  judgeApi(
    'harmless',
    'Shows tests and breakpoints, and arranges them.',
    `testing.collapse* testing.goTo* testing.toggleInline* testing.viewAs* testing.sortBy* testing.openMessageInEditor
    testing.openOutputPeek testing.peek* testing.showMostRecentOutput testing.clearTestResults testing.hideTest
    testing.unhide* testing.cancelRun testing.coverage.close vscode.revealTest vscode.revealTestInExplorer
    vscode.peekTestError vscode.stopContinuousTestRun debug.toggleBreakpoint
    editor.debug.action.toggle*Breakpoint workbench.debug.viewlet.action.removeAllBreakpoints workbench.action.debug.stop`,
  ),
  judgeApi(
    'harmless',
    'Shows Markdown and pictures, and makes HTML of Markdown.',
    `markdown.show* markdown.preview.* markdown.togglePreview markdown.reopenAs* markdown.api.* imagePreview.zoom* imagePreview.reopenAs*`,
  ),
  judgeApi(
    'harmless',
    'Starts the servers of TypeScript and JSON again, and shows what they know.',
    `typescript.restartTsServer typescript.reloadProjects javascript.reloadProjects typescript.goTo* javascript.goTo*
    typescript.openTsServerLog typescript.selectTypeScriptVersion json.clearCache`,
  ),
];
