/** Lets the window do what waits: input, a frame. What goes on afterwards is a task of its own. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Each step in a turn of its own, and what follows in one as well. */
export async function runInTurns(steps: Iterable<() => unknown>): Promise<void> {
  for (const step of steps) {
    await nextTurn();
    step();
  }
  await nextTurn();
}

/** The longest a window that shows nothing is waited for. */
const PICTURE_MS = 100;

/** Lets the window show what it has before it does more. */
export function nextPicture(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, PICTURE_MS);
    requestAnimationFrame(() => {
      clearTimeout(late);
      void nextTurn().then(resolve);
    });
  });
}
