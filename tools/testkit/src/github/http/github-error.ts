/** A request that GitHub refuses, as it is told to the client. */
export class GitHubError extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    message: string,
    { headers = {}, ...more }: { errors?: unknown[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.body = {
      message,
      ...more,
      documentation_url: 'https://docs.github.com/rest',
      status: String(status),
    };
  }
}

/** What isn't there, or isn't for whoever asks: GitHub doesn't tell them apart. */
export function notFound(): GitHubError {
  return new GitHubError(404, 'Not Found');
}

/** A request that asks for something that can't be. */
export function invalid(resource: string, field: string, message: string): GitHubError {
  const errors = [{ resource, code: 'custom', field, message }];
  return new GitHubError(422, 'Validation Failed', { errors });
}

/** A request for something that is there already. */
export function alreadyExists(resource: string, field: string): GitHubError {
  const errors = [{ resource, code: 'already_exists', field }];
  return new GitHubError(422, 'Validation Failed', { errors });
}
