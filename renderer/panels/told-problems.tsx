/**
 * What a screen reader is told of the findings: how many there are, politely, and once for every edit that changes it. The figures of an
 * edit come in two parts; what is told waits for the second.
 */
import { type ReactElement, useEffect, useState } from 'react';
import { useReportStore } from '../store/report-store.ts';
import { describeFindings } from './describe-findings.ts';

export function ToldProblems(): ReactElement {
  const settled = useReportStore((state) => (state.isStale ? null : state.report));
  const [told, setTold] = useState('');
  useEffect(() => {
    if (settled) setTold(describeFindings(settled));
  }, [settled]);
  return (
    <p className="ui-visually-hidden" role="status" data-testid="told-problems">
      {told}
    </p>
  );
}
