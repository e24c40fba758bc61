import * as Type from 'typebox';
import type { Static } from 'typebox';

/** A heading of a guide. */
const GuideHeadingSchema = Type.Object({
  id: Type.String(),
  text: Type.String(),
  level: Type.Union([Type.Literal(2), Type.Literal(3)]),
});
export type GuideHeading = Static<typeof GuideHeadingSchema>;

/** A page that can be gone to, `/docs/<id>/`. */
const DocsLinkSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  description: Type.String(),
});
export type DocsLink = Static<typeof DocsLinkSchema>;

/** Pages that belong together. */
const DocsGroupSchema = Type.Object({ title: Type.String(), links: Type.Array(DocsLinkSchema) });
export type DocsGroup = Static<typeof DocsGroupSchema>;

/** A page of the documentation. */
export const DocsPageSchema = Type.Object({
  title: Type.String(),
  description: Type.String(),
  html: Type.String(),
  /** What it has to jump to. */
  headings: Type.Array(GuideHeadingSchema),
  groups: Type.Array(DocsGroupSchema),
  /** Id of the page in the groups that it is, or belongs to. */
  within: Type.String(),
  previous: Type.Union([DocsLinkSchema, Type.Null()]),
  next: Type.Union([DocsLinkSchema, Type.Null()]),
});
export type DocsPage = Static<typeof DocsPageSchema>;

/** What the documentation begins with. */
export const DocsIndexPageSchema = Type.Object({ groups: Type.Array(DocsGroupSchema) });
export type DocsIndexPage = Static<typeof DocsIndexPageSchema>;
