import { type ApiTable, judge } from '../judgement.ts';

/** Modules of Node that look into the process, or change it. */
export const nodeDiagnostics: readonly ApiTable[] = [
  ...['inspector', 'inspector/promises'].map((module) => ({
    module,
    judgements: [
      judge(
        'unresolved',
        'Debugs this process: it runs texts as code, and lets others in.',
        'open Session waitForDebugger Network NetworkResources DOMStorage',
      ),
      judge('harmless', 'Where a debugger listens, and what it is told.', 'url close console'),
    ],
  })),
  {
    module: 'v8',
    judgements: [
      judge(
        'filesystem.write',
        'Writes what is in memory to a file.',
        'writeHeapSnapshot setHeapSnapshotNearHeapLimit takeCoverage stopCoverage',
      ),
      judge('unresolved', 'Changes how the engine works.', 'setFlagsFromString'),
      judge(
        'harmless',
        'Measures memory and time.',
        'cachedDataVersionTag getHeapSnapshot getHeapStatistics getHeapSpaceStatistics getHeapCodeStatistics getCppHeapStatistics queryObjects GCProfiler startCpuProfile isStringOneByteRepresentation',
      ),
      judge(
        'harmless',
        'Makes bytes of values, and values of bytes.',
        'Serializer Deserializer DefaultSerializer DefaultDeserializer serialize deserialize',
      ),
      judge('harmless', 'Calls functions of the extension.', 'promiseHooks startupSnapshot'),
    ],
  },
  {
    module: 'trace_events',
    judgements: [
      judge('filesystem.write', 'Writes a log of the process to files.', 'createTracing'),
      judge('harmless', 'Tells what is logged.', 'getEnabledCategories'),
    ],
  },
  {
    module: 'tty',
    judgements: [
      judge('terminal', 'Reads from a terminal, and writes to it.', 'ReadStream WriteStream'),
      judge('harmless', 'Tells whether a stream is a terminal.', 'isatty'),
    ],
  },
  {
    module: 'sea',
    judgements: [
      judge(
        'harmless',
        'Files inside of the program that runs.',
        'isSea getAsset getRawAsset getAssetAsBlob getAssetKeys',
      ),
    ],
  },
];
