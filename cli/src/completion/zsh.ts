import { installedNames } from './bash.ts';
import type { Subcommand } from './grammar.ts';

/** A completion script for zsh. */
export function zsh(commands: readonly Subcommand[]): string {
  const described = commands.map(
    ({ name, description }) => `    ${quote(`${name}:${description}`)}`,
  );
  const cases = commands.map(({ name, flags, takesInstalled }) => {
    const options = flags.map(({ flag, description }) => quote(`${flag}[${escape(description)}]`));
    const rest = takesInstalled ? "'*:installed:_orchestra_installed'" : "'*:file:_files'";
    return `    ${name}) _arguments ${[...options, rest].join(' ')} ;;`;
  });
  return `#compdef orchestra
# Completion of orchestra ext for zsh. Save it as _orchestra in a folder of $fpath, or source it.
_orchestra_installed() {
  compadd -- \${(f)"$(${installedNames} | grep -v '\\.json$')"}
}
_orchestra() {
  local -a subcommands
  subcommands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    compadd ext
    return
  fi
  if (( CURRENT == 3 )); then
    _describe 'command' subcommands
    return
  fi
  local subcommand=$words[3]
  shift 2 words
  (( CURRENT -= 2 ))
  case $subcommand in
${cases.join('\n')}
  esac
}
compdef _orchestra orchestra
`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function escape(description: string): string {
  return description.replaceAll(/[[\]:]/g, (found) => `\\${found}`);
}
