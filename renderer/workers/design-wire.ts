/**
 * How questions that hold designs are put to a worker: each design in pieces and only what is new of it (see design-news.ts), then
 * the question without it. The window's side is `store/design-port.ts`.
 */
import type { Design } from '#core/design/design.ts';
import { DesignMirror, type DesignNews } from './design-news.ts';

export type DesignMessage =
  /** Of the design that stands in that field of questions. */
  | { readonly kind: 'news'; readonly field: string; readonly news: DesignNews }
  /** The designs of those fields are as the news before it left them; the question has the other fields. */
  | { readonly kind: 'ask'; readonly fields: readonly string[]; readonly question: object };

interface Known {
  readonly mirror: DesignMirror;
  design: Design | null;
}

/** For the messages of one worker, in order: calls `answer` with each question, its designs put back. */
export function receiveDesigns<Request extends object>(
  answer: (request: Request) => void,
): (message: DesignMessage) => void {
  const known = new Map<string, Known>();
  return (message) => {
    if (message.kind === 'ask') {
      const designs = message.fields.map((field) => [field, known.get(field)?.design]);
      answer({ ...message.question, ...Object.fromEntries(designs) } as Request);
      return;
    }
    const own = known.get(message.field) ?? { mirror: new DesignMirror(), design: null };
    known.set(message.field, own);
    own.design = own.mirror.apply(message.news);
  };
}
