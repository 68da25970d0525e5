/** A closed choice. `null` as value shows the placeholder (nothing chosen, or a mixed selection). */
import { Select as BaseSelect } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import './select.css';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** A second, quieter line. */
  readonly note?: string;
  readonly disabled?: boolean;
}

interface SelectProps {
  readonly value: string | null;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  readonly id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

export function Select(props: SelectProps): ReactElement {
  const { value, options, onChange, id, label, placeholder, disabled = false } = props;
  const shown = options.find((option) => option.value === value)?.label;
  return (
    <BaseSelect.Root
      value={value}
      onValueChange={(next) => {
        if (next !== null && next !== value) onChange(next);
      }}
      disabled={disabled}
      modal={false}
    >
      <BaseSelect.Trigger className="ui-select" aria-label={label} {...(id ? { id } : {})}>
        <BaseSelect.Value className="ui-select__value" placeholder={placeholder ?? 'Choose'}>
          {() => shown ?? placeholder ?? 'Choose'}
        </BaseSelect.Value>
        <BaseSelect.Icon className="ui-select__icon">
          <ChevronDown size={14} />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="ui-select__positioner">
          <BaseSelect.Popup className="ui-select__popup">
            <BaseSelect.List>
              {options.map((option) => (
                <BaseSelect.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled ?? false}
                  className="ui-select__item"
                >
                  <BaseSelect.ItemIndicator className="ui-select__check">
                    <Check size={14} />
                  </BaseSelect.ItemIndicator>
                  <BaseSelect.ItemText className="ui-select__text">
                    {option.label}
                    {option.note ? <span className="ui-select__note">{option.note}</span> : null}
                  </BaseSelect.ItemText>
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
