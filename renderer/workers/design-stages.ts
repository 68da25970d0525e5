/**
 * What follows from the newest design, one stage after the other: the netlist, the figures that counting gives, the rest of the
 * report with the current scenario's estimate. Each is worked out when it is first asked for. What an edit leaves alone is kept from the design before.
 */
import { analyseFirst, analyseLate } from '#core/analysis/analyse.ts';
import type { FirstFigures, LateFigures, Report } from '#core/analysis/report.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { Memory } from '#core/base/memory.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import { estimateScenario } from '#core/sim/estimate-scenario.ts';

/** What takes the longest. */
interface Rest {
  readonly late: LateFigures;
  /** Of the current scenario; null = it cannot be asked of this design. */
  readonly estimate: CollectiveEstimate | null;
}

interface Turn {
  readonly serial: number;
  readonly netlist: Netlist;
  readonly diagnostics: readonly Diagnostic[];
  first: FirstFigures | null;
  rest: Rest | null;
}

export class DesignStages {
  private readonly catalog: Catalog;
  private memory = new Memory();
  private turn: Turn | null = null;

  constructor(catalog: Catalog) {
    this.catalog = catalog;
  }

  /** `serial` names the design: the same one is the same design. */
  readNetlist(serial: number, design: Design): Netlist {
    return this.open(serial, design).netlist;
  }

  readFirst(serial: number, design: Design): FirstFigures {
    const turn = this.open(serial, design);
    turn.first ??= this.run((memory) => analyseFirst(turn.netlist, memory));
    return turn.first;
  }

  readRest(serial: number, design: Design): Rest {
    const first = this.readFirst(serial, design);
    const turn = this.open(serial, design);
    turn.rest ??= this.run((memory) => {
      const { netlist, diagnostics } = turn;
      const late = analyseLate(netlist, diagnostics, first, memory);
      const estimate = estimateScenario(netlist, netlist.currentScenario, memory);
      memory.endTurn();
      return { late, estimate: estimate.ok ? estimate.value : null };
    });
    return turn.rest;
  }

  readReport(serial: number, design: Design): Report {
    return { ...this.readFirst(serial, design), ...this.readRest(serial, design).late };
  }

  private open(serial: number, design: Design): Turn {
    if (this.turn?.serial === serial) return this.turn;
    this.turn = this.run((memory) => {
      const { netlist, diagnostics } = elaborate(design, this.catalog, memory);
      return { serial, netlist, diagnostics, first: null, rest: null };
    });
    return this.turn;
  }

  /** A fault half way leaves a memory that nothing later may rest on. */
  private run<T>(stage: (memory: Memory) => T): T {
    const { memory } = this;
    this.memory = new Memory();
    const answer = stage(memory);
    this.memory = memory;
    return answer;
  }
}
