/**
 * Short messages to the user from any room: refusals, results of saving and exporting. The window shows each as a toast.
 */
import { createStore } from 'zustand';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

interface Notice {
  readonly tone: NoticeTone;
  readonly message: string;
  /** Long text the user may copy, e.g. the stack of an internal fault. */
  readonly details: string | null;
}

interface NoticeState {
  readonly latest: Notice | null;
}

export const noticeStore = createStore<NoticeState>(() => ({ latest: null }));

export function showNotice(tone: NoticeTone, message: string, details: string | null = null): void {
  noticeStore.setState({ latest: { tone, message, details } });
}

/** What was said of work under way is over with it. */
export function withdrawNotice(): void {
  noticeStore.setState({ latest: null });
}
