/** Switches a power feed on and off, to see what it takes with it. */
import type { ReactElement } from 'react';
import type { Feed } from '#core/design/facilities.ts';
import { dispatch } from '../../store/design-store.ts';

export function FeedSwitch({ feed }: { readonly feed: Feed }): ReactElement {
  return (
    <label className="inspector__check">
      <input
        type="checkbox"
        role="switch"
        aria-label={`${feed.name} is on`}
        data-testid={`feed-${feed.id}-toggle`}
        checked={!feed.isOff}
        onChange={(event) =>
          dispatch({ name: 'editFeed', args: { id: feed.id, patch: { isOff: !event.target.checked } } })
        }
      />
      {feed.isOff ? 'Off' : 'On'}
    </label>
  );
}
