import type { Permission } from '@orchestra/core';

/**
 * What commands of the editor need, by their names; the first line that fits decides. A command that fits none
 * may be of another extension, and do anything.
 */
const editorCommands: readonly { names: RegExp; needs: readonly Permission[] }[] = [
  { names: /^workbench\.action\.terminal\.|^terminal\./, needs: ['terminal'] },
  {
    names:
      /^workbench\.action\.(?:tasks|debug)\.|^vscode\.executeTask|^debug\.|^(?:extension|editor)\.debug\./,
    needs: ['system.exec'],
  },
  { names: /^git\./, needs: ['git'] },
  {
    names:
      /^workbench\.action\.(?:chat|quickchat|inlineChat)\b|^inlineChat\.|^vscode\.editorChat\./,
    needs: ['ai.chat'],
  },
  {
    names: /^editor\.action\.(?:clipboard|copyPath)|^copy(?:Relative)?FilePath$/,
    needs: ['clipboard'],
  },
  {
    names:
      /^workbench\.action\.files\.save|^(?:deleteFile|moveFileToTrash|saveAll)$|^explorer\.new/,
    needs: ['filesystem.write'],
  },
  {
    names: /^(?:simpleBrowser\.|vscode\.open$|workbench\.action\.openIssueReporter$)/,
    needs: ['network'],
  },
  {
    names:
      /^(?:setContext|_setContext|vscode\.(?:diff|changes|openWith|openFolder|newWindow|removeFromRecentlyOpened|execute\w+Provider|prepare\w+|provide\w+|resolveNotebookContentProviders)|vscode\.executeFormat\w+)$/,
    needs: [],
  },
  {
    names:
      /^workbench\.action\.(?:open(?:Settings2?|WorkspaceSettings(?:File)?|GlobalKeybindings|Walkthrough|RemoteSettings|ApplicationSettingsJson|SettingsJson)|reloadWindow|quickOpen|showCommands|showAllSymbols|gotoSymbol|selectTheme|close\w*|focus\w*|move\w*|navigate\w*|split\w*|toggle\w*|zoom\w*|next\w*|previous\w*|keepEditor|pinEditor|newGroup\w*|evenEditorWidths|output\.\w+|files\.newUntitledFile|markers\.\w+)$/,
    needs: [],
  },
  {
    names:
      /^workbench\.(?:view|panel|explorer|files\.action|output|outline)\.|^(?:editor\.(?:action|fold|unfold)|cursor|list|notebook\.(?:cell|focus)|markdown\.(?:show|preview)|references-view|search\.action|scrollLine|revealLine|revealInExplorer|revealFileInOS)/,
    needs: [],
  },
  {
    names:
      /^(?:undo|redo|type|tab|outdent|deleteLeft|deleteRight|replacePreviousChar|acceptSelectedSuggestion|hideSuggestWidget|closeReferenceSearch|leaveSnippet|jumpToNextSnippetPlaceholder|jumpToPrevSnippetPlaceholder|toggleSearch\w*|outline\.\w+|workbench\.trust\.manage|problems\.action\.\w+)$/,
    needs: [],
  },
];

/** The permissions that a command of the editor needs; null for a command that isn't known. */
export function needsOfCommand(name: string): readonly Permission[] | null {
  return editorCommands.find(({ names }) => names.test(name))?.needs ?? null;
}
