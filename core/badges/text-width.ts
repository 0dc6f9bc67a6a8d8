/**
 * Widths of text in the sans-serif that badges ask for, without a font at hand: advance widths of DejaVu Sans in
 * thousandths of the font size, close to those of Verdana. Viewers with another font squeeze or stretch to the same
 * width (`textLength`), so a wrong guess never overflows.
 */

/** Printable ASCII, U+0020 to U+007E. */
const ASCII = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
  636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
  748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
  615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
  337, 636, 838,
];

/** Latin-1 Supplement and Latin Extended-A, U+00A0 to U+017F. */
const LATIN = [
  318, 401, 636, 636, 636, 636, 337, 500, 500, 1000, 471, 612, 838, 361, 1000, 500, 500, 838, 401, 401, 500, 636, 636,
  318, 500, 401, 471, 612, 969, 969, 969, 531, 684, 684, 684, 684, 684, 684, 974, 698, 632, 632, 632, 632, 295, 295,
  295, 295, 775, 748, 787, 787, 787, 787, 787, 838, 787, 732, 732, 732, 732, 611, 605, 630, 613, 613, 613, 613, 613,
  613, 982, 550, 615, 615, 615, 615, 278, 278, 278, 278, 612, 634, 612, 612, 612, 612, 612, 838, 612, 634, 634, 634,
  634, 592, 635, 592, 684, 613, 684, 613, 684, 613, 698, 550, 698, 550, 698, 550, 698, 550, 770, 635, 775, 635, 632,
  615, 632, 615, 632, 615, 632, 615, 632, 615, 775, 635, 775, 635, 775, 635, 775, 635, 752, 634, 916, 695, 295, 278,
  295, 278, 295, 278, 295, 278, 295, 278, 590, 556, 295, 278, 656, 579, 579, 557, 278, 557, 278, 557, 375, 557, 342,
  562, 284, 748, 634, 748, 634, 748, 634, 813, 748, 634, 787, 612, 787, 612, 787, 612, 1070, 1023, 695, 411, 695, 411,
  695, 411, 635, 521, 635, 521, 635, 521, 635, 521, 611, 392, 611, 392, 611, 392, 732, 634, 732, 634, 732, 634, 732,
  634, 732, 634, 732, 634, 989, 818, 611, 592, 611, 685, 525, 685, 525, 685, 525, 352,
];

/** Punctuation and signs that labels use. */
const SIGNS: ReadonlyMap<number, number> = new Map([
  [0x2010, 361],
  [0x2011, 361],
  [0x2012, 636],
  [0x2013, 500],
  [0x2014, 1000],
  [0x2015, 1000],
  [0x2018, 318],
  [0x2019, 318],
  [0x201a, 318],
  [0x201c, 518],
  [0x201d, 518],
  [0x201e, 518],
  [0x2020, 500],
  [0x2021, 500],
  [0x2022, 590],
  [0x2026, 1000],
  [0x2030, 1342],
  [0x2039, 400],
  [0x203a, 400],
  [0x20ac, 636],
  [0x2122, 1000],
  [0x2190, 838],
  [0x2192, 838],
  [0x2212, 838],
  [0x2248, 838],
  [0x2260, 838],
  [0x2264, 838],
  [0x2265, 838],
  [0x2713, 838],
  [0x2717, 838],
  [0xfffd, 1025],
]);

