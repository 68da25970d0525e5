/** The gallery of templates above the window, for starting anew while a design is open. */
import type { ReactElement } from 'react';
import { closeWindowDialog } from '../store/window-dialog.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { openTemplate } from './document-files.ts';
import { TemplateGallery } from './template-gallery.tsx';
import type { Template } from './templates.ts';

export function TemplateDialog(): ReactElement {
  const choose = ({ design }: Template): void => {
    closeWindowDialog();
    void openTemplate(design);
  };
  return (
    <Dialog
      title="New from template"
      className="templates-dialog"
      testId="templates-dialog"
      onClose={closeWindowDialog}
      actions={<Button onClick={closeWindowDialog}>Cancel</Button>}
    >
      <TemplateGallery onChoose={choose} />
    </Dialog>
  );
}
