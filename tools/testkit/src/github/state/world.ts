import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { GitHub } from '../github.ts';
import { RateLimiter } from '../http/rate-limiter.ts';
import type { Account, Role } from './account.ts';
import { type App, makeApp } from './app.ts';
import type { DeviceCode } from './device-code.ts';
import { Faults } from './fault-list.ts';
import { fullName, type Repository } from './repository.ts';
import { hasScopes, type Token } from './token.ts';

/** How a fake GitHub behaves; what isn't told is as on GitHub. */
export interface WorldSettings {
  /** Folder that repositories are kept in. */
  folder: string;
  /** Seconds between two questions of a device, at least. */
  deviceInterval: number;
  /** Requests an hour for each token, and without one for all. */
  rateLimit: { authenticated: number; anonymous: number };
}

/** Everything that the fake GitHub knows, but for what is in git. */
export class World {
  readonly settings: WorldSettings;
  /** Bases of its addresses; known once its servers listen. */
  api = '';
  web = '';
  uploads = '';
  storage = '';
  readonly accounts: Account[] = [];
  readonly repositories: Repository[] = [];
  readonly tokens = new Map<string, Token>();
  readonly devices: DeviceCode[] = [];
  /** Names that repositories had before, in lower case. */
  readonly formerNames = new Map<string, Repository>();
  /** By the ids of what was forked and of who did. */
  readonly forks = new Map<string, Promise<Repository>>();
  readonly limiter = new RateLimiter(this);
  readonly app: App = makeApp();
  readonly appAccount: Account;
  readonly actionsAccount: Account;
  readonly faults = new Faults();
  readonly requests: GitHub['requests'] = [];
  readonly events: GitHub['events'] = [];
  /** What is wrong with an event's payload; null where it is as GitHub describes it. */
  checkEvent: (event: string, payload: unknown) => string | null = () => null;
  #lastId = 1_000_000;
  #lastFile = 0;

  constructor(settings: WorldSettings) {
    this.settings = settings;
    this.appAccount = this.#addBot(this.app.slug, this.app.id + 1);
    this.actionsAccount = this.#addBot('github-actions', 41_898_282);
  }

  /** An id that nothing else has. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** A path that nothing else has, in the folder. */
  nextFile(): string {
    this.#lastFile += 1;
    return join(this.settings.folder, `temporary-${this.#lastFile}`);
  }

  /** Now, as GitHub writes times: without milliseconds. */
  now(): string {
    return toTime(Date.now());
  }

  /** The account of a login now, whatever its case. */
  findAccount(login: string): Account | null {
    const wanted = login.toLowerCase();
    return this.accounts.find((account) => account.login.toLowerCase() === wanted) ?? null;
  }

  /** The account of a login. @throws Error where there is none: for who sets the scene */
  account(login: string): Account {
    const account = this.findAccount(login);
    if (account === null) throw new Error(`the fake GitHub has no account ${login}`);
    return account;
  }

  /** The repository of `owner/name` now, whatever its case. */
  findRepository(name: string): Repository | null {
    const wanted = name.toLowerCase();
    return this.repositories.find((one) => fullName(one).toLowerCase() === wanted) ?? null;
  }

  /** The repository of `owner/name`. @throws Error where there is none: for who sets the scene */
  repository(name: string): Repository {
    const repository = this.findRepository(name);
    if (repository === null) throw new Error(`the fake GitHub has no repository ${name}`);
    return repository;
  }

  /** What an account may do in a repository; null is nobody. */
  roleOf(account: Account | null, repository: Repository): Role {
    if (account !== null && account.id === repository.owner.id) return 'admin';
    const given = account === null ? undefined : repository.collaborators.get(account.id);
    return given ?? (repository.private ? 'none' : 'read');
  }

  /** The account that the App is installed on: the owner of the first repository. */
  get installedOn(): Account | null {
    return this.repositories[0]?.owner ?? null;
  }

  /** The repositories that the App is installed on. */
  installedRepositories(): Repository[] {
    return this.repositories.filter(({ owner }) => owner.id === this.installedOn?.id);
  }

  /** Keeps a token under a new value. */
  issueToken(token: Omit<Token, 'value'>): Token {
    const prefixes = { 'fine-grained': 'github_pat', oauth: 'gho', classic: 'ghp' } as const;
    const { kind } = token;
    const prefix = kind === 'actions' || kind === 'installation' ? 'ghs' : prefixes[kind];
    const issued = { ...token, value: `${prefix}_${randomBytes(18).toString('hex')}` };
    this.tokens.set(issued.value, issued);
    return issued;
  }

  /**
   * Notes an event that starts workflows: none does that comes of a job's `GITHUB_TOKEN`.
   *
   * @param cause.token what the change was made with; null for a person on the site
   */
  emit(event: string, cause: { repository: Repository; token: Token | null }, payload: unknown) {
    if (cause.token?.kind === 'actions') return;
    const wrong = this.checkEvent(event, payload);
    if (wrong !== null) throw new Error(`not as GitHub tells it: ${wrong}`);
    this.events.push({ event, repository: fullName(cause.repository), payload });
  }

  #addBot(slug: string, id: number): Account {
    const login = `${slug}[bot]`;
    const email = `${id}+${login}@users.noreply.github.com`;
    const bot: Account = { id, login, type: 'Bot', email, createdAt: this.now() };
    this.accounts.push(bot);
    return bot;
  }
}

/** A time as GitHub writes it: without milliseconds. */
export function toTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The scopes that a token has, with those that they include. */
export function scopesOf(token: Token): readonly string[] {
  if (!hasScopes(token.kind)) return [];
  return token.scopes.includes('repo') ? [...token.scopes, 'public_repo'] : token.scopes;
}
