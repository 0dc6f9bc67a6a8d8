import { byteOrderMark } from "./byte-order-mark.ts";
import { codeLanguage } from "./code-language.ts";
import { dateOrder } from "./date-order.ts";
import { description } from "./description.ts";
import { duplicateHeading } from "./duplicate-heading.ts";
import { emptySection } from "./empty-section.ts";
import { fileName } from "./file-name.ts";
import { footnoteUndefined } from "./footnote-undefined.ts";
import { frontMatterForbidden } from "./front-matter-forbidden.ts";
import { frontMatterList } from "./front-matter-list.ts";
import { frontMatterRequired } from "./front-matter-required.ts";
import { frontMatterSyntax } from "./front-matter-syntax.ts";
import { frontMatterTrailingSpace } from "./front-matter-trailing-space.ts";
import { frontMatterUnknownField } from "./front-matter-unknown-field.ts";
import { frontMatterValue } from "./front-matter-value.ts";
import { headingRank } from "./heading-rank.ts";
import { imageAlt } from "./image-alt.ts";
import { imageRemote } from "./image-remote.ts";
import { keywordDefinition } from "./keyword-definition.ts";
import { keywordInSupplement } from "./keyword-in-supplement.ts";
import { keywordLowercase } from "./keyword-lowercase.ts";
import { keywordMissing } from "./keyword-missing.ts";
import { keywordUnknown } from "./keyword-unknown.ts";
import { knownTrack } from "./known-track.ts";
import { lineEndings } from "./line-endings.ts";
import { linkAbsolute } from "./link-absolute.ts";
import { linkAnchor } from "./link-anchor.ts";
import { linkMoved } from "./link-moved.ts";
import { linkRelative } from "./link-relative.ts";
import { linkRepositoryPath } from "./link-repository-path.ts";
import { linkTarget } from "./link-target.ts";
import { linkText } from "./link-text.ts";
import { linkToDeprecated } from "./link-to-deprecated.ts";
import { linkToDraft } from "./link-to-draft.ts";
import { majorUpdate } from "./major-update.ts";
import { majorUpdateOfDraft } from "./major-update-of-draft.ts";
import { oneStableVersion } from "./one-stable-version.ts";
import { proposalNumber } from "./proposal-number.ts";
import { recordAbstract } from "./record-abstract.ts";
import { recordContext } from "./record-context.ts";
import { recordDecision } from "./record-decision.ts";
import { recordRelatedDocuments } from "./record-related-documents.ts";
import { replacedByRecommended } from "./replaced-by-recommended.ts";
import { replacedBySuccessor } from "./replaced-by-successor.ts";
import { selfReference } from "./self-reference.ts";
import { slugCharacters } from "./slug-characters.ts";
import { slugHyphens } from "./slug-hyphens.ts";
import { slugStart } from "./slug-start.ts";
import { standardConformanceTests } from "./standard-conformance-tests.ts";
import { standardIntroduction } from "./standard-introduction.ts";
import { standardMotivation } from "./standard-motivation.ts";
import { standardRegulation } from "./standard-regulation.ts";
import { supplementLatest } from "./supplement-latest.ts";
import { supplementLinked } from "./supplement-linked.ts";
import { supplementNumber } from "./supplement-number.ts";
import { supplementTarget } from "./supplement-target.ts";
import { supplementType } from "./supplement-type.ts";
import { templateLeftover } from "./template-leftover.ts";
import { terminologySection } from "./terminology-section.ts";
import { timelineGap } from "./timeline-gap.ts";
import { titleChanged } from "./title-changed.ts";
import { titleHeading } from "./title-heading.ts";
import { trackDigit } from "./track-digit.ts";
import { typeChanged } from "./type-changed.ts";
import { unfinishedText } from "./unfinished-text.ts";
import { uniqueNumber } from "./unique-number.ts";
import { unknownDocument } from "./unknown-document.ts";
import { versionGap } from "./version-gap.ts";
import type { Rule } from "./parts/rule.ts";

/** All rules about documents, grouped as their pages are: name, front matter, sections, other documents, links, language. */
export const RULES: readonly Rule[] = [
  fileName,
  slugCharacters,
  slugStart,
  slugHyphens,
  uniqueNumber,
  versionGap,
  oneStableVersion,
  trackDigit,
  proposalNumber,
  byteOrderMark,
  lineEndings,
  frontMatterSyntax,
  frontMatterRequired,
  frontMatterValue,
  frontMatterForbidden,
  frontMatterList,
  frontMatterUnknownField,
  frontMatterTrailingSpace,
  knownTrack,
  supplementType,
  supplementNumber,
  dateOrder,
  replacedByRecommended,
  description,
  standardIntroduction,
  standardMotivation,
  standardRegulation,
  standardConformanceTests,
  recordAbstract,
  recordContext,
  recordDecision,
  terminologySection,
  recordRelatedDocuments,
  emptySection,
  titleHeading,
  headingRank,
  duplicateHeading,
  templateLeftover,
  unfinishedText,
  unknownDocument,
  selfReference,
  replacedBySuccessor,
  majorUpdate,
  majorUpdateOfDraft,
  typeChanged,
  titleChanged,
  supplementTarget,
  supplementLatest,
  supplementLinked,
  timelineGap,
  linkTarget,
  linkAnchor,
  linkText,
  linkToDraft,
  linkToDeprecated,
  linkRelative,
  linkAbsolute,
  linkMoved,
  linkRepositoryPath,
  footnoteUndefined,
  codeLanguage,
  imageRemote,
  imageAlt,
  keywordDefinition,
  keywordMissing,
  keywordInSupplement,
  keywordUnknown,
  keywordLowercase,
];
