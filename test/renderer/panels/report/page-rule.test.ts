/** The text below the printed pages is the design's own: it must stay text. */
import { describe, expect, it } from 'vitest';
import { quoteCss } from '../../../../renderer/panels/report/page-rule.ts';

describe('quoteCss', () => {
  it('leaves plain words as they are', () => {
    expect(quoteCss('Hall 3 \u00b7 revision B')).toBe('"Hall 3 \u00b7 revision B"');
  });

  it('escapes what would end the string', () => {
    expect(quoteCss('a"b\\c\nd')).toBe('"a\\22 b\\5c c\\a d"');
    expect(quoteCss('"; } body { display: none')).not.toMatch(/^""/);
  });
});
