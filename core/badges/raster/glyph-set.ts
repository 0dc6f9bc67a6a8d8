/** Outlines are rounded to this many units per font size: a hundredth of a pixel at the sizes of badges. */
export const GLYPH_UNITS_PER_EM = 1024;

/** Quotation marks, dashes, arrows and signs that labels use. */
const SIGNS = [
  0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2018, 0x2019, 0x201a, 0x201c, 0x201d, 0x201e, 0x2020, 0x2021,
  0x2022, 0x2026, 0x2030, 0x2039, 0x203a, 0x20ac, 0x2122, 0x2190, 0x2192, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265,
  0x2713, 0x2717, 0xfffd,
];

/** Characters that can be drawn without a font at hand: Basic Latin, Latin-1, Latin Extended-A, signs; U+FFFD stands in. */
export const GLYPH_CODE_POINTS: readonly number[] = [...range(0x20, 0x7e), ...range(0xa0, 0x17f), ...SIGNS];

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
