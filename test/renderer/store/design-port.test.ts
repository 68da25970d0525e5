import { expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import { createDesignPort } from '../../../renderer/store/design-port.ts';
import { type DesignMessage, receiveDesigns } from '../../../renderer/workers/design-wire.ts';
import { createManyItems } from '../../support/many-items.ts';

interface Question {
  readonly about: string;
  readonly own?: Design | null;
  readonly other?: Design | null;
}

it('tells two designs apart from each other, and nothing of one that the worker has', async () => {
  const asked: Question[] = [];
  let newsCount = 0;
  const receive = receiveDesigns((question: Question) => asked.push(question));
  const postMessage = (message: DesignMessage): void => {
    if (message.kind === 'news') newsCount += 1;
    receive(structuredClone(message));
  };
  const raw = { postMessage, terminate: () => undefined, onmessage: null, onerror: null };
  const port = createDesignPort<Question, never>(raw, ['own', 'other']);
  const [own, other] = [createManyItems(60), createManyItems(40)];
  const renamed = { ...own, name: 'Renamed' };
  port.postMessage({ about: 'both', own, other });
  port.postMessage({ about: 'neither', own: null, other: null });
  await expect.poll(() => asked.length).toBe(2);
  const told = newsCount;
  port.postMessage({ about: 'the same', own, other });
  port.postMessage({ about: 'an edit', own: renamed, other: null });
  port.postMessage({ about: 'no design' });
  expect(asked).toEqual([
    { about: 'both', own, other },
    { about: 'neither', own: null, other: null },
    { about: 'the same', own, other },
    { about: 'an edit', own: renamed, other: null },
    { about: 'no design' },
  ]);
  expect(newsCount).toBe(told + 1);
});
