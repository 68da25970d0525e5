/** What the empty canvas says, and the ways to a filled one. */
import { findAction, runAction } from '../store/action-registry.ts';
import { Button } from '../ui/button.tsx';

const ways = ['new-from-requirements', 'new-from-template'];

export function EmptyHint() {
  return (
    <div className="cv-empty">
      <p className="cv-empty-title">Nothing on the canvas yet</p>
      <p>Drag a rack, a server or a switch here from the parts on the left, then draw links from port to port.</p>
      <p className="cv-empty-ways">
        {ways.map((id) => (
          <Button key={id} className="nopan nodrag" onClick={() => runAction(id)}>
            {findAction(id)?.label}
          </Button>
        ))}
      </p>
    </div>
  );
}
