import type { Child } from "hono/jsx";

import { StatusMark, type Status } from "../standards/status-mark.tsx";

/** The verdict of a page as a sentence in large type, with its mark: what a buyer reads first, and perhaps only. */
export function Verdict(props: { status: Status; word?: string; children?: Child }) {
  const word = props.word === undefined ? {} : { word: props.word };
  return (
    <div class="verdict">
      <StatusMark status={props.status} {...word} />
      <p>{props.children}</p>
    </div>
  );
}
