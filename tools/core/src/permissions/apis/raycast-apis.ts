import { type ApiTable, judgeApi } from './judgement.ts';

const raycastJudgements = [
  judgeApi(
    'harmless',
    'Types, which only compilers read.',
    'ActionPanelItemProps ActionPanelProps ActionPanelSectionProps ActionPanelState ActionPanelSubmenuProps AlertActionOptions AlertOptions Application ArgumentsLaunchProps CopyToClipboardActionProps DetailProps Environment FileIcon FileSystemItem FormCheckboxProps FormDatePickerProps FormDropdownItemProps FormDropdownProps FormDropdownSectionProps FormItemProps FormLaunchProps FormProps FormSeparatorProps FormTagPickerItemProps FormTagPickerProps FormTextAreaProps FormTextFieldProps FormValues ListItemProps ListProps ListSectionProps LocalStorageValues Navigation OpenActionProps OpenInBrowserActionProps OpenWithActionProps PasteActionProps Preference PreferenceValues PushActionProps ShowInFinderActionProps SubmitFormActionProps ToastActionOptions ToastOptions TrashActionProps OAuthServiceOptions',
  ),
  judgeApi(
    'clipboard',
    'Reads and changes the clipboard, or pastes into another app.',
    'Clipboard Action.CopyToClipboard Action.Paste CopyToClipboardAction PasteAction clearClipboard copyTextToClipboard pasteText',
  ),
  judgeApi(
    'clipboard',
    'Reads what is selected in another app, as copying does.',
    'getSelectedText',
  ),
  judgeApi('filesystem.read', 'Gives the files that are selected.', 'getSelectedFinderItems'),
  judgeApi('filesystem.write', 'Moves files to the trash.', 'trash Action.Trash TrashAction'),
  judgeApi(
    ['network', 'system.exec'],
    'Opens an address in the browser, or a file with a program. A constant web address needs `network` alone.',
    'open Action.Open OpenAction',
  ),
  judgeApi(
    'network',
    'Opens an address in the browser.',
    'Action.OpenInBrowser OpenInBrowserAction',
  ),
  judgeApi('system.exec', 'Opens a file with a program.', 'Action.OpenWith OpenWithAction'),
  judgeApi('network', 'Reads pages that are open in the browser.', 'BrowserExtension'),
  judgeApi('network', 'Loads a picture from a server.', 'getFavicon'),
  judgeApi(
    'unresolved',
    'Runs a command, of another extension too. A command of its own, by a constant name, needs nothing.',
    'launchCommand',
  ),
  judgeApi('notifications', 'Shows messages.', 'showToast showHUD showFailureToast Toast'),
  judgeApi('harmless', 'Styles of messages.', 'Toast.Style Toast.prototype ToastStyle'),
  judgeApi('ai.chat', 'Asks models.', 'AI.ask useAI unstable_AI useUnstableAI'),
  judgeApi(
    'harmless',
    'Names of models, and of levels of creativity.',
    'AI AI.Model AI.Creativity',
  ),
  judgeApi('network', 'Sends requests.', 'useFetch useStreamJSON'),
  judgeApi('filesystem.read', 'Reads a database, which is a file.', 'useSQL executeSQL'),
  judgeApi('system.exec', 'Runs programs.', 'useExec runAppleScript runPowerShellScript'),
  judgeApi(
    'harmless',
    'Signing in: what is asked of a server is told as `network` where it is asked.',
    'OAuth OAuthService withAccessToken getAccessToken',
  ),
  judgeApi(
    'harmless',
    'Actions inside of the app.',
    'Action Action.Style ActionPanel ActionPanelItem ActionPanelSection ActionPanelSubmenu PushAction SubmitFormAction Action.Push Action.SubmitForm Action.PickDate Action.CreateSnippet Action.CreateQuicklink Action.ToggleQuickLook Action.InstallMCPServer',
  ),
  judgeApi(
    'harmless',
    'Shows a file in the Finder; nothing of it comes back.',
    'showInFinder Action.ShowInFinder ShowInFinderAction',
  ),
  judgeApi(
    'harmless',
    'The user interface. Pictures of servers in it are told where their address is written.',
    'Alert AlertActionStyle Color Detail Form FormCheckbox FormDatePicker FormDropdown FormDropdownItem FormDropdownSection FormSeparator FormTagPicker FormTagPickerItem FormTextArea FormTextField FormValidation Grid Icon Image ImageMask Keyboard List ListItem ListSection MenuBarExtra specialKeys confirmAlert closeMainWindow clearSearchBar popToRoot PopToRootType useActionPanel useNavigation useId randomId render getAvatarIcon getProgressIcon',
  ),
  judgeApi(
    'harmless',
    'Storage, settings and facts of the extension and the app.',
    'Cache LocalStorage allLocalStorageItems clearLocalStorage getLocalStorageItem setLocalStorageItem removeLocalStorageItem environment preferences getPreferenceValues openCommandPreferences openExtensionPreferences updateCommandMetadata LaunchType captureException createDeeplink createExtensionDeeplink createScriptCommandDeeplink DeeplinkType Tool',
  ),
  judgeApi(
    'harmless',
    'Names of apps that are installed, and of the one in front.',
    'getApplications getDefaultApplication getFrontmostApplication',
  ),
  judgeApi('harmless', 'Moves windows.', 'WindowManagement'),
  judgeApi(
    'harmless',
    'Hooks that call functions of the extension, and keep what they give.',
    'useCachedPromise useCachedState useForm useFrecencySorting useLocalStorage usePromise withCache',
  ),
];

/** The API of Raycast: `@raycast/api` and `@raycast/utils`, which the app offers as one. */
export const raycastApi: ApiTable = { module: '@raycast/api', judgements: raycastJudgements };
