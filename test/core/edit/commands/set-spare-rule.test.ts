import { describe, expect, it } from 'vitest';
import { describeUndo } from '#core/edit/transact.ts';
import { EditSession } from '../../../support/edit-session.ts';

const rule = { percent: 2, minimum: 4, packSize: 1 };

describe('setSpareRule', () => {
  it('sets, changes and drops the rule of a class, and can be undone', () => {
    const session = new EditSession().run('setSpareRule', { class: 'transceiver', rule });
    session.run('setSpareRule', { class: 'cable', rule: { ...rule, packSize: 10 } });
    expect(session.design.spares).toEqual({ transceiver: rule, cable: { ...rule, packSize: 10 } });
    expect(describeUndo(session.state)).toBe('set the spares of cables');
    session.run('setSpareRule', { class: 'cable', rule: { ...rule, percent: 5 } });
    expect(session.undo().design.spares?.cable).toEqual({ ...rule, packSize: 10 });
    session.run('setSpareRule', { class: 'cable', rule: null });
    expect(session.design.spares).toEqual({ transceiver: rule });
    expect(describeUndo(session.state)).toBe('drop the spares of cables');
  });

  it('leaves a design without rules as one that never had any', () => {
    const session = new EditSession().run('setSpareRule', { class: 'pdu', rule });
    session.run('setSpareRule', { class: 'pdu', rule: null });
    expect(Object.hasOwn(session.design, 'spares')).toBe(false);
    expect(session.run('setSpareRule', { class: 'pdu', rule: null }).state.undoStack).toHaveLength(2);
  });

  it('refuses shares over 100 % and packs of nothing', () => {
    const session = new EditSession();
    expect(session.refuse('setSpareRule', { class: 'cable', rule: { ...rule, percent: 120 } })).toEqual({
      code: 'edit.invalid',
      message: 'The spare rule cable.percent must be at most 100.',
    });
    expect(session.refuse('setSpareRule', { class: 'cable', rule: { ...rule, packSize: 0 } }).code).toBe(
      'edit.invalid',
    );
  });
});
