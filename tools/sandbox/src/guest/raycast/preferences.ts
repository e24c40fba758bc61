import { guest } from 'orchestra:api';
import { ask } from './ask-host.ts';
import { type RaycastDeclared, running } from './facts.ts';

/** The key of a preference among the settings: that of a command has the command before it. */
function settingOf({ name }: RaycastDeclared, command: string | null): string {
  return command === null ? name : `${command}.${name}`;
}

function valueOf(declared: RaycastDeclared, command: string | null): unknown {
  const key = settingOf(declared, command);
  const { settings } = guest.state;
  const set = Object.hasOwn(settings, key) ? settings[key] : undefined;
  return set ?? declared.default ?? (declared.type === 'checkbox' ? false : undefined);
}

/** What a person set for this extension, and for the command that runs. */
export function getPreferenceValues(): Record<string, unknown> {
  const { extension, command } = running;
  const values: Record<string, unknown> = {};
  for (const one of extension.preferences) values[one.name] = valueOf(one, null);
  for (const one of command?.preferences ?? [])
    values[one.name] = valueOf(one, command?.name ?? '');
  return structuredClone(values);
}

/** Preferences that the command that runs can't do without, and that nobody has set. */
export function findUnset(): { setting: string; title: string }[] {
  const { extension, command } = running;
  const all = [
    ...extension.preferences.map((one) => ({ one, of: null })),
    ...(command?.preferences ?? []).map((one) => ({ one, of: command?.name ?? '' })),
  ];
  return all
    .filter(({ one, of }) => one.required === true && isEmpty(valueOf(one, of)))
    .map(({ one, of }) => ({ setting: settingOf(one, of), title: one.title ?? one.name }));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** Shows where the preferences of the extension are set. */
export async function openExtensionPreferences(): Promise<void> {
  await ask('openExtensionPreferences', [], openExtensionPreferences);
}

/** Shows where those of the command are set. */
export async function openCommandPreferences(): Promise<void> {
  await ask('openCommandPreferences', [], openCommandPreferences);
}
