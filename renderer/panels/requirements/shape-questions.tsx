/** Sizes that only one topology has. Other topologies draw nothing here. */
import type { ReactElement } from 'react';
import type { DragonflyForm, FabricForm, LatticeForm } from './form.ts';
import { CheckQuestion, NumberQuestion, TextQuestion } from './questions.tsx';
import { TOPOLOGIES } from './topologies.ts';

interface ShapeQuestionsProps {
  readonly fabric: FabricForm;
  readonly onChange: (patch: Partial<FabricForm>) => void;
}

export function ShapeQuestions({ fabric, onChange }: ShapeQuestionsProps): ReactElement | null {
  const { shape } = TOPOLOGIES[fabric.topology];
  if (shape === null) return null;
  return (
    <div className="requirements__inset">
      {shape === 'dragonfly' || shape === 'dragonfly-plus' ? (
        <DragonflyQuestions
          form={fabric.dragonfly}
          isPlus={shape === 'dragonfly-plus'}
          onChange={(dragonfly) => onChange({ dragonfly })}
        />
      ) : null}
      {shape === 'torus' || shape === 'hyperx' ? (
        <LatticeQuestions
          form={fabric.lattice}
          isTorus={shape === 'torus'}
          onChange={(lattice) => onChange({ lattice })}
        />
      ) : null}
      {shape === 'slim-fly' ? <SlimFlyQuestions fabric={fabric} onChange={onChange} /> : null}
    </div>
  );
}

function DragonflyQuestions(props: {
  readonly form: DragonflyForm;
  readonly isPlus: boolean;
  readonly onChange: (form: DragonflyForm) => void;
}): ReactElement {
  const { form, isPlus, onChange } = props;
  const change = (patch: Partial<DragonflyForm>): void => onChange({ ...form, ...patch });
  return (
    <>
      <NumberQuestion
        id="dragonfly-hosts"
        label={isPlus ? 'Server ports on a leaf' : 'Server ports on a switch (p)'}
        value={form.hostsPerSwitch}
        onChange={(hostsPerSwitch) => change({ hostsPerSwitch })}
      />
      <NumberQuestion
        id="dragonfly-switches"
        label={isPlus ? 'Leaves in a group' : 'Switches in a group (a)'}
        value={form.switchesPerGroup}
        onChange={(switchesPerGroup) => change({ switchesPerGroup })}
      />
      {isPlus ? (
        <NumberQuestion
          id="dragonfly-spines"
          label="Spines in a group"
          value={form.spinesPerGroup}
          onChange={(spinesPerGroup) => change({ spinesPerGroup })}
        />
      ) : null}
      <NumberQuestion
        id="dragonfly-global"
        label={isPlus ? 'Global ports of a spine' : 'Global ports of a switch (h)'}
        value={form.globalPortsPerSwitch}
        onChange={(globalPortsPerSwitch) => change({ globalPortsPerSwitch })}
      />
      <NumberQuestion
        id="dragonfly-groups"
        label="Groups"
        value={form.groups}
        placeholder="as few as needed"
        onChange={(groups) => change({ groups })}
      />
      <NumberQuestion
        id="dragonfly-links"
        label="Links between two groups"
        value={form.linksPerGroupPair}
        placeholder="all global ports used"
        onChange={(linksPerGroupPair) => change({ linksPerGroupPair })}
      />
    </>
  );
}

function LatticeQuestions(props: {
  readonly form: LatticeForm;
  readonly isTorus: boolean;
  readonly onChange: (form: LatticeForm) => void;
}): ReactElement {
  const { form, isTorus, onChange } = props;
  const change = (patch: Partial<LatticeForm>): void => onChange({ ...form, ...patch });
  const ofEndpoints = isTorus && form.ofEndpoints;
  return (
    <>
      {isTorus ? (
        <CheckQuestion
          id="lattice-of-endpoints"
          label="The servers themselves are the nodes"
          note="They are cabled to each other and pass traffic on, as TPU pods do"
          isChecked={form.ofEndpoints}
          onChange={(checked) => change({ ofEndpoints: checked })}
        />
      ) : null}
      <TextQuestion
        id="lattice-shape"
        label="Shape"
        value={form.shape}
        placeholder="8 x 8 x 4"
        onChange={(shape) => change({ shape })}
      />
      <TextQuestion
        id="lattice-trunks"
        label={isTorus ? 'Cables to a neighbour' : 'Cables between two switches'}
        value={form.trunks}
        placeholder="1, or 2 x 2 x 1"
        onChange={(trunks) => change({ trunks })}
      />
      {isTorus ? (
        <CheckQuestion
          id="lattice-wraps"
          label="Lines close to rings"
          note="Without, it is a mesh whose lines end"
          isChecked={form.wraps}
          onChange={(wraps) => change({ wraps })}
        />
      ) : null}
      {ofEndpoints ? (
        <>
          <TextQuestion
            id="lattice-tile"
            label="Built in tiles of"
            value={form.tile}
            placeholder="not in tiles"
            onChange={(tile) => change({ tile })}
          />
          <NumberQuestion
            id="lattice-optical-ports"
            label="Optical switch ports"
            value={form.opticalSwitchPorts}
            placeholder="no optical switches"
            hint="Optical circuit switches carry the links between tiles"
            onChange={(opticalSwitchPorts) => change({ opticalSwitchPorts })}
          />
        </>
      ) : (
        <NumberQuestion
          id="lattice-hosts"
          label="Server ports on a switch"
          value={form.hostsPerSwitch}
          onChange={(hostsPerSwitch) => change({ hostsPerSwitch })}
        />
      )}
    </>
  );
}

function SlimFlyQuestions({ fabric, onChange }: ShapeQuestionsProps): ReactElement {
  const { slimFly } = fabric;
  return (
    <>
      <NumberQuestion
        id="slim-fly-q"
        label="q"
        value={slimFly.q}
        min={3}
        max={500}
        hint={
          slimFly.q === null ? undefined : `2 q\u00b2 = ${2 * slimFly.q * slimFly.q} switches; a prime keeps two hops`
        }
        onChange={(q) => onChange({ slimFly: { ...slimFly, q } })}
      />
      <NumberQuestion
        id="slim-fly-hosts"
        label="Server ports on a switch"
        value={slimFly.hostsPerSwitch}
        onChange={(hostsPerSwitch) => onChange({ slimFly: { ...slimFly, hostsPerSwitch } })}
      />
    </>
  );
}
