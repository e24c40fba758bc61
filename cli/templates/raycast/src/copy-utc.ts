import { Clipboard, showHUD } from '@raycast/api';

/** What the command `copy-utc` does; it has no view. */
export default async function copyUtc(): Promise<void> {
  const time = new Date().toISOString();
  await Clipboard.copy(time); // needs the permission "clipboard"
  await showHUD(`Copied ${time}`); // needs the permission "notifications"
}
