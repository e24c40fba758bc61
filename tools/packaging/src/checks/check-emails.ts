import {
  eachEmail,
  findJsonEmails,
  isExampleEmail,
  type Problem,
  problem,
  stripEmails,
} from '@orchestra/core';
import type { Check, PackageFiles } from './check.ts';
import { findChangelog, findLicense, findReadme } from './find-documents.ts';
import { locator, decodeText } from './text-lines.ts';

/**
 * Checks that no email is in the manifest, and warns of emails in texts, since a published package stays
 * public.
 */
export const checkEmails: Check = ({ manifest, files, origin }) => {
  const code = origin === 'folder' ? 'email-in-manifest' : 'email-in-package';
  const inManifest = stripEmails(manifest.raw).removed.map((pointer) =>
    problem(code, { path: `package.json#${pointer}`, message: stands }),
  );
  const unread = inManifest.length > 0 ? [] : unreadEmails(files.get('package.json'));
  const texts = [findReadme, findChangelog, findLicense].map((find) => find(files.keys()));
  const localized = [...files.keys()].filter((path) =>
    /^package\.nls(?:\.[\w-]+)?\.json$/.test(path),
  );
  return [
    ...inManifest,
    ...unread,
    ...[...texts, ...localized].flatMap((path) => (path === undefined ? [] : inText(path, files))),
  ];
};

/**
 * Emails in duplicate keys of the manifest. Packing removes them, so that only archives made by other tools
 * have them.
 */
function unreadEmails(bytes: Uint8Array | undefined): Problem[] {
  const text = bytes === undefined ? null : decodeText(bytes);
  if (text === null) return [];
  return findJsonEmails(text).map(({ line, column }) =>
    problem('email-in-package', { path: `package.json:${line}:${column}`, message: stands }),
  );
}

function inText(path: string, files: PackageFiles): Problem[] {
  const text = decodeText(files.get(path) ?? new Uint8Array());
  if (text === null) return [];
  const locate = locator(path, text);
  return eachEmail(text)
    .filter((email) => !isExampleEmail(email))
    .take(20)
    .map(({ start }) => problem('email-in-text', { path: locate(start), message: stands }))
    .toArray();
}

const stands = 'An email address stands here';
