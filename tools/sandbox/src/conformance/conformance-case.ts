import type { AiFixture } from '../services/ai/fixture.ts';

/** What a person does, as a host plays it. */
export type PersonAct =
  | { act: 'click'; text: string }
  | { act: 'cancel-progress'; title: string }
  | { act: 'webview-message'; id: string; message: unknown }
  | { act: 'close-webview'; id: string }
  | { act: 'type'; text: string } // over what is selected
  | { act: 'restart' }; // ends the extension, then starts it again in the same folders

/** Where an extension runs in a case. */
export interface ConformanceWorld {
  /** What package.json declares. */
  permissions: readonly string[];
  /** Of the open folder, by path. */
  files: Readonly<Record<string, string>>;
  /** Whether the folder is a git repository, in which its files are committed as `first` by `Ada`. */
  isRepository: boolean;
  /** `contributes.configuration.properties`. */
  settings: Readonly<Record<string, object>>;
  /** What the person answers, in order, by member of the API: as services of a host do. */
  answers: Readonly<Record<string, readonly unknown[]>>;
  /** What models answer. */
  ai: AiFixture;
}

/** One thing that a host must do, told by what an extension sees of it. */
export interface ConformanceCase extends Partial<ConformanceWorld> {
  name: string;
  /** Members of the declarations that it covers: `FileSystem.readFile`. */
  covers: readonly string[];
  permissions: readonly string[];
  /** The body of `activate(context)`; `api` is the API, `kept` an object that `run` sees as well. */
  setup?: string;
  /** The body of `deactivate()`; it sees what `setup` sees, but for the context. */
  end?: string;
  /** What the person does after `setup`. */
  acts?: readonly PersonAct[];
  /**
   * The body of an async function that gives what `expect` compares. It sees `api`, `context`, `kept`, `server`
   * (the address of {@link startConformanceServer}), `below(path)`, which makes a path relative to the open
   * folder, and `until(check)`, which waits.
   */
  run: string;
  /** What `run` gives, to the letter. */
  expect: unknown;
}
