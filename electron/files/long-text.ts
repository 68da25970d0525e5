/**
 * From this size on the text of a file goes to the window as bytes, which a worker reads there. As a string, or in JSON, the
 * window itself would read it character by character and stand still meanwhile. Of a file these are bytes; a string is
 * measured by its length, which is never more.
 */
export const longTextBytes = 100_000;
