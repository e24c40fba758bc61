import { type ApiTable, judgeApi } from '../judgement.ts';

/** `process`, as a module and as a global. */
export const nodeProcess: readonly ApiTable[] = [
  {
    module: 'process',
    mostlyHarmless: true,
    judgements: [
      judgeApi(
        'followed',
        'Loads a module, or native code.',
        'binding _linkedBinding dlopen getBuiltinModule mainModule electronBinding',
      ),
      judgeApi('filesystem.read', 'Reads a file of settings.', 'loadEnvFile'),
      judgeApi(
        'filesystem.write',
        'Writes a report of the process to a file.',
        'report.writeReport',
      ),
      judgeApi('harmless', 'A report of this process, and when one is made.', 'report'),
      judgeApi(
        'system.exec',
        'Ends or debugs other programs, or becomes one. Asking with signal 0 whether one runs, and a signal to itself, need nothing.',
        'kill _kill _debugProcess execve',
      ),
      judgeApi(
        'unresolved',
        'Changes who this process is to the system.',
        'initgroups setgroups setegid seteuid setgid setuid',
      ),
      judgeApi(
        'unresolved',
        'Gives sockets, files and programs that others opened.',
        '_getActiveHandles _getActiveRequests',
      ),
      judgeApi(
        'harmless',
        'Facts of this process, its settings and its streams.',
        'arch argv argv0 browser chrome config connected channel contextId contextIsolated cwd debugPort defaultApp domain exitCode features isMainFrame mas moduleLoadList noAsar noDeprecation permission pid pkg platform ppid release resourcesPath sandboxed sourceMapsEnabled stderr stdin stdout throwDeprecation title traceDeprecation traceProcessWarnings type version versions windowsStore _exiting _events _eventsCount _maxListeners _preload_modules allowedNodeEnvironmentFlags',
      ),
      judgeApi(
        'harmless',
        'What programs get that this one starts. Setting it, or a variable such as `PATH` or `NODE_OPTIONS`, decides what they run, and needs `system.exec`.',
        'env execArgv execPath',
      ),
      judgeApi(
        'harmless',
        'Measures time and memory.',
        'availableMemory constrainedMemory cpuUsage getActiveResourcesInfo getCPUUsage getCreationTime getHeapStatistics getProcessMemoryInfo getSystemMemoryInfo getSystemVersion hrtime memoryUsage resourceUsage threadCpuUsage uptime _startProfilerIdleNotifier _stopProfilerIdleNotifier',
      ),
      judgeApi(
        'harmless',
        'Who this process is to the system.',
        'getegid geteuid getgid getgroups getuid umask',
      ),
      judgeApi(
        'harmless',
        'Events of this process.',
        'addListener emit eventNames getMaxListeners listenerCount listeners off on once prependListener prependOnceListener rawListeners removeAllListeners removeListener setMaxListeners',
      ),
      judgeApi(
        'harmless',
        'Ends this process, or keeps it running.',
        'abort crash exit reallyExit ref unref finalization hang',
      ),
      judgeApi(
        'harmless',
        'Runs functions of the extension later, and tells warnings.',
        'nextTick emitWarning setUncaughtExceptionCaptureCallback hasUncaughtExceptionCaptureCallback addUncaughtExceptionCaptureCallback setSourceMapsEnabled _fatalException _rawDebug _tickCallback _debugEnd assert',
      ),
      judgeApi(
        'harmless',
        'The folder that paths begin at, and what is typed to it.',
        'chdir openStdin',
      ),
      judgeApi(
        'harmless',
        'Messages to the program that started this one.',
        'send disconnect _channel _handleQueue _pendingMessage _send _disconnect',
      ),
    ],
  },
];
