/** Cards of the designs that ship with the program: a sketch, what it is in a line, how many GPUs and over which fabric. */
import type { ReactElement } from 'react';
import { ExplainButton } from '../panels/explain-button.tsx';
import { formatCount } from '../ui/format.ts';
import { DesignSketch } from './design-sketch.tsx';
import { explainGpusOf, listTemplates, type Template } from './templates.ts';
import './template-gallery.css';

interface TemplateGalleryProps {
  readonly onChoose: (template: Template) => void;
}

export function TemplateGallery({ onChoose }: TemplateGalleryProps): ReactElement {
  return (
    <ul className="templates">
      {listTemplates().map((template) => (
        <li key={template.fileName} className="templates__item">
          <button
            type="button"
            className="templates__card"
            data-testid={`template-${template.fileName}`}
            onClick={() => onChoose(template)}
          >
            <DesignSketch design={template.design} />
            <span className="templates__name">{template.title}</span>
            <span className="templates__summary">{template.summary}</span>
            <span className="templates__facts">
              <span>{formatCount(template.gpuCount, 'GPU')}</span>
              <span>{template.fabric}</span>
            </span>
          </button>
          {template.gpuCount > 0 ? (
            <ExplainButton
              source={() => explainGpusOf(template.design)}
              figure={formatCount(template.gpuCount, 'GPU')}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
