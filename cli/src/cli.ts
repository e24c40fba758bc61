import { RegistryError } from '@orchestra/core';
import { fitColumns, styleFor } from '@orchestra/terminal';
import { Command as Program, CommanderError, Option } from 'commander';
import type { Command, ExitCode } from './command.ts';
import type { Context } from './context.ts';
import type { DevOptions } from './dev/dev-options.ts';
import { defaultRegistry, type GlobalOptions, readGlobals } from './global-options.ts';
import type { GivenAnswers } from './init/project-answers.ts';
import type { PublishOptions } from './publish/publish-result.ts';
import type { DraftOptions } from './review/read-draft.ts';
import type { SearchOptions } from './search/read-query.ts';
import type { Reporter } from './suite/suite-result.ts';
import type { TestOptions } from './suite/test-options.ts';
import { telemetryHelp } from './telemetry/telemetry-help.ts';
import { cliVersion } from './version.ts';

/**
 * Parses the command line and runs the command that it names.
 *
 * @returns the exit code
 * @throws RegistryError whatever the command throws, and `usage`
 */
export async function runProgram(argv: readonly string[], context: Context): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = makeProgram(context, (code) => (exitCode = code));
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0; // the help or the version was asked for
    const nothing = error.code === 'commander.help';
    if (nothing && !argv.includes('--json')) {
      const ext = program.commands.find((command) => command.name() === 'ext');
      context.stdout.write(ext?.helpInformation() ?? '');
      return 1;
    }
    const message = nothing ? 'No command was given' : error.message.replace(/^error: /, '');
    const hint = 'See: orchestra ext --help';
    throw new RegistryError('usage', message, { hint, cause: error });
  }
  return exitCode;
}

/** Declares every command. The code of a command is imported only when it runs. */
export function makeProgram(context: Context, end: (exitCode: ExitCode) => void): Program {
  const root = new Program('orchestra');
  const run = async <O, R>(loading: Promise<Command<O, R>>, options: O) => {
    end(await runCommand(await loading, { options, globals: root.opts(), context }));
  };

  root
    .description('Extensions for Orchestra: find, install, publish.')
    .option('--registry <url>', `registry to use (ORCHESTRA_REGISTRY, else ${defaultRegistry})`)
    .option('--json', 'print JSON for machines')
    .option('-y, --yes', 'consent to what would be asked')
    .option('-C <dir>', 'run as if started in this folder')
    .option('--no-color', 'print without colours (NO_COLOR)')
    .version(cliVersion, '-V, --version')
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: () => {}, // errors are rendered in one place, in main.ts
    })
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
  const ext = root.command('ext').description('Find, install and publish extensions.');
  ext.addHelpText('after', telemetryHelp);
  declareUse(ext, run);
  declareAuthoring(ext, run);
  declareCare(ext, run);
  declareTell(root, run);
  return root;
}

/** Flags of `check`. */
interface CheckFlags {
  name?: string;
  fix?: true;
  strict?: true;
  includeRoot?: true;
}

/** Flags of `test`. */
interface TestFlags {
  watch?: true;
  name?: string;
  strict?: true;
  requireConfined?: true;
  allowNetwork?: true;
  reporter: Reporter;
  timeout: string;
}

type DevFlags = Omit<DevOptions, 'allowLocalNetwork' | 'allowPrograms'> & {
  allowLocalNetwork?: true;
  allowPrograms?: true;
};

type InitFlags = Omit<GivenAnswers, 'name'> & { from?: string; dryRun?: true };

type Run = <O, R>(loading: Promise<Command<O, R>>, options: O) => Promise<void>;

