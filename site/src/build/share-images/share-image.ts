/** The data of an image for link previews. */
export interface ShareImage {
  title: string;
  /** ASCII name, shown where the title can't be drawn. */
  name: string;
  description: string;
  publisher: { login: string; verified: boolean } | null;
  /** Short facts at the bottom. */
  facts: string[];
  registryName: string;
}
