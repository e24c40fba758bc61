import { parseJson } from '@orchestra/core';
import { Type } from 'typebox';

/** What the manifest of a package adds to the editor, as far as the analysis needs it. */
export interface OwnContributions {
  /** Names of commands. */
  commands: ReadonlySet<string>;
  /** Names of views. */
  views: ReadonlySet<string>;
}

const schema = Type.Object({
  contributes: Type.Object({
    commands: Type.Optional(Type.Array(Type.Object({ command: Type.String() }))),
    views: Type.Optional(
      Type.Record(Type.String(), Type.Array(Type.Object({ id: Type.String() }))),
    ),
  }),
});

/**
 * Reads the commands and views of a manifest; none where it can't be read, which other checks tell.
 *
 * @param bytes the text of `package.json`
 */
export function readContributions(bytes: Uint8Array | undefined): OwnContributions {
  const parsed = parseJson(schema, bytes === undefined ? '{}' : new TextDecoder().decode(bytes));
  const { commands = [], views = {} } = parsed.ok ? parsed.value.contributes : {};
  return {
    commands: new Set(commands.map(({ command }) => command)),
    views: new Set(Object.values(views).flatMap((each) => each.map(({ id }) => id))),
  };
}
