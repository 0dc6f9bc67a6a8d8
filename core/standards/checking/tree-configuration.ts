import {
  DEFAULT_CONFIGURATION,
  readCheckConfig,
  type CheckConfiguration,
} from "#core/standards/checking/check-config.ts";
import { readMarkdownStyle } from "#core/standards/checking/markdown-style.ts";
import { parseTreeConfig } from "#core/standards/publishing/site-config.ts";

/** The files of a tree that say how it is checked, as far as it has them. */
export interface ConfigurationTexts {
  /** `stele.config.yaml`. */
  readonly configText: string | undefined;
  /** The tree's own markdownlint configuration. */
  readonly styleText: string | undefined;
}

/** How a tree is checked by its own files; the defaults stand in for those that it does not have. */
export function configurationOf({ configText, styleText }: ConfigurationTexts): CheckConfiguration {
  // A file that says nothing stands for the defaults.
  const configuration =
    configText === undefined || configText.trim() === "" ? DEFAULT_CONFIGURATION : readWhole(configText);
  const style = styleText === undefined ? undefined : readMarkdownStyle(styleText);
  return style === undefined ? configuration : { ...configuration, style };
}

/** Findings are those of the whole file: a slip outside `check` (a layout that is not there) misleads a check as well. */
function readWhole(configText: string): CheckConfiguration {
  return { ...readCheckConfig(configText), findings: parseTreeConfig(configText).findings };
}