function declareUse(ext: Program, run: Run): void {
  ext
    .command('search [words...]')
    .description('find extensions')
    .option('--category <id>', 'only of this category')
    .option('--compat <kind>', 'only native, raycast or vscode')
    .option('--tag <tag>', 'only with this tag')
    .option('--permission <permission>', 'only those that may do this')
    .option('--publisher <login>', 'only of this account')
    .option('--sort <order>', 'popular, recent, rating, name or relevance')
    .option('--limit <number>', 'how many to show', '20')
    .option('--page <number>', 'which page of them')
    .action((words: string[], options: Omit<SearchOptions, 'words'>) =>
      run(
        import('./commands/search.ts').then(({ search }) => search),
        { words, ...options },
      ),
    );
  ext
    .command('show <name>')
    .description('show an extension: what it is, what it may do, its versions')
    .action((name: string) =>
      run(
        import('./commands/show.ts').then(({ show }) => show),
        { name },
      ),
    );
  ext
    .command('install <what...>')
    .description('install NAME, NAME@RANGE or a local FILE.tar.gz')
    .option('--pre-release', 'let pre-releases in')
    .option(
      '--with-needed',
      'also install the extensions that they name, where the registry has them',
    )
    .action((what: string[], options: { preRelease?: true; withNeeded?: true }) =>
      run(
        import('./commands/install.ts').then(({ install }) => install),
        {
          what,
          preRelease: options.preRelease === true,
          withNeeded: options.withNeeded === true,
        },
      ),
    );
  ext
    .command('outdated')
    .description('list newer versions of what is installed, with what changed')
    .action(() =>
      run(
        import('./commands/outdated.ts').then(({ outdated }) => outdated),
        {},
      ),
    );
  ext
    .command('update [name...]')
    .description('update all extensions, or those named')
    .option('--with-needed', 'also install the extensions that new versions newly name')
    .action((names: string[], options: { withNeeded?: true }) =>
      run(
        import('./commands/update.ts').then(({ update }) => update),
        { names, withNeeded: options.withNeeded === true },
      ),
    );
  ext
    .command('rollback <name>')
    .description('go back to the version before')
    .action((name: string) =>
      run(
        import('./commands/rollback.ts').then(({ rollback }) => rollback),
        { name },
      ),
    );
  ext
    .command('list')
    .description('list what is installed')
    .action(() =>
      run(
        import('./commands/list.ts').then(({ list }) => list),
        {},
      ),
    );
  ext
    .command('uninstall <name...>')
    .description('remove extensions')
    .action((names: string[]) =>
      run(
        import('./commands/uninstall.ts').then(({ uninstall }) => uninstall),
        { names },
      ),
    );
  ext
    .command('review <name>')
    .description('say what you think of an extension, or change what you said')
    .option('--rating <stars>', '1 to 5')
    .option('--title <text>', 'one line')
    .option('--body <text>', 'plain text')
    .option('--body-file <file>', 'a file with the text, - for standard input')
    .option('--delete', 'remove your review')
    .action((name: string, { delete: gone, ...draft }: DraftOptions & { delete?: true }) =>
      run(
        import('./commands/review.ts').then(({ review }) => review),
        { name, delete: gone === true, ...draft },
      ),
    );
}

