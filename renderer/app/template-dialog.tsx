/** The gallery of templates above the window: to start anew, or to set one beside the open design. */
import type { ReactElement } from 'react';
import { ExplainCard } from '../panels/explain-card.tsx';
import { closeWindowDialog } from '../store/window-dialog.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TemplateGallery } from './template-gallery.tsx';
import type { Template } from './templates.ts';

interface TemplateDialogProps {
  readonly title: string;
  readonly onChoose: (template: Template) => void;
}

export function TemplateDialog({ title, onChoose }: TemplateDialogProps): ReactElement {
  const choose = (template: Template): void => {
    closeWindowDialog();
    onChoose(template);
  };
  return (
    <Dialog
      title={title}
      className="templates-dialog"
      testId="templates-dialog"
      onClose={closeWindowDialog}
      actions={<Button onClick={closeWindowDialog}>Cancel</Button>}
    >
      <TemplateGallery onChoose={choose} />
      <ExplainCard isApart />
    </Dialog>
  );
}
