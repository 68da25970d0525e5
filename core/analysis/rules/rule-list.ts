/**
 * Every design rule, in the order in which they run and their findings stand: the contents page. Rules that say what is
 * wrong with a link come before `mediumFit`, which only adds what they have left unsaid, and R30 comes last.
 */
import { counting } from './bom/counting.ts';
import { nameplate } from './bom/nameplate.ts';
import { noModule } from './bom/no-module.ts';
import { oneWay } from './bom/one-way.ts';
import { powerBases } from './bom/power-bases.ts';
import { status } from './bom/status.ts';
import { unknown } from './bom/unknown.ts';
import { inbandPath } from './management/inband-path.ts';
import { oobPath } from './management/oob-path.ts';
import { oobPorts } from './management/oob-ports.ts';
import { airDensity } from './physical/air-density.ts';
import { airflow } from './physical/airflow.ts';
import { coolantUnits } from './physical/coolant-units.ts';
import { coolingKind } from './physical/cooling-kind.ts';
import { coolingZones } from './physical/cooling-zones.ts';
import { feedLoad } from './physical/feed-load.ts';
import { liveFeeds } from './physical/live-feeds.ts';
import { floor } from './physical/floor.ts';
import { modulePower } from './physical/module-power.ts';
import { powerInlets } from './physical/power-inlets.ts';
import { redundancy } from './physical/redundancy.ts';
import { trayFill } from './physical/tray-fill.ts';
import { tenantOverlap } from './tenancy/overlap.ts';
import { sharedSwitch } from './tenancy/shared-switch.ts';
import { mixedFabrics } from './topology/mixed-fabrics.ts';
import { rails } from './topology/rails.ts';
import { singlePoint } from './topology/single-point.ts';
import { uplinks } from './topology/uplinks.ts';
import { connector } from './media/connector.ts';
import { ferrule } from './media/ferrule.ts';
import { fibreType } from './media/fibre-type.ts';
import { hdrOnNdr } from './media/hdr-on-ndr.ts';
import { laneCount } from './media/lane-count.ts';
import { laneRate } from './media/lane-rate.ts';
import { mediumFit } from './media/medium-fit.ts';
import { opticsFamily } from './media/optics-family.ts';
import { reach } from './media/reach.ts';
import { splitterSpeed, wdmSplitter } from './media/splitters.ts';
import { stockLength } from './media/stock-length.ts';
import { twinPortFibre } from './media/twin-port-fibre.ts';
import { rackFit } from './physical/rack-fit.ts';
import { breakout } from './ports/breakout.ts';
import { laterPhases, partsKnown, portCount, portsKnown } from './ports/elaborated.ts';
import { formFactor } from './ports/form-factor.ts';
import { heatSink } from './ports/heat-sink.ts';
import { portBudget } from './ports/port-budget.ts';
import { protocol } from './ports/protocol.ts';
import { scaleUpPorts } from './ports/scale-up-ports.ts';
import { technology } from './ports/technology.ts';
import type { Rule } from './rule.ts';
import { darkSpine } from './topology/dark-spine.ts';
import { failures } from './topology/failures.ts';
import { openPorts } from './topology/open-ports.ts';
import { oversubscription } from './topology/oversubscription.ts';
import { pods } from './topology/pods.ts';
import { unconnected } from './topology/unconnected.ts';

export const rules: readonly Rule[] = [
  partsKnown,
  portsKnown,
  portCount,
  formFactor,
  heatSink,
  protocol,
  scaleUpPorts,
  technology,
  breakout,
  portBudget,
  laneRate,
  laneCount,
  opticsFamily,
  fibreType,
  connector,
  ferrule,
  reach,
  stockLength,
  twinPortFibre,
  wdmSplitter,
  splitterSpeed,
  noModule,
  mediumFit,
  hdrOnNdr,
  unconnected,
  openPorts,
  rails,
  uplinks,
  darkSpine,
  pods,
  singlePoint,
  mixedFabrics,
  rackFit,
  floor,
  trayFill,
  powerInlets,
  redundancy,
  liveFeeds,
  feedLoad,
  airflow,
  coolingKind,
  airDensity,
  coolingZones,
  coolantUnits,
  modulePower,
  oversubscription,
  failures,
  oobPorts,
  oobPath,
  inbandPath,
  tenantOverlap,
  sharedSwitch,
  laterPhases,
  counting,
  powerBases,
  nameplate,
  status,
  oneWay,
  unknown,
];
