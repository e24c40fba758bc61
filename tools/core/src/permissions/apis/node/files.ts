import { type ApiTable, judge } from '../judgement.ts';

const readsPaths = 'access glob lstat opendir readdir readFile readlink realpath stat statfs'.split(
  ' ',
);

const writesPaths = (
  'appendFile chmod chown copyFile cp lchmod lchown link lutimes mkdir mkdtemp rename rm rmdir symlink ' +
  'truncate unlink utimes writeFile'
).split(' ');

const constants = 'constants F_OK R_OK W_OK X_OK';

/** Modules of Node that read and write files. */
export const nodeFiles: readonly ApiTable[] = [
  {
    module: 'fs',
    judgements: [
      judge(
        'filesystem.read',
        'Reads files and folders, or asks whether they exist.',
        alsoSync(readsPaths),
      ),
      judge(
        'filesystem.read',
        'Reads open files, or watches them.',
        `${alsoSync(['fstat', 'read', 'readv', 'exists'])} createReadStream openAsBlob ReadStream FileReadStream watch watchFile`,
      ),
      judge(
        ['filesystem.read', 'filesystem.write'],
        'Opens a file; its flags tell for what.',
        'open openSync',
      ),
      judge(
        'filesystem.write',
        'Creates, changes, moves or deletes files and folders.',
        `${alsoSync(writesPaths)} mkdtempDisposableSync`,
      ),
      judge(
        'filesystem.write',
        'Writes to open files.',
        `${alsoSync(['fchmod', 'fchown', 'ftruncate', 'futimes', 'write', 'writev'])} createWriteStream WriteStream FileWriteStream Utf8Stream SyncWriteStream`,
      ),
      judge('followed', 'The same functions with promises.', 'promises'),
      judge(
        'harmless',
        'Constants, and classes of results.',
        `${constants} Dir Dirent Stats BigIntStats StatFs _toUnixTimestamp`,
      ),
      judge(
        'harmless',
        'Ends what was opened before.',
        `${alsoSync(['close', 'fsync', 'fdatasync'])} unwatchFile`,
      ),
    ],
  },
  {
    module: 'fs/promises',
    judgements: [
      judge(
        'filesystem.read',
        'Reads files and folders, or asks whether they exist.',
        `${readsPaths.join(' ')} watch`,
      ),
      judge(
        ['filesystem.read', 'filesystem.write'],
        'Opens a file; its flags tell for what.',
        'open',
      ),
      judge(
        'filesystem.write',
        'Creates, changes, moves or deletes files and folders.',
        `${writesPaths.join(' ')} mkdtempDisposable`,
      ),
      judge('harmless', 'Constants, and the class of open files.', `${constants} FileHandle`),
    ],
  },
  {
    module: 'sqlite',
    judgements: [
      judge(
        ['filesystem.read', 'filesystem.write'],
        'Databases are files, and SQL may attach others.',
        'DatabaseSync backup',
      ),
      judge(
        'unresolved',
        'Loads native code.',
        'DatabaseSync.loadExtension DatabaseSync.enableLoadExtension DatabaseSync.prototype.loadExtension',
      ),
      judge(
        'harmless',
        'Constants, and classes of what a database gives.',
        'constants Session StatementSync',
      ),
    ],
  },
  {
    module: 'wasi',
    judgements: [
      judge(['filesystem.read', 'filesystem.write'], 'Gives folders to WebAssembly.', 'WASI'),
    ],
  },
];

function alsoSync(names: readonly string[]): string {
  return names.flatMap((name) => [name, `${name}Sync`]).join(' ');
}
