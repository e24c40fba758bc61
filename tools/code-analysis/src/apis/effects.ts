/** An effect of a call that leads to other APIs, or runs code. */
export type Effect =
  /** Loads the module that the argument names. */
  | 'requires'
  /** Loads the built-in module of Node that the argument names. */
  | 'gets-builtin'
  /** Returns a `require` function. */
  | 'makes-require'
  /** Runs a string as code. */
  | 'evaluates'
  /** Runs a string as code, if the argument is one instead of a function. */
  | 'evaluates-texts'
  /** Runs a string as code, if an option says so. */
  | 'evaluates-option'
  /** Leads to code outside of the package, or changes how code is loaded: any use is unresolved. */
  | 'loads-outside'
  /** Returns the global object. */
  | 'gives-global'
  /** Returns the API of the extension that the argument names. */
  | 'gets-extension'
  /** Adds the command that the argument names. */
  | 'adds-command'
  /** Runs the command of the editor that the argument names. */
  | 'runs-command';

/** The effects of members that the tables in core call `followed`, by module; `global` for globals. */
export const effects: readonly { does: Effect; module: string; names: readonly string[] }[] = [
  {
    does: 'requires',
    module: 'global',
    names: ['require', 'module.require', 'module.parent.require'],
  },
  { does: 'requires', module: 'module', names: ['_load'] },
  { does: 'gets-builtin', module: 'process', names: ['getBuiltinModule'] },
  {
    does: 'makes-require',
    module: 'module',
    names: ['createRequire', 'createRequireFromPath'],
  },
  {
    does: 'evaluates',
    module: 'global',
    names: ['eval', 'Function', 'module._compile'],
  },
  {
    does: 'evaluates',
    module: 'process',
    names: ['binding', '_linkedBinding', 'dlopen', 'electronBinding'],
  },
  {
    does: 'evaluates',
    module: 'module',
    names: ['_compile'],
  },
  {
    does: 'evaluates',
    module: 'vm',
    names: [
      'compileFunction',
      'createScript',
      'runInContext',
      'runInNewContext',
      'runInThisContext',
      'Script',
      'SourceTextModule',
    ],
  },
  { does: 'evaluates', module: 'repl', names: ['start', 'REPLServer'] },
  {
    does: 'evaluates-texts',
    module: 'global',
    names: ['setTimeout', 'setInterval', 'execScript'],
  },
  { does: 'evaluates-option', module: 'global', names: ['Worker', 'SharedWorker'] },
  { does: 'evaluates-option', module: 'worker_threads', names: ['Worker'] },
  {
    does: 'adds-command',
    module: 'vscode',
    names: ['commands.registerCommand', 'commands.registerTextEditorCommand'],
  },
  { does: 'runs-command', module: 'vscode', names: ['commands.executeCommand'] },
  { does: 'gets-extension', module: 'vscode', names: ['extensions.getExtension'] },
];

/** Globals that open another page when they are set; reading them is harmless. Source: HTML standard, `Location`. */
export const pageAddresses = ['location', 'document.location'].flatMap((location) => [
  location,
  ...['host', 'hostname', 'href', 'pathname', 'port', 'protocol', 'search'].map(
    (part) => `${location}.${part}`,
  ),
]);
