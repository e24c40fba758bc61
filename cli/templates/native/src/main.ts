import { clipboard, commands, type ExtensionContext, ui } from '@orchestra/api';
import { dateFormats } from './date-formats';

/** Called when one of the `activationEvents` of package.json happens. */
export function activate(context: ExtensionContext): void {
  context.subscriptions.push(commands.register('__name__.copy-date', copyDate));
}

/** Lets the person choose how the date is written, and copies it. */
async function copyDate(): Promise<void> {
  const now = new Date();
  const items = dateFormats.map(({ label, format }) => ({
    label: format(now),
    description: label,
  }));
  const chosen = await ui.showQuickPick(items, { placeholder: 'How shall it be written?' });
  if (chosen === undefined) return; // they left the list
  await clipboard.writeText(chosen.label); // needs the permission "clipboard"
  await ui.showNotification(`Copied ${chosen.label}`); // needs the permission "notifications"
}
