/** A text field in place of a name or a count. Enter and leaving the field commit, Escape gives up. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { setInteraction } from './interaction.ts';

interface InlineEditorProps {
  label: string;
  value: string;
  /** Called with the trimmed text when it differs from `value` and is not empty. */
  onCommit: (text: string) => void;
  className?: string;
}

export function InlineEditor({ label, value, onCommit, className }: InlineEditorProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const finish = (isKept: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    const text = field.current?.value.trim() ?? '';
    const root = field.current?.closest<HTMLElement>('.cv-root');
    const hadFocus = document.activeElement === field.current;
    setInteraction({ editing: null });
    if (hadFocus) root?.focus({ preventScroll: true });
    if (isKept && text !== '' && text !== value) onCommit(text);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Enter') finish(true);
    if (event.key === 'Escape') finish(false);
  };

  return (
    <input
      ref={field}
      className={`cv-inline-editor nodrag nopan nowheel ${className ?? ''}`}
      aria-label={label}
      defaultValue={value}
      spellCheck={false}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
