/**
 * Reads a JSON response completely before it is passed on: the library would take a truncated one for text,
 * in which callers find nothing. Other responses, such as files, stay streams.
 *
 * @throws TypeError where the connection is cut, as `fetch` does
 */
export async function toWholeAnswer(response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (response.body === null || !/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) return response;
  const text = await response.text();
  const { status, statusText, headers, url } = response;
  const whole = new Response(text, { status, statusText, headers });
  return Object.defineProperty(whole, 'url', { value: url }); // pagination reads it
}
