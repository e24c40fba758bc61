import type { Role } from './state/account.ts';
import type { TokenKind } from './state/token.ts';

/** A GitHub of one's own on 127.0.0.1, whose data is gone with it. */
export interface GitHub extends AsyncDisposable {
  /** Base of the API, as `https://api.github.com` is. */
  api: string;
  /** Base of the site, as `https://github.com` is: git at `/OWNER/REPO.git`, the device flow at `/login/…`. */
  web: string;
  /** Base of the host that release assets are redirected to: another origin, as on GitHub. */
  storage: string;
  /** The registry's App and OAuth app: installed on all repositories of the owner of the first repository. */
  app: {
    clientId: string;
    clientSecret: string;
    id: number;
    privateKey: string;
    installationId: number;
    /** The login that it acts by. */
    login: string;
  };
  /** Adds an account; a login that another one had before may be taken. */
  addUser(
    login: string,
    options?: { id?: number; type?: 'User' | 'Organization'; email?: string },
  ): Promise<{ id: number; login: string }>;
  /** Renames an account: its repositories are then found at both names. */
  renameUser(login: string, to: string): Promise<void>;
  /** Makes a token. One of kind `actions` is a job's `GITHUB_TOKEN`, of the repository that it is given. */
  addToken(
    login: string,
    options?: {
      kind?: TokenKind;
      scopes?: string[];
      repositories?: string[];
      permissions?: Record<string, 'read' | 'write'>;
      clientId?: string;
    },
  ): string;
  /**
   * Adds a repository with one commit on `main`.
   *
   * @returns `directory` of the bare repository
   */
  addRepository(
    fullName: string,
    options?: { files?: Record<string, string>; private?: boolean },
  ): Promise<{ id: number; directory: string }>;
  /** Renames a repository within its owner. */
  renameRepository(fullName: string, to: string): Promise<void>;
  /** Says what an account may do in a repository. */
  addCollaborator(fullName: string, login: string, role: Role): void;
  /** Adds a release; its tag is made on `main` where it is missing and the release is no draft. */
  addRelease(
    fullName: string,
    release: {
      tag: string;
      draft?: boolean;
      assets?: { name: string; bytes: Buffer; uploader?: string }[];
    },
  ): Promise<{ id: number; assets: { id: number }[] }>;
  /** What a person does at the device page. */
  approveDevice(userCode: string, login: string): void;
  /** What a person does at the device page who doesn't want it. */
  denyDevice(userCode: string): void;
  /** Lets the time of a device code run out. */
  expireDevice(userCode: string): void;
  faults: Faults;
  /** What was asked, in this order; of the API, the site and the storage host. */
  requests: { method: string; path: string; headers: Record<string, string> }[];
  /** The events that would have started workflows, in this order. */
  events: { event: string; repository: string; payload: unknown }[];
}

/** How a request is answered wrongly. */
export interface Fault {
  /** With this status; without one, and without `cut`, as it is answered otherwise. */
  status?: number;
  /** JSON; bytes and text are sent as they are. */
  body?: unknown;
  headers?: Record<string, string>;
  /** How many requests are answered so; all, unless told. */
  times?: number;
  /** Waits before it is answered. */
  delayMs?: number;
  /** Cuts the connection; after the headers and `body`, where it has a status. */
  cut?: boolean;
  /** Goes on sending bytes until the client has enough. */
  endless?: boolean;
}

/** Trouble to order: for requests of the API, the site and the storage host. */
export interface Faults {
  /** The path that is matched is that of the URL, with its query. */
  fail(match: { method?: string; path: RegExp }, how: Fault): void;
  clear(): void;
}
