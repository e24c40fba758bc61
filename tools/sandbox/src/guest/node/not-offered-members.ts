/** What a module of Node has and Orchestra doesn't offer. */
export interface NotOfferedByNode {
  module: string;
  /** Names, separated by spaces. */
  members: string;
  /** For people: what to do instead; empty where there is nothing. */
  instead: string;
}

const absent = (module: string, members: string, instead = ''): NotOfferedByNode => ({
  module,
  members,
  instead,
});

/**
 * What isn't offered of the modules that are. Each is a function that tells so where it is called. A test holds this
 * list to what is there.
 */
export const notOfferedByNode: readonly NotOfferedByNode[] = [
  ...['assert', 'assert/strict'].map((module) =>
    absent(module, 'Assert CallTracker partialDeepStrictEqual'),
  ),
  absent('buffer', 'SlowBuffer', 'Use Buffer.allocUnsafeSlow.'),
  absent('buffer', 'resolveObjectURL'),
  absent('child_process', '_forkChild', 'Use fork.'),
  absent(
    'crypto',
    'createPrivateKey createPublicKey createSecretKey createSign createVerify sign verify generateKey ' +
      'generateKeyPair generateKeyPairSync generateKeySync privateDecrypt privateEncrypt publicDecrypt publicEncrypt ' +
      'Certificate KeyObject Sign Verify X509Certificate encapsulate decapsulate',
  ),
  absent(
    'crypto',
    'createDiffieHellman createDiffieHellmanGroup createECDH diffieHellman getCurves getDiffieHellman DiffieHellman ' +
      'DiffieHellmanGroup ECDH',
  ),
  absent(
    'crypto',
    'argon2 argon2Sync checkPrime checkPrimeSync generatePrime generatePrimeSync randomUUIDv7 secureHeapUsed ' +
      'setEngine setFips fips prng rng',
  ),
  absent('events', 'EventEmitterAsyncResource'),
  absent('fs', 'link linkSync symlink symlinkSync', 'Links can be read, but not made.'),
  absent(
    'fs',
    'chown chownSync fchown fchownSync lchown lchownSync lchmod lchmodSync lutimes lutimesSync',
  ),
  absent('fs', 'glob globSync', 'Use readdir with `recursive: true`.'),
  absent('fs', 'statfs statfsSync StatFs openAsBlob Utf8Stream SyncWriteStream _toUnixTimestamp'),
  absent('fs', 'mkdtempDisposableSync', 'Use mkdtempSync.'),
  absent('fs/promises', 'link symlink', 'Links can be read, but not made.'),
  absent('fs/promises', 'chown lchmod lchown lutimes statfs'),
  absent('fs/promises', 'glob', 'Use readdir with `recursive: true`.'),
  absent('fs/promises', 'mkdtempDisposable', 'Use mkdtemp.'),
  absent('http', 'createServer Server ServerResponse OutgoingMessage _connectionListener'),
  absent('http', 'setGlobalProxyFromEnv'),
  absent('https', 'createServer Server'),
  absent(
    'module',
    'register registerHooks runMain wrap wrapper constants enableCompileCache findPackageJSON flushCompileCache ' +
      'getCompileCacheDir stripTypeScriptTypes findSourceMap SourceMap getSourceMapsSupport setSourceMapsSupport ' +
      'syncBuiltinESMExports globalPaths _cache _debug _extensions _findPath _initPaths _load _nodeModulePaths ' +
      '_pathCache _preloadModules _readPackage _resolveFilename _resolveLookupPaths _stat',
  ),
  absent('net', 'connect createConnection Socket Stream BoundSocket', 'Use fetch, http or https.'),
  absent('net', 'createServer Server BlockList SocketAddress _createServerHandle _normalizeArgs'),
  absent('os', 'getPriority setPriority'),
  ...['path', 'path/posix', 'path/win32'].map((module) => absent(module, 'matchesGlob')),
  absent(
    'perf_hooks',
    'PerformanceMark PerformanceMeasure PerformanceObserver PerformanceObserverEntryList ' +
      'PerformanceResourceTiming createHistogram eventLoopUtilization monitorEventLoopDelay timerify',
  ),
  absent('process', 'exit reallyExit abort kill _kill execve'),
  absent('process', 'binding _linkedBinding dlopen getBuiltinModule loadEnvFile openStdin'),
  absent('process', 'initgroups setgroups setegid seteuid setgid setuid'),
  absent(
    'process',
    '_debugProcess _debugEnd _getActiveHandles _getActiveRequests getActiveResourcesInfo resourceUsage ' +
      'threadCpuUsage availableMemory constrainedMemory ref unref',
  ),
  absent('querystring', 'unescapeBuffer'),
  absent('stream', 'duplexPair setDefaultHighWaterMark'),
  absent('tty', 'ReadStream WriteStream'),
  absent('url', 'URLPattern fileURLToPathBuffer'),
  ...['util', 'sys'].map((module) =>
    absent(
      module,
      'getCallSites getSystemErrorMap getSystemErrorName getSystemErrorMessage transferableAbortSignal ' +
        'transferableAbortController parseEnv parseArgs MIMEType MIMEParams diff setTraceSigInt ' +
        'convertProcessSignalToExitCode',
    ),
  ),
  absent('util/types', 'isFloat16Array'),
  absent(
    'worker_threads',
    'Worker BroadcastChannel MessageChannel MessagePort markAsUncloneable markAsUntransferable ' +
      'isMarkedAsUntransferable moveMessagePortToContext receiveMessageOnPort postMessageToThread locks',
  ),
  absent(
    'zlib',
    'createZstdCompress createZstdDecompress zstdCompress zstdCompressSync zstdDecompress zstdDecompressSync ' +
      'ZstdCompress ZstdDecompress',
  ),
];
