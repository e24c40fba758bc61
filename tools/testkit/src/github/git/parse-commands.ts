/** A ref that a push asks to set: 40 zeros for none. */
export interface PushCommand {
  name: string;
  before: string;
  after: string;
}

/** Reads what a push asks for, which its body begins with: lines that tell their own length. */
export function parseCommands(body: Buffer): PushCommand[] {
  const commands: PushCommand[] = [];
  for (let position = 0; position + 4 <= body.length;) {
    const length = Number.parseInt(body.toString('latin1', position, position + 4), 16);
    if (!(length > 4)) break; // the end, or no such line
    const line = body.toString('utf8', position + 4, position + length);
    const match = /^([0-9a-f]{40}) ([0-9a-f]{40}) ([^\0\n]+)/.exec(line);
    const [, before, after, name] = match ?? [];
    if (before !== undefined && after !== undefined && name !== undefined) {
      commands.push({ name, before, after });
    }
    position += length;
  }
  return commands;
}
