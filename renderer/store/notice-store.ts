/**
 * Short messages to the user from any room: refusals, results of saving and exporting. The window shows them as toasts.
 * A repeated message replaces the earlier one, so that they do not pile up.
 */
import { createStore, useStore } from 'zustand';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

export interface Notice {
  readonly serial: number;
  readonly tone: NoticeTone;
  readonly message: string;
  /** Long text the user may copy, e.g. the stack of an internal fault. */
  readonly details: string | null;
}

interface NoticeState {
  readonly notices: readonly Notice[];
}

const MAX_SHOWN = 3;
let lastSerial = 0;

export const noticeStore = createStore<NoticeState>(() => ({ notices: [] }));

export function useNotices(): readonly Notice[] {
  return useStore(noticeStore, (state) => state.notices);
}

/** Shows a message; the same message shown again comes back to the front instead of twice. */
export function showNotice(tone: NoticeTone, message: string, details: string | null = null): void {
  lastSerial += 1;
  const notice: Notice = { serial: lastSerial, tone, message, details };
  const others = noticeStore.getState().notices.filter((shown) => shown.message !== message);
  noticeStore.setState({ notices: [...others, notice].slice(-MAX_SHOWN) });
}

export function dismissNotice(serial: number): void {
  noticeStore.setState((state) => ({ notices: state.notices.filter((notice) => notice.serial !== serial) }));
}
