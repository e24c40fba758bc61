/** An email address found in a text. */
export interface FoundEmail {
  /** Offset of its first character. */
  start: number;
  end: number;
  address: string;
}

/** Endings of files that are no top-level domains: `icon@2x.png` and `icon@dark.svg` are no addresses. */
const fileEnding =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|icns|bmp|[cm]?[jt]sx?|json|ya?ml|toml|xml|s?css|html?|txt|wasm|mp4|webm|woff2?|ttf|tgz|vsix)$/i;

/** Domains that are reserved, so that nobody can own them. Source: RFC 2606 and RFC 6761. */
const reservedDomain = /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid|localhost)$/i;

/**
 * Finds email addresses, in linear time. `git@host:path`, `user@host` inside a URL and `package@1.2.3` don't
 * count as addresses.
 */
export function findEmails(text: string): FoundEmail[] {
  return [...eachEmail(text)];
}

/** Yields the addresses of {@link findEmails} one by one, because a hostile text may hold millions. */
export function* eachEmail(text: string): Generator<FoundEmail, undefined> {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at);
    const end = domainEnd(text, at);
    const local = text.slice(start, at);
    const domain = text.slice(at + 1, end);
    if (local === '' || !isDomain(domain)) continue;
    if (fileEnding.test(domain) || isRemote(text, { start, end, local })) continue;
    yield { start, end, address: text.slice(start, end) };
  }
}

/** True for an address at a reserved domain, as used in examples of documentation. */
export function isExampleEmail({ address }: FoundEmail): boolean {
  return reservedDomain.test(address.slice(address.lastIndexOf('@') + 1));
}

/** An address is at most 64 characters before the @ and 255 after it (RFC 5321, section 4.5.3.1). */
function localStart(text: string, at: number): number {
  let start = at;
  while (
    start > 0 &&
    at - start < 64 &&
    /[\p{L}\p{N}.!#$%&'*+=?^_{|}~-]/u.test(text[start - 1] ?? '')
  ) {
    start -= 1;
  }
  while (start < at && /[.'*_]/.test(text[start] ?? '')) start += 1;
  return start;
}

function domainEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at < 256 && /[\p{L}\p{N}.-]/u.test(text[end] ?? '')) end += 1;
  while (end > at + 1 && /[.-]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
}

function isDomain(domain: string): boolean {
  if (/^\d+\.\d+\.\d/.test(domain)) return false; // `patches/name@1.2.3.patch`
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  const isTopLevel = /^(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu.test(last);
  return labels.length >= 2 && labels.every((label) => label !== '') && isTopLevel;
}

function isRemote(text: string, email: { start: number; end: number; local: string }): boolean {
  if (email.local === 'git' && /[:/]/.test(text[email.end] ?? '')) return true;
  const before = text.slice(Math.max(0, email.start - 80), email.start);
  return /:\/\/[^\s/,;()<>[\]{}"'`|]*$/.test(before) && !/mailto:(?:\/\/)?$/i.test(before);
}
