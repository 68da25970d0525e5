/** A row of tabs over one panel; arrow keys move between them. */
import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import { type ComponentProps, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import './tabs.css';

export interface TabItem<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly count?: string;
  /** For the button of the tab: what its count listens to. */
  readonly attributes?: Omit<ComponentProps<'button'>, 'ref' | 'value'>;
}

interface TabsProps<V extends string> {
  readonly label: string;
  /** null = no tab is open. */
  readonly value: V | null;
  readonly items: readonly TabItem<V>[];
  readonly onChange: (value: V) => void;
  readonly className?: string;
  /** At the right of the tabs: what filters the open one, a button. */
  readonly aside?: ReactNode;
  /** Content of the open tab. */
  readonly children: ReactNode;
}

export function Tabs<V extends string>(props: TabsProps<V>): ReactElement {
  const { label, value, items, onChange, className, aside, children } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    // A key that opens another tab takes the focus along, when it was on the tabs.
    if (focused?.role === 'tab' && list.current?.contains(focused)) findOpenTab(list.current)?.focus();
    return keepOpenTabInSight(list.current);
  }, [value, items.length]);
  return (
    <BaseTabs.Root value={value} onValueChange={(next) => onChange(next as V)} className={className}>
      <div className="ui-tabs">
        <BaseTabs.List ref={list} className="ui-tabs__list" aria-label={label}>
          {items.map((item) => (
            <BaseTabs.Tab key={item.value} value={item.value} className="ui-tabs__tab" {...item.attributes}>
              {item.label}
              {item.count ? <span className="ui-tabs__count">{item.count}</span> : null}
            </BaseTabs.Tab>
          ))}
        </BaseTabs.List>
        {aside}
      </div>
      {children}
    </BaseTabs.Root>
  );
}

function findOpenTab(list: HTMLElement): HTMLElement | null {
  return list.querySelector<HTMLElement>('[role="tab"][data-active]');
}

/** Where there is no room for all tabs, the row scrolls, and says so for its style sheet. */
function keepOpenTabInSight(list: HTMLElement | null): (() => void) | undefined {
  if (!list) return undefined;
  const observer = new ResizeObserver(() => {
    const overflows = list.scrollWidth > list.clientWidth;
    list.toggleAttribute('data-overflows', overflows);
    const tab = findOpenTab(list);
    if (!tab || !overflows) return;
    const margin = 24;
    const start = tab.offsetLeft - margin;
    const end = tab.offsetLeft + tab.offsetWidth + margin;
    if (end <= list.clientWidth) list.scrollLeft = 0;
    else if (start < list.scrollLeft) list.scrollLeft = start;
    else if (end > list.scrollLeft + list.clientWidth) list.scrollLeft = end - list.clientWidth;
  });
  observer.observe(list);
  return () => observer.disconnect();
}

interface TabPanelProps {
  readonly value: string;
  readonly className?: string;
  /** Keeps the content alive while another tab is open. */
  readonly keepMounted?: boolean;
  readonly children: ReactNode;
}

export function TabPanel({ value, className, keepMounted = false, children }: TabPanelProps): ReactElement {
  return (
    <BaseTabs.Panel value={value} className={className} keepMounted={keepMounted} tabIndex={-1}>
      {children}
    </BaseTabs.Panel>
  );
}
