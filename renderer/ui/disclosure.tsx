/** A part of a panel that few need: closed until asked for. */
import { ChevronRight } from 'lucide-react';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import './disclosure.css';

interface DisclosureProps {
  readonly title: string;
  /** Beside the title, also while closed: what is set inside. */
  readonly note?: string;
  /** For its head: what the note listens to. */
  readonly attributes?: Omit<ComponentProps<'summary'>, 'ref' | 'children'>;
  readonly children: ReactNode;
}

export function Disclosure({ title, note, attributes, children }: DisclosureProps): ReactElement {
  return (
    <details className="ui-disclosure">
      <summary {...attributes}>
        <ChevronRight size={13} aria-hidden />
        {title}
        {note ? <span className="ui-disclosure__note">{note}</span> : null}
      </summary>
      {children}
    </details>
  );
}
