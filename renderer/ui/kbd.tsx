/** A key, or several pressed together, as a shortcut is written. */
import type { ReactElement } from 'react';
import './kbd.css';

export function Kbd({ children }: { readonly children: string }): ReactElement {
  return <kbd className="ui-kbd">{children}</kbd>;
}
