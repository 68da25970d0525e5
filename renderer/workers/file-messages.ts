/** What the window and the file worker say to each other. The worker answers one request after the other, in order. */
import type { Result } from '#core/base/result.ts';
import type { DesignFileError } from '#core/io/design-file.ts';
import type { DesignNews } from './design-news.ts';

export type FileRequest =
  /** `fileName` is used in messages only. */
  | { readonly kind: 'read'; readonly text: string; readonly fileName: string }
  /** A piece of what has changed since the design read or written last; with the last piece the text is written. */
  | { readonly kind: 'write'; readonly news: DesignNews };

export type FileReply =
  /** Of a design read: pieces of it, after which it stands. */
  | { readonly kind: 'piece'; readonly news: DesignNews }
  | { readonly kind: 'read'; readonly result: Result<null, DesignFileError> }
  /** The text in UTF-8. */
  | { readonly kind: 'written'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** A fault of ours. */
  | { readonly kind: 'failure'; readonly details: string };
