/** The text of an opened file, in whatever form a shell hands it over. */
import type { OpenedText } from '#core/io/host.ts';

const decoder = new TextDecoder();

/** Characters, or bytes where it is not decoded yet. */
export function measureText(text: OpenedText): number {
  return typeof text === 'string' || text instanceof Uint8Array ? text.length : text.size;
}

export async function readText(text: OpenedText): Promise<string> {
  if (typeof text === 'string') return text;
  return decoder.decode(text instanceof Uint8Array ? text : await text.arrayBuffer());
}
