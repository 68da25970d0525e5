/**
 * A number with its unit. Arrow keys step; Enter or leaving the field commits, Escape brings the old value back.
 * `null` stands for 'not set' (or 'differs' in a multi-selection, by placeholder) and an emptied field gives it back
 * where that is allowed.
 */
import { NumberField as BaseNumberField } from '@base-ui/react/number-field';
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type ReactElement,
  useEffect,
  useRef,
  useState,
} from 'react';
import { insertText, readNumberText } from './number-text.ts';
import { METRES_PER_FOOT, units } from './units.ts';
import './field.css';

interface NumberFieldProps {
  readonly value: number | null;
  readonly onCommit: (value: number) => void;
  /** Given when 'not set' is a value of its own. */
  readonly onClear?: () => void;
  /** Called while typing and stepping, for live previews. */
  readonly onDraft?: (value: number) => void;
  readonly id?: string;
  readonly label?: string;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly decimals?: number;
  readonly autoFocus?: boolean;
  /** Id of the sentence that says what is wrong with the value. */
  readonly errorId?: string | undefined;
  readonly testId?: string;
}

/** A field in metres shows and takes feet where the user reckons in them. */
export function NumberField(props: NumberFieldProps): ReactElement {
  return <PlainNumberField {...(props.unit === 'm' && units().length === 'feet' ? toFeet(props) : props)} />;
}

/** A hundredth of a foot is 3 mm. */
const FOOT_DECIMALS = 2;

function toFeet(props: NumberFieldProps): NumberFieldProps {
  const { value, min, max, step, onDraft } = props;
  return {
    ...props,
    unit: 'ft',
    decimals: FOOT_DECIMALS,
    value: value === null ? null : Number((value / METRES_PER_FOOT).toFixed(FOOT_DECIMALS)),
    onCommit: (feet) => props.onCommit(toMetres(feet, props)),
    ...(onDraft ? { onDraft: (feet: number) => onDraft(toMetres(feet, props)) } : {}),
    ...(min === undefined ? {} : { min: Math.floor((min / METRES_PER_FOOT) * 100) / 100 }),
    ...(max === undefined ? {} : { max: Math.ceil((max / METRES_PER_FOOT) * 100) / 100 }),
    ...(step === undefined ? {} : { step: step < 1 ? step : Math.round(step / METRES_PER_FOOT) }),
  };
}

/** To the millimetre, and never beyond what the field allows in metres. */
function toMetres(feet: number, { min = -Infinity, max = Infinity }: NumberFieldProps): number {
  return Math.min(max, Math.max(min, Number((feet * METRES_PER_FOOT).toFixed(3))));
}

/** As many decimals as the field has, within its limits. */
function settle(value: number, { min = -Infinity, max = Infinity, decimals = 0 }: NumberFieldProps): number {
  return Math.min(max, Math.max(min, Number(value.toFixed(decimals))));
}

function PlainNumberField(props: NumberFieldProps): ReactElement {
  const { value, onCommit, onClear, onDraft, id, label, unit, placeholder, min, max, step = 1, decimals = 0 } = props;
  const [draft, setDraft] = useState(value);
  const latest = useRef(value);
  const inputRef = useRef<HTMLInputElement>(null);
  // The base field keeps typed text until it is left; only a new one shows the old value again.
  const [revertCount, setRevertCount] = useState(0);
  useEffect(() => {
    if (revertCount > 0) inputRef.current?.focus();
  }, [revertCount]);
  useEffect(() => {
    latest.current = value;
    setDraft(value);
  }, [value]);

  const change = (next: number | null): void => {
    latest.current = next;
    setDraft(next);
    if (next !== null) onDraft?.(next);
  };
  const commit = (): void => {
    const next = latest.current;
    if (next === value) return;
    if (next !== null) {
      const settled = settle(next, props);
      if (settled !== next) change(settled);
      if (settled !== value) onCommit(settled);
    } else if (onClear) onClear();
    else change(value);
  };
  /** What was typed and what it became are told apart at once, not only when the field is left. */
  const commitHere = (): void => {
    commit();
    const shown = inputRef.current?.value ?? '';
    if (latest.current !== null && Number(shown) !== latest.current) setRevertCount((count) => count + 1);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape' && latest.current !== value) {
      event.stopPropagation();
      change(value);
      setRevertCount((count) => count + 1);
    } else if (event.key === 'Enter') {
      commitHere();
    } else if (event.key === ',') {
      // Of '1,000' and '2,5' the base field would read 1 and 2; without the comma, or with a point, it is what was meant.
      event.preventDefault();
      if (decimals > 0) insertText('.');
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    const text = readNumberText(pasted);
    if (text === pasted) return;
    event.preventDefault();
    insertText(text);
  };
  const padding: CSSProperties | undefined = unit ? { paddingRight: `${unit.length * 0.62 + 1}em` } : undefined;
  return (
    <BaseNumberField.Root
      key={revertCount}
      {...(id ? { id } : {})}
      value={draft}
      onValueChange={change}
      onValueCommitted={(_next, details) => {
        if (details.reason === 'input-blur' || details.reason === 'input-clear') commit();
      }}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      step={step}
      locale="en-US"
      format={{ maximumFractionDigits: decimals, useGrouping: false }}
      className="ui-number"
    >
      <BaseNumberField.Input
        ref={inputRef}
        className="ui-input"
        aria-label={label}
        placeholder={placeholder}
        style={padding}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        autoFocus={props.autoFocus}
        aria-invalid={props.errorId !== undefined || undefined}
        aria-describedby={props.errorId}
        data-testid={props.testId}
        onFocus={(event) => event.currentTarget.select()}
      />
      {unit ? <span className="ui-number__unit">{unit}</span> : null}
    </BaseNumberField.Root>
  );
}
