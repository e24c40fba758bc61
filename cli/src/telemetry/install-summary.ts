/** What a registry is told of: an extension that came from it, and nothing else of this machine. */
export interface InstallSummary {
  name: string;
  version: string;
  /** Base URL of the registry that it came from; null for a local package, which nobody is told of. */
  registry: string | null;
  /** Base URL of the API of that registry; null where it has none. */
  api: string | null;
}
