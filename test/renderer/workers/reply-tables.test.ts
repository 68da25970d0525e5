import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReplyReader, ReplyTeller, type WireMessage } from '../../../renderer/workers/reply-tables.ts';

interface Line {
  readonly name: string;
  readonly ports: readonly number[];
}

function line(at: number, name = `leaf-${at}`): Line {
  return { name, ports: [at % 3] };
}

function connect(): { send: (reply: unknown) => unknown; messages: WireMessage[] } {
  const teller = new ReplyTeller();
  const reader = new ReplyReader();
  const messages: WireMessage[] = [];
  const send = (reply: unknown): unknown => {
    messages.length = 0;
    let arrived: { readonly reply: unknown } | null = null;
    for (const { message, transfer } of teller.list(reply)) {
      messages.push(message);
      arrived = reader.read(structuredClone(message, { transfer }));
    }
    return arrived?.reply;
  };
  return { send, messages };
}

describe('a reply told in pieces', () => {
  it('arrives as it is, reply after reply', () => {
    const lines = fc.array(
      fc.record(
        { name: fc.constantFrom('a', 'b'), ports: fc.array(fc.nat(3), { maxLength: 2 }) },
        { noNullPrototype: true },
      ),
      { maxLength: 90 },
    );
    // Most rows stay, some come, go or change: as edits do it.
    const replies = fc.array(fc.record({ extra: lines, cut: fc.nat(80), change: fc.nat(99) }), { maxLength: 5 });
    fc.assert(
      fc.property(replies, (steps) => {
        const { send } = connect();
        let rows = Array.from({ length: 100 }, (_, at) => line(at));
        for (const { extra, cut, change } of steps) {
          rows = [...rows.slice(0, cut), ...extra, ...rows.slice(cut)].slice(0, 150);
          rows[change] = line(change, 'changed');
          const reply = { kind: 'report', report: { lines: rows, nested: [{ lines: rows.slice(3) }], empty: [] } };
          expect(send(reply)).toStrictEqual(reply);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('keeps the rows, and whole tables, that are as they were', () => {
    const { send, messages } = connect();
    const rows = Array.from({ length: 5000 }, (_, at) => line(at));
    const others = Array.from({ length: 100 }, (_, at) => line(at));
    const first = send({ rows, others }) as { rows: Line[]; others: Line[] };
    const changed = rows.with(2500, line(2500, 'changed'));
    const second = send({ rows: changed, others: others.map((own) => ({ ...own })) }) as typeof first;
    expect(second).toStrictEqual({ rows: changed, others });
    expect(second.others).toBe(first.others);
    expect(second.rows[2499]).toBe(first.rows[2499]);
    expect(second.rows[2501]).toBe(first.rows[2501]);
    const told = messages.filter((message) => message.kind === 'rows' && message.rows !== null);
    expect(told).toHaveLength(1);
    // One row came: those after it are kept too.
    const third = send({ rows: changed.toSpliced(10, 0, line(7, 'new')), others }) as typeof first;
    expect(third.rows[5000]).toBe(second.rows[4999]);
  });

  it('comes in pieces that are soon read', () => {
    const { send, messages } = connect();
    send({ rows: Array.from({ length: 9000 }, (_, at) => line(at)) });
    expect(messages.map((message) => (message.kind === 'rows' ? message.count : 0))).toEqual([
      2000, 2000, 2000, 2000, 1000, 0,
    ]);
  });
});
