/** Says how many spares to buy of a class of parts, or that none are wanted. */
import type { SpareClass } from '../../design/design.ts';
import type { CommandEntry } from '../command-entry.ts';

const classNames: Readonly<Record<SpareClass, string>> = {
  server: 'servers',
  switch: 'switches',
  nic: 'NICs',
  transceiver: 'transceivers',
  cable: 'cables',
  pdu: 'PDUs',
};

export const setSpareRule: CommandEntry<'setSpareRule'> = {
  describe: (args) => `${args.rule === null ? 'drop' : 'set'} the spares of ${classNames[args.class] ?? args.class}`,
  run(draft, args) {
    if (args.rule !== null) {
      draft.spares = { ...draft.spares, [args.class]: { ...args.rule } };
      return [];
    }
    const { [args.class]: _dropped, ...others } = draft.spares ?? {};
    // A design without spares says nothing about them, so that it is saved as it was before.
    if (Object.keys(others).length > 0) draft.spares = others;
    else delete draft.spares;
    return [];
  },
};
