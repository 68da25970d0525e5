/** Asks which racks to print and how; prints them with the system's own dialog. */
import { Printer } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { type FloorPlan, nameRack } from '#core/design/floor-plan.ts';
import { findMemberSeat } from '#core/netlist/member-seat.ts';
import { catalog, design } from '../../store/design-store.ts';
import { numberRack, rackOrder, rackPlan } from '../../store/rack-elevations.ts';
import { racksStore, setRacks } from '../../store/racks-store.ts';
import { viewStore } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { formatCount } from '../../ui/format.ts';
import { Select } from '../../ui/select.tsx';
import { type PrintFaces, type PrintLayout, RackPages } from './rack-pages.tsx';
import './rack-print.css';

/** More are no longer a stack of paper that anyone reads. */
const RACKS_MAX = 400;
const RACKS_ACROSS = 4;

interface Scope {
  readonly value: string;
  readonly label: string;
  readonly numbers: readonly number[];
}

/** The rack the keyboard is at, or the first of the view. */
function findHere(): number {
  const { racks } = rackOrder();
  const { cursor } = racksStore.getState();
  return cursor && cursor.rack < racks.length ? cursor.rack : (racks[0] as number);
}

/** The rack that is chosen, or in which what is chosen stands. */
function findRackOf(plan: FloorPlan, ref: ObjectRef): number | null {
  if (ref.kind === 'rack') return numberRack(plan, ref.id, ref.member ?? 0);
  const seat = ref.kind === 'device' ? findMemberSeat(design(), catalog(), ref.id, ref.member ?? 0) : null;
  return seat && numberRack(plan, seat.rackId, seat.rackIndex);
}

function listScopes(): Scope[] {
  const plan = rackPlan();
  const { sections, racks, placeOf } = rackOrder();
  const chosen = viewStore.getState().selection.flatMap((ref) => findRackOf(plan, ref) ?? []);
  const own = chosen.length > 0 ? [...new Set(chosen)] : [findHere()];
  const [first] = own as [number];
  const place = placeOf[first] as number;
  const section = sections.find(({ start, count }) => place >= start && place < start + count);
  const scopes: Scope[] = [
    {
      value: 'chosen',
      label: own.length === 1 ? nameRack(plan, first) : formatCount(own.length, 'chosen rack'),
      numbers: own,
    },
  ];
  if (section && section.count > 1) {
    const kind = section.kind === 'row' ? 'Row' : 'Group';
    const numbers = [...racks.subarray(section.start, section.start + section.count)];
    scopes.push({ value: 'section', label: `${kind} ${section.name}, ${formatCount(section.count, 'rack')}`, numbers });
  }
  if (sections.length > 1) {
    scopes.push({ value: 'all', label: `All ${formatCount(racks.length, 'rack')}`, numbers: [...racks] });
  }
  return scopes;
}

/** Prints once the pages are drawn; over when the system's dialog is. */
function usePrinting(isPrinting: boolean): void {
  useEffect(() => {
    if (!isPrinting) return;
    const close = (): void => setRacks({ isPrintOpen: false });
    window.addEventListener('afterprint', close);
    window.print();
    return () => window.removeEventListener('afterprint', close);
  }, [isPrinting]);
}

export function RackPrint(): ReactElement {
  const [scopes] = useState(listScopes);
  const [scopeId, setScopeId] = useState('chosen');
  const [layout, setLayout] = useState<PrintLayout>('single');
  const [faces, setFaces] = useState<PrintFaces>('both');
  const [printedOn, setPrintedOn] = useState<string | null>(null);
  usePrinting(printedOn !== null);
  const scope = scopes.find(({ value }) => value === scopeId) ?? (scopes[0] as Scope);
  const numbers = scope.numbers.slice(0, RACKS_MAX);
  const sides = faces === 'both' ? 2 : 1;
  const pages = layout === 'single' ? numbers.length : Math.ceil(numbers.length / RACKS_ACROSS) * sides;
  const actions = (
    <>
      <Button onClick={() => setRacks({ isPrintOpen: false })}>Cancel</Button>
      <Button
        tone="primary"
        onClick={() => setPrintedOn(new Date().toLocaleDateString('en-CA'))}
        data-testid="print-racks"
      >
        <Printer size={14} aria-hidden /> Print {formatCount(pages, 'page')}
      </Button>
    </>
  );
  return (
    <Dialog title="Print racks" onClose={() => setRacks({ isPrintOpen: false })} actions={actions} testId="rack-print">
      <div className="rack-print">
        <Field
          label="Racks"
          hint={scope.numbers.length > RACKS_MAX ? `The first ${RACKS_MAX} of them: print the rest by row.` : null}
        >
          {(id) => <Select id={id} value={scope.value} options={scopes} onChange={setScopeId} />}
        </Field>
        <Field label="Pages">
          {(id) => (
            <Select
              id={id}
              value={layout}
              options={[
                { value: 'single', label: 'One rack a page' },
                { value: 'row', label: `Side by side, ${RACKS_ACROSS} a page` },
              ]}
              onChange={(value) => setLayout(value as PrintLayout)}
            />
          )}
        </Field>
        <Field label="Sides">
          {(id) => (
            <Select
              id={id}
              value={faces}
              options={[
                { value: 'both', label: 'Front and rear' },
                { value: 'front', label: 'Front' },
                { value: 'rear', label: 'Rear' },
              ]}
              onChange={(value) => setFaces(value as PrintFaces)}
            />
          )}
        </Field>
      </div>
      {printedOn === null ? null : (
        <RackPages numbers={numbers} layout={layout} faces={faces} perPage={RACKS_ACROSS} printedOn={printedOn} />
      )}
    </Dialog>
  );
}
