import { ask } from './ask-host.ts';
import { notOffered } from '../not-offered.ts';

type App = string | { name?: string; path?: string; bundleId?: string };

interface Application {
  name: string;
  path: string;
}

/** Opens a file, a folder or an address with the program that is meant for it. */
export async function open(target: string, application?: App): Promise<void> {
  const address = String(target);
  if (application === undefined && isWebAddress(address)) {
    await ask('Action.OpenInBrowser', [address], open);
    return;
  }
  await ask('open', [address, nameOf(application)], open);
}

/** Opens an address in the browser. */
export async function openAddress(address: string): Promise<void> {
  if (isWebAddress(address)) await ask('Action.OpenInBrowser', [address], openAddress);
  else await ask('open', [String(address)], openAddress);
}

/** Opens a file with a program that the person chooses. */
export async function openWith(path: string): Promise<void> {
  await ask('Action.OpenWith', [String(path)], openWith);
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

function nameOf(application: App | undefined): string | undefined {
  if (typeof application !== 'object') return application;
  return application.path ?? application.name ?? application.bundleId;
}

/** Shows a file in its folder. */
export async function showInFinder(path: string): Promise<void> {
  await ask('showInFinder', [String(path)], showInFinder);
}

/** Moves files to the trash. */
export async function moveToTrash(paths: string | readonly string[]): Promise<void> {
  await ask('trash', [[paths].flat()], moveToTrash);
}

/** What is selected in the app in front. @throws Error where nothing is */
export async function getSelectedText(): Promise<string> {
  return String(await ask('getSelectedText', [], getSelectedText));
}

/** The files that are selected. @throws Error where none are */
export async function getSelectedFinderItems(): Promise<{ path: string }[]> {
  const paths = await ask('getSelectedFinderItems', [], getSelectedFinderItems);
  return Array.isArray(paths) ? paths.map((path) => ({ path: String(path) })) : [];
}

/** Apps that are installed: none are told. */
export async function getApplications(): Promise<Application[]> {
  return [];
}

export async function getDefaultApplication(): Promise<Application> {
  return notOffered('getDefaultApplication');
}

/** The app in front, which is this one. */
export async function getFrontmostApplication(): Promise<Application> {
  return { name: 'Orchestra', path: '' };
}

/** Asks yes or no. */
export async function confirmAlert(options: {
  title: string;
  message?: string;
  primaryAction?: { title?: string; onAction?(): void };
  dismissAction?: { title?: string; onAction?(): void };
}): Promise<boolean> {
  const { title, message, primaryAction, dismissAction } = options;
  const labels = [primaryAction?.title ?? 'Confirm', dismissAction?.title ?? 'Cancel'];
  const isConfirmed = await ask('confirmAlert', [{ title, message, labels }], confirmAlert);
  const action = isConfirmed === true ? primaryAction : dismissAction;
  action?.onAction?.();
  return isConfirmed === true;
}
