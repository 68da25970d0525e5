/** The painter of an overlay, from plain values: the same for whoever draws. */
import type { Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import type { FlowReport } from '#core/sim/flow-report.ts';
import type { CanvasOverlay } from '../../store/view-store.ts';
import type { ReportIndex } from '../index-report.ts';
import { NO_PAINT, type Painter } from './paint.ts';
import { createFabricPainter } from './paint-fabrics.ts';
import { createFailurePainter } from './paint-failures.ts';
import { createLoadPainter } from './paint-load.ts';
import { createPhasePainter } from './paint-phases.ts';
import { createPowerPainter } from './paint-power.ts';
import { createSpeedPainter } from './paint-speeds.ts';
import { createTenantPainter } from './paint-tenants.ts';

export interface PainterSource {
  readonly overlay: CanvasOverlay;
  readonly design: Design;
  readonly report: Report | null;
  /** Of that report. */
  readonly index: ReportIndex;
  /** Of the last run of the flow model. */
  readonly flow: FlowReport | null;
}

/** Linear in the size of the design. */
export function createPainter({ overlay, design, report, index, flow }: PainterSource): Painter {
  switch (overlay) {
    case 'none':
      return { link: NO_PAINT, device: NO_PAINT, rack: NO_PAINT, rows: [], note: '' };
    case 'fabric':
      return createFabricPainter(design, index);
    case 'speed':
      return createSpeedPainter(design, index);
    case 'load':
      return createLoadPainter(flow);
    case 'failures':
      return createFailurePainter(design, report, index);
    case 'tenant':
      return createTenantPainter(design, report);
    case 'phase':
      return createPhasePainter(design);
    case 'power':
      return createPowerPainter(design, report);
  }
}
