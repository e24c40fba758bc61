import { makeEntry } from '@orchestra/testkit';
import { expect, test } from 'vitest';
import {
  type AuthorizeRequest,
  type SubmissionSource,
  type Submitter,
  authorize,
} from './authorize.ts';
import type { IndexEntry } from './schema/index-entry.ts';

const owner: Submitter = { provider: 'github', id: 1, login: 'tidewater' };
const stranger: Submitter = { provider: 'github', id: 2, login: 'tidewater' };
const namesake: Submitter = { provider: 'local', id: 1, login: 'tidewater' };
const operator: Submitter = { provider: 'local', id: 9, login: 'harbour', operator: true };

const source = { repositoryId: 50, repository: 'tidewater/tides' };
const uploaded = makeEntry({ name: 'tide-table', owners: [owner], source: null });
const pinned: IndexEntry = { ...uploaded, source };

const upload: SubmissionSource = { kind: 'upload' };
const asset: SubmissionSource = {
  kind: 'release-asset',
  ...source,
  repositoryOwnerId: 1,
  assetUploaderId: 1,
};
const byCollaborator: SubmissionSource = { ...asset, assetUploaderId: 77 };
const ofOrganisation: SubmissionSource = { ...asset, repositoryOwnerId: 88 };
const foreign: SubmissionSource = { ...asset, repositoryOwnerId: 88, assetUploaderId: 77 };
const elsewhere: SubmissionSource = { ...asset, repositoryId: 51, repository: 'tidewater/fork' };
const renamed: SubmissionSource = { ...asset, repository: 'tidewater/tide-table' };
const namedAlike: SubmissionSource = { ...asset, repositoryId: 51 };

type Row = ['publish', string, Submitter, SubmissionSource, IndexEntry | null, string];

test.each<Row>([
  ['publish', 'a new name by upload', stranger, upload, null, 'allow'],
  ['publish', 'a next version by its owner', owner, upload, uploaded, 'allow'],
  ['publish', 'someone else’s extension', stranger, upload, uploaded, 'name-taken'],
  ['publish', 'the same id of another provider', namesake, upload, uploaded, 'name-taken'],
  ['publish', 'any extension by an operator', operator, upload, uploaded, 'allow'],
  ['publish', 'an upload where a repository is pinned', owner, upload, pinned, 'source-pinned'],
  ['publish', 'an upload by an operator where one is pinned', operator, upload, pinned, 'allow'],
  ['publish', 'a new name by release asset', owner, asset, null, 'new-name'],
  ['publish', 'a next version from the pinned repository', owner, asset, pinned, 'allow'],
  ['publish', 'an asset a collaborator uploaded', owner, byCollaborator, pinned, 'allow'],
  ['publish', 'an own asset of an organisation', owner, ofOrganisation, pinned, 'allow'],
  ['publish', 'an asset that is no one’s', owner, foreign, pinned, 'not-an-owner'],
  ['publish', 'an asset that is no one’s, new name', owner, foreign, null, 'not-an-owner'],
  ['publish', 'an asset of another repository', owner, elsewhere, pinned, 'source-pinned'],
  ['publish', 'an asset of the pinned repository, renamed', owner, renamed, pinned, 'allow'],
  [
    'publish',
    'an asset of a repository of the old name',
    owner,
    namedAlike,
    pinned,
    'source-pinned',
  ],
  ['publish', 'an asset where uploads were used', owner, asset, uploaded, 'source-pinned'],
  ['publish', 'an asset of an id of another provider', namesake, asset, null, 'not-an-owner'],
])('authorize() %s %s', (action, _case, submitter, from, entry, expected) => {
  const request = { action, name: 'tide-table', source: from };
  expect(outcome(authorize(request, { submitter, entry }))).toBe(expected);
});

type StatusRow = [
  Exclude<AuthorizeRequest['action'], 'publish'>,
  string,
  Submitter,
  IndexEntry | null,
  string,
];

test.each<StatusRow>([
  ['yank', 'by its owner', owner, pinned, 'allow'],
  ['yank', 'by a stranger', stranger, pinned, 'not-an-owner'],
  ['yank', 'by an operator', operator, pinned, 'allow'],
  ['yank', 'an unknown extension', owner, null, 'extension-unknown'],
  ['unyank', 'by its owner', owner, pinned, 'allow'],
  ['unyank', 'by a stranger', stranger, pinned, 'not-an-owner'],
  ['quarantine', 'by its owner', owner, pinned, 'not-an-owner'],
  ['quarantine', 'by an operator', operator, pinned, 'allow'],
])('authorize() %s %s', (action, _case, submitter, entry, expected) => {
  const answer = authorize({ action, name: 'tide-table' }, { submitter, entry });
  expect(outcome(answer)).toBe(expected);
});

function outcome(answer: ReturnType<typeof authorize>): string {
  if (answer.decision === 'refuse') return answer.error.code;
  return answer.decision === 'review' ? answer.reason : 'allow';
}
