/** A value on a scale of equal steps. One press, drag or row of key strokes is one gesture. */
import { type ReactElement, useRef } from 'react';
import './slider.css';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as it is spoken, with its unit. */
  readonly valueText: string;
  /** Names the gesture that begins; its changes carry the name. */
  readonly createGestureId: () => string;
  readonly onChange: (value: number, gestureId: string) => void;
  readonly testId?: string;
}

export function Slider(props: SliderProps): ReactElement {
  const { label, value, min, max, step, valueText, createGestureId, onChange, testId } = props;
  const gesture = useRef<string | null>(null);
  const end = (): void => {
    gesture.current = null;
  };
  return (
    <input
      type="range"
      className="ui-slider"
      aria-label={label}
      aria-valuetext={valueText}
      min={min}
      max={max}
      step={step}
      value={value}
      data-testid={testId}
      onPointerUp={end}
      onPointerCancel={end}
      onBlur={end}
      onChange={(event) => {
        gesture.current ??= createGestureId();
        onChange(event.target.valueAsNumber, gesture.current);
      }}
    />
  );
}
