/** What is reported to a registry about one extension from it; nothing else of this machine. */
export interface InstallSummary {
  name: string;
  version: string;
  /** Base URL of the registry that it came from; null for a local package, which isn't reported. */
  registry: string | null;
  /** Base URL of the API of that registry; null where it has none. */
  api: string | null;
}
