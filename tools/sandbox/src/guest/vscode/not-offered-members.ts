/** A part of VS Code's API that Orchestra doesn't offer: each call of its members throws by its name. */
export interface MissingPart {
  member: string;
  /** For people. */
  why: string;
}

const missing = (member: string, why: string): MissingPart => ({ member, why });

/** Namespaces of `vscode` that Orchestra doesn't offer. */
export const notOfferedByVscode: readonly MissingPart[] = [
  missing('authentication', 'Accounts of other services aren’t offered.'),
  missing('chat', 'There is no chat that extensions could take part in.'),
  missing('comments', 'Comments on files aren’t shown.'),
  missing('debug', 'Programs aren’t debugged.'),
  missing('lm', 'Models are asked by `ai` of `@orchestra/api`.'),
  missing('notebooks', 'Notebooks aren’t opened.'),
  missing('scm', 'Source control of extensions isn’t shown.'),
  missing('tasks', 'Tasks aren’t run: `child_process` starts programs.'),
  missing('tests', 'Tests of extensions aren’t shown.'),
];
