import type { Severity } from './problem.ts';

/** The texts about one kind of problem; each kind has a page on the site. */
export interface ProblemKind {
  severity: Severity;
  /** A few words, for a heading. */
  title: string;
  /** What to do next, as one sentence. */
  hint: string;
  /** Why the rule exists and how to satisfy it: a short paragraph of Markdown. */
  explanation: string;
  /** A correct example, from a manifest or a terminal, in Markdown. */
  example?: string;
}

/** Every problem a check can find. The record is total: a code without a text does not compile. */
export const problemKinds = {
  // the manifest as a file
  'manifest-missing': {
    severity: 'error',
    title: 'No manifest',
    hint: 'Run this in the folder of an extension, which has a package.json; `orchestra ext init` starts one.',
    explanation:
      'Every extension is described by a `package.json` at its root. Archives made by `npm pack` keep theirs in `package/`; use `orchestra ext pack` instead.',
  },
  'manifest-invalid-json': {
    severity: 'error',
    title: 'Manifest is not valid JSON',
    hint: 'Fix the syntax at the line and column given; comments and trailing commas are not JSON.',
    explanation: 'The manifest must be one JSON object in UTF-8.',
  },
  'manifest-too-large': {
    severity: 'error',
    title: 'Manifest is too large or too deep',
    hint: 'Move generated data out of package.json into a file of its own.',
    explanation: 'A manifest has at most 1 MiB, and at most 64 levels of nesting.',
  },
  'manifest-shape': {
    severity: 'error',
    title: 'A manifest field has the wrong type',
    hint: 'Change the field to the type expected.',
    explanation:
      'Fields that the registry reads must have the type that the manifest schema gives.',
  },
  // the manifest's fields
  'name-invalid': {
    severity: 'error',
    title: 'Name is not a registry name',
    hint: 'Use lower-case letters, digits and single hyphens, such as `git-lens`.',
    explanation:
      'A registry name is at most 100 characters of lower-case words and digits joined by single hyphens: it stands in URLs and is the name of a folder on every operating system.',
    example: '```json\n"name": "git-lens"\n```',
  },
  'name-reserved': {
    severity: 'error',
    title: 'Name is reserved',
    hint: 'Choose another name.',
    explanation:
      'Some names are kept free: routes of the site, words that claim authority, and names that Windows keeps for devices.',
  },
  'version-missing': {
    severity: 'error',
    title: 'No version',
    hint: 'Add "version": "1.0.0" to package.json, or pack with --set-version 1.0.0.',
    explanation:
      'Every package has a version. Raycast manifests usually carry none: give one in the manifest or while packing.',
    example: '```sh\norchestra ext pack --set-version 1.0.0\n```',
  },
  'version-invalid': {
    severity: 'error',
    title: 'Version is not semver',
    hint: 'Write a version such as 1.2.3, or 1.3.0-beta.1 for a pre-release.',
    explanation:
      'Versions follow semver 2.0 without build metadata, so that everybody orders them the same way.',
    example: '```json\n"version": "1.3.0-beta.1"\n```',
  },
  'prerelease-flag-missing': {
    severity: 'error',
    title: 'A pre-release needs its flag',
    hint: 'Publish with --pre-release, or give the package a stable version.',
    explanation:
      'A version such as 1.3.0-beta.1 is published only on purpose: it never reaches people who run stable versions.',
    example: '```sh\norchestra ext publish --pre-release\n```',
  },
  'prerelease-flag-wrong': {
    severity: 'error',
    title: 'A stable version with the pre-release flag',
    hint: 'Publish without --pre-release, or name a pre-release version such as 1.3.0-beta.1.',
    explanation:
      'The flag and the version must agree, so that nothing stable is published as a trial or the other way round.',
  },
  'display-name-long': {
    severity: 'error',
    title: 'Display name is too long',
    hint: 'Shorten it to 100 characters.',
    explanation: 'A display name is a line on a card.',
  },
  'description-missing': {
    severity: 'warning',
    title: 'No description',
    hint: 'Add one sentence to "description".',
    explanation: 'The description is what people read in lists and search results.',
  },
  'description-long': {
    severity: 'error',
    title: 'Description is too long',
    hint: 'Shorten it to 500 characters; details belong in the README.',
    explanation: 'A description is a sentence on a card; the README has room for everything else.',
  },
  'text-control-characters': {
    severity: 'error',
    title: 'Control characters in a text',
    hint: 'Remove them.',
    explanation:
      'Names and descriptions are shown in terminals, where control characters can hide or forge output.',
  },
  'engines-missing': {
    severity: 'error',
    title: 'No engine',
    hint: 'Add "engines": { "orchestra": "^1.0.0" } for a native extension, or "vscode" for a VS Code-compatible one.',
    explanation: 'The engine says which versions of the app can run the extension.',
    example: '```json\n"engines": { "orchestra": "^1.0.0" }\n```',
  },
  'engines-invalid': {
    severity: 'error',
    title: 'Engine is not a semver range',
    hint: 'Write a range such as ^1.0.0.',
    explanation: 'Engines are compared with the version of the app as semver ranges.',
    example: '```json\n"engines": { "orchestra": "^1.2.0 || ^2.0.0" }\n```',
  },
  'vscode-api-newer': {
    severity: 'warning',
    title: 'It needs a newer VS Code than the app has',
    hint: 'Name the oldest VS Code whose API the code needs, and make sure that it does without anything newer.',
    explanation:
      'The app offers the API of one release of VS Code. `engines.vscode` asks for a newer one: what that release added is missing here, and calls of it fail.',
    example: '```json\n"engines": { "vscode": "^1.90.0" }\n```',
  },
  'extension-id-invalid': {
    severity: 'warning',
    title: 'That names no extension',
    hint: 'Write the id as "publisher.name".',
    explanation:
      '`extensionDependencies` and `extensionPack` list other extensions by their ids in VS Code. What is no id is left out.',
    example: '```json\n"extensionDependencies": ["tidewater.tide-tables"]\n```',
  },
  'extensions-needed': {
    severity: 'info',
    title: 'It names other extensions',
    hint: 'Users are offered those that the registry has when they install it; say in the README what it does without the others.',
    explanation:
      'A VS Code manifest names extensions that this one needs (`extensionDependencies`) or brings along (`extensionPack`). Nothing is installed without consent: `orchestra ext install` offers those that the registry has, each with its permissions. An id finds the extension of the registry whose manifest has that `publisher` and `name`.',
    example: '```json\n"extensionDependencies": ["tidewater.tide-tables"]\n```',
  },
  'license-missing': {
    severity: 'warning',
    title: 'No licence',
    hint: 'Add "license": "MIT" or another SPDX expression.',
    explanation: 'Without a licence nobody may use or change the code.',
  },
  'license-invalid': {
    severity: 'error',
    title: 'Licence is not an SPDX expression',
    hint: 'Use an SPDX expression such as MIT or Apache-2.0 OR MIT, or SEE LICENSE IN <file>.',
    explanation: 'Licences are named as on https://spdx.org/licenses, so that tools can read them.',
    example: '```json\n"license": "Apache-2.0 OR MIT"\n```',
  },
  'license-file-missing': {
    severity: 'warning',
    title: 'No licence file',
    hint: 'Add a LICENSE file with the text of the licence.',
    explanation: 'Most licences ask that their text goes along with every copy.',
  },
  'file-missing': {
    severity: 'error',
    title: 'A file that the manifest names is missing',
    hint: 'Add the file, build it, or correct the path.',
    explanation:
      'Every file that the manifest points at must be in the package, with the same case: half of all machines tell upper from lower case.',
  },
  'contribution-unreadable': {
    severity: 'error',
    title: 'A theme, grammar or snippets can’t be loaded',
    hint: 'Mend the file at the place given.',
    explanation:
      'What `contributes` names is read as VS Code reads it: themes, icon themes, snippets and language configurations as JSON with comments, grammars as plain JSON or as property lists, `.tmTheme` and `.tmLanguage` as property lists. What VS Code can’t load does nothing.',
    example:
      '```json\n"contributes": {\n  "themes": [{ "label": "Tide", "uiTheme": "vs-dark", "path": "./themes/tide.json" }]\n}\n```',
  },
  'contribution-ignored': {
    severity: 'warning',
    title: 'A part of a theme, grammar or snippets is left out',
    hint: 'Mend the part, or take it out.',
    explanation: 'VS Code leaves out what it can’t read of such a file, and tells nobody.',
  },
  'contribution-over-limit': {
    severity: 'error',
    title: 'Themes, grammars or snippets take too much to check',
    hint: 'Make the files smaller, or their values less deeply nested.',
    explanation:
      'Files of strangers are checked within limits of time, memory and nesting. No usual theme, grammar or snippets come near them.',
  },
  'colour-invalid': {
    severity: 'warning',
    title: 'That is no colour',
    hint: 'Write #RGB, #RGBA, #RRGGBB or #RRGGBBAA.',
    explanation:
      'Themes have colours in hexadecimal form alone: no names and no `rgb()`. For a colour of the window that it can’t read, VS Code shows red; for one of code, none.',
    example: '```json\n"editor.background": "#1a1d24"\n```',
  },
  'grammar-scope': {
    severity: 'error',
    title: 'A grammar has another scope than the manifest says',
    hint: 'Write the same "scopeName" in both.',
    explanation:
      'VS Code looks for a grammar by the scope that the manifest says, and finds none where the file has another.',
    example:
      '```json\n"grammars": [{ "language": "tide", "scopeName": "source.tide", "path": "./tide.tmLanguage.json" }]\n```',
  },
  'expression-invalid': {
    severity: 'error',
    title: 'A regular expression doesn’t compile',
    hint: 'Mend the expression.',
    explanation:
      'Expressions of grammars are of Oniguruma, those of language configurations of JavaScript. A line on which a rule with a broken expression is looked for isn’t coloured at all; an expression of a language configuration is left out.',
  },
  'include-missing': {
    severity: 'warning',
    title: 'An include leads nowhere',
    hint: 'Correct the name, or add the rule to "repository".',
    explanation:
      'A grammar includes a rule of its own, or of another grammar of the package, that is not there. VS Code leaves it out. Grammars of other extensions may be missing.',
    example: '```json\n{ "include": "#strings" }\n```',
  },
  'snippet-body': {
    severity: 'warning',
    title: 'The body of a snippet may not be what is meant',
    hint: 'Write \\$ for a dollar sign, and close what ${ begins.',
    explanation:
      'What is neither a tab stop, a placeholder, a choice, a variable nor a transform is inserted as text, and a variable that VS Code doesn’t know as its name.',
    example: '```json\n"body": "echo \\\\$HOME ${1:folder}"\n```',
  },
  'path-outside': {
    severity: 'error',
    title: 'A path leaves the package',
    hint: 'Use a path relative to the root of the extension.',
    explanation: 'An extension can only use files of its own package.',
  },
  'nothing-to-run': {
    severity: 'error',
    title: 'The extension does nothing',
    hint: 'Add "main", "contributes" or, for Raycast, "commands".',
    explanation: 'An extension needs code to run or something to contribute.',
  },
  'command-invalid': {
    severity: 'error',
    title: 'A Raycast command is incomplete',
    hint: 'Give every command a name, a title and a mode: view, no-view or menu-bar.',
    explanation: 'Source: https://developers.raycast.com/information/manifest#command-properties.',
    example:
      '```json\n"commands": [{ "name": "show", "title": "Show the Tide", "mode": "view" }]\n```',
  },
  'icon-missing': {
    severity: 'warning',
    title: 'No icon',
    hint: 'Add a square PNG of at least 128 by 128 pixels and name it in "icon".',
    explanation: 'The icon is the first thing people see in lists.',
    example: '```json\n"icon": "assets/icon.png"\n```',
  },
  'icon-type': {
    severity: 'error',
    title: 'Icon is not a PNG, JPEG or WebP',
    hint: 'Export it as PNG.',
    explanation:
      'Icons are shown on pages of the registry. SVG can carry scripts, so only raster images are taken; the type is read from the bytes.',
  },
  'icon-size': {
    severity: 'error',
    title: 'Icon is too large',
    hint: 'Use at most 2048 by 2048 pixels and 1 MiB.',
    explanation: 'Icons are loaded dozens at a time in lists.',
  },
  'icon-shape': {
    severity: 'warning',
    title: 'Icon is small or not square',
    hint: 'Use a square image of at least 128 by 128 pixels.',
    explanation: 'Lists show icons as squares, on screens with two or three pixels a point.',
  },
  'text-encoding': {
    severity: 'error',
    title: 'A text is in another encoding',
    hint: 'Save it as UTF-8.',
    explanation:
      'README, changelog, licence and manifest are read as UTF-8, or as UTF-16 where an editor of Windows saved them. In any other encoding, people would be shown broken letters.',
  },
  'readme-missing': {
    severity: 'warning',
    title: 'No README',
    hint: 'Add a README.md that says what the extension does and shows it.',
    explanation: 'The README is the page of the extension.',
  },
  'root-files': {
    severity: 'info',
    title: 'The repository has files that the package lacks',
    hint: 'Take them in with --include-root, with check, pack and publish alike.',
    explanation:
      'In a repository of several packages, README, LICENSE and CHANGELOG often lie at its root, and so do images that the README shows. A package has only what is in its folder. With `--include-root`, what the folder lacks is taken from the nearest folder above that has it, and images outside of the folder go into `repository/`, where the README then finds them. Nothing outside of the repository is taken, nothing that git ignores, nothing behind a symbolic link, and no file that may be secret.',
    example: '```sh\norchestra ext check --include-root\norchestra ext publish --include-root\n```',
  },
  'readme-differs': {
    severity: 'info',
    title: 'The README says something else than the manifest',
    hint: 'Correct the README, or the manifest.',
    explanation:
      'The README has a table of permissions, or tells people to run a command, and the manifest differs from it. Often it is text of a template that nobody changed. People decide by the manifest, and read the README.',
  },
  'changelog-missing': {
    severity: 'info',
    title: 'No changelog',
    hint: 'Add a CHANGELOG.md with a heading for each version.',
    explanation: 'People are shown what changed before they update.',
    example: '```md\n# Changelog\n\n## 1.1.0\n\n- Knows the next low tide too.\n```',
  },
  'category-missing': {
    severity: 'info',
    title: 'No category',
    hint: 'Choose "categories", so that it is found by them.',
    explanation:
      'People find extensions by category, in the app and on the site. The categories are: languages, themes, productivity, ai, git, debugging, testing, formatters, data, visualization, deployment, collaboration. Those of VS Code and Raycast are mapped, where they have a counterpart.',
    example: '```json\n"categories": ["productivity", "data"]\n```',
  },
  'category-unknown': {
    severity: 'error',
    title: 'Unknown category',
    hint: 'Use categories of the registry.',
    explanation:
      'The categories are: languages, themes, productivity, ai, git, debugging, testing, formatters, data, visualization, deployment, collaboration. Those of VS Code and Raycast are mapped.',
    example: '```json\n"categories": ["productivity", "data"]\n```',
  },
  'category-unmapped': {
    severity: 'info',
    title: 'A category has no counterpart',
    hint: "Nothing needs to be done; add one of the registry's own to be found under it.",
    explanation: 'Some categories of VS Code and Raycast, such as Other, have no counterpart here.',
  },
  'permission-unknown': {
    severity: 'error',
    title: 'Unknown permission',
    hint: 'Use the permissions of the registry.',
    explanation:
      'The permissions are: filesystem.read, filesystem.write, network, ai.chat, ai.embed, clipboard, notifications, terminal, git, secrets, system.exec.',
    example: '```json\n"permissions": ["network", "notifications"]\n```',
  },
  'permission-duplicate': {
    severity: 'warning',
    title: 'A permission is declared twice',
    hint: 'Declare it once.',
    explanation: 'A list without duplicates is easier to read where people decide.',
  },
  'permission-dangerous': {
    severity: 'info',
    title: 'A dangerous permission',
    hint: 'Ask for it only if nothing else will do: users get a warning of its own.',
    explanation:
      '`system.exec` lets an extension run any program with everything that its user may do.',
  },
  'permission-undeclared': {
    severity: 'error',
    title: 'A permission is used and not declared',
    hint: 'Declare it, or leave the call out.',
    explanation:
      'People decide by the declared permissions whether they install. The code is read before it is published, and everything that it uses must be declared, also where it is used only now and then.',
    example: '```json\n"permissions": ["filesystem.read"]\n```',
  },
  'permission-unused': {
    severity: 'error',
    title: 'A permission is declared and not used',
    hint: 'Remove it from "permissions".',
    explanation:
      'Nothing in the code needs this permission. Asking for more than is needed makes people used to saying yes. Where code that nobody can tell could use it, that is noted, and no error.',
  },
  'permission-unresolved': {
    severity: 'warning',
    title: 'Nobody can tell what the code uses here',
    hint: 'Write it so that it can be told; otherwise a person looks at it before it is published.',
    explanation:
      'Computed names of an API, `eval`, `new Function`, modules whose names are computed, and APIs that are handed to code that can not be followed: each place says what it may need at most. Where all of that is declared, people agree to it before they install, the app refuses the rest, and nobody has to look. Where it isn’t, or where nobody can say a most, the package is published once a person of the registry has looked at it.',
    example: '```js\n// instead of fs[`read${kind}`](path)\nfs.readFile(path);\n```',
  },
  'code-unreached': {
    severity: 'info',
    title: 'Code that nothing loads',
    hint: 'Nothing to do where the extension runs without it; scripts of a build are better left out, by .orchestraignore or "files".',
    explanation:
      'Permissions are those of the code that the extension can reach: what its entry files load, start as a program or a worker, give to a page or name in a text, and what the manifest and the pages of the package name. Other files of code, such as the scripts of a build, count for nothing. Where the code may load a file whose name nobody can tell, all code of the package counts.',
    example: '```\n# .orchestraignore\nesbuild.js\nscripts/\n```',
  },
  'review-required': {
    severity: 'warning',
    title: 'A person has to look at the code first',
    hint: 'Write the code so that it can be told what it uses. Or let a person look at it: `orchestra ext publish --request-review` over HTTP, a review of the pull request elsewhere.',
    explanation:
      'Nobody can tell by reading it which permissions some of the code needs; each `permission-unresolved` says where. The package is published once a person of the registry has looked at it. `check --strict` fails on it.',
    example: '```sh\norchestra ext check --strict\n```',
  },
  'api-unsupported': {
    severity: 'warning',
    title: 'Orchestra does not have this',
    hint: 'Leave it out, or make sure that the rest works without it.',
    explanation:
      'Some parts of the APIs of VS Code and Raycast have no counterpart in Orchestra: the call does nothing, or fails.',
  },
  'import-unloadable': {
    severity: 'error',
    title: 'The code can not be loaded',
    hint: 'Bundle the dependencies into the code.',
    explanation:
      'A file that is loaded when the extension starts, or when a server or a worker of it starts, begins by loading a module that is neither a file of the package nor part of Node or the app: it fails at once. Servers, workers and programs that the extension starts are given nothing by the app, so that `vscode` is missing there. Dependencies have to be bundled into the code; of an extension of VS Code, they may be packed from node_modules instead. Where `main` is a source file, `check`, `pack` and `publish` do it. A module that is loaded in a `try`, or in a function that is called later, is only warned of.',
    example: '```json\n"main": "src/extension.ts"\n```',
  },
  'import-missing': {
    severity: 'warning',
    title: 'The code may load what is not in the package',
    hint: 'Bundle it, if the extension needs it.',
    explanation:
      'The code loads a module in a `try`, under a condition or in a function that is called later, and the package does not contain it. What needs it will fail, unless the code goes on without.',
  },
  'builtin-missing': {
    severity: 'error',
    title: 'Node is not there',
    hint: 'Use @orchestra/api, what the web has, or npm packages that run in browsers.',
    explanation:
      'Native extensions run in an isolate that has the API of Orchestra and globals of the web, and none of the modules of Node. Where one is loaded as the extension starts, it fails at once; one that is loaded in a `try`, under a condition or in a function that is called later is only warned of, since what needs it fails then. Of npm packages, a build takes what they have for browsers and workers. Extensions for VS Code and Raycast may use Node.',
    example:
      "```ts\n// instead of readFile of 'node:fs/promises'\nawait orchestra.fs.readFile(path);\n```",
  },
  'dependency-file-missing': {
    severity: 'warning',
    title: 'The code names a file of node_modules',
    hint: 'Install it, and take it back in .vscodeignore; or copy it into another folder as you build, such as dist/, and name it there.',
    explanation:
      'The code gives a file of a dependency to a page, or reads it, and the package does not have it. Packages of VS Code extensions have of node_modules what .vscodeignore leaves of the dependencies that are installed; others have none of it.',
    example: '```\n# .vscodeignore\nnode_modules/**\n!node_modules/@vscode/codicons/dist\n```',
  },
  'dependency-needless': {
    severity: 'info',
    title: 'Dependencies that only development needs',
    hint: 'Move them to "devDependencies".',
    explanation:
      'The packer of VS Code, and this one for its extensions, packs what "dependencies" names, as far as .vscodeignore does not leave it out. Types, runners of tests and tools that build are not needed while the extension runs: they make the package larger, and their code is read for permissions where something loads it.',
    example: '```sh\nnpm install --save-dev @types/node @vscode/test-web\n```',
  },
  'code-format': {
    severity: 'error',
    title: 'The code has another format than it is loaded in',
    hint: 'Build it in one format, and name its files for it.',
    explanation:
      'Node reads a file as an ES module or as CommonJS: by its ending `.mjs` or `.cjs`, by "type" in package.json, else by its syntax. An ES module has no `require`, `module`, `exports` and `__dirname`, and CommonJS has no `import` and `export`. The code of VS Code and Raycast is loaded by `require`, which takes an ES module only without `await` at its top.',
    example: '```json\n"type": "module"\n```',
  },
  'code-invalid': {
    severity: 'error',
    title: 'The code is no JavaScript',
    hint: 'Build it again; TypeScript and JSX have to be compiled.',
    explanation:
      'An entry file of the package can not be parsed, so that it can be neither run nor read for permissions.',
  },
  // the build
  'build-failed': {
    severity: 'error',
    title: 'The code could not be bundled',
    hint: 'Correct the code at the line and column given.',
    explanation:
      'Where `main` (or `browser`, or a command of Raycast) is a source file, `check`, `pack` and `publish` bundle it into `dist/` first, with esbuild. Whatever a bundle needs has to be installed (`npm install`), but for what Orchestra provides: `@orchestra/api`, `@raycast/api`, `@raycast/utils`, `react`, `vscode` and, but for native extensions, the modules of Node.',
  },
  'build-warning': {
    severity: 'warning',
    title: 'The code was bundled, and may not do what was meant',
    hint: 'Look at the line and column given.',
    explanation: 'esbuild found something in the code that is most often a mistake.',
  },
  'build-conflict': {
    severity: 'error',
    title: 'A file stands where the build would write',
    hint: 'Remove it or rename it: the build replaces only what it made itself.',
    explanation:
      'Bundles go to `dist/<name>.js`. A file there that the build did not make may be all that there is of your work, so it is left alone.',
  },
  // the package's files
  'package-too-large': {
    severity: 'error',
    title: 'The package is too large',
    hint: 'Leave out what users do not need, with "files" or .orchestraignore.',
    explanation:
      'A registry takes packages up to the limits in its config.json, so that installing stays quick.',
  },
  'package-too-many-files': {
    severity: 'error',
    title: 'Too many files',
    hint: 'Bundle the code, and leave out what users do not need.',
    explanation: 'A registry takes packages up to the limits in its config.json.',
  },
  'path-too-long': {
    severity: 'error',
    title: 'A path is too long',
    hint: 'Shorten the path to 200 bytes.',
    explanation:
      'Some systems allow 260 characters for a whole path, folders of the user included.',
  },
  'path-collision': {
    severity: 'error',
    title: 'Two paths differ only by case or Unicode form',
    hint: 'Rename one of them.',
    explanation: 'On macOS and Windows the two would be one file.',
  },
  'secret-file': {
    severity: 'error',
    title: 'A file that holds secrets',
    hint: 'Remove it from the package.',
    explanation:
      'Key and credential files are never published. Treat a key that was in a package as stolen.',
  },
  'secret-in-file': {
    severity: 'error',
    title: 'A secret stands in a file',
    hint: 'Remove it, and revoke it: it may have been copied already.',
    explanation:
      'Private keys and access tokens must not be published: packages are public and never deleted.',
  },
  'secret-left-out': {
    severity: 'warning',
    title: 'A file with secrets was left out',
    hint: 'Nothing needs to be done; add it to .orchestraignore to silence this.',
    explanation: '.env files and keys never go into a package.',
  },
  'link-left-out': {
    severity: 'warning',
    title: 'A link was left out',
    hint: 'Replace it by a copy of the file.',
    explanation: 'Packages hold only files: links could lead out of the package.',
  },
  'node-modules': {
    severity: 'error',
    title: 'node_modules does not go into this package',
    hint: 'Bundle the dependencies into dist/, with esbuild for example.',
    explanation:
      'A bundle is small, quick to load and the same everywhere. node_modules brings thousands of files and scripts. Only extensions of VS Code may have it, because the packer of VS Code takes the dependencies that .vscodeignore does not leave out.',
    example:
      '```sh\nnpx esbuild src/main.ts --bundle --platform=node --format=esm --outdir=dist\n```',
  },
  'email-in-manifest': {
    severity: 'warning',
    title: 'An email address in the manifest',
    hint: 'Nothing needs to be done: packing removes it. Remove it yourself to silence this.',
    explanation: 'The registry never stores or serves an email of a publisher.',
    example: '```json\n"author": "Tidewater"\n```',
  },
  'email-in-package': {
    severity: 'error',
    title: 'An email address in a packed manifest',
    hint: 'Pack with `orchestra ext pack`, which removes it.',
    explanation:
      "The registry never stores or serves an email of a publisher, and a package's bytes can't be changed after it was made.",
  },
  'email-in-text': {
    severity: 'warning',
    title: 'An email address in a text',
    hint: 'Remove it unless it is meant to be public; copies on the site are served without it.',
    explanation: 'Everything in a package is public for ever.',
  },
  'unicode-bidi': {
    severity: 'error',
    title: 'Bidirectional control characters',
    hint: 'Remove them, or write them as escapes such as \\u202E: esbuild does so, terser with "ascii_only".',
    explanation:
      'They make code read differently from what it does. Source: CVE-2021-42574, "Trojan Source".',
  },
  'unicode-invisible': {
    severity: 'warning',
    title: 'Invisible characters',
    hint: 'Remove them, or write them as escapes such as \\u200B: esbuild does so, terser with "ascii_only".',
    explanation: 'Zero-width and tag characters hide differences between names, and payloads.',
  },
  'native-binary': {
    severity: 'warning',
    title: 'A native binary',
    hint: 'Ship JavaScript or WebAssembly where you can.',
    explanation:
      "Binaries run on one system only, and can't be reviewed. Programs that their owner may execute, and those that begin as a program does, may be executed once they are installed.",
  },
  'script-never-runs': {
    severity: 'info',
    title: 'An install script never runs',
    hint: 'Remove it, or do its work while building.',
    explanation: 'No script of a package ever runs on the machine of a user.',
  },
  // the archive
  'archive-not-gzip': {
    severity: 'error',
    title: 'Not a gzip file',
    hint: 'Pack with `orchestra ext pack`.',
    explanation: 'A package is a gzip-compressed tar archive.',
  },
  'archive-damaged': {
    severity: 'error',
    title: 'The archive is damaged',
    hint: 'Pack and send it again.',
    explanation: 'The archive ends too early, or its checksums are wrong.',
  },
  'archive-trailing-data': {
    severity: 'error',
    title: 'Something stands behind the archive',
    hint: 'Pack with `orchestra ext pack`.',
    explanation: 'Bytes behind the end of an archive are read by some programs and not by others.',
  },
  'archive-link': {
    severity: 'error',
    title: 'A link in the archive',
    hint: 'Replace it by a copy of the file.',
    explanation: 'A link could lead out of the package while it is unpacked.',
  },
  'archive-entry-type': {
    severity: 'error',
    title: 'Neither a file nor a folder',
    hint: 'Pack with `orchestra ext pack`.',
    explanation:
      'Packages hold files and folders: no devices, pipes or extensions of the tar format that programs read differently.',
  },
  'archive-path': {
    severity: 'error',
    title: 'A path that is unsafe to unpack',
    hint: 'Rename it, and pack with `orchestra ext pack`.',
    explanation:
      'Paths are relative, with `/` between folders, and without `..`, empty parts, control characters or names that Windows keeps for devices.',
  },
  'archive-mode': {
    severity: 'error',
    title: 'A file has other access rights than packages have',
    hint: 'Pack with `orchestra ext pack`.',
    explanation:
      'A file of a package has the mode 644, or 755 where it may be executed: no other right is given to anybody by an archive.',
  },
  'archive-duplicate': {
    severity: 'error',
    title: 'A path stands twice in the archive',
    hint: 'Pack with `orchestra ext pack`.',
    explanation: 'Which one counts would depend on the program that unpacks.',
  },
  'archive-ratio': {
    severity: 'error',
    title: 'The archive unpacks to far more than its size',
    hint: 'Leave out generated or empty data.',
    explanation: 'A small archive that unpacks to gigabytes is an attack on whoever unpacks it.',
  },
  // a submission, and the pull request that carries it
  'submission-invalid-json': {
    severity: 'error',
    title: 'Submission is not valid JSON',
    hint: 'Let `orchestra ext publish` write the file.',
    explanation: 'A submission is one JSON object in UTF-8, of at most 16 KiB.',
  },
  'submission-shape': {
    severity: 'error',
    title: 'A field of the submission is wrong',
    hint: 'Let `orchestra ext publish` or `orchestra ext yank` write the file.',
    explanation: 'A submission has the fields that its JSON Schema gives, and no others.',
  },
  'submission-path': {
    severity: 'error',
    title: 'A submission stands at another path than it says',
    hint: 'Put it at registry-index/submissions/<name>/<version>.json.',
    explanation:
      'The path of a submission names the extension and the version that it is about, so that nobody is misled by a list of files.',
  },
  'submission-not-alone': {
    severity: 'error',
    title: 'The pull request changes more than one file',
    hint: 'Open a pull request that adds one submission and changes nothing else.',
    explanation:
      'A submission is merged without a person where its author may publish: nothing else may come along.',
  },
  'submission-not-added': {
    severity: 'error',
    title: 'The pull request does not add the submission',
    hint: 'Wait until the submission that is there is carried out, then submit again.',
    explanation:
      'A submission is a new file: one that is merged already is never changed, renamed or removed by a pull request.',
  },
  'submission-mode': {
    severity: 'error',
    title: 'The submission is not a plain file',
    hint: 'Add it as a file of mode 100644.',
    explanation: 'Links, executables and submodules are never merged.',
  },
  'submission-commits': {
    severity: 'error',
    title: 'The pull request has more than one commit',
    hint: 'Squash them into one and push again with --force-with-lease.',
    explanation:
      'All commits of a pull request become part of the history of the registry, with everything that they once held.',
  },
  'commit-email': {
    severity: 'error',
    title: 'A commit carries an email address',
    hint: 'Commit with the address `ID+LOGIN@users.noreply.github.com` (GitHub shows yours under Settings, Emails), amend the commit and push again with --force-with-lease.',
    explanation:
      'Commits are public for ever, and the registry stores no email: only the noreply addresses of GitHub are taken.',
    example: '```sh\ngit commit --amend --reset-author --no-edit\n```',
  },
  // the release asset that a submission names
  'source-repository': {
    severity: 'error',
    title: 'The repository of the package is not as said',
    hint: 'Publish from a public repository, and let `orchestra ext publish` write the submission.',
    explanation:
      'A package comes from a public repository of GitHub, known by its numeric id, so that everybody can see where it is made.',
  },
  'source-release': {
    severity: 'error',
    title: 'The release of the package is not as said',
    hint: 'Publish the release (a draft can be seen by nobody else), then comment /recheck.',
    explanation:
      'A package is an asset of a published release, at the tag that the submission names.',
  },
  'source-asset': {
    severity: 'error',
    title: 'The release asset is not as said',
    hint: 'Upload the package to the release and submit again: a replaced asset has a new id.',
    explanation: 'An asset is known by its numeric id, which changes when it is replaced.',
  },
  'source-digest': {
    severity: 'error',
    title: 'The release asset has other bytes than the submission says',
    hint: 'Submit again with the digest of the asset: `orchestra ext publish` computes it.',
    explanation: 'A submission is about exact bytes, named by their SHA-256 and size.',
  },
  'source-manifest': {
    severity: 'error',
    title: 'The package is another one than the submission says',
    hint: 'Submit the package under the name and version of its package.json.',
    explanation: 'Name and version of the submission are those of the manifest in the package.',
  },
  // similar names
  'name-near': {
    severity: 'warning',
    title: 'The name is close to an existing one',
    hint: 'Choose a name that nobody can confuse.',
    explanation:
      'People mistype and misread; a name that is one letter away from another invites mistakes.',
  },
} as const satisfies Record<string, ProblemKind>;

/** The code of a problem: a key of {@link problemKinds}. */
export type ProblemCode = keyof typeof problemKinds;
