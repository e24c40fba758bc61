import type { Command } from 'commander';
import type { GlobalOptions, Run } from './run.ts';

/** Declares what people decide: feature, badge, clear, owner. */
export function declareCuration(program: Command, run: Run): void {
  program
    .command('feature <name...>')
    .description('show extensions first')
    .option('--remove', 'feature them no longer', false)
    .option('--reason <text>', 'kept in the history of the index')
    .action(async (names: string[], _options, command: Command) => {
      const { feature } = await import('./feature.ts');
      const { renderFeatured } = await import('./render/render-featured.ts');
      const options = command.optsWithGlobals<
        GlobalOptions & { remove: boolean; reason?: string }
      >();
      await run(options, {
        run: (context) => feature({ ...options, names }, context),
        render: renderFeatured,
      });
    });
  program
    .command('badge <login>')
    .description('give an account the verified mark, once its claim was checked')
    .option('--remove', 'take it away', false)
    .option('--reason <text>', 'kept in the history of the index')
    .action(async (login: string, _options, command: Command) => {
      const { badge } = await import('./badge.ts');
      const { renderBadge } = await import('./render/render-badge.ts');
      const options = command.optsWithGlobals<
        GlobalOptions & { remove: boolean; reason?: string }
      >();
      await run(options, {
        run: (context) => badge({ ...options, login }, context),
        render: renderBadge,
      });
    });
  program
    .command('clear <sha256>')
    .description('let a package be published whose code can not be told by reading it')
    .requiredOption('--name <name>', 'of the package')
    .requiredOption('--version <version>', 'of the package')
    .requiredOption('--reason <text>', 'kept in the history of the index')
    .option('--undo', 'clear it no longer', false)
    .action(async (sha256: string, _options, command: Command) => {
      const { clear } = await import('./clear.ts');
      const { renderCleared } = await import('./render/render-cleared.ts');
      const options = command.optsWithGlobals<
        GlobalOptions & { name: string; version: string; reason: string; undo: boolean }
      >();
      await run(options, {
        run: (context) => clear({ ...options, sha256 }, context),
        render: renderCleared,
      });
    });
  const owners = program.command('owner').description('change who may publish an extension');
  for (const action of ['add', 'remove'] as const) {
    owners
      .command(`${action} <name> <login>`)
      .description(action === 'add' ? 'add an owner' : 'take an owner away, but never the last one')
      .option('--reason <text>', 'kept in the history of the index')
      .action(async (name: string, login: string, _options, command: Command) => {
        const { owner } = await import('./owner.ts');
        const { renderOwners } = await import('./render/render-owners.ts');
        const options = command.optsWithGlobals<GlobalOptions & { reason?: string }>();
        await run(options, {
          run: (context) => owner({ reason: options.reason, action, name, login }, context),
          render: renderOwners,
        });
      });
  }
}
