import type { Finding } from "#core/base/finding.ts";
import { createLineIndex } from "#core/base/text/line-index.ts";
import {
  DEFAULT_CONFIGURATION,
  readCheckConfig,
  type CheckConfiguration,
} from "#core/standards/checking/check-config.ts";
import { readMarkdownStyle, STYLE_FILES } from "#core/standards/checking/markdown-style.ts";
import { LINEAR_PATTERNS, type PatternEngine } from "#core/standards/checking/search-pattern.ts";
import { GOOD_PRACTICE } from "#core/standards/rules/parts/sources.ts";

/** The files of a tree that say how it is checked, as far as it has them. */
export interface ConfigurationTexts {
  /** `stele.config.yaml`. */
  readonly configText: string | undefined;
  /** The tree's own markdownlint configuration. */
  readonly styleText: string | undefined;
  /** Where the latter lies in the tree (default: under the first of its names). */
  readonly stylePath?: string | undefined;
  /** All files of the tree, so that the folders of its layout can be looked for (default: not known). */
  readonly paths?: readonly string[] | undefined;
}

/**
 * How a tree is checked by its own files; the defaults stand in for those that it does not have. `engine` matches the patterns
 * of the style (default: in one pass, as strangers send them).
 */
export function configurationOf(
  texts: ConfigurationTexts,
  engine: PatternEngine = LINEAR_PATTERNS,
): CheckConfiguration {
  const { configText, styleText, stylePath = STYLE_FILES[0] } = texts;
  // A file that says nothing stands for the defaults.
  const configuration =
    configText === undefined || configText.trim() === ""
      ? DEFAULT_CONFIGURATION
      : readCheckConfig(configText, texts.paths);
  return styleText === undefined ? configuration : withStyle(configuration, styleText, stylePath, engine);
}

function withStyle(
  configuration: CheckConfiguration,
  text: string,
  path: string,
  engine: PatternEngine,
): CheckConfiguration {
  const style = readMarkdownStyle(text, engine);
  const lines = createLineIndex(text);
  const warn = (message: string, start: number, end: number): Finding => ({
    ruleId: "config",
    severity: "warning",
    message,
    place: { path, start: lines.positionAt(start), end: lines.positionAt(end) },
    source: GOOD_PRACTICE,
  });
  if (style === undefined) {
    const message = "This is not JSON with comments, so documents are judged by the default style; repair it.";
    return { ...configuration, findings: [...configuration.findings, warn(message, 0, 0)] };
  }
  const findings = style.refusals.map(({ text: quoted, message }) => {
    const written = JSON.stringify(quoted);
    const start = Math.max(0, text.indexOf(written));
    return warn(message, start, start + (text.startsWith(written, start) ? written.length : 0));
  });
  return { ...configuration, style, findings: [...configuration.findings, ...findings] };
}
