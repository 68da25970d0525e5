/** How long ago something was, as of when it was first shown. */
import { type ReactElement, useState } from 'react';
import { formatAge } from './format.ts';

export function Age({ iso }: { readonly iso: string }): ReactElement {
  const [shownAtMs] = useState(() => Date.now());
  return <time dateTime={iso}>{formatAge(iso, shownAtMs)}</time>;
}
