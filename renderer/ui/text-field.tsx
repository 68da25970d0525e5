/** One line or several of text; commits on Enter (one line) or blur, Escape brings the old text back. */
import { type KeyboardEvent, type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';
import './field.css';

interface TextFieldProps {
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  /** An emptied field takes its old text back. */
  readonly required?: boolean;
  readonly className?: string;
  /** Called with every keystroke, for live previews. */
  readonly onDraft?: (value: string) => void;
  /** Id of the sentence that says what is wrong with the value. */
  readonly errorId?: string | undefined;
  readonly testId?: string;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}

export function TextField(props: TextFieldProps): ReactElement {
  const {
    value,
    onCommit,
    id,
    label,
    placeholder,
    multiline = false,
    required = false,
    className = '',
    inputRef,
  } = props;
  const [draft, setDraft] = useState(value);
  const isReverting = useRef(false);
  useEffect(() => setDraft(value), [value]);

  const commit = (): void => {
    if (isReverting.current || (required && draft.trim() === '')) setDraft(value);
    else if (draft !== value) onCommit(multiline ? draft : draft.trim());
    isReverting.current = false;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      isReverting.current = true;
      event.currentTarget.blur();
    } else if (event.key === 'Enter' && !multiline) {
      event.currentTarget.blur();
    }
  };
  const common = {
    id,
    placeholder,
    value: draft,
    onBlur: commit,
    onKeyDown,
    'aria-label': label,
    'aria-invalid': props.errorId !== undefined || undefined,
    'aria-describedby': props.errorId,
    'data-testid': props.testId,
  };
  const onInput = (next: string): void => {
    setDraft(next);
    props.onDraft?.(next);
  };
  if (multiline) {
    return (
      <textarea {...common} className={`ui-input ${className}`} onChange={(event) => onInput(event.target.value)} />
    );
  }
  return (
    <input
      {...common}
      ref={inputRef}
      type="text"
      spellCheck={false}
      autoComplete="off"
      className={`ui-input ${className}`}
      onChange={(event) => onInput(event.target.value)}
    />
  );
}
