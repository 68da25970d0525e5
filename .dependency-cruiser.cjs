/**
 * Who may import whom. The table of ARCHITECTURE.md as named rules: a room may import itself and what its line lists;
 * packages have one home. Type-only imports count, because they tie rooms together just the same.
 */

/** room -> [what it may import besides itself, the sentence a violation prints] */
const rooms = {
  'core/base': [[], 'core/base stands on nothing of ours.'],
  'core/graph': [['core/base'], 'core/graph knows plain typed arrays, not networks.'],
  'core/catalog': [['core/base'], 'core/catalog says what a part is; it knows no design.'],
  'core/design': [
    ['core/base', 'core/catalog'],
    'core/design is the document; what is computed from it is not its concern.',
  ],
  'core/generate': [
    ['core/base', 'core/catalog', 'core/design'],
    'core/generate makes designs; it edits and analyses nothing.',
  ],
  'core/edit': [
    ['core/base', 'core/catalog', 'core/design', 'core/generate'],
    'core/edit changes designs; it must not depend on what is derived from them.',
  ],
  'core/io': [
    // Exporters take finished values: the files that say their shape and their members' names, and no code that computes them.
    [
      'core/base',
      'core/catalog',
      'core/design',
      'core/netlist/netlist.ts',
      'core/netlist/names.ts',
      'core/netlist/cable-ends.ts',
      'core/netlist/cable-labels.ts',
      'core/netlist/link-phase.ts',
      'core/analysis/report.ts',
      'core/analysis/bom-report.ts',
      'core/analysis/facility-report.ts',
    ],
    'core/io turns values into text and back; it computes nothing.',
  ],
  'core/netlist': [
    ['core/base', 'core/catalog', 'core/design'],
    'core/netlist elaborates a design; it judges nothing.',
  ],
  'core/analysis': [
    ['core/base', 'core/catalog', 'core/graph', 'core/netlist'],
    'core/analysis reads the netlist, never the design: what it needs must be in the netlist.',
  ],
  'core/sim': [
    ['core/base', 'core/catalog', 'core/graph', 'core/netlist', 'core/analysis'],
    'core/sim reads the netlist and its analysis, never the design: what it needs must be in the netlist.',
  ],
  'core/place': [
    // Rooms, rows and stands are what it proposes: their shape, and nothing else of the document.
    ['core/base', 'core/catalog', 'core/graph', 'core/netlist', 'core/analysis', 'core/design/floor.ts'],
    'core/place reads the netlist and proposes a floor; it changes no design.',
  ],
  assets: [['core/base', 'core/catalog'], 'assets hold data in the shape core/catalog gives.'],
  'renderer/ui': [[], 'renderer/ui draws buttons and tables; it knows no networks and no other room.'],
  'renderer/workers': [['core', 'assets'], 'renderer/workers are thin shells around core.'],
  'renderer/store': [
    ['core', 'assets', 'renderer/workers'],
    'renderer/store knows core and workers, not what is drawn from it.',
  ],
  'renderer/canvas': [
    ['core', 'renderer/store', 'renderer/ui'],
    'canvas and panels never import each other: they meet in the store.',
  ],
  'renderer/panels': [
    ['core', 'renderer/store', 'renderer/ui'],
    'panels and canvas never import each other: they meet in the store.',
  ],
  'renderer/app': [
    ['core', 'assets', 'examples', 'renderer'],
    'renderer/app may use core and the window, not the shell.',
  ],
  electron: [['core', 'assets'], 'electron is the shell: it uses core and never the window.'],
};

/** package -> [its home, the sentence] */
const homes = {
  immer: ['core/edit', 'immer lives in core/edit: only commands change a design.'],
  zod: [
    'core/base/schema\\.ts$',
    'zod is reached through core/base/schema.ts, which sets it up for the content security policy.',
  ],
  hucre: ['core/io', 'hucre lives in core/io, with the other file formats.'],
  papaparse: ['core/io', 'papaparse lives in core/io, with the other file formats.'],
  yaml: ['core/io', 'yaml lives in core/io, with the other file formats.'],
  zustand: ['renderer/store', 'zustand lives in renderer/store.'],
  '@xyflow': ['renderer/canvas', '@xyflow/react lives in renderer/canvas.'],
  'd3-scale': ['renderer/ui', 'd3-scale lives in renderer/ui: charts are drawn there.'],
  'd3-shape': ['renderer/ui', 'd3-shape lives in renderer/ui: charts are drawn there.'],
  react: ['renderer', 'React lives in renderer.'],
  'react-dom': ['renderer', 'React lives in renderer.'],
  elkjs: ['renderer/workers', 'elkjs lives in renderer/workers: it never runs on the thread of the window.'],
  electron: ['electron', 'electron lives in electron/.'],
};

const rule = (room, allowed, comment) => ({
  name: `room-${room.replace('/', '-')}`,
  comment,
  severity: 'error',
  from: { path: inRoom(room) },
  to: { path: ours, pathNot: [room].concat(allowed).map(inRoom) },
});

const ours = '^(core|assets|renderer|electron|examples|build|test)/';
const inRoom = (room) => (room.endsWith('.ts') ? `^${room.replace('.', '\\.')}$` : `^${room}/`);

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(([room, [allowed, comment]]) => rule(room, allowed, comment)),
    ...Object.entries(homes).map(([name, [home, comment]]) => ({
      name: `home-of-${name.replace('@', '')}`,
      comment,
      severity: 'error',
      from: { path: '^(core|assets|renderer|electron)/', pathNot: `^${home}${home.endsWith('$') ? '' : '/'}` },
      to: { path: `node_modules/${name}/` },
    })),
    {
      name: 'core-is-pure',
      comment:
        'core knows no Node, no screen and no shell: the same code runs in a worker, in Electron and on the command line.',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'window-has-no-node',
      comment: 'renderer runs in a sandbox without Node: the outside world is behind the Host interface.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycle',
      comment: 'files that import each other in a ring cannot be read one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'product-without-tests',
      comment: 'the product never imports tests, examples or build scripts.',
      severity: 'error',
      from: { path: '^(core|assets|renderer|electron)/' },
      to: { path: '^(test|build)/' },
    },
    {
      name: 'resolvable',
      comment: 'every import leads somewhere: a path that does not resolve also escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'every-file-has-a-room',
      comment: 'a file of core or renderer belongs to one of the rooms in ARCHITECTURE.md.',
      severity: 'error',
      from: { path: '^(core|renderer)/', pathNot: Object.keys(rooms).map(inRoom) },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|png)(\\?|$)' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
