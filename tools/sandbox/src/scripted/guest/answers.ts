/** What a test answers when it is asked, by member of the API. */
interface Answers {
  once: unknown[];
  always: ((call: never) => unknown) | null;
}

interface Route {
  fits(text: string): boolean;
  answer: unknown;
}

const answers = new Map<string, Answers>();
const routes: Route[] = [];
const programs: Route[] = [];

/** `host.answer`: values answer once each, in order; a function answers whatever comes after them. */
export function addAnswers(api: string, given: readonly unknown[]): void {
  const known = answers.get(api) ?? { once: [], always: null };
  answers.set(api, known);
  for (const one of given) {
    if (typeof one === 'function') known.always = one as Answers['always'];
    else known.once.push(one);
  }
}

/** `host.network`. */
export function addRoute(pattern: string | RegExp, answer: unknown): void {
  routes.unshift({ fits: toUrlTest(pattern), answer });
}

/** `host.exec`. */
export function addProgram(pattern: string | RegExp, answer: unknown): void {
  const fits =
    typeof pattern === 'string'
      ? (line: string) => line === pattern || line.startsWith(`${pattern} `)
      : (line: string) => pattern.test(line);
  programs.unshift({ fits, answer });
}

function toUrlTest(pattern: string | RegExp): (url: string) => boolean {
  if (typeof pattern !== 'string') return (url) => pattern.test(url);
  const source = pattern.split('*').map(escapePattern).join('.*');
  const whole = new RegExp(`^${source}$`, 's');
  return (url) => whole.test(url) || whole.test(url.replace(/\/$/, ''));
}

function escapePattern(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

/** What the test answers to a call, in an array of one; null where it says nothing of it. */
export async function findScriptedAnswer(
  name: string,
  call: Record<string, unknown>,
): Promise<[unknown] | null> {
  if (name === 'network.fetch') {
    const url = String(call['url']);
    const route = routes.find(({ fits }) => fits(url) || fits(`${String(call['method'])} ${url}`));
    if (route !== undefined) return [await toWireResponse(route.answer, call)];
  }
  if (name === 'system.exec') {
    const args = Array.isArray(call['args']) ? call['args'] : [];
    const line = [call['command'], ...args].join(' ');
    const program = programs.find(({ fits }) => fits(line));
    if (program !== undefined) return [toExecResult(await evaluate(program.answer, call))];
  }
  const known = answers.get(name);
  if (known === undefined) return null;
  if (known.once.length > 0) return [await known.once.shift()];
  return known.always === null ? null : [await known.always(call as never)];
}

async function evaluate(answer: unknown, call: unknown): Promise<unknown> {
  return typeof answer === 'function' ? Reflect.apply(answer, undefined, [call]) : answer;
}

async function toWireResponse(answer: unknown, call: Record<string, unknown>): Promise<object> {
  const value = typeof answer === 'function' ? await evaluate(answer, toRequest(call)) : answer;
  const response = toResponse(value);
  const { status, statusText, headers } = response;
  return { status, statusText, headers: Array.from(headers), body: await response.bytes() };
}

function toRequest({ url, method, headers, body }: Record<string, unknown>): Request {
  return new Request(String(url), {
    method: String(method),
    headers: headers as [string, string][],
    ...(body instanceof Uint8Array && { body: body as Uint8Array<ArrayBuffer> }),
  });
}

function toResponse(value: unknown): Response {
  if (value instanceof Response) return value.clone(); // it may answer again
  return typeof value === 'string' ? new Response(value) : Response.json(value);
}

function toExecResult(value: unknown): object {
  const result = typeof value === 'string' ? { stdout: value } : Object(value);
  return { exitCode: 0, stdout: '', stderr: '', ...result };
}
