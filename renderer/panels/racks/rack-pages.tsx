/** Racks on paper: one a page with front and rear beside each other, or several side by side; each page with its title block. */
import { type CSSProperties, Fragment, type ReactElement } from 'react';
import type { RackFigures } from '#core/analysis/facility-report.ts';
import { nameRack, NOWHERE } from '#core/design/floor-plan.ts';
import type { RackFace } from '#core/netlist/rack-elevation.ts';
import { design } from '../../store/design-store.ts';
import { addressRack, rackPlan, readRack } from '../../store/rack-elevations.ts';
import { reportStore } from '../../store/report-store.ts';
import { formatPartial, formatPower, formatWeight } from '../../ui/format.ts';
import { PrintSheet } from '../../ui/print-sheet.tsx';
import { DeviceFace } from './rack-device-face.tsx';
import { placeUnits, RackFrame } from './rack-frame.tsx';
import { type RackFacts, readFacts } from './rack-head.tsx';

/** Room for units on A4 within 10 mm margins, less the title block, in CSS px (96 to the inch). */
const PORTRAIT_PX = 915;
const LANDSCAPE_PX = 600;
const UNIT_MAX_PX = 22;

export type PrintLayout = 'single' | 'row';
export type PrintFaces = RackFace | 'both';

interface RackPagesProps {
  /** Date in the title block. */
  readonly printedOn: string;
  readonly numbers: readonly number[];
  readonly layout: PrintLayout;
  readonly faces: PrintFaces;
  readonly perPage: number;
}

export function RackPages({ numbers, layout, faces, perPage, printedOn }: RackPagesProps): ReactElement {
  const sides: readonly RackFace[] = faces === 'both' ? ['front', 'rear'] : [faces];
  if (layout === 'single') {
    return (
      <PrintSheet orientation="portrait">
        {numbers.map((number) => (
          <Page
            key={number}
            printedOn={printedOn}
            title={nameRack(rackPlan(), number)}
            facts={<RackTitle number={number} />}
          >
            {sides.map((face) => (
              <PrintedRack key={face} number={number} face={face} roomPx={PORTRAIT_PX} title={toTitle(face)} />
            ))}
          </Page>
        ))}
      </PrintSheet>
    );
  }
  const groups = Array.from({ length: Math.ceil(numbers.length / perPage) }, (_, at) =>
    numbers.slice(at * perPage, (at + 1) * perPage),
  );
  return (
    <PrintSheet orientation="landscape">
      {groups.flatMap((group) =>
        sides.map((face) => (
          <Page
            key={`${face} ${group[0]}`}
            printedOn={printedOn}
            title={nameRun(group)}
            facts={<Fact name="Side" value={toTitle(face)} />}
          >
            {group.map((number) => (
              <PrintedRack
                key={number}
                number={number}
                face={face}
                roomPx={LANDSCAPE_PX}
                title={nameRack(rackPlan(), number)}
                note={describeLoad(number)}
              />
            ))}
          </Page>
        )),
      )}
    </PrintSheet>
  );
}

function toTitle(face: RackFace): string {
  return face === 'front' ? 'Front' : 'Rear';
}

function nameRun(numbers: readonly number[]): string {
  const plan = rackPlan();
  const [first, last] = [numbers[0] as number, numbers.at(-1) as number];
  return first === last ? nameRack(plan, first) : `${nameRack(plan, first)} to ${nameRack(plan, last)}`;
}

interface PageProps {
  readonly printedOn: string;
  readonly title: string;
  readonly facts: ReactElement;
  readonly children: ReactElement[];
}

function Page({ printedOn, title, facts, children }: PageProps): ReactElement {
  return (
    <div className="print-page rack-page">
      <header className="rack-page__title">
        <div>
          <h1>{title}</h1>
          <p>{design().name}</p>
        </div>
        <dl>
          {facts}
          <Fact name="Printed" value={printedOn} />
        </dl>
      </header>
      <div className="rack-page__racks">{children}</div>
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <Fragment>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </Fragment>
  );
}

function figures(): RackFigures | undefined {
  return reportStore.getState().report?.facility.racks;
}

function formatMax(facts: RackFacts | null, limitW: number | null): string {
  if (!facts) return 'not computed';
  const max = formatPartial({ value: facts.maxW, unknownCount: facts.maxUnknown }, formatPower);
  return limitW === null ? max : `${max} of ${formatPower(limitW)}`;
}

function formatLoadKg(facts: RackFacts | null, limitKg: number | null): string {
  if (!facts) return 'not computed';
  const { weightKg: value, weightUnknown: unknownCount } = facts;
  const weight = formatPartial({ value, unknownCount }, formatWeight);
  return limitKg === null ? weight : `${weight} of ${formatWeight(limitKg)}`;
}

function RackTitle({ number }: { readonly number: number }): ReactElement {
  const plan = rackPlan();
  const { rack, index } = addressRack(plan, number);
  const facts = readFacts(figures(), number);
  const { usedUnits } = readRack(rack, index);
  const row = plan.rackRow[number] as number;
  const place = row === NOWHERE ? null : plan.rows[row];
  return (
    <>
      {place ? (
        <Fact name="Stands" value={`${place.room.name}, ${place.row.name} ${(plan.rackSlot[number] as number) + 1}`} />
      ) : null}
      <Fact name="Units" value={`${usedUnits} of ${rack.heightUnits}`} />
      <Fact name="Power, maximum" value={formatMax(facts, rack.powerLimitW)} />
      <Fact name="Weight" value={formatLoadKg(facts, rack.weightLimitKg)} />
    </>
  );
}

function describeLoad(number: number): string {
  const { rack, index } = addressRack(rackPlan(), number);
  const facts = readFacts(figures(), number);
  const { usedUnits } = readRack(rack, index);
  const words = [`${usedUnits} / ${rack.heightUnits} U`, formatMax(facts, rack.powerLimitW)];
  return [...words, formatLoadKg(facts, rack.weightLimitKg)].join(' \u00b7 ');
}

interface PrintedRackProps {
  readonly number: number;
  readonly face: RackFace;
  readonly roomPx: number;
  readonly title: string;
  readonly note?: string;
}

function PrintedRack({ number, face, roomPx, title, note }: PrintedRackProps): ReactElement {
  const { rack, index } = addressRack(rackPlan(), number);
  const elevation = readRack(rack, index);
  const unitPx = Math.min(UNIT_MAX_PX, Math.floor(roomPx / elevation.topUnit));
  return (
    <figure className="rack-page__rack">
      <figcaption>
        <strong>{title}</strong>
        {note ? <span>{note}</span> : null}
      </figcaption>
      <RackFrame
        elevation={elevation}
        heightUnits={rack.heightUnits}
        fillers={rack.fillers ?? false}
        face={face}
        unitPx={unitPx}
        renderDevice={(device) => (
          <div
            key={device.key}
            className="rack-device"
            style={placeUnits(device.bottomUnit, device.units, unitPx) as CSSProperties}
            data-role={device.role}
            data-shows={device.face === face ? 'front' : 'rear'}
          >
            <DeviceFace device={device} face={face} unitPx={unitPx} blowsAgainst={false} />
          </div>
        )}
      />
    </figure>
  );
}
