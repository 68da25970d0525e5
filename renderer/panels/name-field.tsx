/** The name of the selected object; takes the focus when the user asked to rename it. */
import { type ReactElement, useEffect, useRef } from 'react';
import { useViewStore } from '../store/view-store.ts';
import { TextField } from '../ui/text-field.tsx';

interface NameFieldProps {
  readonly kind: string;
  readonly objectId: string;
  readonly value: string;
  readonly onCommit: (name: string) => void;
}

/** Renames answered already, so that selecting the object again does not steal the focus. */
let lastAnswered = 0;

export function NameField({ kind, objectId, value, onCommit }: NameFieldProps): ReactElement {
  const inputRef = useRef<HTMLInputElement>(null);
  const request = useViewStore((state) => state.renameRequest);
  useEffect(() => {
    if (!request || request.serial <= lastAnswered || request.ref.kind !== kind || request.ref.id !== objectId) return;
    lastAnswered = request.serial;
    inputRef.current?.focus();
    inputRef.current?.select();
  }, [request, kind, objectId]);
  return (
    <TextField
      label="Name"
      value={value}
      onCommit={onCommit}
      required
      className="inspector__name"
      inputRef={inputRef}
    />
  );
}
