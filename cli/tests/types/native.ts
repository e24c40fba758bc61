import api, { type ExtensionContext, type Orchestra, clipboard, fs, ui } from '@orchestra/api';
import tideText from './tides.txt';

/** Uses the API as extensions do; it is type-checked and never run. */
export async function activate(context: ExtensionContext): Promise<void> {
  const copy = orchestra.commands.register('tide.copy', async (at: number) => {
    const tides = [{ label: 'High', height: 4.2 }];
    const picked = await ui.showQuickPick(tides, { placeholder: 'Which tide?' });
    if (picked !== undefined) await clipboard.writeText(`${picked.height + at}`);
    const many = await api.ui.showQuickPick(['high', 'low'], { canPickMany: true });
    const first: string | undefined = many?.[0];
    const chosen = await ui.showNotification(first ?? 'none', { actions: ['Undo', 'Keep'] });
    // @ts-expect-error -- there is no such action
    return chosen === 'Redo';
  });
  context.subscriptions.push(copy);
  const text: string = await fs.readFile('tides.txt');
  const bytes: Uint8Array = await fs.readFile('tides.bin', 'binary');
  for await (const piece of api.ai.chatStream(text)) await context.secrets.set('last', piece);
  const { exitCode } = await api.system.exec('date', ['-u'], { timeout: bytes.length });
  const commits = await api.workspace.git.log({ maxCount: exitCode });
  await api.storage.set(
    'tides',
    commits.map(({ hash }) => hash),
  );
  // @ts-expect-error -- a key is a text
  await api.storage.get(1);
}

/** The API is a member of the global object as well. */
export const globalApi: Orchestra = globalThis.orchestra;

/** A text file is imported as its text. */
export const textLength: number = tideText.length;
