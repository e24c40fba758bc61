import * as Type from 'typebox';
import type { Static } from 'typebox';

/** An option of a command line, as its reference shows it. */
const OptionReferenceSchema = Type.Object({
  flags: Type.String({ description: 'For example `-y, --yes`.' }),
  description: Type.String(),
  default: Type.Union([Type.String(), Type.Null()], { description: 'Null where there is none.' }),
});
export type OptionReference = Static<typeof OptionReferenceSchema>;

/** A command, as its reference shows it. */
const CommandReferenceSchema = Type.Object({
  name: Type.String(),
  usage: Type.String({ description: 'For example `orchestra ext install [options] <what...>`.' }),
  description: Type.String(),
  options: Type.Array(OptionReferenceSchema),
  examples: Type.Array(Type.String({ description: 'A whole command line.' })),
});

/**
 * Everything that can be typed at the command line: `cli/scripts/describe-program.ts` makes it, the site shows
 * it.
 */
export const ProgramReferenceSchema = Type.Object({
  options: Type.Array(OptionReferenceSchema, { description: 'What may stand beside any command.' }),
  commands: Type.Array(CommandReferenceSchema),
});
export type ProgramReference = Static<typeof ProgramReferenceSchema>;
