/** Brings everything up in order: host, actions, report worker, autosave, host events, and what to show first. */
import { registerActions, runAction } from '../store/action-registry.ts';
import { followComparison } from '../store/compare-store.ts';
import { designStore, selectIsDirty } from '../store/design-store.ts';
import { registerFileExporter } from '../store/file-export.ts';
import { noticeStore } from '../store/notice-store.ts';
import { createReportWorker, startReportFeed } from '../store/report-store.ts';
import { followSavedRuns } from '../store/saved-runs.ts';
import { createSimWorker, startSimulationFeed } from '../store/simulation-store.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { setShowsWelcome } from '../store/view-store.ts';
import { closeInfo, showToast } from '../ui/toast.tsx';
import { createActions } from './actions.ts';
import { startAutosave } from './autosave.ts';
import { exportBytes } from './document-exports.ts';
import { startClipboard } from './clipboard-actions.ts';
import { openById, saveDesign, showDesign } from './document-files.ts';
import { connectHost, host } from './host-binding.ts';
import { followInterfaceZoom } from './interface-zoom.ts';
import { followRecentSketches } from './recent-sketches.ts';
import { followOtherWindows } from './other-windows.ts';
import { startShortcuts } from './shortcuts.ts';
import { listTemplates } from './templates.ts';
import { confirmLeave } from './unsaved-guard.ts';
import { listAbandonedWork } from './window-holds.ts';

const FIRST_TEMPLATE = 'dgx-h100-superpod-4su.weft';

/** Throws an Error with a sentence for the user when there is no host to work with. */
export async function startUp(): Promise<void> {
  const { info } = await connectHost();
  const actions = createActions(info.shell);
  registerActions(actions);
  startShortcuts(actions);
  startClipboard();
  noticeStore.subscribe(({ latest }) => {
    if (latest) showToast(latest.tone, latest.message, latest.details);
    else closeInfo();
  });
  startReportFeed(createReportWorker);
  startSimulationFeed(createSimWorker);
  registerFileExporter(exportBytes);
  followComparison();
  followSavedRuns();
  followRecentSketches();
  startAutosave();
  reportDocumentState();
  guardWindow();
  followOtherWindows();
  followInterfaceZoom();
  await showFirst();
  host().onEvent((event) => {
    if (event.kind === 'action') runAction(event.actionId);
    else if (event.kind === 'open-file') void openById(event.fileId);
    else void answerClose();
  });
}

async function answerClose(): Promise<void> {
  await host().confirmClose(await confirmLeave(saveDesign));
}

/** Tells the shell the title and whether there is unsaved work, whenever either changes. */
function reportDocumentState(): void {
  let reported = '';
  const report = (): void => {
    const state = designStore.getState();
    const isDirty = selectIsDirty(state);
    const title = state.isOpen ? `${state.file?.name ?? state.edit.design.name} \u2013 Weft` : 'Weft';
    if (reported === `${isDirty} ${title}`) return;
    reported = `${isDirty} ${title}`;
    void host().setDocumentState({ title, isDirty });
  };
  designStore.subscribe(report);
  report();
}

/** A browser cannot show our own question when a tab closes; it shows its own, and recovery keeps the work. */
function guardWindow(): void {
  if (window.weftHost) return;
  window.addEventListener('beforeunload', (event) => {
    if (selectIsDirty(designStore.getState())) event.preventDefault();
  });
}

/** On the very first run a filled example says more than an empty page. */
async function showFirst(): Promise<void> {
  if (readSetting('hasRunBefore')) return;
  writeSetting('hasRunBefore', true);
  const [recent, recovery] = await Promise.all([host().listRecent(), listAbandonedWork()]);
  if (recent.length > 0 || recovery.length > 0) return;
  const template = listTemplates().find((candidate) => candidate.fileName === FIRST_TEMPLATE);
  if (!template) return;
  showDesign(template.design, null);
  setShowsWelcome(true);
}
