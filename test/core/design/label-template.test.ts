import { describe, expect, it } from 'vitest';
import { parseLabelTemplate } from '#core/design/label-template.ts';

const explain = (template: string): string => {
  const parsed = parseLabelTemplate(template);
  return parsed.ok ? '' : parsed.error;
};

describe('parseLabelTemplate', () => {
  it('takes text and fields apart', () => {
    expect(parseLabelTemplate('{fabric}-C{n:6} {a.device}/{b.unit:2}')).toEqual({
      ok: true,
      value: [
        { field: 'fabric', width: 0 },
        '-C',
        { field: 'n', width: 6 },
        ' ',
        { field: 'a.device', width: 0 },
        '/',
        { field: 'b.unit', width: 2 },
      ],
    });
  });

  it.each([
    ['C{n', 'The { at position 2 is never closed.'],
    ['C}n{n}', 'The } at position 2 has no { before it.'],
    ['{n}}', 'The } at position 4 has no { before it.'],
    ['cable', "Every cable would be called 'cable': add a field, e.g. {n:6}."],
    ['{n:0}', '{n:0} asks for a width that is not a whole number from 1 to 12.'],
    ['{n:six}', '{n:six} asks for a width that is not a whole number from 1 to 12.'],
    ['{n:2:3}', '{n:2:3} asks for a width that is not a whole number from 1 to 12.'],
    ['{a.device:4}', "{a.device} is text and cannot be padded: leave out ':4'."],
  ])('%s: %s', (template, sentence) => {
    expect(explain(template)).toBe(sentence);
  });

  it('names the fields there are when one is not known', () => {
    expect(explain('{device}')).toMatch(/^There is no field \{device\}\. Fields: \{n\} \{fabric\} .*\{b\.port\}\.$/);
  });
});
