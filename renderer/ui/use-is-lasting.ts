/** What is over in a moment needs no word of waiting, and no turning sign that has the whole window drawn sixty times a second. */
import { useEffect, useState } from 'react';

const PATIENCE_MS = 300;

/** True once the same thing has been going on for a while; null = nothing goes on. */
export function useIsLasting(what: string | null): boolean {
  const [lasting, setLasting] = useState<string | null>(null);
  useEffect(() => {
    if (what === null) return undefined;
    const timer = setTimeout(() => setLasting(what), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLasting(null);
    };
  }, [what]);
  return what !== null && lasting === what;
}
