/** A scalable unit: its name, what it counts to, what is wrong in it, and its members. */
import { ChevronsDownUp, ChevronsUpDown, SquareDashedMousePointer, Ungroup } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import type { UnitField } from '#core/analysis/explain/metric-fields.ts';
import { findUnitMember } from '#core/design/check-units.ts';
import { countUnits, listUnitItems } from '#core/design/unit-contents.ts';
import type { Unit } from '#core/design/unit.ts';
import { runAction } from '../store/action-registry.ts';
import { dispatch, selectDesign, useCatalog, useDesignStore } from '../store/design-store.ts';
import { collapseUnits } from '../store/group-selection.ts';
import { useReportStore } from '../store/report-store.ts';
import { requestFocus, select } from '../store/view-store.ts';
import { Button } from '../ui/button.tsx';
import { formatAtLeast, formatCount, formatNumber } from '../ui/format.ts';
import { FactList, Section } from '../ui/section.tsx';
import { type ExplainedFact, explainFact } from './explained-fact.tsx';
import { NameField } from './name-field.tsx';
import { ProblemList } from './problem-list.tsx';
import { LeadingButton } from './leading-button.tsx';
import { ExplainedCount } from './explained-count.tsx';

export function InspectUnit({ unit }: { readonly unit: Unit }): ReactElement {
  const rename = (name: string): void => void dispatch({ name: 'editUnit', args: { id: unit.id, patch: { name } } });
  const isCollapsed = unit.collapsed === true;
  return (
    <>
      <header className="inspector__head">
        <div className="inspector__kind">Scalable unit</div>
        <NameField kind="unit" objectId={unit.id} value={unit.name} onCommit={rename} />
        <div className="inspector__buttons">
          <Button onClick={() => collapseUnits([unit.id], !isCollapsed)}>
            {isCollapsed ? <ChevronsUpDown size={14} aria-hidden /> : <ChevronsDownUp size={14} aria-hidden />}
            {isCollapsed ? 'Open' : 'Collapse'}
          </Button>
          <Button onClick={() => runAction('ungroup')}>
            <Ungroup size={14} aria-hidden /> Ungroup
          </Button>
          <Button onClick={() => select(unit.members)}>
            <SquareDashedMousePointer size={14} aria-hidden /> Select members
          </Button>
        </div>
      </header>
      <UnitCounts unit={unit} />
      <UnitProblems unit={unit} />
      <UnitMembers unit={unit} />
    </>
  );
}

function UnitCounts({ unit }: { readonly unit: Unit }): ReactElement | null {
  const design = useDesignStore(selectDesign);
  const catalog = useCatalog();
  const counts = useMemo(() => countUnits(design, catalog).get(unit.id), [design, catalog, unit.id]);
  if (!counts) return null;
  const { gpuCount, isGpuCountPartial, rackCount, serverCount, switchCount, unknownCount } = counts;
  const fact = (label: string, field: UnitField, text: string): ExplainedFact =>
    explainFact(label, `unit/${field}/${unit.id}`, text);
  return (
    <Section title="Contents">
      <FactList
        facts={[
          fact('GPUs', 'gpus', formatAtLeast(formatNumber(gpuCount), isGpuCountPartial ? 1 : 0)),
          fact('Racks', 'racks', formatNumber(rackCount)),
          fact('Servers', 'servers', formatNumber(serverCount)),
          fact('Switches', 'switches', formatNumber(switchCount)),
          unknownCount > 0 ? fact('Not in the catalog', 'unknown', formatNumber(unknownCount)) : null,
        ]}
      />
    </Section>
  );
}

/** More are read in the panel of problems. */
const MOST_PROBLEMS = 12;

function UnitProblems({ unit }: { readonly unit: Unit }): ReactElement | null {
  const design = useDesignStore(selectDesign);
  const all = useReportStore((state) => state.report?.problems);
  const problems = useMemo(() => {
    const keys = new Set(listUnitItems(design, unit).map(({ kind, id }) => `${kind} ${id}`));
    return (all ?? []).filter(({ where }) => where.some(({ kind, id }) => keys.has(`${kind} ${id}`)));
  }, [design, unit, all]);
  if (problems.length === 0) return null;
  const more = problems.length - MOST_PROBLEMS;
  return (
    <Section
      title="Problems inside"
      aside={
        <ExplainedCount
          title="Problems inside the unit"
          unit="problems"
          items={problems.map(({ code }) => ({ name: code }))}
          filter="Findings about the unit or anything in it, by the rule that found them."
        />
      }
    >
      <div className="inspector__problems">
        <ProblemList problems={problems.slice(0, MOST_PROBLEMS)} />
      </div>
      {more > 0 ? <p className="inspector__note">and {formatNumber(more)} more in the panel of problems</p> : null}
    </Section>
  );
}

function UnitMembers({ unit }: { readonly unit: Unit }): ReactElement {
  const design = useDesignStore(selectDesign);
  return (
    <Section
      title="Members"
      aside={
        <ExplainedCount
          title="Members of the unit"
          unit="members"
          items={unit.members.map((member) => ({
            name: findUnitMember(design, member)?.name ?? member.id,
            refs: [member],
          }))}
          filter="A group counts once, however many racks or devices it stands for."
        />
      }
    >
      <div className="inspector__rows">
        {unit.members.map((member) => {
          const item = findUnitMember(design, member);
          return item ? (
            <LeadingButton
              key={`${member.kind} ${member.id}`}
              source={member.kind === 'rack' ? `rack/count/${member.id}` : `device/members/${member.id}`}
              figure={item.name}
              className="inspector__row"
              onClick={() => requestFocus(member)}
            >
              <span className="inspector__row-name">{item.name}</span>
              <span>{formatCount(item.count, member.kind)}</span>
            </LeadingButton>
          ) : null;
        })}
      </div>
    </Section>
  );
}
