import { describe, expect, it } from 'vitest';
import { describeFileFailure } from '../../../electron/files/file-errors.ts';

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

describe('describeFileFailure', () => {
  it.each([
    ['ENOSPC', 'no-space'],
    ['EDQUOT', 'no-space'],
    ['EACCES', 'no-permission'],
    ['EROFS', 'no-permission'],
    ['ENOENT', 'not-found'],
    ['EISDIR', 'not-a-file'],
    ['EIO', 'failed'],
  ] as const)('turns %s into %s with the name and the folder', (code, reason) => {
    const { reason: given, message } = describeFileFailure(systemError(code), 'save', '/data/plans/a.weft');
    expect(given).toBe(reason);
    expect(message).toContain('/data/plans');
  });

  it('says that a full disk left the old file as it was', () => {
    expect(describeFileFailure(systemError('ENOSPC'), 'save', '/data/a.weft').message).toContain('unchanged');
  });
});
