/** What an extension can be started from. */
export const templates = ['native', 'raycast', 'vscode-lsp', 'theme'] as const;
export type Template = (typeof templates)[number];

/** Licences whose text is at hand. */
export const licenses = ['MIT', 'Apache-2.0', 'BSD-3-Clause', 'ISC'] as const;
export type License = (typeof licenses)[number];

/** What a new extension is about. */
export interface ProjectAnswers {
  template: Template;
  /** One that the registry takes. */
  name: string;
  displayName: string;
  description: string;
  /** Who holds the copyright: a name, never an email. */
  author: string;
  license: License;
}

/** What was said on the command line. */
export type GivenAnswers = { [Field in keyof ProjectAnswers]?: string | undefined };
