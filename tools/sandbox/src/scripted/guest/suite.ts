/** The body of a test, or what runs before or after it. */
export type TestBody = () => unknown;

/** A test as its file declares it. */
export interface DeclaredTest {
  /** With the groups around it: `formats > writes ISO`. */
  name: string;
  body: TestBody;
  isSkipped: boolean;
  isOnly: boolean;
  /** Milliseconds; undefined for those of the whole run. */
  timeout: number | undefined;
  group: Group;
  /** The stack where it was declared. */
  at: string;
}

interface Group {
  name: string;
  parent: Group | null;
  isSkipped: boolean;
  isOnly: boolean;
  before: TestBody[];
  after: TestBody[];
}

const makeGroup = (name: string, parent: Group | null, how: Marks = {}): Group => ({
  name,
  parent,
  isSkipped: how.isSkipped === true || parent?.isSkipped === true,
  isOnly: how.isOnly === true || parent?.isOnly === true,
  before: [],
  after: [],
});

interface Marks {
  isSkipped?: boolean;
  isOnly?: boolean;
}

let group = makeGroup('', null);
let isRunning = false;

/** All tests of the file, in order. */
export const declared: DeclaredTest[] = [];

function declareGroup(how: Marks) {
  return (name: string, body: () => unknown): void => {
    refuseLate('describe');
    const outer = group;
    group = makeGroup(joinName(outer.name, name), outer, how);
    try {
      const given = body();
      if (given instanceof Promise) {
        throw new TypeError(
          `describe("${name}") must not be async: its tests would come too late.`,
        );
      }
    } finally {
      group = outer;
    }
  };
}

function declareTest(how: Marks) {
  return (name: string, body: TestBody, options: { timeout?: number } = {}): void => {
    refuseLate('test');
    if (typeof body !== 'function') throw new TypeError(`test("${name}") needs a function.`);
    declared.push({
      name: joinName(group.name, name),
      body,
      isSkipped: how.isSkipped === true || group.isSkipped,
      isOnly: how.isOnly === true || group.isOnly,
      timeout: options.timeout,
      group,
      at: new Error().stack ?? '',
    });
  };
}

function refuseLate(what: string): void {
  if (isRunning)
    throw new Error(`${what} was called while a test runs: declare all tests at the top.`);
}

function joinName(outer: string, name: string): string {
  return outer === '' ? name : `${outer} > ${name}`;
}

/** Declares the same test for each of several values; `%s` in its name is the value. */
function declareEach(values: readonly unknown[]) {
  return (name: string, body: (...values: never[]) => unknown, options?: { timeout?: number }) => {
    for (const value of values) {
      const args = Array.isArray(value) ? value : [value];
      const rest = args.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
      const shown = name.replaceAll('%s', () => rest.shift() ?? '');
      declareTest({})(shown, () => Reflect.apply(body, undefined, args), options);
    }
  };
}

/** Groups tests. */
export const describe = Object.assign(declareGroup({}), {
  skip: declareGroup({ isSkipped: true }),
  only: declareGroup({ isOnly: true }),
});

/** Declares a test. */
export const test = Object.assign(declareTest({}), {
  skip: declareTest({ isSkipped: true }),
  only: declareTest({ isOnly: true }),
  each: declareEach,
});

/** Runs before each test of its group. */
export function beforeEach(body: TestBody): void {
  refuseLate('beforeEach');
  group.before.push(body);
}

/** Runs after each test of its group, also after one that failed. */
export function afterEach(body: TestBody): void {
  refuseLate('afterEach');
  group.after.push(body);
}

/** Runs a test with what comes before and after it. @throws what it throws first */
export async function runDeclared({ body, group: own }: DeclaredTest): Promise<void> {
  isRunning = true;
  const groups: Group[] = [];
  for (let at: Group | null = own; at !== null; at = at.parent) groups.push(at);
  const thrown: unknown[] = [];
  const attempt = async (steps: readonly TestBody[]) => {
    try {
      for (const step of steps) await step();
    } catch (error) {
      thrown.push(error);
    }
  };
  await attempt([...groups.toReversed().flatMap(({ before }) => before), body]);
  for (const { after } of groups) await attempt(after.toReversed());
  if (thrown.length > 0) throw thrown[0];
}
