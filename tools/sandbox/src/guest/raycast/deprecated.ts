/*
 * Names that Raycast had before and still has: each is what it is called now.
 */
import { Action, ActionPanel } from './actions.ts';
import { Clipboard } from './clipboard.ts';
import { Form, List } from './components.ts';
import { Alert, Image } from './enums.ts';
import { LocalStorage } from './local-storage.ts';
import { getPreferenceValues } from './preferences.ts';
import { Toast } from './toasts.ts';

export { AI as unstable_AI } from './ai.ts';
export { useId } from 'react';
export { useAI as useUnstableAI } from '@raycast/utils';

export const ActionPanelItem = Action;
export const ActionPanelSection = ActionPanel.Section;
export const ActionPanelSubmenu = ActionPanel.Submenu;
export const CopyToClipboardAction = Action.CopyToClipboard;
export const OpenAction = Action.Open;
export const OpenInBrowserAction = Action.OpenInBrowser;
export const OpenWithAction = Action.OpenWith;
export const PasteAction = Action.Paste;
export const PushAction = Action.Push;
export const ShowInFinderAction = Action.ShowInFinder;
export const SubmitFormAction = Action.SubmitForm;
export const TrashAction = Action.Trash;
export const ListItem = List.Item;
export const ListSection = List.Section;
export const FormCheckbox = Form.Checkbox;
export const FormDatePicker = Form.DatePicker;
export const FormDropdown = Form.Dropdown;
export const FormDropdownItem = Form.Dropdown.Item;
export const FormDropdownSection = Form.Dropdown.Section;
export const FormSeparator = Form.Separator;
export const FormTagPicker = Form.TagPicker;
export const FormTagPickerItem = Form.TagPicker.Item;
export const FormTextArea = Form.TextArea;
export const FormTextField = Form.TextField;
export const AlertActionStyle = Alert.ActionStyle;
export const ImageMask = Image.Mask;
export const ToastStyle = Toast.Style;
export const clearClipboard = Clipboard.clear;
export const copyTextToClipboard = Clipboard.copy;
export const pasteText = Clipboard.paste;
export const getLocalStorageItem = LocalStorage.getItem;
export const setLocalStorageItem = LocalStorage.setItem;
export const removeLocalStorageItem = LocalStorage.removeItem;
export const allLocalStorageItems = LocalStorage.allItems;
export const clearLocalStorage = LocalStorage.clear;

/** A text that nothing else has. */
export const randomId = (): string => crypto.randomUUID();

/** What a person set, read when it is asked for. */
export const preferences: Readonly<Record<string, { value: unknown }>> = new Proxy(
  {},
  {
    get: (_, name) =>
      typeof name === 'string' ? { value: getPreferenceValues()[name] } : undefined,
  },
);
