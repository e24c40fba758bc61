/** A member of Raycast's API that Orchestra doesn't offer. */
export interface NotOffered {
  member: string;
  /** For people: what becomes of it. */
  why: string;
  /** Whether it is a function that throws at once; of an action, it throws when it is done. */
  isCalled: boolean;
}

const throws = (member: string, why: string): NotOffered => ({ member, why, isCalled: true });
const missing = (member: string, why: string): NotOffered => ({ member, why, isCalled: false });

/** What Orchestra doesn't offer of `@raycast/api` and `@raycast/utils`. A test holds this list to what is there. */
export const notOfferedByRaycast: readonly NotOffered[] = [
  throws('OAuth.PKCEClient', 'Signing in to other services isn’t offered.'),
  missing('Action.CreateQuicklink', 'Quicklinks are Raycast’s own.'),
  missing('Action.CreateSnippet', 'Snippets are Raycast’s own.'),
  missing('Action.InstallMCPServer', 'Servers of models are not installed by extensions.'),
  missing('Action.ToggleQuickLook', 'Files aren’t previewed.'),
  missing('getDefaultApplication', 'Which program opens a file isn’t told.'),
  missing('render', 'A command exports its view as its default.'),
  missing('specialKeys', 'Of an early version alone.'),
  missing('useActionPanel', 'Of an early version alone.'),
  throws('MenuBarExtra', 'There is no menu bar to put items in.'),
  throws('BrowserExtension.getContent', 'Pages of the browser are out of reach.'),
  throws('BrowserExtension.getTabs', 'Pages of the browser are out of reach.'),
  throws('WindowManagement.getActiveWindow', 'Windows of other apps are out of reach.'),
  throws('WindowManagement.getDesktops', 'Windows of other apps are out of reach.'),
  throws('WindowManagement.getWindowsOnActiveDesktop', 'Windows of other apps are out of reach.'),
  throws('WindowManagement.setWindowBounds', 'Windows of other apps are out of reach.'),
];
