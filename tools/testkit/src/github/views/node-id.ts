/** The id of something in GraphQL, which every answer carries. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}${id}`).toString('base64url');
}
