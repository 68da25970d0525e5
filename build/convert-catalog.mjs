/**
 * Turns the hardware reference (a researched list of parts with sources) into assets/catalog/*.json in the schema of
 * core/catalog/part.ts. Run by hand when the reference changes: node build/convert-catalog.mjs <reference.json>
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createNic, createServer, createSwitch } from './catalog/devices.mjs';
import { createCooling, createPdu, createRack } from './catalog/facilities.mjs';
import { createCable, createTransceiver, explainLeftOut } from './catalog/media.mjs';
import { createPrices } from './catalog/prices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outputFolder = join(root, 'assets', 'catalog');

function convert(reference) {
  const context = {
    asOf: reference.generated,
    formFactors: new Set(reference.form_factors.map((formFactor) => formFactor.id)),
    referenceDesigns: reference.reference_designs,
    accelerators: new Map(reference.accelerators.map((item) => [item.id, item])),
  };
  const media = reference.transceivers_cables;
  const leftOut = media
    .map((item) => ({ id: item.id, reason: explainLeftOut(item) }))
    .filter((item) => item.reason !== null);
  const usable = media.filter((item) => explainLeftOut(item) === null);
  const create = (items, createPart) => items.map((item) => createPart(item, context));
  const parts = {
    servers: create(reference.servers, createServer),
    switches: create(reference.switches, createSwitch),
    nics: create(reference.nics, createNic),
    transceivers: create(
      usable.filter((item) => item.kind === 'transceiver'),
      createTransceiver,
    ),
    cables: create(
      usable.filter((item) => item.kind !== 'transceiver'),
      createCable,
    ),
    racks: create(reference.racks, createRack),
    pdus: create(reference.pdus, createPdu),
    cooling: create(reference.cooling, createCooling),
  };
  const partIds = new Set(Object.values(parts).flatMap((list) => list.map(({ id }) => id)));
  const prices = reference.prices.flatMap((item) => {
    const entries = createPrices(item, partIds);
    if (entries === null) leftOut.push({ id: item.item, reason: 'its price names no part' });
    return entries ?? [];
  });
  return { parts, prices, leftOut };
}

function sortPrices(prices) {
  const getKey = ({ partId, lengthM, currency, seller }) => `${partId} ${lengthM ?? ''} ${currency} ${seller}`;
  return [...prices].sort((a, b) => (getKey(a) < getKey(b) ? -1 : 1));
}

function sortById(parts) {
  return [...parts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function main() {
  const path = process.argv[2];
  if (path === undefined) {
    console.error('Usage: node build/convert-catalog.mjs <reference catalog.json>');
    process.exitCode = 2;
    return;
  }
  const { parts, prices, leftOut } = convert(JSON.parse(readFileSync(path, 'utf8')));
  mkdirSync(outputFolder, { recursive: true });
  for (const [name, list] of Object.entries(parts)) {
    writeFileSync(join(outputFolder, `${name}.json`), `${JSON.stringify(sortById(list), null, 2)}\n`);
    console.log(`${name}: ${list.length}`);
  }
  writeFileSync(join(outputFolder, 'prices.json'), `${JSON.stringify(sortPrices(prices), null, 2)}\n`);
  console.log(`prices: ${prices.length}`);
  for (const { id, reason } of leftOut) console.log(`left out ${id}: ${reason}`);
}

main();
