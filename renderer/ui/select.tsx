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
  /** Heading above it; options of one group follow one another. */
  readonly group?: string;
}

interface SelectProps {
  readonly value: string | null;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  readonly id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Id of the sentence that says what is wrong with the value. */
  readonly errorId?: string | undefined;
  readonly testId?: string;
}

/** Runs of options under one heading; `null` = without. */
function listGroups(options: readonly SelectOption[]): { heading: string | null; options: SelectOption[] }[] {
  const groups: { heading: string | null; options: SelectOption[] }[] = [];
  for (const option of options) {
    const heading = option.group ?? null;
    const last = groups.at(-1);
    if (last && last.heading === heading) last.options.push(option);
    else groups.push({ heading, options: [option] });
  }
  return groups;
}

function Item({ option }: { readonly option: SelectOption }): ReactElement {
  return (
    <BaseSelect.Item value={option.value} disabled={option.disabled ?? false} className="ui-select__item">
      <BaseSelect.ItemIndicator className="ui-select__check">
        <Check size={14} />
      </BaseSelect.ItemIndicator>
      <BaseSelect.ItemText className="ui-select__text">
        {option.label}
        {option.note ? <span className="ui-select__note">{option.note}</span> : null}
      </BaseSelect.ItemText>
    </BaseSelect.Item>
  );
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
      <BaseSelect.Trigger
        className="ui-select"
        aria-label={label}
        aria-invalid={props.errorId !== undefined || undefined}
        aria-describedby={props.errorId}
        data-testid={props.testId}
        {...(id ? { id } : {})}
      >
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
              {listGroups(options).map(({ heading, options: members }) =>
                heading === null ? (
                  members.map((option) => <Item key={option.value} option={option} />)
                ) : (
                  <BaseSelect.Group key={heading}>
                    <BaseSelect.GroupLabel className="ui-select__heading">{heading}</BaseSelect.GroupLabel>
                    {members.map((option) => (
                      <Item key={option.value} option={option} />
                    ))}
                  </BaseSelect.Group>
                ),
              )}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
