/** A design under edit, for tests that read like a session at the canvas. */
import { extendCatalog } from '#core/catalog/catalog.ts';
import { findBrokenReference } from '#core/design/check-references.ts';
import { createDesign, type Design, designSchema, type Link } from '#core/design/design.ts';
import type { Command, CommandArgs, CommandName } from '#core/edit/command.ts';
import { createEditState, type EditState, transact, undo } from '#core/edit/transact.ts';
import { builtInCatalog } from './built-in-catalog.ts';

export class EditSession {
  state: EditState;

  constructor(design: Design = createDesign('Session')) {
    this.state = createEditState(design);
  }

  get design(): Design {
    return this.state.design;
  }

  /** Runs the command; a refusal or a broken design fails the test. */
  run<N extends CommandName>(name: N, args: CommandArgs[N]): this {
    const result = this.attempt(name, args);
    if (!result.ok) throw new Error(result.error.map(({ message }) => message).join(' '));
    this.state = result.value;
    const fault = designSchema.safeParse(this.design).error?.message ?? findBrokenReference(this.design)?.message;
    if (fault !== undefined) throw new Error(fault);
    return this;
  }

  /** The refusal's code and message. Fails the test when the command is accepted. */
  refuse<N extends CommandName>(name: N, args: CommandArgs[N]): { code: string; message: string } {
    const result = this.attempt(name, args);
    const [first] = result.ok ? [] : result.error;
    if (!first) throw new Error(`${name} was accepted`);
    return { code: first.code, message: first.message };
  }

  undo(): this {
    this.state = undo(this.state);
    return this;
  }

  /** Adds devices free-standing at the origin. */
  addDevice(id: string, partId: string, count: number, more: Partial<CommandArgs['addDevice']> = {}): this {
    return this.run('addDevice', { id, partId, count, position: { x: 0, y: 0 }, ...more });
  }

  /** Adds a link with its fabric when the design has none yet. */
  addLink(link: Link): this {
    const hasFabric = Object.hasOwn(this.design.fabrics, link.fabricId);
    return this.run('addLink', hasFabric ? { link } : { link, fabric: { ...fabric, id: link.fabricId } });
  }

  private attempt<N extends CommandName>(name: N, args: CommandArgs[N]) {
    const catalog = extendCatalog(builtInCatalog, Object.values(this.design.parts));
    return transact(this.state, { name, args } as Command, catalog);
  }
}

const fabric = {
  name: 'Compute',
  purpose: 'compute',
  technology: 'infiniband',
  routing: 'adaptive',
  targetOversubscription: null,
} as const;

/** A 400 Gb/s mesh between DGX H100 compute ports or QM9700 data ports, with changes. */
export function createLink(
  id: string,
  aId: string,
  aBlock: string,
  bId: string,
  bBlock: string,
  more: Partial<Link> = {},
): Link {
  return {
    id,
    fabricId: 'fabric-1',
    a: { deviceId: aId, blockId: aBlock },
    b: { deviceId: bId, blockId: bBlock },
    pattern: 'mesh',
    within: 'all',
    cablesPerPair: 1,
    pairs: [],
    speedGbps: 400,
    medium: { kind: 'auto' },
    lengthM: 30,
    ...more,
  };
}
