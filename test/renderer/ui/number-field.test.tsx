import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NumberField } from '../../../renderer/ui/number-field.tsx';
import { setUnits, USUAL_UNITS } from '../../../renderer/ui/units.ts';
import { TextField } from '../../../renderer/ui/text-field.tsx';

afterEach(() => {
  cleanup();
  setUnits(USUAL_UNITS);
});

function type(field: HTMLElement, text: string): void {
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: text } });
}

describe('a number field', () => {
  it('commits on Enter, within its limits', () => {
    const onCommit = vi.fn();
    render(<NumberField label="Count" value={4} min={1} max={100} onCommit={onCommit} />);
    const field = screen.getByLabelText('Count');
    type(field, '32');
    expect(onCommit).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onCommit).toHaveBeenLastCalledWith(32);
    type(field, '500');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onCommit).toHaveBeenLastCalledWith(100);
    // The field shows what counts, not what was typed.
    const settled = screen.getByLabelText<HTMLInputElement>('Count');
    expect(settled.value).toBe('100');
    expect(document.activeElement).toBe(settled);
  });

  it('commits whole numbers where it has no decimals, and takes no comma for a point', () => {
    const onCommit = vi.fn();
    render(<NumberField label="Count" value={4} min={1} max={100} onCommit={onCommit} />);
    const field = screen.getByLabelText('Count');
    expect(fireEvent.keyDown(field, { key: ',' }), 'the comma is not typed').toBe(false);
    type(field, '2.6');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onCommit).toHaveBeenLastCalledWith(3);
    expect(screen.getByLabelText<HTMLInputElement>('Count').value).toBe('3');
  });

  it('takes the old value back on Escape', () => {
    const onCommit = vi.fn();
    render(<NumberField label="Count" value={4} onCommit={onCommit} />);
    const field = screen.getByLabelText<HTMLInputElement>('Count');
    type(field, '32');
    fireEvent.keyDown(field, { key: 'Escape' });
    const fresh = screen.getByLabelText<HTMLInputElement>('Count');
    expect(fresh.value).toBe('4');
    expect(document.activeElement).toBe(fresh);
    fireEvent.blur(fresh);
    expect(onCommit).not.toHaveBeenCalled();
  });
});

describe('a field of metres', () => {
  it('shows and takes feet where the user reckons in them', () => {
    setUnits({ ...USUAL_UNITS, length: 'feet' });
    const onCommit = vi.fn();
    render(<NumberField label="Length" unit="m" value={30} min={1} max={100} onCommit={onCommit} />);
    const field = screen.getByLabelText<HTMLInputElement>('Length');
    // 30 m / 0.3048 m.
    expect(field.value).toBe('98.43');
    expect(screen.getByText('ft')).toBeTruthy();
    fireEvent.focus(field);
    fireEvent.blur(field);
    expect(onCommit).not.toHaveBeenCalled();
    type(field, '10');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onCommit).toHaveBeenLastCalledWith(3.048);
    type(field, '1000');
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onCommit).toHaveBeenLastCalledWith(100);
  });
});

describe('a text field', () => {
  it('commits on blur, and keeps its text when emptied though required', () => {
    const onCommit = vi.fn();
    render(<TextField label="Name" value="leaf" required onCommit={onCommit} />);
    const field = screen.getByLabelText<HTMLInputElement>('Name');
    type(field, ' spine ');
    fireEvent.blur(field);
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('spine');
    type(field, '');
    fireEvent.blur(field);
    expect(onCommit).toHaveBeenCalledTimes(1);
    expect(field.value).toBe('leaf');
  });
});
