import { problem, type Problem } from '@orchestra/core';
import type { Check } from './check.ts';
import { isSecretFile } from './secret-files.ts';
import { locator, decodeText } from './text-lines.ts';

/** Checks that no key, token or credentials file is in the package. */
export const checkSecrets: Check = ({ files, leftOut }) => {
  const left = leftOut
    .filter(({ reason }) => reason === 'secret')
    .map(({ path }) => problem('secret-left-out', { path, message: `'${path}' was left out` }));
  const found = [...files].flatMap(([path, bytes]) =>
    isSecretFile(path)
      ? [problem('secret-file', { path, message: `'${path}' holds keys or credentials` })]
      : findSecrets(path, bytes),
  );
  return [...left, ...found];
};

/** Formats of secrets that their issuers made recognisable. */
const shapes = [
  [
    'a private key',
    '-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----[\\s\\\\nr]*[A-Za-z0-9+/=]{40}',
  ],
  ['a GitHub token', '\\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\\b'],
  ['an npm token', '\\bnpm_[A-Za-z0-9]{36}\\b'],
  ['an AWS access key', '\\b(?:AKIA|ASIA)[A-Z2-7]{16}\\b'],
  ['a Slack token', '\\bxox[abprs]-[0-9]{8,}-[0-9A-Za-z-]{10,}'],
  ['a Google API key', '\\bAIza[0-9A-Za-z_-]{35}\\b'],
  ['a Stripe key', '\\b[rs]k_live_[0-9A-Za-z]{20,}'],
  ['an OpenAI key', '\\bsk-(?:proj-)?[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}'],
  ['an Anthropic key', '\\bsk-ant-[a-z]+\\d\\d-[A-Za-z0-9_-]{80,}'],
  ['a registry token', '\\borc_[A-Za-z0-9_-]{43}\\b'],
] as const;

const anyShape = new RegExp(shapes.map(([, shape]) => `(${shape})`).join('|'), 'g');

/** Example keys that are no secrets; the documentation of AWS uses these. */
const wellKnownExamples = /EXAMPLE\b/;

function findSecrets(path: string, bytes: Uint8Array): Problem[] {
  const text = decodeText(bytes);
  if (text === null) return [];
  const locate = locator(path, text);
  return text
    .matchAll(anyShape)
    .filter((match) => !wellKnownExamples.test(match[0]))
    .take(20) // before they are collected: a hostile file may hold millions
    .map((match) => {
      const kind =
        shapes[match.slice(1).findIndex((part) => part !== undefined)]?.[0] ?? 'a secret';
      const message = `Found ${kind}: ${match[0].slice(0, 12)}…`;
      return problem('secret-in-file', { path: locate(match.index), message });
    })
    .toArray();
}
