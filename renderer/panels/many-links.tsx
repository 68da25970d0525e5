/** Several links at once: the fields they share, 'mixed' where they differ. Every change is one undo step. */
import { type ReactElement, useMemo } from 'react';
import type { Design, Link } from '#core/design/design.ts';
import type { LinkPatch } from '#core/edit/command.ts';
import { findLinkSite, listCommonSpeeds } from '#core/edit/link-rules.ts';
import { pickDistinctLinks } from '../store/apply-medium.ts';
import { dispatch, useCatalog } from '../store/design-store.ts';
import { Field } from '../ui/field.tsx';
import { formatSpeed } from '../ui/format.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Section } from '../ui/section.tsx';
import { Select } from '../ui/select.tsx';
import { MediumSelect } from './medium-select.tsx';
import { findShared } from './shared-value.ts';
import { ExplainedCount } from './explained-count.tsx';
import { formatLinkName } from './link-rows.tsx';

interface ManyLinksProps {
  readonly design: Design;
  readonly links: readonly Link[];
}

export function ManyLinks({ design, links }: ManyLinksProps): ReactElement {
  const catalog = useCatalog();
  const ids = links.map((link) => link.id);
  const edit = (patch: LinkPatch): void => void dispatch({ name: 'editLinks', args: { ids, patch } });
  const fabrics = Object.values(design.fabrics).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section
      title="Links"
      aside={
        <ExplainedCount
          title="Links selected"
          unit="links"
          items={links.map((link) => ({ name: formatLinkName(design, link), refs: [{ kind: 'link', id: link.id }] }))}
          filter="A link stands for all its cables."
        />
      }
    >
      <Field label="Medium">
        {(id) => (
          <MediumSelect
            id={id}
            design={design}
            catalog={catalog}
            links={links}
            onChange={(medium) => dispatch({ name: 'setLinkMedium', args: { ids, medium } })}
          />
        )}
      </Field>
      <SpeedOfAll design={design} links={links} onChange={(speedGbps) => edit({ speedGbps })} />
      <Field label="Cables per pair">
        {(id) => (
          <NumberField
            id={id}
            value={findShared(links, (link) => link.cablesPerPair)}
            min={1}
            max={1024}
            placeholder="mixed"
            onCommit={(count) => edit({ cablesPerPair: Math.round(count) })}
          />
        )}
      </Field>
      <Field label="Run length">
        {(id) => (
          <NumberField
            id={id}
            value={findShared(links, (link) => link.lengthM)}
            min={0.1}
            max={200_000}
            decimals={2}
            unit="m"
            placeholder="mixed"
            onCommit={(lengthM) => edit({ lengthM })}
          />
        )}
      </Field>
      <Field label="Fabric">
        {(id) => (
          <Select
            id={id}
            value={findShared(links, (link) => link.fabricId)}
            options={fabrics}
            placeholder="Mixed"
            onChange={(fabricId) => edit({ fabricId })}
          />
        )}
      </Field>
    </Section>
  );
}

interface SpeedOfAllProps extends ManyLinksProps {
  readonly onChange: (speedGbps: number) => void;
}

function SpeedOfAll({ design, links, onChange }: SpeedOfAllProps): ReactElement {
  const catalog = useCatalog();
  const speeds = useMemo(() => {
    const lists = pickDistinctLinks(design, links).map((link) => {
      const a = findLinkSite(design, catalog, link.a);
      const b = findLinkSite(design, catalog, link.b);
      return a.ok && b.ok ? listCommonSpeeds(a.value.block, b.value.block) : [];
    });
    return (lists[0] ?? []).filter((speed) => lists.every((list) => list.includes(speed)));
  }, [design, catalog, links]);
  const speed = findShared(links, (link) => link.speedGbps);
  return (
    <Field label="Speed" hint={speeds.length === 0 ? 'These links share no speed.' : null}>
      {(id) => (
        <Select
          id={id}
          value={speed === null ? null : String(speed)}
          options={speeds.map((value) => ({ value: String(value), label: formatSpeed(value) }))}
          placeholder="Mixed"
          disabled={speeds.length === 0}
          onChange={(value) => onChange(Number(value))}
        />
      )}
    </Field>
  );
}