function declareAuthoring(ext: Program, run: Run): void {
  ext
    .command('init [name]')
    .description('start an extension: in a new folder NAME, or in this one if it is empty')
    .option('--template <template>', 'native, raycast, vscode-lsp or theme')
    .option('--display-name <text>', 'what people read')
    .option('--description <text>', 'what it does, in one sentence')
    .option('--author <name>', "whose it is, instead of git's user.name")
    .option('--license <id>', 'MIT, Apache-2.0, BSD-3-Clause or ISC')
    .addOption(
      new Option(
        '--from <dir>',
        'make the VS Code or Raycast extension in DIR publishable',
      ).conflicts(['template', 'displayName', 'description', 'author', 'license']),
    )
    .option('--dry-run', 'with --from: show what would change, and write nothing')
    .action((name: string | undefined, { from, dryRun, ...options }: InitFlags) => {
      if (from !== undefined) {
        return run(
          import('./commands/convert.ts').then(({ convert }) => convert),
          { from, name, dryRun: dryRun === true },
        );
      }
      if (dryRun === true) throw aloneDryRun();
      return run(
        import('./commands/init.ts').then(({ init }) => init),
        { name, ...options },
      );
    });
  ext
    .command('build')
    .description('bundle the code of the extension in this folder into dist/')
    .action(() =>
      run(
        import('./commands/build.ts').then(({ build }) => build),
        {},
      ),
    );
  ext
    .command('dev')
    .description('run the extension in this folder, and again after each save')
    .option('--watch', 'build and start it again after each save (where you can type)')
    .option('--no-watch', 'start it once')
    .option('--run <command...>', 'run this command with these arguments, then end')
    .option('--workspace <dir>', 'folder that it works on, instead of an empty one')
    .option('--open <file[:line]>', 'file of it that is open in the editor, with the cursor there')
    .option('--data <dir>', 'folder for its settings and values, instead of .orchestra/dev/data')
    .option('--allow-local-network', 'let it reach this machine and its own network')
    .option('--allow-programs', 'let it run programs without asking for each')
    .addOption(
      new Option('--ai <file>', 'JSON file with answers of a model').conflicts('aiCommand'),
    )
    .option('--ai-command <command>', 'program that answers in place of a model')
    .action(({ allowLocalNetwork, allowPrograms, ...options }: DevFlags) =>
      run(
        import('./commands/dev.ts').then(({ dev }) => dev),
        {
          ...options,
          allowLocalNetwork: allowLocalNetwork === true,
          allowPrograms: allowPrograms === true,
        },
      ),
    );
  ext
    .command('check')
    .description('name everything that would stop a publish')
    .option('--fix', 'mend what is safe to mend in package.json first')
    .option('--strict', 'fail too where publishing would wait for a person')
    .option(
      '--include-root',
      'take in what the repository has and this folder lacks: README, LICENSE, CHANGELOG, images',
    )
    .addOption(
      new Option(
        '--name <name>',
        'say whether this name is free, whatever is in this folder',
      ).conflicts(['fix', 'strict', 'includeRoot']),
    )
    .action(({ name, fix, strict, includeRoot }: CheckFlags) =>
      name === undefined
        ? run(
            import('./commands/check.ts').then(({ check }) => check),
            { fix: fix === true, strict: strict === true, includeRoot: includeRoot === true },
          )
        : run(
            import('./commands/check-free-name.ts').then(({ checkFreeName }) => checkFreeName),
            { name },
          ),
    );
  ext
    .command('test [files...]')
    .description('run the tests of the extension in this folder: *.test.ts, or the files named')
    .option('--watch', 'run them again after each save')
    .option('-t, --name <text>', 'only tests whose name has this in it')
    .option(
      '--strict',
      'fail too where the permissions differ: declared, in the code, in the tests',
    )
    .option('--require-confined', 'fail where the system has no wall around its process')
    .option('--allow-network', 'let requests through that the tests do not answer')
    .addOption(
      new Option('--reporter <reporter>', 'how results are told')
        .choices(['text', 'json', 'junit'])
        .default('text'),
    )
    .option('--timeout <ms>', 'how long a test may take', '5000')
    .action((files: string[], { watch, ...flags }: TestFlags) => {
      const options = readTestFlags(files, flags);
      return watch === true
        ? run(
            import('./commands/watch-tests.ts').then(({ watchTests }) => watchTests),
            options,
          )
        : run(
            import('./commands/test-extension.ts').then(({ testExtension }) => testExtension),
            options,
          );
    });
  ext
    .command('pack')
    .description('make NAME-VERSION.tar.gz')
    .option('--set-version <version>', 'version to pack under, instead of that of the manifest')
    .option('--out <dir>', 'folder for the file', '.')
    .option(
      '--include-root',
      'take in what the repository has and this folder lacks: README, LICENSE, CHANGELOG, images',
    )
    .action((options: { setVersion?: string; out: string; includeRoot?: true }) =>
      run(
        import('./commands/pack.ts').then(({ pack }) => pack),
        options,
      ),
    );
  ext
    .command('login')
    .description('keep a token for the registry')
    .option('--token <token>', 'the token; asked for where it is absent, - reads standard input')
    .action((options: { token?: string }) =>
      run(
        import('./commands/login.ts').then(({ login }) => login),
        options,
      ),
    );
  ext
    .command('logout')
    .description('forget the token')
    .option('--revoke', 'end it at the registry too: it works nowhere then')
    .action((options: { revoke?: true }) =>
      run(
        import('./commands/logout.ts').then(({ logout }) => logout),
        { revoke: options.revoke === true },
      ),
    );
  ext
    .command('whoami')
    .description('show whose token is used')
    .action(() =>
      run(
        import('./commands/whoami.ts').then(({ whoami }) => whoami),
        {},
      ),
    );
  ext
    .command('publish')
    .description('check, pack and publish the extension in this folder')
    .option('--pre-release', 'needed for a pre-release version')
    .option('--dry-run', 'check, pack and ask the registry; store nothing')
    .option('--set-version <version>', 'version to publish, instead of that of the manifest')
    .option(
      '--include-root',
      'take in what the repository has and this folder lacks: README, LICENSE, CHANGELOG, images',
    )
    .option('--asset <asset>', 'address or id of a GitHub release asset that has the package')
    .option('--request-verified', 'also ask for the verified badge, which people give')
    .option('--request-review', 'where a person has to look at the code first, ask for that')
    .option('--wait', 'follow it until it can be found')
    .action((options: Partial<PublishOptions>) =>
      run(
        import('./commands/publish.ts').then(({ publish }) => publish),
        {
          preRelease: options.preRelease === true,
          dryRun: options.dryRun === true,
          setVersion: options.setVersion,
          includeRoot: options.includeRoot === true,
          asset: options.asset,
          requestVerified: options.requestVerified === true,
          requestReview: options.requestReview === true,
          wait: options.wait === true,
        },
      ),
    );
  ext
    .command('status [name@version]')
    .description("show where a publish stands (that of this folder's version)")
    .action((what: string | undefined) =>
      run(
        import('./commands/status.ts').then(({ status }) => status),
        { what },
      ),
    );
  ext
    .command('versions [name]')
    .description("list published versions (of this folder's extension, or NAME)")
    .action((name: string | undefined) =>
      run(
        import('./commands/versions.ts').then(({ versions }) => versions),
        { name },
      ),
    );
  ext
    .command('yank <version>')
    .description('hide a published version from new installs')
    .option('--name <name>', "another extension than this folder's")
    .option('--reason <text>', 'shown to whoever has the version')
    .option('--undo', 'offer the version again')
    .action((version: string, options: { name?: string; reason?: string; undo?: true }) =>
      run(
        import('./commands/yank.ts').then(({ yank }) => yank),
        { version, ...options },
      ),
    );
}

