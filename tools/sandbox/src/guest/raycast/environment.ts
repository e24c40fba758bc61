import { running } from './facts.ts';

/** Where the command runs. */
export const environment = {
  raycastVersion: '1.104.25',
  appearance: 'dark',
  theme: 'dark',
  textSize: 'medium',
  get ownerOrAuthorName() {
    return running.extension.owner;
  },
  get extensionName() {
    return running.extension.name;
  },
  get commandName() {
    return running.command?.name ?? '';
  },
  get commandMode() {
    return running.command?.mode ?? 'view';
  },
  get assetsPath() {
    return `${running.run.extensionPath}/assets`;
  },
  get supportPath() {
    return running.run.storagePath;
  },
  get isDevelopment() {
    return running.run.isDevelopment;
  },
  get launchType() {
    return running.launchType;
  },
  /** Whether the person has what the namespace needs. Models are set up or not, which is told when one is asked. */
  canAccess: (api: unknown): boolean => api !== undefined && !missing.has(api),
};

/** Namespaces that are not offered. */
const missing = new Set<unknown>();

/** Says that a namespace isn't here. */
export function markMissing<T>(api: T): T {
  missing.add(api);
  return api;
}
