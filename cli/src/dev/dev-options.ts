/** Options of `dev`. */
export interface DevOptions {
  /** Undefined: where a person can type, and no command was given. */
  watch?: boolean;
  /** A command and its arguments. */
  run?: string[];
  /** The folder that the extension works on. */
  workspace?: string;
  /** A file of it that is open in the editor, such as `README.md:3:1`. */
  open?: string;
  /** Where its settings, values and secrets are kept. */
  data?: string;
  allowLocalNetwork: boolean;
  /** Programs run without a question. */
  allowPrograms: boolean;
  /** A file with answers of a model. */
  ai?: string;
  /** A program that answers in place of a model. */
  aiCommand?: string;
}
