import { guest } from 'orchestra:api';
import { ask } from './ask-host.ts';
import { running } from './facts.ts';
import { notOffered } from '../not-offered.ts';
import { currentView, type Launch, launchByName } from './start-commands.ts';

/** Leaves all views but the first. */
export async function popToRoot(options: { clearSearchBar?: boolean } = {}): Promise<void> {
  currentView()?.popToRoot();
  if (options.clearSearchBar === true) currentView()?.clearSearch();
}

/** Ends the view of the command. */
export async function closeMainWindow(): Promise<void> {
  currentView()?.close();
}

export async function clearSearchBar(): Promise<void> {
  currentView()?.clearSearch();
}

/** Starts another command of this extension; those of others can't be. */
export async function launchCommand(
  options: Omit<Launch, 'arguments'> & {
    name: string;
    type?: string;
    extensionName?: string;
    arguments?: Record<string, unknown> | null;
    context?: unknown;
  },
): Promise<void> {
  const { name, type, extensionName, context, fallbackText } = options;
  if (extensionName !== undefined && extensionName !== running.extension.name) {
    notOffered('launchCommand() of another extension');
  }
  await launchByName(name, {
    arguments: options.arguments ?? {},
    launchContext: context ?? undefined,
    fallbackText,
    ...(type !== undefined && { launchType: type }),
  });
}

export async function updateCommandMetadata(metadata: { subtitle?: string | null }): Promise<void> {
  const subtitle = metadata.subtitle ?? null;
  await ask(
    'updateCommandMetadata',
    [running.command?.name ?? '', subtitle],
    updateCommandMetadata,
  );
}

/** Tells the author of an error that the extension has caught. */
export function captureException(error: unknown): void {
  guest.report(error);
}
