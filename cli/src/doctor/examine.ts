import { RegistryError } from '@orchestra/core';
import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandContext } from '../command.ts';
import { credentialsFile, findRegistryToken } from '../credentials/credentials.ts';
import { fetchAccount } from '../credentials/fetch-account.ts';
import { findOutdated } from '../install/find-outdated.ts';
import { connectRegistry } from '../registry/registry-client.ts';
import { count } from '@orchestra/terminal';
import { readJournal } from '../store/journal.ts';
import { rebuildState } from '../store/rebuild-state.ts';
import { readState, type State } from '../store/state.ts';
import { storePaths } from '../store/store-paths.ts';
import { type DoctorFinding, fine } from './finding.ts';

/**
 * Examines everything that a working installation needs. If one part fails, the others are still examined.
 */
export async function examine(context: CommandContext): Promise<DoctorFinding[]> {
  const parts = [examineHome, examineState, examineFolders, examineCredentials, examineRegistry];
  const findings: DoctorFinding[] = [
    fine(`Orchestra ${context.orchestraVersion}, Node ${process.version}`),
  ];
  for (const part of parts) {
    try {
      findings.push(...(await part(context)));
    } catch (error) {
      const failed = failure(error);
      // a damaged state fails several parts, and is reported once
      if (findings.every(({ message }) => message !== failed.message)) findings.push(failed);
    }
  }
  return findings;
}

async function examineHome({ home }: CommandContext): Promise<DoctorFinding[]> {
  try {
    await mkdir(home, { recursive: true });
    await access(home, constants.R_OK | constants.W_OK);
    return [fine(`${home} can be written`)];
  } catch {
    const hint = 'Check its permissions, or set ORCHESTRA_HOME to a folder of yours.';
    return [{ status: 'error', message: `${home} can't be written`, hint }];
  }
}

async function examineState(context: CommandContext): Promise<DoctorFinding[]> {
  const paths = storePaths(context.home);
  const findings: DoctorFinding[] = [];
  if ((await readJournal(paths)) !== null) {
    const message = 'An install was cut off';
    const hint = 'The next command finishes it; nothing is lost.';
    findings.push({ status: 'warning', message, hint });
  }
  const { extensions } = await readState(paths);
  return [...findings, fine(`${count(Object.keys(extensions).length, 'extension')} installed`)];
}

async function examineFolders(context: CommandContext): Promise<DoctorFinding[]> {
  const paths = storePaths(context.home);
  const { extensions } = await readState(paths);
  const rebuilt = await rebuildState(paths);
  const onDisk = [...Object.keys(rebuilt.state.extensions), ...rebuilt.unknown];
  const hint = 'Run `orchestra ext doctor --repair`.';
  const missing = Object.keys(extensions).filter((name) => !onDisk.includes(name));
  const stray = onDisk.filter((name) => !Object.hasOwn(extensions, name));
  return [
    ...missing.map((name): DoctorFinding => {
      return { status: 'error', message: `${name} is installed, and its folder is gone`, hint };
    }),
    ...stray.map((name): DoctorFinding => {
      const message = `${join(paths.root, name)} is not known to the state`;
      const known = rebuilt.unknown.includes(name) ? 'Remove the folder.' : hint;
      return { status: 'warning', message, hint: known };
    }),
  ];
}

async function examineCredentials(context: CommandContext): Promise<DoctorFinding[]> {
  const file = credentialsFile(context);
  const facts = await stat(file).catch(() => null);
  if (facts === null || process.platform === 'win32' || (facts.mode & 0o077) === 0) return [];
  const hint = `Run: chmod 600 '${file}'`;
  return [{ status: 'error', message: `${file} can be read by others`, hint }];
}

async function examineRegistry(context: CommandContext): Promise<DoctorFinding[]> {
  const { config } = await connectRegistry(context);
  const findings = [fine(`${config.name} answers at ${context.registry}`)];
  const token = await findRegistryToken(context);
  if (token === null) findings.push(fine('Not signed in: installing needs no account'));
  else {
    const account = await fetchAccount(token, context);
    findings.push(fine(`Signed in as ${account.login}`));
  }
  const { extensions } = await readState(storePaths(context.home));
  return [...findings, ...(await examineInstalled(extensions, context))];
}

async function examineInstalled(
  extensions: State['extensions'],
  context: CommandContext,
): Promise<DoctorFinding[]> {
  const { newer, failed } = await findOutdated(extensions, context);
  const withdrawn = newer.flatMap(({ name, installed, withdrawn: why }): DoctorFinding[] => {
    if (why === null) return [];
    const reason = why.reason === '' ? '' : `: ${why.reason}`;
    const message = `${name} ${installed.version} was ${why.status}${reason}`;
    const status = why.status === 'quarantined' ? 'error' : 'warning';
    return [{ status, message, hint: `Update it or remove it: orchestra ext update ${name}` }];
  });
  return [...withdrawn, ...failed.map(({ error }) => failure(error))];
}

function failure(error: unknown): DoctorFinding {
  if (error instanceof RegistryError) {
    return { status: 'error', message: error.message, hint: error.hint ?? null };
  }
  return {
    status: 'error',
    message: error instanceof Error ? error.message : String(error),
    hint: null,
  };
}
