import type { Rule } from '../rule.ts';

export const openPorts: Rule = {
  id: 'topology.open-ports',
  code: 'topology.open-ports',
  family: 'topology',
  severity: 'warning',
  title: 'All compute ports of a server are cabled, or none',
  rationale: 'With some compute ports in use and some not, GPUs get less bandwidth than their neighbours.',
  source: 'Follows from the drawing',
  subject: 'compute ports',
  check({ ports }, tally) {
    for (const use of ports) {
      if (use.role !== 'compute' || use.portsUsed === 0) continue;
      tally.pass(use.portsUsed);
      if (use.portsFree === 0) continue;
      tally.fail(
        {
          message: `${use.portsFree} of ${use.portsOwned} compute ports of ${use.deviceName} have no cable, so its GPUs are not all at full bandwidth.`,
          where: [{ kind: 'device', id: use.deviceId, blockId: use.blockId }],
        },
        use.portsFree,
      );
    }
  },
};
