/** A page of the documentation before it is rendered. */
export interface Guide {
  /** Its address is `/docs/<id>/`. */
  id: string;
  title: string;
  /** One or two sentences, shown below the title and in lists. */
  description: string;
  /** Markdown of ours, with `{{site}}` and the like in it. */
  text: string;
}

/** Guides that belong together, in the order in which they are read. */
export interface GuideGroup {
  title: string;
  guides: Guide[];
}
