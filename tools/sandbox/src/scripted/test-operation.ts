import type { Static, TSchema } from 'typebox';
import type { CallRecord } from '../host/call-record.ts';
import { argumentParser } from '../protocol/parse-arguments.ts';
import type { FolderServices } from '../services/folder-services.ts';
import { ServiceError } from '../services/service-error.ts';
import type { LaunchedCommands } from './raycast/launched-commands.ts';
import type { SeenInterface } from './seen-interface.ts';
import type { SeenVscode } from './seen-vscode.ts';
import type { TestWorld } from './test-world.ts';

/** What the operations of a test work on. */
export interface OperationContext {
  world: TestWorld;
  services: FolderServices;
  seen: SeenInterface;
  vscode: SeenVscode;
  /** Null for extensions of other kinds. */
  raycast: LaunchedCommands | null;
  /** What the extension called, in order. */
  calls: readonly CallRecord[];
  path: string | undefined;
}

/** Something that the module for tests may ask of its host. */
export interface TestOperation {
  /** @throws ServiceError `invalid-argument` */
  run(args: unknown[], context: OperationContext): unknown;
}

/** Makes an operation whose arguments are checked. */
export function defineOperation<S extends TSchema[]>(
  args: readonly [...S],
  run: (args: { [K in keyof S]: Static<S[K]> }, context: OperationContext) => unknown,
): TestOperation {
  const parse = argumentParser(args);
  return {
    run: (given, context) => {
      const parsed = parse(given);
      if (parsed.ok) return run(parsed.value as { [K in keyof S]: Static<S[K]> }, context);
      const [first] = parsed.errors;
      throw new ServiceError(
        'invalid-argument',
        `${first?.path ?? '/'} ${first?.message ?? 'is wrong'}; it is ${first?.found ?? '?'}`,
      );
    },
  };
}
