import { type ApiTable, judge } from './judgement.ts';

const raycastJudgements = [
  judge(
    'harmless',
    'Types, which only compilers read.',
    'ActionPanelItemProps ActionPanelProps ActionPanelSectionProps ActionPanelState ActionPanelSubmenuProps AlertActionOptions AlertOptions Application ArgumentsLaunchProps CopyToClipboardActionProps DetailProps Environment FileIcon FileSystemItem FormCheckboxProps FormDatePickerProps FormDropdownItemProps FormDropdownProps FormDropdownSectionProps FormItemProps FormLaunchProps FormProps FormSeparatorProps FormTagPickerItemProps FormTagPickerProps FormTextAreaProps FormTextFieldProps FormValues ListItemProps ListProps ListSectionProps LocalStorageValues Navigation OpenActionProps OpenInBrowserActionProps OpenWithActionProps PasteActionProps Preference PreferenceValues PushActionProps ShowInFinderActionProps SubmitFormActionProps ToastActionOptions ToastOptions TrashActionProps OAuthServiceOptions',
  ),
  judge(
    'clipboard',
    'Reads and changes the clipboard, or pastes into another app.',
    'Clipboard Action.CopyToClipboard Action.Paste CopyToClipboardAction PasteAction clearClipboard copyTextToClipboard pasteText',
  ),
  judge('clipboard', 'Reads what is selected in another app, as copying does.', 'getSelectedText'),
  judge('filesystem.read', 'Gives the files that are selected.', 'getSelectedFinderItems'),
  judge('filesystem.write', 'Moves files to the trash.', 'trash Action.Trash TrashAction'),
  judge(
    ['network', 'system.exec'],
    'Opens an address in the browser, or a file with a program. A constant web address needs `network` alone.',
    'open Action.Open OpenAction',
  ),
  judge('network', 'Opens an address in the browser.', 'Action.OpenInBrowser OpenInBrowserAction'),
  judge('system.exec', 'Opens a file with a program.', 'Action.OpenWith OpenWithAction'),
  judge('network', 'Reads pages that are open in the browser.', 'BrowserExtension'),
  judge('network', 'Loads a picture from a server.', 'getFavicon'),
  judge(
    'unresolved',
    'Runs a command, of another extension too. A command of its own, by a constant name, needs nothing.',
    'launchCommand',
  ),
  judge('notifications', 'Shows messages.', 'showToast showHUD showFailureToast Toast'),
  judge('harmless', 'Styles of messages.', 'Toast.Style Toast.prototype ToastStyle'),
  judge('ai.chat', 'Asks models.', 'AI.ask useAI unstable_AI useUnstableAI'),
  judge('harmless', 'Names of models, and of levels of creativity.', 'AI AI.Model AI.Creativity'),
  judge('network', 'Sends requests.', 'useFetch useStreamJSON'),
  judge('filesystem.read', 'Reads a database, which is a file.', 'useSQL executeSQL'),
  judge('system.exec', 'Runs programs.', 'useExec runAppleScript runPowerShellScript'),
  judge(
    'harmless',
    'Signing in: what is asked of a server is told as `network` where it is asked.',
    'OAuth OAuthService withAccessToken getAccessToken',
  ),
  judge(
    'harmless',
    'Actions inside of the app.',
    'Action Action.Style ActionPanel ActionPanelItem ActionPanelSection ActionPanelSubmenu PushAction SubmitFormAction Action.Push Action.SubmitForm Action.PickDate Action.CreateSnippet Action.CreateQuicklink Action.ToggleQuickLook Action.InstallMCPServer',
  ),
  judge(
    'harmless',
    'Shows a file in the Finder; nothing of it comes back.',
    'showInFinder Action.ShowInFinder ShowInFinderAction',
  ),
  judge(
    'harmless',
    'The user interface. Pictures of servers in it are told where their address is written.',
    'Alert AlertActionStyle Color Detail Form FormCheckbox FormDatePicker FormDropdown FormDropdownItem FormDropdownSection FormSeparator FormTagPicker FormTagPickerItem FormTextArea FormTextField FormValidation Grid Icon Image ImageMask Keyboard List ListItem ListSection MenuBarExtra specialKeys confirmAlert closeMainWindow clearSearchBar popToRoot PopToRootType useActionPanel useNavigation useId randomId render getAvatarIcon getProgressIcon',
  ),
  judge(
    'harmless',
    'Storage, settings and facts of the extension and the app.',
    'Cache LocalStorage allLocalStorageItems clearLocalStorage getLocalStorageItem setLocalStorageItem removeLocalStorageItem environment preferences getPreferenceValues openCommandPreferences openExtensionPreferences updateCommandMetadata LaunchType captureException createDeeplink createExtensionDeeplink createScriptCommandDeeplink DeeplinkType Tool',
  ),
  judge(
    'harmless',
    'Names of apps that are installed, and of the one in front.',
    'getApplications getDefaultApplication getFrontmostApplication',
  ),
  judge('harmless', 'Moves windows.', 'WindowManagement'),
  judge(
    'harmless',
    'Hooks that call functions of the extension, and keep what they give.',
    'useCachedPromise useCachedState useForm useFrecencySorting useLocalStorage usePromise withCache',
  ),
];

/** The API of Raycast: `@raycast/api` and `@raycast/utils`, which the app offers as one. */
export const raycastApi: ApiTable = { module: '@raycast/api', judgements: raycastJudgements };
