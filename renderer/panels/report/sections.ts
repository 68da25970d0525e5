/** The sections of the report, in the order they are read in. */
import type { SectionId } from '../../store/report-document.ts';
import type { Block } from './blocks.ts';
import type { ReportContent } from './content.ts';
import { listAssumptions } from './list-assumptions.ts';
import { listCables } from './list-cables.ts';
import { listCollective } from './list-collective.ts';
import { listFabrics } from './list-fabrics.ts';
import { listFailures } from './list-failures.ts';
import { listFigures } from './list-figures.ts';
import { listFormulas } from './list-formulas.ts';
import { listParts } from './list-parts.ts';
import { listPhases } from './list-phases.ts';
import { listPlaces } from './list-places.ts';
import { listPower } from './list-power.ts';
import { listRules } from './list-rules.ts';
import { listSources } from './list-sources.ts';
import { listTopology } from './list-topology.ts';

export interface ReportSection {
  readonly id: SectionId;
  readonly title: string;
  readonly list: (content: ReportContent) => readonly Block[];
}

export const REPORT_SECTIONS: readonly ReportSection[] = [
  { id: 'figures', title: 'Key figures', list: listFigures },
  { id: 'topology', title: 'Topology', list: listTopology },
  { id: 'fabrics', title: 'Requirements and fabrics', list: listFabrics },
  { id: 'parts', title: 'Bill of materials', list: listParts },
  { id: 'cables', title: 'Cables', list: listCables },
  { id: 'places', title: 'Racks and floor', list: listPlaces },
  { id: 'power', title: 'Power, cooling and energy', list: listPower },
  { id: 'collective', title: 'Collective performance', list: listCollective },
  { id: 'rules', title: 'Design rules', list: listRules },
  { id: 'failures', title: 'Failures', list: listFailures },
  { id: 'phases', title: 'Phases', list: listPhases },
  { id: 'assumptions', title: 'Assumptions', list: listAssumptions },
  { id: 'formulas', title: 'How the figures come about', list: listFormulas },
  { id: 'sources', title: 'Sources', list: listSources },
];
