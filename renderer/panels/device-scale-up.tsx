/** The scale-up domains (NVLink and its like) that a group of servers forms. */
import type { ReactElement } from 'react';
import { useReportStore } from '../store/report-store.ts';
import { formatNumber } from '../ui/format.ts';
import { FactList, Section } from '../ui/section.tsx';
import { Explained } from './explained.tsx';

export function DeviceScaleUp({ deviceId }: { readonly deviceId: string }): ReactElement | null {
  const scaleUp = useReportStore((state) => state.report?.scaleUp.find((group) => group.deviceId === deviceId));
  if (!scaleUp) return null;
  const { domainCount, gpusPerDomain, gpuCount } = scaleUp;
  const isShort = gpuCount < domainCount * gpusPerDomain;
  return (
    <Section title="Scale-up">
      <FactList
        facts={[
          [
            'Domains',
            <span key="domains">
              <Explained
                source={`device/domains/${deviceId}`}
                figure="Scale-up domains"
                text={formatNumber(domainCount)}
              />{' '}
              of {formatNumber(gpusPerDomain)} GPUs
            </span>,
          ],
          ['GPUs', formatNumber(gpuCount)],
          isShort ? ['Last domain', `${formatNumber(gpuCount - (domainCount - 1) * gpusPerDomain)} GPUs`] : null,
        ]}
      />
    </Section>
  );
}
