/** What a server is told before its module runs. */
export interface ServerSetup {
  /** Absolute. */
  cwd: string;
  env: Readonly<Record<string, string>>;
  /** The process that it is told of as its client: not one that it could see. */
  clientPid: number;
}

/**
 * The argument for Node that prepares it before the module of a server is loaded. Its environment and folder are set
 * from within: what makes the wall is never started with what an author chose.
 */
export function preloadFlag(setup: ServerSetup): string {
  const code = `const { cwd, env, clientPid } = ${JSON.stringify(setup)};\n${prepare}`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

/**
 * A folder that isn't to be seen stays `/`. A server looks now and then whether its client is still there: that can't
 * be seen either, and a server ends with it in any case.
 */
const prepare = `
Object.assign(process.env, env);
process.execArgv.splice(0);
try { process.chdir(cwd); } catch {}
const { kill } = process;
process.kill = (pid, signal) => (pid === clientPid && signal === 0) || kill(pid, signal);
`;

/**
 * Arguments for a Node that waits for its module: it reads one line on its input, as {@link setupLine} writes it, and
 * what stands behind that is the input of the module.
 */
export const waitingFlags: readonly string[] = [
  '--eval',
  `
const { readSync } = require('node:fs');
const bytes = [];
for (const byte = Buffer.alloc(1); readSync(0, byte, 0, 1) === 1 && byte[0] !== 10;) bytes.push(byte[0]);
const { parse } = JSON;
const { script, args, cwd, env, clientPid } = parse(Buffer.from(bytes).toString());
process.argv.splice(1, process.argv.length, script, ...args);
${prepare}
require('node:module').runMain();
`,
];

/** What a Node that waits is told. */
export function setupLine(
  setup: ServerSetup & { script: string; args: readonly string[] },
): string {
  return `${JSON.stringify(setup)}\n`;
}