/** Letters that no table knows, such as Greek or Cyrillic; generous, as too wide looks better than squeezed. */
const UNKNOWN_WIDTH = 650;
/** East Asian characters and emoji fill a square. */
const SQUARE_WIDTH = 1000;
/** Marks that stand on the letter before them, joiners and variation selectors take no room. */
const COMBINING = /[\p{M}\p{Cf}]/u;
const SQUARE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** Printable ASCII of DejaVu Sans Bold. */
const BOLD_ASCII = [
  348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365, 696, 696, 696, 696, 696, 696, 696,
  696, 696, 696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995,
  837, 850, 733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500, 500, 675, 716, 593, 716,
  678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687, 716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712,
  365, 712, 838,
];
/** Bold characters that are neither above nor as wide as the letter below their accent. */
const BOLD_OTHERS: ReadonlyMap<number, number> = new Map([
  [0xa1, 456],
  [0xa2, 696],
  [0xa3, 696],
  [0xa4, 637],
  [0xa5, 696],
  [0xa6, 365],
  [0xa7, 500],
  [0xa8, 500],
  [0xa9, 1000],
  [0xaa, 564],
  [0xab, 646],
  [0xac, 838],
  [0xad, 415],
  [0xae, 1000],
  [0xaf, 500],
  [0xb0, 500],
  [0xb1, 838],
  [0xb2, 438],
  [0xb3, 438],
  [0xb4, 500],
  [0xb5, 736],
  [0xb6, 637],
  [0xb7, 380],
  [0xb8, 500],
  [0xb9, 438],
  [0xba, 564],
  [0xbb, 646],
  [0xbc, 1035],
  [0xbd, 1035],
  [0xbe, 1035],
  [0xbf, 580],
  [0xc6, 1085],
  [0xd0, 838],
  [0xd7, 838],
  [0xd8, 851],
  [0xde, 738],
  [0xdf, 720],
  [0xe6, 1048],
  [0xf0, 688],
  [0xf7, 838],
  [0xf8, 688],
  [0xfe, 716],
  [0x0110, 838],
  [0x0111, 716],
  [0x0126, 974],
  [0x0127, 790],
  [0x0131, 343],
  [0x0132, 744],
  [0x0133, 686],
  [0x0138, 665],
  [0x013e, 479],
  [0x013f, 638],
  [0x0140, 557],
  [0x0141, 643],
  [0x0142, 371],
  [0x0149, 983],
  [0x014a, 837],
  [0x014b, 712],
  [0x0152, 1167],
  [0x0153, 1095],
  [0x0166, 683],
  [0x0167, 479],
  [0x017f, 436],
  [0x2010, 415],
  [0x2011, 415],
  [0x2012, 696],
  [0x2013, 500],
  [0x2014, 1000],
  [0x2015, 1000],
  [0x2018, 380],
  [0x2019, 380],
  [0x201a, 380],
  [0x201c, 657],
  [0x201d, 657],
  [0x201e, 657],
  [0x2020, 500],
  [0x2021, 500],
  [0x2022, 640],
  [0x2026, 1000],
  [0x2030, 1440],
  [0x2039, 412],
  [0x203a, 412],
  [0x20ac, 696],
  [0x2122, 1000],
  [0x2190, 838],
  [0x2192, 838],
  [0x2212, 838],
  [0x2248, 838],
  [0x2264, 838],
  [0x2265, 838],
  [0x2713, 838],
  [0x2717, 838],
  [0xfffd, 1113],
]);
/** The rest, in times of their usual width. */
const BOLD_RATIO = 1.1;

/** The width of a text in thousandths of the font size. */
export function textWidth(text: string, weight: "normal" | "bold" = "normal"): number {
  let width = 0;
  for (const character of text) width += weight === "bold" ? boldWidth(character) : characterWidth(character);
  return width;
}

/** Accents take no room of their own: the letter below says how wide it is. */
function boldWidth(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  const known = BOLD_ASCII[codePoint - 0x20] ?? BOLD_OTHERS.get(codePoint);
  if (known !== undefined) return known;
  const letter = character.normalize("NFD").charCodeAt(0);
  return BOLD_ASCII[letter - 0x20] ?? Math.round(characterWidth(character) * BOLD_RATIO);
}

function characterWidth(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  const known = ASCII[codePoint - 0x20] ?? LATIN[codePoint - 0xa0] ?? SIGNS.get(codePoint);
  if (known !== undefined) return known;
  if (COMBINING.test(character)) return 0;
  return SQUARE.test(character) ? SQUARE_WIDTH : UNKNOWN_WIDTH;
}
