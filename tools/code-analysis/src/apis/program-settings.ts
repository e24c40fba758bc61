import type { ApiValue } from '../values/value.ts';

/**
 * Variables of the environment that decide which programs are run, or what code they load. Windows doesn't tell
 * upper and lower case apart.
 *
 * Sources: https://nodejs.org/docs/latest-v24.x/api/cli.html#environment-variables, ld.so(8), dyld(1), bash(1),
 * git(1), https://docs.python.org/3/using/cmdline.html#environment-variables
 */
export const programVariables: readonly string[] =
  'NODE_OPTIONS NODE_PATH NODE_REPL_EXTERNAL_MODULE ELECTRON_RUN_AS_NODE LD_PRELOAD LD_AUDIT LD_LIBRARY_PATH DYLD_INSERT_LIBRARIES DYLD_LIBRARY_PATH DYLD_FRAMEWORK_PATH DYLD_FALLBACK_LIBRARY_PATH DYLD_FALLBACK_FRAMEWORK_PATH PATH PATHEXT COMSPEC SHELL BASH_ENV ENV ZDOTDIR PROMPT_COMMAND EDITOR VISUAL PAGER BROWSER GIT_ASKPASS GIT_EDITOR GIT_EXEC_PATH GIT_EXTERNAL_DIFF GIT_PAGER GIT_SSH GIT_SSH_COMMAND GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM GIT_CONFIG_COUNT SSH_ASKPASS SUDO_ASKPASS GIT_PROXY_COMMAND GIT_SEQUENCE_EDITOR PYTHONSTARTUP PYTHONPATH PYTHONHOME PERL5OPT PERL5LIB RUBYOPT RUBYLIB JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS npm_config_node_options'.split(
    ' ',
  );

/** Members of `process` that decide how programs are started; setting them, or a part of them, does. */
export const programSettings: readonly string[] = [
  'env',
  'execPath',
  'execArgv',
  ...['copyWithin', 'fill', 'push', 'reverse', 'sort', 'splice', 'unshift'].map(
    (method) => `execArgv.${method}`,
  ),
  ...programVariables.map((name) => `env.${name}`),
];

const upperCased = new Set(programVariables.map((name) => name.toUpperCase()));

/** True for the name of a variable that decides what programs run. */
export function isProgramVariable(name: string): boolean {
  return upperCased.has(name.toUpperCase());
}

/** True for a name of such a variable that hardly is a name of anything else. */
export function isRareVariable(name: string): boolean {
  return name.includes('_') && upperCased.has(name);
}

/** True for the environment of the process. A copy of it is none. */
export function isEnvironment({ id }: ApiValue): boolean {
  return /^(?:process:|global:process\.)env$/.test(id);
}

/** True for the arguments that are given to Node in programs that are started. */
export function isStartArguments({ id }: ApiValue): boolean {
  return /^(?:process:|global:process\.)execArgv$/.test(id);
}
