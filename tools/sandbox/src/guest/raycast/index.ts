import { markMissing } from './environment.ts';
import { notOffered } from '../not-offered.ts';
import { missingPart } from './not-offered.ts';

export { Action, ActionPanel } from './actions.ts';
export { AI } from './ai.ts';
export {
  captureException,
  clearSearchBar,
  closeMainWindow,
  launchCommand,
  popToRoot,
  updateCommandMetadata,
} from './app.ts';
export { Cache } from './cache.ts';
export { Clipboard } from './clipboard.ts';
export { Detail, Form, Grid, List } from './components.ts';
export { Alert, Color, Image, Keyboard, LaunchType, PopToRootType } from './enums.ts';
export * from './deprecated.ts';
export { environment } from './environment.ts';
export { Icon } from './icons.ts';
export { LocalStorage } from './local-storage.ts';
export { useNavigation } from './navigation.ts';
export {
  getPreferenceValues,
  openCommandPreferences,
  openExtensionPreferences,
} from './preferences.ts';
export {
  confirmAlert,
  getApplications,
  getDefaultApplication,
  getFrontmostApplication,
  getSelectedFinderItems,
  getSelectedText,
  open,
  showInFinder,
  moveToTrash as trash,
} from './system.ts';
export { showHUD, showToast, Toast } from './toasts.ts';

/** Of types alone. */
export const Tool = {};

/** Pages that are open in the browser: not offered. */
export const BrowserExtension = markMissing(
  missingPart('BrowserExtension', ['getContent', 'getTabs']),
);

/** Windows of other apps: not offered. */
export const WindowManagement = markMissing(
  missingPart('WindowManagement', [
    'getActiveWindow',
    'getDesktops',
    'getWindowsOnActiveDesktop',
    'setWindowBounds',
  ]),
);

/** Signing in to other services: not offered. */
export const OAuth = markMissing({
  RedirectMethod: { Web: 'web', App: 'app', AppURI: 'appURI' },
  PKCEClient: function () {
    notOffered('OAuth.PKCEClient');
  },
});

/** Items of the menu bar: not offered. */
export const MenuBarExtra = Object.assign(() => notOffered('MenuBarExtra'), {
  Item: () => notOffered('MenuBarExtra.Item'),
  Section: () => notOffered('MenuBarExtra.Section'),
  Separator: () => notOffered('MenuBarExtra.Separator'),
  Submenu: () => notOffered('MenuBarExtra.Submenu'),
});
