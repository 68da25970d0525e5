/**
 * What goes to paper: its children stand beside the window, unseen, and take its place when the page is printed, in the light theme.
 * Each page is a `.print-page`, which starts on a new sheet.
 */
import type { ReactElement, ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './print-sheet.css';

interface PrintSheetProps {
  readonly orientation: 'portrait' | 'landscape';
  readonly children: ReactNode;
}

export function PrintSheet({ orientation, children }: PrintSheetProps): ReactElement {
  return createPortal(
    <div className="print-sheet" data-theme="light" data-orientation={orientation} aria-hidden>
      {children}
    </div>,
    document.body,
  );
}
