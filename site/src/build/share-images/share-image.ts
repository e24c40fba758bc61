/** What the image for links to a page shows. */
export interface ShareImage {
  title: string;
  /** In letters of ASCII: shown where those of the title can't be set. */
  name: string;
  description: string;
  publisher: { login: string; verified: boolean } | null;
  /** Short facts at the foot. */
  facts: string[];
  registryName: string;
}
