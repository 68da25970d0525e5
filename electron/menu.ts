/**
 * The native menu. An item either sends an action id of the window's actions table or has a role of Electron's own. Keys are shown here but
 * taken by the window (`registerAccelerator: false`), which knows whether a text field or the canvas has the focus.
 */
import { Menu, type MenuItemConstructorOptions } from 'electron';

interface ActionItem {
  readonly label: string;
  readonly actionId: string;
  readonly key?: string;
}

type Item = ActionItem | MenuItemConstructorOptions;

const separator: MenuItemConstructorOptions = { type: 'separator' };

const menus: readonly { readonly label: string; readonly items: readonly Item[] }[] = [
  {
    label: '&File',
    items: [
      { label: '&New Design', actionId: 'new', key: 'CmdOrCtrl+N' },
      { label: 'New &Window', actionId: 'new-window', key: 'CmdOrCtrl+Alt+N' },
      { label: 'New from &Requirements ...', actionId: 'new-from-requirements', key: 'CmdOrCtrl+Shift+N' },
      { label: 'New from &Template ...', actionId: 'new-from-template' },
      { label: '&Open ...', actionId: 'open', key: 'CmdOrCtrl+O' },
      separator,
      { label: '&Save', actionId: 'save', key: 'CmdOrCtrl+S' },
      { label: 'Save &As ...', actionId: 'save-as', key: 'CmdOrCtrl+Shift+S' },
      separator,
      { label: '&Import Device Types or Prices ...', actionId: 'import-files', key: 'CmdOrCtrl+I' },
      { label: 'Export &Workbook ...', actionId: 'export-workbook', key: 'CmdOrCtrl+E' },
      { label: 'Export &Cable Schedule ...', actionId: 'export-cables' },
      separator,
      { label: '&Print Racks ...', actionId: 'print-racks', key: 'CmdOrCtrl+P' },
      { label: 'Print Report ...', actionId: 'print-report', key: 'CmdOrCtrl+Shift+P' },
      separator,
      { label: 'Se&ttings ...', actionId: 'settings', key: 'CmdOrCtrl+,' },
      separator,
      { label: 'Close &Design', actionId: 'close-design' },
      { role: 'quit' },
    ],
  },
  {
    label: '&Edit',
    items: [
      { label: '&Undo', actionId: 'undo', key: 'CmdOrCtrl+Z' },
      { label: '&Redo', actionId: 'redo', key: 'CmdOrCtrl+Shift+Z' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { label: 'D&uplicate', actionId: 'duplicate', key: 'CmdOrCtrl+D' },
      { label: '&Delete', actionId: 'delete', key: 'Delete' },
      separator,
      { label: 'Select &All', actionId: 'select-all', key: 'CmdOrCtrl+A' },
      { label: 'Select Same &Kind', actionId: 'select-alike-design', key: 'Shift+A' },
      { label: 'Select Same Kind in This &Fabric', actionId: 'select-alike-fabric', key: 'Shift+F' },
      { label: 'Select Same Kind in This &Pod', actionId: 'select-alike-pod', key: 'Shift+P' },
      { label: 'Select &Links of the Selection', actionId: 'select-links' },
      separator,
      { label: '&Break One of the Selection', actionId: 'break-one', key: 'Shift+B' },
      { label: 'Break All of the Selection', actionId: 'break-all' },
      { label: '&Repair the Selection', actionId: 'repair', key: 'Shift+R' },
      { label: 'Repair &Everything', actionId: 'repair-all' },
    ],
  },
  {
    label: '&View',
    items: [
      { label: '&Topology', actionId: 'view-topology', key: 'Alt+1' },
      { label: '&Racks', actionId: 'view-racks', key: 'Alt+2' },
      { label: 'F&loor', actionId: 'view-floor', key: 'Alt+3' },
      { label: '&Cables', actionId: 'view-cables', key: 'Alt+4' },
      { label: '&Bill of Materials', actionId: 'view-bom', key: 'Alt+5' },
      { label: '&Ports', actionId: 'view-ports', key: 'Alt+6' },
      { label: 'Po&wer', actionId: 'view-power', key: 'Alt+7' },
      { label: '&Simulate', actionId: 'view-simulate', key: 'Alt+8' },
      { label: 'R&ails', actionId: 'view-rails', key: 'Alt+9' },
      { label: 'R&eport', actionId: 'view-report', key: 'Alt+0' },
      separator,
      { label: 'Two &Views Side by Side', actionId: 'split', key: 'CmdOrCtrl+\\' },
      { label: 'Go to the Other View', actionId: 'other-half', key: 'F6' },
      separator,
      { label: 'Panel of P&arts', actionId: 'toggle-palette', key: 'CmdOrCtrl+B' },
      { label: 'I&nspector', actionId: 'toggle-inspector', key: 'CmdOrCtrl+Alt+B' },
      { label: 'Problems an&d Rules', actionId: 'toggle-problems', key: 'CmdOrCtrl+J' },
      separator,
      { label: '&Fit Design', actionId: 'fit-view' },
      { label: 'Zoom &In', actionId: 'zoom-in' },
      { label: 'Zoom &Out', actionId: 'zoom-out' },
      separator,
      { label: 'Lar&ger Interface', actionId: 'interface-larger', key: 'CmdOrCtrl+Alt+=' },
      { label: 'Smaller Interface', actionId: 'interface-smaller', key: 'CmdOrCtrl+Alt+-' },
      { label: 'Interface at Its Usual Size', actionId: 'interface-usual', key: 'CmdOrCtrl+Alt+0' },
      separator,
      { label: 'Change &Theme', actionId: 'toggle-theme' },
      { role: 'togglefullscreen' },
    ],
  },
  {
    label: '&Canvas',
    items: [
      { label: 'Plain Canvas', actionId: 'overlay-none' },
      { label: 'Colour by Fabrics', actionId: 'overlay-fabric' },
      { label: 'Colour by Link Speed', actionId: 'overlay-speed' },
      { label: 'Colour by Link Load', actionId: 'overlay-load', key: 'Shift+H' },
      { label: 'Colour by Failures', actionId: 'overlay-failures' },
      { label: 'Colour by Tenants', actionId: 'overlay-tenant' },
      { label: 'Colour by Days of Purchase', actionId: 'overlay-phase' },
      { label: 'Colour by Power', actionId: 'overlay-power' },
      { label: 'Colour by the Next Thing', actionId: 'overlay-next', key: 'Shift+O' },
      { label: 'Show All Fabrics', actionId: 'show-all-fabrics' },
      separator,
      { label: 'Draw a &Link', actionId: 'draw-link', key: 'L' },
      { label: 'Saved &Views ...', actionId: 'saved-views', key: 'Shift+V' },
      { label: 'Save This View', actionId: 'save-view' },
    ],
  },
  {
    label: '&Arrange',
    items: [
      { label: 'T&idy Up', actionId: 'tidy', key: 'Shift+T' },
      separator,
      { label: 'Align &Left Edges', actionId: 'align-left', key: 'Alt+Shift+L' },
      { label: 'Align &Centres', actionId: 'align-centre', key: 'Alt+Shift+C' },
      { label: 'Align &Right Edges', actionId: 'align-right', key: 'Alt+Shift+R' },
      separator,
      { label: 'Align &Top Edges', actionId: 'align-top', key: 'Alt+Shift+T' },
      { label: 'Align &Middles', actionId: 'align-middle', key: 'Alt+Shift+M' },
      { label: 'Align &Bottom Edges', actionId: 'align-bottom', key: 'Alt+Shift+B' },
      separator,
      { label: 'Distribute &Horizontally', actionId: 'distribute-horizontally', key: 'Alt+Shift+H' },
      { label: 'Distribute &Vertically', actionId: 'distribute-vertically', key: 'Alt+Shift+V' },
      separator,
      { label: 'Loc&k or Unlock', actionId: 'lock', key: 'CmdOrCtrl+Shift+L' },
      separator,
      { label: '&Group into Scalable Unit', actionId: 'group', key: 'CmdOrCtrl+G' },
      { label: '&Ungroup', actionId: 'ungroup', key: 'CmdOrCtrl+Shift+G' },
      { label: 'Move i&nto Scalable Unit ...', actionId: 'join-unit', key: 'Shift+M' },
      { label: 'Take Out of &Scalable Unit', actionId: 'leave-unit', key: 'Shift+X' },
      { label: 'C&ollapse or Open Scalable Unit', actionId: 'toggle-unit', key: 'Shift+U' },
      { label: 'Collapse &All Scalable Units', actionId: 'collapse-units' },
      { label: 'Op&en All Scalable Units', actionId: 'open-units' },
      separator,
      { label: 'List &Members of the Group', actionId: 'list-members' },
    ],
  },
  {
    label: 'A&nalyse',
    items: [
      { label: '&Explain the Figures of the Selection', actionId: 'explain-selection', key: 'Shift+E' },
      { label: 'Show Pa&th between Devices', actionId: 'show-path', key: 'Shift+W' },
      { label: 'Make a &Tenant of the Selection', actionId: 'make-tenant' },
      separator,
      { label: '&Run the Flow Model', actionId: 'run-flow-model', key: 'CmdOrCtrl+Enter' },
      { label: '&Cancel the Flow Model', actionId: 'cancel-flow-model' },
      separator,
      { label: '&Next Wrong Rail', actionId: 'next-wrong-rail', key: 'F8' },
      { label: '&Previous Wrong Rail', actionId: 'previous-wrong-rail', key: 'Shift+F8' },
      { label: '&Only Servers with Wrong Rails', actionId: 'only-wrong-rails' },
      separator,
      { label: 'Co&mpare with Another Design ...', actionId: 'compare-file', key: 'CmdOrCtrl+Alt+C' },
      { label: 'Compare with a Template ...', actionId: 'compare-template' },
      { label: 'Compare with the Saved File', actionId: 'compare-saved' },
      { label: 'End the Comparison', actionId: 'end-comparison' },
    ],
  },
  { label: '&Window', items: [{ role: 'minimize' }, { role: 'close' }] },
  {
    label: '&Help',
    items: [
      { label: '&Search Commands, Objects and Parts ...', actionId: 'commands', key: 'CmdOrCtrl+K' },
      { label: '&Keyboard Shortcuts ...', actionId: 'shortcuts', key: 'F1' },
    ],
  },
];

/** Builds the menu; `sendAction` passes a chosen action on to the focused window. */
export function installMenu(sendAction: (actionId: string) => void): void {
  const build = (item: Item): MenuItemConstructorOptions =>
    'actionId' in item
      ? {
          id: item.actionId,
          label: item.label,
          click: () => sendAction(item.actionId),
          ...(item.key ? { accelerator: item.key, registerAccelerator: false } : {}),
        }
      : item;
  const ownMenu: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  const template = menus.map(({ label, items }) => ({ label, submenu: items.map(build) }));
  Menu.setApplicationMenu(Menu.buildFromTemplate([...ownMenu, ...template]));
}
