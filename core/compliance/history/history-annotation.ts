/** Why a cloud did not comply for a while: words of the certification body beside the results, which stay as they are. */
import { failure, success, type Result } from "#core/base/result.ts";

/** Whose fault a bad period was: the cloud's, the test's, or of how testing was done. */
export const ANNOTATION_KINDS = ["cloud-defect", "test-defect", "procedure"] as const;

/** Whose fault a bad period was. */
export type AnnotationKind = (typeof ANNOTATION_KINDS)[number];

/** A remark on a period of the history; appended, never changed. */
export interface HistoryAnnotation {
  /** Counts all annotations from 1. */
  readonly number: number;
  readonly kind: AnnotationKind;
  readonly from: Date;
  /** The end, excluded; undefined while it goes on. */
  readonly to: Date | undefined;
  /** Public, in one sentence. */
  readonly note: string;
  /** Subject of the account that wrote it. */
  readonly by: string;
  readonly recordedAt: Date;
  /** When a later entry took it back; undefined while it stands. */
  readonly withdrawnAt: Date | undefined;
}

/** Longest note, in characters. */
export const MAX_NOTE_CHARACTERS = 500;

/** Why an annotation is refused. */
export type AnnotationRefusal = "no-note" | "no-period" | "in-the-future";

/** Checks an annotation: it has a note, and speaks of time that has passed or has begun. */
export function checkAnnotation(
  annotation: Pick<HistoryAnnotation, "from" | "to" | "note">,
  now: Date,
): Result<void, AnnotationRefusal> {
  const { from, to } = annotation;
  const note = annotation.note.trim();
  if (note === "" || note.length > MAX_NOTE_CHARACTERS) return failure("no-note");
  if (to !== undefined && from >= to) return failure("no-period");
  return from > now || (to !== undefined && to > now) ? failure("in-the-future") : success(undefined);
}

/** The annotations as they were known at an instant. */
export function annotationsAt(annotations: readonly HistoryAnnotation[], instant: Date): readonly HistoryAnnotation[] {
  return annotations.filter(
    ({ recordedAt, withdrawnAt }) => recordedAt <= instant && (withdrawnAt === undefined || withdrawnAt > instant),
  );
}

/** Whether the cloud is not to blame for the period. */
export function excuses({ kind }: HistoryAnnotation): boolean {
  return kind === "test-defect" || kind === "procedure";
}
