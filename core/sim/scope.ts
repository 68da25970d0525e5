/** What the models leave out, in sentences for the panel: a figure is only as good as what is behind it. */

export interface ScopeNote {
  readonly topic: string;
  readonly text: string;
}

export const NOT_MODELLED: readonly ScopeNote[] = [
  {
    topic: 'Congestion control',
    text: 'Flows take their fair share at once. How DCQCN, credit loops or other control finds that share, and what it loses on the way, is not simulated.',
  },
  {
    topic: 'Incast and pauses',
    text: 'Buffers, incast drops, retransmission and priority pauses that spread to bystanders are left out; a lossless fabric that is tuned well is assumed.',
  },
  {
    topic: 'Inside the server',
    text: 'PCIe switches, NIC queues and memory copies are taken to keep up with the NIC. Access control redirection on the bus can halve a real server and is not seen here.',
  },
  {
    topic: 'Stragglers',
    text: 'All GPUs start together and run alike. Slow hosts, clock throttling and operating-system noise are not in the time.',
  },
  {
    topic: 'Software start-up',
    text: 'Communicators exist, buffers are registered and connections are open; first calls in a real job take far longer.',
  },
  {
    topic: 'Library versions',
    text: 'Candidates follow one release of the collective library with its defaults. Other releases, channel counts, plug-ins and user buffers move mid-size messages by tens of percent.',
  },
  {
    topic: 'Overlap',
    text: 'A collective has the GPUs to itself; kernels that share the memory and the scale-up links with it slow both.',
  },
  {
    topic: 'Signal faults',
    text: 'Links are up at full rate or broken. Links that flap, run at lower width or repeat often are not.',
  },
];
