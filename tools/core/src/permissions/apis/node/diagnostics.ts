import { type ApiTable, judgeApi } from '../judgement.ts';

/** Modules of Node that look into the process, or change it. */
export const nodeDiagnostics: readonly ApiTable[] = [
  ...['inspector', 'inspector/promises'].map((module) => ({
    module,
    judgements: [
      judgeApi(
        'unresolved',
        'Debugs this process: it runs texts as code, and lets others in.',
        'open Session waitForDebugger Network NetworkResources DOMStorage',
      ),
      judgeApi('harmless', 'Where a debugger listens, and what it is told.', 'url close console'),
    ],
  })),
  {
    module: 'v8',
    judgements: [
      judgeApi(
        'filesystem.write',
        'Writes what is in memory to a file.',
        'writeHeapSnapshot setHeapSnapshotNearHeapLimit takeCoverage stopCoverage',
      ),
      judgeApi('unresolved', 'Changes how the engine works.', 'setFlagsFromString'),
      judgeApi(
        'harmless',
        'Measures memory and time.',
        'cachedDataVersionTag getHeapSnapshot getHeapStatistics getHeapSpaceStatistics getHeapCodeStatistics getCppHeapStatistics queryObjects GCProfiler startCpuProfile isStringOneByteRepresentation',
      ),
      judgeApi(
        'harmless',
        'Makes bytes of values, and values of bytes.',
        'Serializer Deserializer DefaultSerializer DefaultDeserializer serialize deserialize',
      ),
      judgeApi('harmless', 'Calls functions of the extension.', 'promiseHooks startupSnapshot'),
    ],
  },
  {
    module: 'trace_events',
    judgements: [
      judgeApi('filesystem.write', 'Writes a log of the process to files.', 'createTracing'),
      judgeApi('harmless', 'Tells what is logged.', 'getEnabledCategories'),
    ],
  },
  {
    module: 'tty',
    judgements: [
      judgeApi('terminal', 'Reads from a terminal, and writes to it.', 'ReadStream WriteStream'),
      judgeApi('harmless', 'Tells whether a stream is a terminal.', 'isatty'),
    ],
  },
  {
    module: 'sea',
    judgements: [
      judgeApi(
        'harmless',
        'Files inside of the program that runs.',
        'isSea getAsset getRawAsset getAssetAsBlob getAssetKeys',
      ),
    ],
  },
];
