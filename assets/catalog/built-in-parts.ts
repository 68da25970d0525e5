/**
 * The parts that ship with the product, converted from the hardware reference by build/convert-catalog.mjs; generic fibres,
 * which it does not list, are kept by hand.
 */
import type { Part } from '#core/catalog/part.ts';
import cables from './cables.json' with { type: 'json' };
import cooling from './cooling.json' with { type: 'json' };
import genericFibres from './generic-fibres.json' with { type: 'json' };
import nics from './nics.json' with { type: 'json' };
import pdus from './pdus.json' with { type: 'json' };
import racks from './racks.json' with { type: 'json' };
import servers from './servers.json' with { type: 'json' };
import switches from './switches.json' with { type: 'json' };
import transceivers from './transceivers.json' with { type: 'json' };

// JSON types are too wide for the compiler; the test of this file parses every item with the schema.
export const builtInParts = [
  ...servers,
  ...switches,
  ...nics,
  ...transceivers,
  ...cables,
  ...genericFibres,
  ...racks,
  ...pdus,
  ...cooling,
] as unknown as Part[];
