/** The templates for new extensions. */
export const templates = ['native', 'raycast', 'vscode-lsp', 'theme'] as const;
/** One of {@link templates}. */
export type Template = (typeof templates)[number];

/** The licences whose text is included. */
export const licenses = ['MIT', 'Apache-2.0', 'BSD-3-Clause', 'ISC'] as const;
/** One of {@link licenses}. */
export type License = (typeof licenses)[number];

/** The answers that describe a new extension. */
export interface ProjectAnswers {
  template: Template;
  /** A valid registry name. */
  name: string;
  displayName: string;
  description: string;
  /** The copyright holder: a name, never an email. */
  author: string;
  license: License;
}

/** The answers given on the command line. */
export type GivenAnswers = { [Field in keyof ProjectAnswers]?: string | undefined };
