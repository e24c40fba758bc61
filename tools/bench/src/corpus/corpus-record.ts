/** One extension of a corpus: what its index entry and the queries are made from. */
export interface CorpusRecord {
  name: string;
  displayName: string;
  description: string;
  /** How often it was downloaded: what popularity goes by. */
  downloads: number;
  updatedAt: string;
}
