import type { RegistryErrorCode } from './registry-error.ts';

/** The texts about one kind of failure; each kind has a page on the site. */
export interface FailureKind {
  /** A few words, for a heading. */
  title: string;
  /** What to do next, as one sentence; an error's own hint replaces it. */
  hint: string;
  /** When it happens and why: a short paragraph of Markdown. */
  explanation: string;
}

/** The texts for every failure code. The record is total: a code without a text doesn't compile. */
export const failureKinds: Readonly<Record<RegistryErrorCode, FailureKind>> = {
  // usage
  usage: {
    title: 'Something was asked in a way that is not understood',
    hint: 'See `orchestra ext --help`, or for the API its reference.',
    explanation:
      'A command, an option, a parameter or a setting is unknown, missing or written wrongly. Nothing was done.',
  },
  'consent-required': {
    title: 'Nobody can be asked',
    hint: 'Read what the extension may do, then give your consent with `--yes`.',
    explanation:
      'Installing, updating and publishing ask first. In a script or in CI there is no terminal to ask on, so consent has to stand on the command line.',
  },
  cancelled: {
    title: 'It was called off',
    hint: 'Run the command again if it was not meant.',
    explanation:
      'The question was answered with no, or the command was ended. Nothing was changed.',
  },
  // authentication
  'token-missing': {
    title: 'Nobody is signed in',
    hint: 'Run `orchestra ext login`, or set ORCHESTRA_TOKEN.',
    explanation:
      'Publishing and reviewing need an account. Searching, reading and installing need none.',
  },
  'token-invalid': {
    title: 'The token is not taken',
    hint: 'Sign in again: `orchestra ext login`.',
    explanation:
      'The token has expired, was ended, or belongs to another registry: each registry has tokens of its own.',
  },
  'scope-missing': {
    title: 'The token may not do this',
    hint: 'Use a token with the scope that the message names.',
    explanation:
      'A token carries scopes, so that one that leaks can do little: one for publishing is no use for managing accounts.',
  },
  'not-an-admin': {
    title: 'Only admins of the registry may do this',
    hint: 'Ask one of its admins.',
    explanation:
      'Accounts are managed and reported reviews are decided on by whoever runs the registry.',
  },
  'rate-limited': {
    title: 'Too many requests',
    hint: 'Wait for as long as the message, or `Retry-After`, says.',
    explanation:
      'A registry answers a certain number of requests a minute from each address and each account; GitHub does so too. The `RateLimit` headers of an answer tell how many are left.',
  },
  'not-an-owner': {
    title: 'The extension belongs to other accounts',
    hint: 'Sign in with an account that owns it, or ask an owner to publish.',
    explanation:
      'Only owners publish and yank. Owners are known by their numeric id, so a renamed account stays an owner, and whoever takes its old name does not become one.',
  },
  'publish-by-pull-request': {
    title: 'The registry takes packages by pull request',
    hint: 'Run `orchestra ext publish`, which opens the pull request.',
    explanation:
      'A registry that is kept in a repository on GitHub is only written through pull requests: its API answers questions.',
  },
  'approval-missing': {
    title: 'A new name waits for a person',
    hint: 'Wait until someone of the registry has approved the pull request.',
    explanation:
      'A name is claimed for ever, so somebody looks at each new one before it is let in. Versions after the first need no approval.',
  },
  'review-required': {
    title: 'A person has to look at the code first',
    hint: 'Write the code so that it can be told what it uses. Or let a person of the registry look at it: `orchestra ext publish --request-review`.',
    explanation:
      'Nobody can tell by reading it which permissions some of the code needs; the problem `permission-unresolved` says where. Such a package is published once a person of the registry has looked at its very bytes and cleared them. Nothing was stored.',
  },
  'review-waiting': {
    title: 'The package waits for a person',
    hint: 'See where it stands: `orchestra ext status NAME@VERSION`.',
    explanation:
      'A review of these very bytes was asked for, and nobody has decided yet. Once they are cleared, the same publish succeeds.',
  },
  'review-declined': {
    title: 'The package was declined',
    hint: 'Change the code so that it can be told what it uses, and publish that.',
    explanation:
      'A person of the registry looked at these very bytes and declined to clear them; the message says why. Other bytes are looked at anew.',
  },
  'review-queue-full': {
    title: 'Too many packages wait for a person',
    hint: 'Wait until people have looked at those that wait.',
    explanation:
      'A registry keeps only so many packages that wait for a person, in number and in size, of each account and in all.',
  },
  'pull-request-closed': {
    title: 'The pull request was closed without a merge',
    hint: 'Read on the pull request why; reopen it and run the same command again, or raise the version.',
    explanation: 'Someone of the registry, or its author, closed the pull request of this version.',
  },
  'not-live-yet': {
    title: 'The publish has not arrived',
    hint: 'Run `orchestra ext status` later; where the registry refused it, the pull request says why.',
    explanation:
      '`publish --wait` follows a version until everybody can find it. It was refused, or it took longer than the wait.',
  },
  // what the client sent
  'problems-found': {
    title: 'There are problems to mend',
    hint: 'Mend what is listed and try again; `orchestra ext check` lists the same before you publish.',
    explanation:
      'The error carries every problem at once, each with a code that has a page here. Errors stop a publish; warnings and notes do not.',
  },
  'body-too-large': {
    title: 'What was sent is too large',
    hint: 'Leave out what users do not need: `orchestra ext pack` lists every file with its size.',
    explanation: 'The limits of a registry stand in its `config.json`.',
  },
  'body-incomplete': {
    title: 'The connection broke while sending',
    hint: 'Send it again: a publish that arrived twice counts once.',
    explanation: 'Fewer bytes arrived than were announced. Nothing was stored.',
  },
  'body-timeout': {
    title: 'Sending took too long',
    hint: 'Send it again over a faster connection.',
    explanation:
      'A request has to arrive within a time, so that slow ones cannot hold up the server.',
  },
  'body-invalid': {
    title: 'The body cannot be read',
    hint: 'See the reference of the API for what the route takes.',
    explanation: 'The body is not valid JSON, or not of the shape that the route takes.',
  },
  'media-type-unsupported': {
    title: 'The body has another type than is taken',
    hint: 'Say `application/gzip` for a package, `application/json` for anything else, in Content-Type.',
    explanation: 'A body without a Content-Type is of no type.',
  },
  'digest-missing': {
    title: 'The package came without its digest',
    hint: 'Send `Content-Digest: sha-256=:BASE64:`, as RFC 9530 has it; the command line does so by itself.',
    explanation:
      'Whoever publishes says which bytes they mean, so that a transfer that went wrong is noticed.',
  },
  'digest-mismatch': {
    title: 'The bytes are not those that were announced',
    hint: 'Try again; if it stays, tell the operator of the registry.',
    explanation:
      'SHA-256 of the package is compared before it is stored, and again before anything of it is unpacked. A mismatch means damage on the way, or that somebody replaced the file. Nothing was changed.',
  },
  'package-invalid': {
    title: 'The package cannot be taken',
    hint: 'Pack it again with `orchestra ext pack`.',
    explanation:
      'What is in the package does not agree with what was promised about it: its name, its version or its permissions.',
  },
  'name-taken': {
    title: 'The name belongs to somebody else',
    hint: 'Choose another name.',
    explanation: 'A name is given once: the first account that publishes under it owns it.',
  },
  'name-mismatch': {
    title: 'The package has another name than the address',
    hint: 'Send it to the address of the name in its package.json.',
    explanation:
      'The name in the manifest and the name that is published to have to be the same, so that nothing is published by mistake.',
  },
  'name-near': {
    title: 'The name is too close to an existing one',
    hint: 'Choose a name that nobody can confuse.',
    explanation:
      'Names that differ only by hyphens, or by letters that look alike, such as `0` and `o`, are refused where nobody is there to decide.',
  },
  'version-exists': {
    title: 'The version is published already',
    hint: 'Raise the version in package.json and publish that.',
    explanation:
      'The bytes of a version never change. Publishing the very same bytes again is no error; other bytes need a version of their own.',
  },
  'source-pinned': {
    title: 'The extension comes from another repository',
    hint: 'Publish from the repository that the message names, or ask an operator to transfer the extension.',
    explanation:
      'The first publish pins the repository, by its numeric id: an account that was taken over cannot publish from somewhere else unnoticed.',
  },
  'source-unusable': {
    title: 'The release asset cannot be used',
    hint: 'Upload the package to a published release of a public repository, and submit again.',
    explanation:
      'A package is downloaded from a release on GitHub. It is missing, private, of another size, or led to another host.',
  },
  'host-unknown': {
    title: 'The server does not go by this name',
    hint: 'Use the address that the server printed when it started.',
    explanation:
      'A registry on your machine answers only to its own address, so that no page on the web can reach it through a name of its own.',
  },
  'origin-forbidden': {
    title: 'Pages of other sites may not write here',
    hint: 'Programs send no Origin header; pages have to be those of the registry.',
    explanation: 'Otherwise any page that you visit could act with your session.',
  },
  // what the client asked for
  'not-found': {
    title: 'There is nothing at this place',
    hint: 'Check the address or the path.',
    explanation: 'No route, folder or repository is where the request or the command looked.',
  },
  'method-not-allowed': {
    title: 'The address takes other methods',
    hint: 'Use one of the methods in the `Allow` header.',
    explanation: 'The address exists; what may be done there stands in the reference of the API.',
  },
  'extension-unknown': {
    title: 'No extension has this name',
    hint: 'Check the name, or search: `orchestra ext search WORDS`.',
    explanation:
      'Names are lower-case words joined by hyphens. Extensions are never removed from a registry.',
  },
  'version-unknown': {
    title: 'The extension has no such version',
    hint: 'See which there are: `orchestra ext versions NAME`.',
    explanation: 'A version that was published stays known, even when it is yanked.',
  },
  'range-invalid': {
    title: 'That is neither a version nor a range',
    hint: 'Write a version such as `NAME@1.2.3`, or a range such as `NAME@^1.2`.',
    explanation: 'Ranges are those of semver, as npm reads them.',
  },
  'no-version-satisfies': {
    title: 'No version is in the range',
    hint: 'See which there are: `orchestra ext versions NAME`.',
    explanation: 'The extension exists, but none of its versions satisfies what was asked for.',
  },
  'only-yanked-versions': {
    title: 'Every version that fits was yanked',
    hint: 'Ask for another version: `orchestra ext versions NAME`.',
    explanation:
      'Authors yank versions that should not be installed any more; the reason is shown. Whoever has one keeps it.',
  },
  'only-prereleases': {
    title: 'Only pre-releases fit',
    hint: 'Ask for one on purpose: `orchestra ext install NAME --pre-release`.',
    explanation: 'Pre-releases reach only people who ask for them.',
  },
  'engine-too-new': {
    title: 'The extension needs another Orchestra',
    hint: 'Update Orchestra, or install a version that fits.',
    explanation: '`engines.orchestra` in the manifest says which versions of the app can run it.',
  },
  'version-quarantined': {
    title: 'The version is in quarantine',
    hint: 'Do not use it; uninstall it where it is installed.',
    explanation:
      'Whoever runs the registry found that the version does harm. No client installs it; the reason is shown.',
  },
  'not-installed': {
    title: 'The extension is not installed',
    hint: 'See what is: `orchestra ext list`.',
    explanation: 'The command is about an extension on this machine.',
  },
  'no-previous-version': {
    title: 'There is no version to go back to',
    hint: 'Install the one that you want: `orchestra ext install NAME@VERSION`.',
    explanation:
      'An update keeps the version before it, and only that one. `rollback` goes back to it.',
  },
  'code-review-unknown': {
    title: 'Nobody was asked to look at this version',
    hint: 'Ask with a publish: `orchestra ext publish --request-review`.',
    explanation:
      'No review of the code of this version was asked for by an account that may publish it; or it is published by now.',
  },
  'review-unknown': {
    title: 'There is no such review',
    hint: 'See the reviews of the extension on its page.',
    explanation: 'It was removed, or never written.',
  },
  'review-exists': {
    title: 'You have reviewed it already',
    hint: 'Change your review: `orchestra ext review NAME` does so by itself.',
    explanation: 'An account has one review of an extension.',
  },
  'review-forbidden': {
    title: 'This review is not yours to write',
    hint: 'Owners answer reviews; everybody else writes one of their own.',
    explanation: 'Owners do not review what they publish, and nobody reports their own review.',
  },
  'install-missing': {
    title: 'Only who installed it may review it',
    hint: 'Install it while signed in, try it, then review it.',
    explanation: 'Reviews come from people who had the extension.',
  },
  'idempotency-mismatch': {
    title: 'The key was used for another request',
    hint: 'Send a new `Idempotency-Key` with each new request.',
    explanation:
      'A key names one request, so that sending it again does it once. It came with other content before.',
  },
  // network and servers
  'registry-unreachable': {
    title: 'The registry does not answer',
    hint: 'Check the connection and the address, then try again.',
    explanation:
      'No answer came from the address of the registry. What is installed goes on working.',
  },
  'registry-not-one': {
    title: 'That address is not a registry',
    hint: 'Check what `--registry` or ORCHESTRA_REGISTRY says.',
    explanation: 'A registry has a `config.json` that says where everything of it lives.',
  },
  'registry-failed': {
    title: 'The registry failed',
    hint: 'Try again; if it goes on, tell the operator of the registry.',
    explanation:
      'The server has a bug, or something that it relies on fails. It is not your fault.',
  },
  'index-conflict': {
    title: 'Somebody else wrote at the same moment',
    hint: 'Try again.',
    explanation: 'Writes never overwrite each other: one wins, the others plan again.',
  },
  'index-damaged': {
    title: 'A file of the index cannot be read',
    hint: 'Correct the file in a commit; other extensions are not affected.',
    explanation: 'A file in the index does not have the shape that its schema gives.',
  },
  'blob-conflict': {
    title: 'Other bytes are stored under this name',
    hint: 'Raise the version and publish that.',
    explanation:
      'What is stored is never replaced: an identical retry is fine, other bytes are refused.',
  },
  'blob-missing': {
    title: 'A stored file is missing',
    hint: 'Tell the operator of the registry, who finds out more with `npm run registry -- verify`.',
    explanation: 'The index names a file that the store does not have.',
  },
  'bucket-missing': {
    title: 'The bucket does not exist',
    hint: 'Check the name in `--blobs gs://BUCKET`, or create the bucket.',
    explanation: 'The store of the registry is a bucket of Cloud Storage that is not there.',
  },
  'storage-forbidden': {
    title: 'The store refuses access',
    hint: 'Give the credentials the roles that the set-up names.',
    explanation: 'Credentials for Cloud Storage are missing, or may not create or read objects.',
  },
  'storage-unreachable': {
    title: 'The store does not answer',
    hint: 'Try again later.',
    explanation: 'Cloud Storage was asked several times and did not answer.',
  },
  'storage-failed': {
    title: 'The store failed',
    hint: 'Try again; if it stays, report it.',
    explanation: 'The store gave an answer that is not clear. Nothing counts as stored.',
  },
  'state-corrupted': {
    title: 'A file of this machine is damaged',
    hint: 'Run `orchestra ext doctor`, which says what is wrong and can repair it.',
    explanation: 'The list of what is installed, or the kept token, cannot be read any more.',
  },
  busy: {
    title: 'Another process is at work',
    hint: 'Wait until it has finished, then try again.',
    explanation: 'Two commands never change the same folder at once.',
  },
  'port-taken': {
    title: 'The port is in use',
    hint: 'Choose another one: `npm start -- --port 4401`.',
    explanation: 'Another program listens there, perhaps a registry that runs already.',
  },
  'file-unreadable': {
    title: 'A file cannot be read',
    hint: 'Check the path and its permissions.',
    explanation: 'The system does not let the file be read, or it is not there.',
  },
  'file-unwritable': {
    title: 'A file cannot be written',
    hint: 'Check the permissions of the folder, and that the disk is not full.',
    explanation: 'The system refused. What was there before is unchanged.',
  },
  'folder-not-empty': {
    title: 'The folder is not empty',
    hint: 'Choose a name for a new folder.',
    explanation:
      'A new extension is put into a new folder, or into one that holds nothing but `.git`: what is yours is never overwritten.',
  },
  'git-failed': {
    title: 'Git failed',
    hint: 'Install git 2.36 or newer; `git fsck` finds damage in a repository.',
    explanation: 'The index is a git repository, and git ended with an error.',
  },
  'bundler-failed': {
    title: 'The bundler did not run to its end',
    hint: 'Make sure that `node` is in the PATH, and that no file is endless or nested too deep.',
    explanation:
      'Code is bundled by esbuild, which comes with the command line and runs as a process of its own.',
  },
  'sandbox-missing': {
    title: 'What runs extensions is not here',
    hint: 'Use Node 24 on a system that it is built for, and a registry that serves it.',
    explanation:
      'Extensions run in isolates, which need a native part that is built for one system and one Node. The installed command line does not carry it: `dev` and `test` download it once, about one megabyte, from the address of the registry, and take it only with the SHA-256 that the command line knows. In a clone of the registry it is there after `npm ci`.',
  },
  'not-runnable': {
    title: 'An extension of this kind cannot be run here yet',
    hint: 'Use `orchestra ext build` and `orchestra ext check`, then try it in the app.',
    explanation:
      'Only native extensions that have code can be run. Those for Raycast and VS Code need parts of their own apps, and a theme has nothing to run.',
  },
  'not-ready': {
    title: 'The server is not ready',
    hint: 'Wait: it recovers by itself. Packages can be installed meanwhile.',
    explanation: 'The server runs, while its database or its index does not answer yet.',
  },
  'salts-kept': {
    title: 'Salts of days that are over could not be erased',
    hint: 'Find the reason in the log of the server: it tries again every half a minute.',
    explanation:
      'Anonymous installs are counted with a salt that lives for a day. Where erasing it fails for more than a day, the server is not ready: what was counted could be traced for longer than it should.',
  },
  'github-unreachable': {
    title: 'GitHub does not answer',
    hint: 'Check the connection, then try again.',
    explanation: 'Publishing by pull request needs GitHub; installing does not.',
  },
  'github-failed': {
    title: 'GitHub answered with an error',
    hint: 'See githubstatus.com, and whether the token may read the repository.',
    explanation: 'GitHub refused a request, or answered in a way that was not expected.',
  },
  'database-unreachable': {
    title: 'The database does not answer',
    hint: 'Try again in a moment; packages can be installed meanwhile.',
    explanation:
      'Searching over the API, reviews and statistics need PostgreSQL. Files need nothing.',
  },
  'database-newer': {
    title: 'The database is of a newer release',
    hint: 'Run the newest release of the registry.',
    explanation: 'The tables were changed by a release that this one does not know.',
  },
  'history-rewritten': {
    title: 'The history of the index was rewritten',
    hint: 'See that it is the right index; where it is meant, `npm run sync -- --accept-rewrite`.',
    explanation:
      'The index does not go on from the commit that was mirrored last, which never happens by itself.',
  },
  'mass-removal': {
    title: 'Many extensions are gone at once',
    hint: 'See that it is the right index; where it is meant, `npm run sync -- --accept-removals`.',
    explanation:
      'More than 5 % of all extensions would be marked as gone. Extensions are never removed.',
  },
  'site-build-failed': {
    title: 'The site could not be built',
    hint: 'Mend the cause that the message names; the next publish builds again.',
    explanation: 'The site that was built before stays as it is.',
  },
  'user-unknown': {
    title: 'No account has this name',
    hint: 'Check the login, or add the account: `npm run registry -- user add LOGIN`.',
    explanation:
      'Accounts are those of GitHub, or those that the operator of a local registry added.',
  },
};
