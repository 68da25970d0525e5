/** Keeps asking the worker what a proposed link would take; the newest question wins. */
import { useEffect, useRef, useState } from 'react';
import type { Fabric, Link } from '#core/design/design.ts';
import type { LinkPreview } from '#core/netlist/preview-link.ts';
import { previewLink } from '../store/report-store.ts';

export type PreviewState =
  | { readonly kind: 'computing' }
  | { readonly kind: 'ready'; readonly preview: LinkPreview }
  | { readonly kind: 'failed' };

export function useLinkPreview(link: Link | null, fabric: Fabric | undefined): PreviewState {
  const [state, setState] = useState<PreviewState>({ kind: 'computing' });
  const lastAsked = useRef(0);
  useEffect(() => {
    if (!link) return;
    lastAsked.current += 1;
    const asked = lastAsked.current;
    previewLink(link, fabric).then(
      (preview) => {
        if (asked === lastAsked.current) setState({ kind: 'ready', preview });
      },
      () => {
        if (asked === lastAsked.current) setState({ kind: 'failed' });
      },
    );
  }, [link, fabric]);
  return state;
}
