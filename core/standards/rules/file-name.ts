import { FILE_START } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** The file name can be taken apart. */
export const fileName: Rule = {
  id: "file-name",
  severity: "error",
  source: scs0001("Document format"),
  summary: "The file name follows `scs-NNNN-vN-slug.md`, or `scs-NNNN-wN-slug.md` for a supplement.",
  *check({ document }) {
    const { fileName, name } = document;
    if (name === undefined) {
      yield {
        message: `The file name is \`${fileName}\`, expected \`<prefix>-<number>-v<version>-<slug>.md\`: ${explain(fileName)}.`,
        span: FILE_START,
      };
    } else if (name.number === "xxxx" && name.series === "w") {
      yield {
        message: `The supplement is called \`${fileName}\`; expected the number of the document that it supplements instead of \`xxxx\`.`,
        span: FILE_START,
      };
    }
  },
};

/** Says which part is wrong, the most likely first. */
function explain(fileName: string): string {
  if (!fileName.endsWith(".md")) return "the ending is not `.md`";
  const [prefix = "", number = "", version = "", ...slug] = fileName.slice(0, -".md".length).split("-");
  if (!/^[a-z][a-z0-9]*$/.test(prefix)) return `\`${prefix}\` is not a prefix of lower-case letters and digits`;
  if (!/^(\d{4}|xxxx)$/.test(number)) return `\`${number}\` is not a number of four digits (or \`xxxx\` in a proposal)`;
  if (!/^[vw][1-9]\d{0,3}$/.test(version)) return `\`${version}\` is not \`v\` or \`w\` with a version from 1`;
  return slug.join("-") === "" ? "there is no slug" : "a part is missing";
}
