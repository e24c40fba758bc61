import { activeEditor, didActivate } from '../documents/open-documents.ts';
import { EventEmitter } from '../types/events.ts';
import { TabInputText } from '../types/interface.ts';

const changedTabs = new EventEmitter<{ opened: object[]; closed: object[]; changed: object[] }>();
const changedGroups = new EventEmitter<unknown>();

let last = makeTabs();

/** The tab of the editor that a person uses: there is at most one. */
function makeTabs(): object[] {
  const editor = activeEditor();
  if (editor === undefined) return [];
  const { document } = editor;
  const tab = {
    label: document.fileName.split('/').at(-1) ?? '',
    input: new TabInputText(document.uri),
    isActive: true,
    isDirty: document.isDirty,
    isPinned: false,
    isPreview: false,
  };
  return [Object.defineProperty(tab, 'group', { get: group })];
}

function group() {
  const tabs = Object.freeze([...last]);
  return Object.freeze({ isActive: true, viewColumn: 1, tabs, activeTab: tabs[0] });
}

/** Follows which file a person has open. */
export function followTabs(): void {
  last = makeTabs();
  didActivate.event(() => {
    const before = last;
    last = makeTabs();
    changedTabs.fire({ opened: last, closed: before, changed: [] });
  });
}

/** `vscode.window.tabGroups`. */
export const tabGroups = Object.freeze({
  get all() {
    return [group()];
  },
  get activeTabGroup() {
    return group();
  },
  onDidChangeTabs: changedTabs.event,
  onDidChangeTabGroups: changedGroups.event,
  close: async () => false,
});
