/**
 * Who may use the loopback host. A start link carries a one-time code with a short life (the link shows in the process list while the
 * browser starts); the window exchanges it for the session's token. No cookies: every server on 127.0.0.1 would be sent them.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const startCodeLifeMs = 2 * 60_000;

export interface Sessions {
  createStartCode(): string;
  /** A token for a code, once; null when the code is unknown, used or too old. */
  exchange(code: string): string | null;
  isValid(token: string): boolean;
}

export function createSessions(nowMs: () => number): Sessions {
  const codes = new Map<string, number>();
  const tokens: Buffer[] = [];
  const secret = (): string => randomBytes(32).toString('base64url');
  // Compared by hash, in constant time.
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest();

  return {
    createStartCode() {
      const code = secret();
      codes.set(code, nowMs() + startCodeLifeMs);
      return code;
    },
    exchange(code) {
      const expiresAtMs = codes.get(code);
      codes.delete(code);
      if (expiresAtMs === undefined || nowMs() > expiresAtMs) return null;
      const token = secret();
      tokens.push(digest(token));
      return token;
    },
    isValid(token) {
      const given = digest(token);
      return tokens.some((known) => timingSafeEqual(known, given));
    },
  };
}