function readTestFlags(
  files: string[],
  { name, reporter, timeout, ...flags }: Omit<TestFlags, 'watch'>,
): TestOptions {
  const timeoutMs = Number(timeout);
  if (!Number.isInteger(timeoutMs) || timeoutMs <= 0) {
    throw new RegistryError('usage', `--timeout takes milliseconds, not "${timeout}"`, {
      hint: 'For instance --timeout 10000.',
    });
  }
  return {
    files,
    name,
    strict: flags.strict === true,
    requireConfined: flags.requireConfined === true,
    allowNetwork: flags.allowNetwork === true,
    reporter,
    timeoutMs,
  };
}

function aloneDryRun(): RegistryError {
  return new RegistryError('usage', '--dry-run shows what --from would change', {
    hint: 'Add --from DIR, or leave --dry-run out.',
  });
}

function declareCare(ext: Program, run: Run): void {
  ext
    .command('verify')
    .description('compare every installed file with what was installed')
    .action(() =>
      run(
        import('./commands/verify.ts').then(({ verify }) => verify),
        {},
      ),
    );
  ext
    .command('doctor')
    .description('look for what is wrong on this machine')
    .option('--repair', 'rebuild a damaged state from the installed folders')
    .action((options: { repair?: true }) =>
      run(
        import('./commands/doctor.ts').then(({ doctor }) => doctor),
        { repair: options.repair === true },
      ),
    );
  ext
    .command('completion <shell>')
    .description('print a completion script for bash, zsh or fish')
    .action((shell: string) =>
      run(
        import('./commands/completion.ts').then(({ completion }) => completion),
        { shell, program: ext },
      ),
    );
}

/** Declares the hidden command that other commands start in the background. */
function declareTell(root: Program, run: Run): void {
  root
    .command('report-installs <what> <extensions...>', { hidden: true })
    .requiredOption('--api <url>')
    .action((what: string, extensions: string[], { api }: { api: string }) =>
      run(
        import('./commands/report.ts').then(({ report }) => report),
        { what: what === 'install' ? 'install' : 'uninstall', extensions, api },
      ),
    );
}

async function runCommand<O, R>(
  command: Command<O, R>,
  call: { options: O; globals: GlobalOptions; context: Context },
): Promise<ExitCode> {
  const context = readGlobals(call.globals, call.context);
  const { stdout } = context;
  const style = styleFor(stdout, context);
  const result = await command.run(call.options, context);
  if (command.printsItself === true) return command.exitCode?.(result) ?? 0;
  if (context.json) {
    const value = command.json === undefined ? result : command.json(result);
    stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  } else {
    const text = command.text(result, style);
    if (text !== '') stdout.write(`${fitColumns(text, stdout)}\n`);
  }
  if (command.showsUpdates !== true) {
    const { showNotice } = await import('./notice/show-notice.ts');
    await showNotice(context);
  }
  return command.exitCode?.(result) ?? 0;
}
