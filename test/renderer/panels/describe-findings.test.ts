/** What is told of the findings: how many, by severity, worst first. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import type { Report } from '#core/analysis/report.ts';
import { describeFindings } from '../../../renderer/panels/describe-findings.ts';

const find = (severity: Severity): Diagnostic => ({
  code: 'rack.fit',
  severity,
  message: 'It does not fit.',
  where: [],
});

function tell(deviceCount: number, ...severities: Severity[]): string {
  const totals = { deviceCount } as Report['totals'];
  return describeFindings({ problems: severities.map(find), totals });
}

describe('findings as they are told', () => {
  it('are counted by severity, worst first', () => {
    expect(tell(3, 'error', 'advice', 'warning', 'advice')).toBe('4 problems: 1 error, 1 warning, 2 hints.');
    expect(tell(3, 'error')).toBe('1 problem: 1 error.');
  });

  it('are none only of a design that holds something', () => {
    expect(tell(3)).toBe('No problems.');
    expect(tell(0)).toBe('');
  });
});
