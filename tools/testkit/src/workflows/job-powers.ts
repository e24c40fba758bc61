/** What a job may do beside reading what everybody may read. */
export interface Powers {
  /** What `GITHUB_TOKEN` may write in it. */
  writes: readonly string[];
  /** Names of the secrets that it is given. */
  secrets: readonly string[];
  environment: string | null;
}

const none: Powers = { writes: [], secrets: [], environment: null };
const app = ['REGISTRY_APP_PRIVATE_KEY'];
const database: Powers = { writes: [], secrets: ['DATABASE_URL'], environment: 'database' };
const callsSite: Powers = { ...none, writes: ['id-token', 'pages'] };

/**
 * Every job and all that it may do. Those that read what strangers wrote may do nothing: a pull request
 * (`validate`), a package (`plan`), a README (`build`), the code of a fork (`ok`).
 */
export const jobPowers: Readonly<Record<string, Powers>> = {
  'ci/ok': none,
  'submission/validate': none,
  'submission/report': { ...none, secrets: app },
  'publish/plan': none,
  'publish/apply': { writes: ['id-token'], secrets: app, environment: 'production' },
  'publish/sync': database,
  'publish/site': callsSite,
  'resync/sync': database,
  'resync/site': callsSite,
  'site/build': none,
  'site/deploy': { writes: ['id-token', 'pages'], secrets: [], environment: 'github-pages' },
};
