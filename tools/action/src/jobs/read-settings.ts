import { RegistryError } from '@orchestra/core';
import { parseRepositoryName, type RepositoryName } from '@orchestra/github';
import type { AssetHosts } from '../asset/asset-hosts.ts';

/** Settings of a job, read once from its environment. */
export interface Settings {
  repository: RepositoryName;
  hosts: AssetHosts;
  /** URL of the repository for git. */
  url: string;
  /** Temporary folder that is deleted after the job. */
  temporary: string;
  /** File with the event that started the run; undefined outside of Actions. */
  eventFile: string | undefined;
  outputFile: string | undefined;
  summaryFile: string | undefined;
  /**
   * An input, given as `INPUT_NAME`.
   *
   * @throws RegistryError `usage` where it is missing
   */
  input(name: string): string;
  /** An input that may be missing. */
  optional(name: string): string | undefined;
}

/**
 * Reads the variables that Actions sets. Source:
 * https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
export function readSettings(env: NodeJS.ProcessEnv, defaults: { temporary: string }): Settings {
  const optional = (name: string) => {
    const value = env[`INPUT_${name}`]?.trim();
    return value === '' ? undefined : value;
  };
  const server = withoutSlash(env['GITHUB_SERVER_URL'] ?? 'https://github.com');
  const api = withoutSlash(env['GITHUB_API_URL'] ?? 'https://api.github.com');
  const repository = readRepositoryName(env['GITHUB_REPOSITORY'] ?? '');
  return {
    repository,
    hosts: { api, server, others: optional('ASSET_HOSTS')?.split(/\s+/) ?? [] },
    url: `${server}/${repository.owner}/${repository.repo}.git`,
    temporary: env['RUNNER_TEMP'] ?? defaults.temporary,
    eventFile: env['GITHUB_EVENT_PATH'],
    outputFile: env['GITHUB_OUTPUT'],
    summaryFile: env['GITHUB_STEP_SUMMARY'],
    optional,
    input(name) {
      const value = optional(name);
      if (value !== undefined) return value;
      throw new RegistryError('usage', `The job wants an input, and INPUT_${name} is missing`, {
        hint: 'See .github/workflows for how the jobs are called.',
      });
    },
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

/** @throws RegistryError `usage` */
function readRepositoryName(fullName: string): RepositoryName {
  const parsed = parseRepositoryName(fullName);
  if (parsed !== null) return parsed;
  throw new RegistryError('usage', `Expected owner/name of a repository; found '${fullName}'`, {
    hint: 'GitHub gives it as GITHUB_REPOSITORY.',
  });
}
