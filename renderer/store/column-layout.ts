/** Which columns of the cable schedule are hidden and how wide the others are; kept between runs. */
import { createStore, useStore } from 'zustand';
import { type ColumnLayout, readSetting, writeSetting } from './settings.ts';

const layoutStore = createStore<ColumnLayout>(() => readSetting('scheduleColumns'));

layoutStore.subscribe((layout) => writeSetting('scheduleColumns', layout));

export function useColumnLayout(): ColumnLayout {
  return useStore(layoutStore);
}

/** null = as wide as it comes. */
export function setColumnWidth(key: string, widthPx: number | null): void {
  layoutStore.setState(({ widthsPx }) => {
    const { [key]: _old, ...others } = widthsPx;
    return { widthsPx: widthPx === null ? others : { ...others, [key]: Math.round(widthPx) } };
  });
}

export function toggleColumn(key: string): void {
  layoutStore.setState(({ hidden }) => ({
    hidden: hidden.includes(key) ? hidden.filter((other) => other !== key) : [...hidden, key],
  }));
}
