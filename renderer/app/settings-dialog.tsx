/** The settings: looks and units. Each takes hold at once, so there is nothing to apply. */
import type { ReactElement } from 'react';
import { INTERFACE_ZOOMS, setPreference, setUnit, TEXT_SIZES, usePreferences } from '../store/preferences-store.ts';
import { setTheme, useViewStore } from '../store/view-store.ts';
import { closeWindowDialog } from '../store/window-dialog.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceRow } from '../ui/choice-row.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatBandwidth, formatHeat, formatLength, formatNumber } from '../ui/format.ts';
import './settings-dialog.css';

export function SettingsDialog(): ReactElement {
  return (
    <Dialog
      title="Settings"
      onClose={closeWindowDialog}
      className="settings"
      testId="settings"
      isWide
      actions={
        <Button tone="primary" onClick={closeWindowDialog}>
          Done
        </Button>
      }
    >
      <LooksSection />
      <UnitsSection />
    </Dialog>
  );
}

function LooksSection(): ReactElement {
  const theme = useViewStore((state) => state.theme);
  const { contrast, motion, textSize, interfaceZoom } = usePreferences((state) => state);
  return (
    <section className="settings__section" aria-labelledby="settings-looks">
      <h3 id="settings-looks">Appearance</h3>
      <ChoiceRow
        label="Theme"
        value={theme}
        choices={[
          { value: 'system', label: 'Follow system' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
        onChange={setTheme}
      />
      <ChoiceRow
        label="Contrast"
        value={contrast}
        choices={[
          { value: 'system', label: 'Follow system' },
          { value: 'normal', label: 'Normal' },
          { value: 'high', label: 'High' },
        ]}
        onChange={(next) => setPreference('contrast', next)}
      />
      <ChoiceRow
        label="Interface size"
        value={String(interfaceZoom)}
        choices={INTERFACE_ZOOMS.map((size) => ({ value: String(size), label: `${size}\u202f%` }))}
        onChange={(next) => setPreference('interfaceZoom', Number(next))}
        note="Of everything in the window, the canvas too."
      />
      <ChoiceRow
        label="Size of text"
        value={String(textSize)}
        choices={TEXT_SIZES.map((size) => ({ value: String(size), label: `${size}\u202f%` }))}
        onChange={(next) => setPreference('textSize', Number(next))}
        note="Of bars, panels, tables and dialogs; the canvas has a zoom of its own."
      />
      <ChoiceRow
        label="Motion"
        value={motion}
        choices={[
          { value: 'system', label: 'Follow system' },
          { value: 'reduced', label: 'Reduced' },
        ]}
        onChange={(next) => setPreference('motion', next)}
      />
    </section>
  );
}

/** Figures that show what a choice does: a spine's bandwidth, a server's heat, a run of cable. */
const SAMPLE = { gbps: 25_600, busbwGBps: 360, heatW: 10_200, lengthM: 30 };

function UnitsSection(): ReactElement {
  const { bandwidth, heat, length } = usePreferences((state) => state.units);
  const collective = bandwidth === 'bits' ? `${formatNumber(SAMPLE.busbwGBps * 8)} Gb/s` : `${SAMPLE.busbwGBps} GB/s`;
  return (
    <section className="settings__section" aria-labelledby="settings-units">
      <h3 id="settings-units">Units</h3>
      <ChoiceRow
        label="Bandwidth"
        value={bandwidth}
        choices={[
          { value: 'usual', label: 'Customary' },
          { value: 'bits', label: 'Gb/s' },
          { value: 'bytes', label: 'GB/s' },
        ]}
        onChange={(next) => setUnit('bandwidth', next)}
        note={`A network of ${formatBandwidth(SAMPLE.gbps)}, a collective at ${collective}. Speeds of ports stay names: 400G.`}
      />
      <ChoiceRow
        label="Heat"
        value={heat}
        choices={[
          { value: 'watts', label: 'W' },
          { value: 'btu', label: 'BTU/h' },
        ]}
        onChange={(next) => setUnit('heat', next)}
        note={`A server gives off ${formatHeat(SAMPLE.heatW)}. Power stays in watts.`}
      />
      <ChoiceRow
        label="Length"
        value={length}
        choices={[
          { value: 'metres', label: 'Metres' },
          { value: 'feet', label: 'Feet' },
        ]}
        onChange={(next) => setUnit('length', next)}
        note={`A run of ${formatLength(SAMPLE.lengthM)}. Fields use this unit.`}
      />
      <p className="settings__note">
        Exported files, rule messages and formulas keep Gb/s, W and m, so that they read the same everywhere.
      </p>
    </section>
  );
}
