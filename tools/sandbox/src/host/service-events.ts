import { findPermissions } from '../gate/find-permissions.ts';
import type { GuestState } from '../guest/state.ts';
import type { HostServices, ServiceEvents } from '../services/services.ts';

/** Where events come from, and where they go. */
export interface ServiceEventsOptions {
  /** Asked when something is told: services are made with the events that they tell. */
  services(): HostServices;
  /** What package.json declares. */
  permissions: readonly string[];
  /** Tells the extension of something. */
  tell(name: string, value: unknown): void;
  /** Tells it what it reads without waiting; keys that are absent stay as they were. */
  tellState(state: Partial<GuestState>): void;
}

/** Makes of what services tell what an extension may hear. */
export function makeServiceEvents(options: ServiceEventsOptions): ServiceEvents {
  const { services, permissions, tell, tellState } = options;
  const allows = (api: string) => findPermissions(api)?.every((one) => permissions.includes(one));
  return {
    onSettingsChanged: (keys) => {
      tellState({ settings: services().settings.all() });
      tell('settings.onDidChange', { keys });
    },
    onSecretChanged: (key) => {
      if (allows('context.secrets') === true) tell('secrets.onDidChange', { key });
    },
    onEditorChanged: () => {
      tellState({ editor: services().editor.active() });
      tell('editor.changed', null);
    },
    onDocumentChanged: (path) => {
      const active = services().editor.active();
      if (active?.document.path !== path) return;
      tellState({ editor: active });
      tell('editor.onDidChangeDocument', active.document);
    },
  };
}
