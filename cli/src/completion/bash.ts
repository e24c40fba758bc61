import type { Subcommand } from './grammar.ts';

/**
 * Lists the installed extensions in a shell: they are the folders of the store, so that no program needs to
 * start.
 */
export const installedNames = 'ls -1 "${ORCHESTRA_HOME:-$HOME/.orchestra}/extensions" 2>/dev/null';

/** A completion script for bash. */
export function bash(commands: readonly Subcommand[]): string {
  const cases = commands.map(({ name, flags, takesInstalled }) => {
    const words = flags.map(({ flag }) => flag).join(' ');
    const names = takesInstalled ? ` $(${installedNames} | grep -v '\\.json$')` : '';
    return `    ${name}) words="${words}${names}" ;;`;
  });
  return `# Completion of orchestra ext for bash. Put it into ~/.bashrc, or source it from there.
_orchestra() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "ext" -- "$current"))
    return
  fi
  if [ "$COMP_CWORD" -eq 2 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[2]}" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _orchestra orchestra
`;
}
