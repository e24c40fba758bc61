import { type LabelledSnippet, snippet } from './labelled-snippet.ts';

const main = `const cp = require('child_process'), path = require('path');\n`;

function fork(name: string, code: string, needs: LabelledSnippet['needs'], server = '') {
  return snippet(name, { 'main.js': main + code, 'server.js': server }, needs);
}

/** Modules that run as processes of their own: confined where they are files of the package. */
export const forks: LabelledSnippet[] = [
  fork('a file of the package', "cp.fork(path.join(__dirname, 'server.js'));", []),
  fork(
    'a file of the package by the context',
    "exports.activate = (context) => cp.fork(context.asAbsolutePath('server.js'), ['--node-ipc']);",
    [],
  ),
  fork(
    'what a file of the package does itself',
    "cp.fork(__dirname + '/server.js');",
    ['filesystem.write'],
    "require('fs').rmSync('a');",
  ),
  fork(
    'one of two files of the package',
    "cp.fork(isDebug ? __dirname + '/server.js' : __dirname + '/main.js');",
    [],
  ),
  fork('a file beside the workspace', "cp.fork('./server.js');", ['system.exec']),
  fork('a file outside', "cp.fork('/tmp/server.js');", ['system.exec']),
  fork('a file above', "cp.fork(path.join(__dirname, '../../server.js'));", ['system.exec']),
  fork('a file that isn’t there', "cp.fork(__dirname + '/other.js');", ['system.exec']),
  fork('a computed file', 'exports.run = (name) => cp.fork(path.join(__dirname, name));', [
    'system.exec',
  ]),
  fork(
    'a file of the package or any other',
    "exports.run = (file) => cp.fork(file || __dirname + '/server.js');",
    ['system.exec'],
  ),
  fork('a fork that is handed on', 'exports.run = cp.fork;', ['system.exec']),
  fork(
    'a file of the package by the context and a path',
    "exports.activate = (context) => cp.fork(context.asAbsolutePath(path.join('.', 'server.js')));",
    [],
  ),
  fork(
    'a file above by the context and a path',
    "exports.activate = (context) => cp.fork(context.asAbsolutePath(path.join('..', 'server.js')));",
    ['system.exec'],
  ),
  fork('a program with a file of the package', "cp.spawn('node', [__dirname + '/server.js']);", [
    'system.exec',
  ]),
];
