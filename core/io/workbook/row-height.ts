/** Row heights for wrapped text: not every program fits rows to their text when it opens a file. */

const LINE_HEIGHT_PT = 15;
/** Excel refuses rows higher than 409 points. */
const MAX_LINE_COUNT = 27;

/** Height in points for a cell of that width in characters. */
export function estimateRowHeightPt(text: string, widthInCharacters: number): number {
  return Math.min(countLines(text, widthInCharacters), MAX_LINE_COUNT) * LINE_HEIGHT_PT;
}

/** Lines of greedy word wrapping; words longer than a line are cut. */
function countLines(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    const cuts = Math.max(0, Math.ceil(used / width) - 1);
    lines += cuts;
    used -= cuts * width;
  }
  return lines;
}
