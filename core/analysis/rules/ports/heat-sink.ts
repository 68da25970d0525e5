import { checkHeatSink } from '../../../catalog/cage-fit.ts';
import { judgePlugs } from '../media/judge-links.ts';
import type { Rule } from '../rule.ts';

/** R02. */
export const heatSink: Rule = {
  id: 'R02',
  code: 'ports.heat-sink',
  family: 'ports',
  severity: 'error',
  title: 'OSFP heat sinks fit their cages',
  rationale:
    'A finned module does not enter a cage with a riding heat sink, and a flat one stays uncooled in an air-cooled switch.',
  source: 'https://docs.nvidia.com/networking/display/ConnectX7VPI/Introduction',
  subject: 'link ends',
  check(context, tally) {
    judgePlugs(context, tally, checkHeatSink);
  },
};
