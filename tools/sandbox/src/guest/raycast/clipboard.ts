import { ask } from './ask-host.ts';
import { notOffered } from '../not-offered.ts';

/** What goes to the clipboard. */
export type ClipboardContent =
  string | number | { text: string } | { file: string } | { html: string; text?: string };

async function copy(content: ClipboardContent): Promise<void> {
  await ask('Clipboard.copy', [toText(content, 'Clipboard.copy')], copy);
}

async function paste(content: ClipboardContent): Promise<void> {
  await ask('Clipboard.paste', [toText(content, 'Clipboard.paste')], paste);
}

async function readText(options?: { offset?: number }): Promise<string | undefined> {
  requireNewest(options, 'Clipboard.readText');
  const text = await ask('Clipboard.readText', [], readText);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

async function read(options?: { offset?: number }): Promise<{ text: string }> {
  requireNewest(options, 'Clipboard.read');
  return { text: String((await ask('Clipboard.read', [], read)) ?? '') };
}

async function clear(): Promise<void> {
  await ask('Clipboard.clear', [], clear);
}

function requireNewest(options: { offset?: number } | undefined, member: string): void {
  if ((options?.offset ?? 0) !== 0) notOffered(`${member} with an offset`);
}

/** A plain text of what is to be copied: of HTML its text, of a file its path. */
function toText(content: ClipboardContent, member: string): string {
  if (typeof content === 'string' || typeof content === 'number') return String(content);
  if ('text' in content && content.text !== undefined) return content.text;
  if ('file' in content) return content.file;
  if ('html' in content) return content.html.replace(/<[^>]*>/g, '');
  throw new TypeError(`${member} needs a text, a file or HTML.`);
}

/** The clipboard of the system. */
export const Clipboard = {
  copy,
  paste,
  read,
  readText,
  clear,
};

/** The same for actions, which the host knows by their own names. */
export const clipboardActions = {
  copy: (content: ClipboardContent, isConcealed: boolean) =>
    ask('Action.CopyToClipboard', [toText(content, 'Action.CopyToClipboard'), isConcealed], copy),
  paste: (content: ClipboardContent) =>
    ask('Action.Paste', [toText(content, 'Action.Paste')], paste),
};
