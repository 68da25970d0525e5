/** What the window and the file worker say to each other. The worker answers one request after the other, in order. */
import type { Result } from '#core/base/result.ts';
import type { DesignFileError } from '#core/io/design-file.ts';
import type { OpenedText } from '#core/io/host.ts';
import type { DesignNews } from './design-news.ts';

export type FileRequest =
  /** `fileName` is used in messages only. */
  | { readonly kind: 'read'; readonly text: OpenedText; readonly fileName: string }
  /** A piece of what has changed since the design read or written last; with the last piece the text is written. */
  | { readonly kind: 'write'; readonly news: DesignNews };

export type FileReply =
  /** Of a design being read: pieces of it, sent before all of it is checked; news as JSON, which is read in half the time a copy takes. */
  | { readonly kind: 'piece'; readonly json: string }
  | { readonly kind: 'read'; readonly result: Result<null, DesignFileError> }
  /** The text in UTF-8. */
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** A fault of ours. */
  | { readonly kind: 'failure'; readonly details: string };
