/** What stands before a design is open: unsaved work to recover, recent files, templates, new and open. */
import { FilePlus2, FolderOpen, ListChecks, Moon, Network, Settings, Sun, Trash2 } from 'lucide-react';
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { RecentFile, RecoveryEntry } from '#core/io/host.ts';
import { runAction } from '../store/action-registry.ts';
import { useViewStore } from '../store/view-store.ts';
import { Age } from '../ui/age.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { DesignSketch } from './design-sketch.tsx';
import { openRecent, openTemplate, recoverDesign } from './document-files.ts';
import { host, hostInfo } from './host-binding.ts';
import { listAbandonedWork } from './window-holds.ts';
import { findRecentSketch } from './recent-sketches.ts';
import { TemplateGallery } from './template-gallery.tsx';
import { resolveTheme } from './theme.ts';
import './start-screen.css';

interface Remembered {
  readonly recent: readonly RecentFile[];
  readonly recovery: readonly RecoveryEntry[];
}

function useRemembered(): readonly [Remembered, () => void] {
  const [remembered, setRemembered] = useState<Remembered>({ recent: [], recovery: [] });
  const reload = useCallback(() => {
    void Promise.all([host().listRecent(), listAbandonedWork()]).then(([recent, recovery]) =>
      setRemembered({ recent, recovery }),
    );
  }, []);
  useEffect(reload, [reload]);
  return [remembered, reload];
}

export function StartScreen(): ReactElement {
  const [{ recent, recovery }, reload] = useRemembered();
  const theme = useViewStore((state) => state.theme);
  return (
    <main className="start">
      <div className="start__page">
        <header className="start__head">
          <img src={new URL('./icon.svg', import.meta.url).href} width={40} height={40} alt="" />
          <div className="start__title">
            <h1>Weft</h1>
            <p>Design studio for the networks that AI clusters run on</p>
          </div>
          <IconButton label="Switch light and dark" onClick={() => runAction('toggle-theme')}>
            {resolveTheme(theme) === 'dark' ? <Sun size={16} /> : <Moon size={16} />}
          </IconButton>
          <IconButton label="Settings" onClick={() => runAction('settings')}>
            <Settings size={16} />
          </IconButton>
        </header>
        <div className="start__actions">
          <Button tone="primary" onClick={() => runAction('new')}>
            <FilePlus2 size={15} /> New design
          </Button>
          <Button onClick={() => runAction('new-from-requirements')}>
            <ListChecks size={15} /> New from requirements {'\u2026'}
          </Button>
          <Button onClick={() => runAction('open')}>
            <FolderOpen size={15} /> Open {'\u2026'}
          </Button>
        </div>
        <RecoverySection entries={recovery} onChange={reload} />
        <RecentSection files={recent} onChange={reload} />
        <TemplateSection />
        <footer className="start__foot">
          Version {hostInfo().appVersion}
          {hostInfo().nativeDialogs ? null : ` \u00b7 Files in ${hostInfo().workspaceName}`}
        </footer>
      </div>
    </main>
  );
}

function RecoverySection(props: {
  readonly entries: readonly RecoveryEntry[];
  readonly onChange: () => void;
}): ReactElement | null {
  if (props.entries.length === 0) return null;
  const discard = async (entry: RecoveryEntry): Promise<void> => {
    await host().removeRecovery(entry.recoveryId);
    props.onChange();
  };
  return (
    <section className="start__section start__section--recover" aria-labelledby="start-recover">
      <h2 id="start-recover">Recover unsaved work</h2>
      <p className="start__note">Weft ended before these changes were saved.</p>
      <ul>
        {props.entries.map((entry) => (
          <li key={entry.recoveryId} className="start__recovery">
            <span className="start__entry-name">
              {entry.designName}
              <span className="start__entry-place">
                {entry.fileName ?? 'never saved'} {'\u00b7'} <Age iso={entry.savedAt} />
              </span>
            </span>
            <Button onClick={() => void discard(entry)}>Discard</Button>
            <Button tone="primary" onClick={() => void recoverDesign(entry.recoveryId)}>
              Recover
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** As the design was when it was last opened or saved here. */
function Thumbnail({ fileId }: { readonly fileId: string }): ReactElement {
  const sketch = findRecentSketch(fileId);
  return (
    <span className="start__thumbnail" data-testid={sketch ? 'thumbnail' : undefined}>
      {sketch ? <DesignSketch design={sketch.source} /> : <Network size={16} aria-hidden />}
    </span>
  );
}

function GpuCount({ fileId }: { readonly fileId: string }): ReactElement | null {
  const gpuCount = findRecentSketch(fileId)?.gpuCount ?? 0;
  return gpuCount === 0 ? null : <span className="start__entry-age">{formatCount(gpuCount, 'GPU')}</span>;
}

function RecentSection(props: { readonly files: readonly RecentFile[]; readonly onChange: () => void }): ReactElement {
  const open = async (file: RecentFile): Promise<void> => {
    if (await openRecent(file.fileId, file.name)) props.onChange();
  };
  const forget = async (file: RecentFile): Promise<void> => {
    await host().removeRecent(file.fileId);
    props.onChange();
  };
  return (
    <section className="start__section" aria-labelledby="start-recent">
      <h2 id="start-recent">Recent</h2>
      {props.files.length === 0 ? (
        <p className="start__note">Designs you save or open appear here.</p>
      ) : (
        <ul>
          {props.files.map((file) => (
            <li key={file.fileId} className="start__entry">
              <button type="button" className="start__entry-open" onClick={() => void open(file)}>
                <Thumbnail fileId={file.fileId} />
                <span className="start__entry-name">
                  {file.name}
                  <span className="start__entry-place">{file.folder}</span>
                </span>
                <GpuCount fileId={file.fileId} />
                <span className="start__entry-age">
                  <Age iso={file.usedAt} />
                </span>
              </button>
              <IconButton label={`Remove ${file.name} from the list`} onClick={() => void forget(file)}>
                <Trash2 size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function TemplateSection(): ReactElement {
  return (
    <section className="start__section" aria-labelledby="start-templates">
      <h2 id="start-templates">Templates</h2>
      <TemplateGallery onChoose={({ design }) => void openTemplate(design)} />
    </section>
  );
}
