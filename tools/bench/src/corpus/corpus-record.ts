/** An extension of a corpus, from which its index entry and queries are made. */
export interface CorpusRecord {
  name: string;
  displayName: string;
  description: string;
  /** Number of downloads, which determine popularity. */
  downloads: number;
  updatedAt: string;
}
