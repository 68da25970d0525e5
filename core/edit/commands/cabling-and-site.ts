/** How cables are run and named, and the rates of the site. What equals the defaults is left out of the design. */
import { DEFAULT_SITE } from '../../design/facilities.ts';
import { DEFAULT_CABLING } from '../../design/floor.ts';
import { parseLabelTemplate } from '../../design/label-template.ts';
import { type CommandEntry, refuse } from '../command-entry.ts';
import { normaliseNumbers } from '../position.ts';
import { isSameValue } from '../same-value.ts';

export const editCabling: CommandEntry<'editCabling'> = {
  describe: ({ patch }) =>
    patch.labelTemplate === undefined ? 'change how cables are run' : 'change the labels of cables',
  run(draft, { patch }) {
    const template = patch.labelTemplate === undefined ? null : parseLabelTemplate(patch.labelTemplate);
    if (template && !template.ok) return refuse('label', template.error);
    const cabling = { ...DEFAULT_CABLING, ...draft.cabling, ...normaliseNumbers(patch) };
    if (isSameValue(cabling, DEFAULT_CABLING)) delete draft.cabling;
    else draft.cabling = cabling;
    return [];
  },
};

export const editSite: CommandEntry<'editSite'> = {
  describe: () => 'change the rates of the site',
  run(draft, { patch }) {
    const site = { ...DEFAULT_SITE, ...draft.site, ...normaliseNumbers(patch) };
    if (isSameValue(site, DEFAULT_SITE)) delete draft.site;
    else draft.site = site;
    return [];
  },
};
