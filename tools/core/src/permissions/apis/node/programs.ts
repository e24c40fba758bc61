import { type ApiTable, judgeApi } from '../judgement.ts';

/** Modules of Node that start programs and threads. */
export const nodePrograms: readonly ApiTable[] = [
  {
    module: 'child_process',
    rest: ['system.exec'],
    judgements: [
      judgeApi(
        'system.exec',
        'Runs programs.',
        'exec execSync execFile execFileSync spawn spawnSync _forkChild ChildProcess',
      ),
      judgeApi(
        'system.exec',
        'Runs a module as a process of its own. A file of the package, which the path has to name, runs confined and needs nothing.',
        'fork',
      ),
    ],
  },
  {
    module: 'cluster',
    rest: ['system.exec'],
    judgements: [
      judgeApi(
        'system.exec',
        'Runs the extension as further programs.',
        'fork setupPrimary setupMaster Worker workers',
      ),
      judgeApi(
        'harmless',
        'Tells which process this is, and how work is shared.',
        'isMaster isPrimary isWorker worker settings schedulingPolicy SCHED_NONE SCHED_RR disconnect _events _eventsCount _maxListeners',
      ),
    ],
  },
  {
    module: 'worker_threads',
    judgements: [
      judgeApi(
        'followed',
        'Runs a file of the package, or a text, which nobody can read.',
        'Worker',
      ),
      judgeApi(
        'harmless',
        'Messages and locks between threads of the same extension.',
        'BroadcastChannel MessageChannel MessagePort parentPort postMessageToThread receiveMessageOnPort moveMessagePortToContext locks',
      ),
      judgeApi(
        'harmless',
        'Tells which thread this is, and what it was given.',
        'isInternalThread isMainThread threadId threadName workerData resourceLimits SHARE_ENV getEnvironmentData setEnvironmentData markAsUncloneable markAsUntransferable isMarkedAsUntransferable',
      ),
    ],
  },
  {
    module: 'test',
    judgements: [
      judgeApi(
        'unresolved',
        'Runs tests: it starts programs, replaces modules and writes snapshots.',
        'length name prototype default expectFailure skip todo only after afterEach before beforeEach describe getTestContext it run suite test mock snapshot assert',
      ),
    ],
  },
];
