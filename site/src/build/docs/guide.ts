/** A page of the documentation, before rendering. */
export interface Guide {
  /** Id; the page's address is `/docs/<id>/`. */
  id: string;
  title: string;
  /** One or two sentences, shown below the title and in lists. */
  description: string;
  /** Trusted Markdown, which may contain `{{site}}` and other values. */
  text: string;
}

/** A group of guides in reading order. */
export interface GuideGroup {
  title: string;
  guides: Guide[];
}
