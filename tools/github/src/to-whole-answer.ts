/**
 * An answer in JSON whose text has come as a whole: the library takes one that was cut off for a text,
 * and its callers find nothing in it. Other answers, such as files, stay streams.
 *
 * @throws TypeError where the connection is cut, as `fetch` does
 */
export async function toWholeAnswer(response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (response.body === null || !/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) return response;
  const text = await response.text();
  const { status, statusText, headers, url } = response;
  const whole = new Response(text, { status, statusText, headers });
  return Object.defineProperty(whole, 'url', { value: url }); // pages of a list are found by it
}
