/**
 * Size of the printed pages, and what stands below each: title and page number. A rule of its own because its text is the design's;
 * as a constructed sheet it keeps to the content policy, which allows no styles in the page.
 */

type Paper = 'a4' | 'letter';

const SIZES: Readonly<Record<Paper, string>> = { a4: 'A4', letter: 'letter' };

/** As a string of CSS: what could end it, or begin something else, is escaped. */
export function quoteCss(text: string): string {
  const safe = text.replaceAll(/["\\\n\r\f<>]/g, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `);
  return `"${safe}"`;
}

/** Holds until the returned function is called. */
export function installPageRule(paper: Paper, title: string): () => void {
  const type = 'font: 8pt system-ui, sans-serif; color: #454c59;';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page report {
    size: ${SIZES[paper]} portrait;
    margin: 15mm 15mm 18mm;
    @bottom-left { content: ${quoteCss(title)}; ${type} }
    @bottom-right { content: "Page " counter(page) " of " counter(pages); ${type} white-space: nowrap; }
  }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
