import * as Type from 'typebox';
import type { Static } from 'typebox';

/** A heading of a guide. */
export const GuideHeadingSchema = Type.Object({
  id: Type.String(),
  text: Type.String(),
  level: Type.Union([Type.Literal(2), Type.Literal(3)]),
});
export type GuideHeading = Static<typeof GuideHeadingSchema>;

/** A link to a page of the documentation, `/docs/<id>/`. */
const DocsLinkSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  description: Type.String(),
});
export type DocsLink = Static<typeof DocsLinkSchema>;

/** A group of links to pages. */
const DocsGroupSchema = Type.Object({ title: Type.String(), links: Type.Array(DocsLinkSchema) });
export type DocsGroup = Static<typeof DocsGroupSchema>;

/** A page of the documentation. */
export const DocsPageSchema = Type.Object({
  title: Type.String(),
  description: Type.String(),
  html: Type.String(),
  /** Headings of the page, for its table of contents. */
  headings: Type.Array(GuideHeadingSchema),
  groups: Type.Array(DocsGroupSchema),
  /** Id of this page in the groups, or of the page that it belongs to. */
  within: Type.String(),
  previous: Type.Union([DocsLinkSchema, Type.Null()]),
  next: Type.Union([DocsLinkSchema, Type.Null()]),
});
export type DocsPage = Static<typeof DocsPageSchema>;

/** The start page of the documentation. */
export const DocsIndexPageSchema = Type.Object({ groups: Type.Array(DocsGroupSchema) });
export type DocsIndexPage = Static<typeof DocsIndexPageSchema>;
