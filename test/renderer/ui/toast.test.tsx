import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { showToast, Toasts } from '../../../renderer/ui/toast.tsx';

afterEach(cleanup);

function show(...messages: readonly string[]): void {
  act(() => {
    for (const message of messages) showToast('warning', message, null);
  });
}

it('counts a message that comes again, and closes them all together', () => {
  render(<Toasts />);
  show('The port is taken', 'The port is taken', 'The rack is full', 'The port is taken');
  expect(screen.getAllByText('The port is taken')).toHaveLength(1);
  expect(screen.getByText('3×')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Close all 2' }));
  expect(screen.queryByRole('button', { name: /^Close all/ })).toBeNull();
  show('The port is taken');
  expect(screen.queryByText('4×')).toBeNull();
});

it('lets good news take the place of good news', () => {
  render(<Toasts />);
  act(() => {
    showToast('success', 'Saved a.weft', null);
    showToast('success', 'Saved b.weft', null);
  });
  expect(screen.queryByText('Saved a.weft')).toBeNull();
  expect(screen.getByText('Saved b.weft')).toBeTruthy();
});
