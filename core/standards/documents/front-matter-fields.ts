/** The fields of the front matter: the table of SCS-0001, and `title` and `description`, which every page uses. */
export const FRONT_MATTER_FIELDS = [
  "title",
  "type",
  "status",
  "track",
  "description",
  "supplements",
  "stabilized_at",
  "deprecated_at",
  "rejected_at",
  "replaced_by",
  "replaces",
] as const;
