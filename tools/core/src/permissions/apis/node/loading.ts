import { type ApiTable, judgeApi } from '../judgement.ts';

/** Modules of Node that load modules, and run texts as code. */
export const nodeLoading: readonly ApiTable[] = [
  {
    module: 'module',
    judgements: [
      judgeApi(
        'followed',
        'Loads a module, or makes what loads one.',
        '_load createRequire createRequireFromPath require prototype.require Module',
      ),
      judgeApi(
        'followed',
        'Runs a text or a file as code, or changes how all others are loaded.',
        '_compile _extensions load register registerHooks runMain prototype._compile prototype.load _preloadModules',
      ),
      judgeApi(
        'unresolved',
        'Changes modules that are loaded already, or where modules are found.',
        '_cache _pathCache globalPaths paths wrapper _initPaths',
      ),
      judgeApi(
        'unresolved',
        'Looks for modules outside of the package, as loading does.',
        'findPackageJSON _stat _readPackage _findPath',
      ),
      judgeApi(
        'unresolved',
        'Loads compiled code from a folder, and keeps it there.',
        'enableCompileCache flushCompileCache',
      ),
      judgeApi(
        'harmless',
        'Lists and constants.',
        'builtinModules isBuiltin constants length name getCompileCacheDir getSourceMapsSupport setSourceMapsSupport _debug',
      ),
      judgeApi(
        'harmless',
        'Works on texts.',
        'wrap _resolveFilename stripTypeScriptTypes findSourceMap SourceMap _nodeModulePaths _resolveLookupPaths',
      ),
      judgeApi(
        'unresolved',
        'Changes built-in modules for everybody who imports them.',
        'syncBuiltinESMExports',
      ),
      judgeApi(
        'harmless',
        'What a module tells of itself.',
        'exports id filename path loaded parent isPreloading prototype',
      ),
      judgeApi('unresolved', 'Other modules, with all that they export.', 'children'),
    ],
  },
  {
    module: 'vm',
    judgements: [
      judgeApi(
        'followed',
        'Runs a text as code: what is constant is read as what it is, all else is unresolved.',
        'Script SourceTextModule compileFunction createScript runInContext runInNewContext runInThisContext',
      ),
      judgeApi(
        'harmless',
        'Makes and asks what code could run in.',
        'createContext isContext measureMemory constants SyntheticModule',
      ),
    ],
  },
  {
    module: 'repl',
    judgements: [
      judgeApi('followed', 'Runs what is typed as code.', 'start REPLServer'),
      judgeApi(
        'harmless',
        'Constants, and checks of texts.',
        'REPL_MODE_SLOPPY REPL_MODE_STRICT Recoverable writer isValidSyntax builtinModules _builtinLibs',
      ),
    ],
  },
];
