import type { Subcommand } from './grammar.ts';

const names =
  "(ls -1 (set -q ORCHESTRA_HOME; and echo $ORCHESTRA_HOME; or echo $HOME/.orchestra)/extensions 2>/dev/null | string match -v '*.json')";

/** A completion script for fish. */
export function fish(commands: readonly Subcommand[]): string {
  const all = commands.map(({ name }) => name).join(' ');
  const lines = commands.flatMap(({ name, description, flags, takesInstalled }) => {
    const here = `__fish_seen_subcommand_from ${name}`;
    return [
      `complete -c orchestra -n "__fish_seen_subcommand_from ext; and not __fish_seen_subcommand_from ${all}" -f -a ${name} -d ${quote(description)}`,
      ...flags.map(
        (one) =>
          `complete -c orchestra -n "${here}" -l ${one.flag.slice(2)} -d ${quote(one.description)}`,
      ),
      ...(takesInstalled ? [`complete -c orchestra -n "${here}" -f -a "${names}"`] : []),
    ];
  });
  return `# Completion of orchestra ext for fish. Save it as ~/.config/fish/completions/orchestra.fish.
complete -c orchestra -n "not __fish_seen_subcommand_from ext" -f -a ext
${lines.join('\n')}
`;
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`;
}
