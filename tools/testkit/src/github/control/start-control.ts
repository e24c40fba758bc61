import type { GitHub } from '../github.ts';
import { listen } from '../transport/listen.ts';
import { readRequest } from '../transport/read-request.ts';
import { sendAnswer } from '../transport/send-answer.ts';
import { commands } from './commands.ts';

/**
 * Lets another process set the scene of a fake GitHub: `POST /addUser` with `{"login": "tidewater"}`
 * and so on, one of {@link commands} each. What can't be done is a 400 that says why.
 *
 * @returns its base URL
 */
export async function startControl(github: GitHub): Promise<string> {
  const { url } = await listen((request, response) => {
    const run = async () => {
      const found = commands[(request.url ?? '').slice(1)];
      if (found === undefined) return { status: 404, body: { message: 'no such command' } };
      const text = (await readRequest(request)).toString('utf8');
      const result = await found.run(github, JSON.parse(text === '' ? '{}' : text));
      return { status: 200, body: result ?? null };
    };
    void run()
      .catch((error: unknown) => ({ status: 400, body: { message: String(error) } }))
      .then((answer) => sendAnswer(response, answer));
  });
  return url;
}
