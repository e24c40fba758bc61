import { type ApiTable, judgeApi } from '../judgement.ts';

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
      judgeApi(
        'filesystem.read',
        'Reads files and folders, or asks whether they exist.',
        alsoSync(readsPaths),
      ),
      judgeApi(
        'filesystem.read',
        'Reads open files, or watches them.',
        `${alsoSync(['fstat', 'read', 'readv', 'exists'])} createReadStream openAsBlob ReadStream FileReadStream watch watchFile`,
      ),
      judgeApi(
        ['filesystem.read', 'filesystem.write'],
        'Opens a file; its flags tell for what.',
        'open openSync',
      ),
      judgeApi(
        'filesystem.write',
        'Creates, changes, moves or deletes files and folders.',
        `${alsoSync(writesPaths)} mkdtempDisposableSync`,
      ),
      judgeApi(
        'filesystem.write',
        'Writes to open files.',
        `${alsoSync(['fchmod', 'fchown', 'ftruncate', 'futimes', 'write', 'writev'])} createWriteStream WriteStream FileWriteStream Utf8Stream SyncWriteStream`,
      ),
      judgeApi('followed', 'The same functions with promises.', 'promises'),
      judgeApi(
        'harmless',
        'Constants, and classes of results.',
        `${constants} Dir Dirent Stats BigIntStats StatFs _toUnixTimestamp`,
      ),
      judgeApi(
        'harmless',
        'Ends what was opened before.',
        `${alsoSync(['close', 'fsync', 'fdatasync'])} unwatchFile`,
      ),
    ],
  },
  {
    module: 'fs/promises',
    judgements: [
      judgeApi(
        'filesystem.read',
        'Reads files and folders, or asks whether they exist.',
        `${readsPaths.join(' ')} watch`,
      ),
      judgeApi(
        ['filesystem.read', 'filesystem.write'],
        'Opens a file; its flags tell for what.',
        'open',
      ),
      judgeApi(
        'filesystem.write',
        'Creates, changes, moves or deletes files and folders.',
        `${writesPaths.join(' ')} mkdtempDisposable`,
      ),
      judgeApi('harmless', 'Constants, and the class of open files.', `${constants} FileHandle`),
    ],
  },
  {
    module: 'sqlite',
    rest: ['filesystem.read', 'filesystem.write'],
    judgements: [
      judgeApi(
        ['filesystem.read', 'filesystem.write'],
        'Databases are files, and SQL may attach others. With `allowExtension` it may load native code, and needs `system.exec` too.',
        'DatabaseSync backup',
      ),
      judgeApi(
        'harmless',
        'Constants, and classes of what a database gives.',
        'constants Session StatementSync',
      ),
    ],
  },
  {
    module: 'wasi',
    judgements: [
      judgeApi(['filesystem.read', 'filesystem.write'], 'Gives folders to WebAssembly.', 'WASI'),
    ],
  },
];

function alsoSync(names: readonly string[]): string {
  return names.flatMap((name) => [name, `${name}Sync`]).join(' ');
}
