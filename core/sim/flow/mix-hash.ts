/** 32-bit mixing for hashes of flows: every input bit reaches every output bit (the finaliser of MurmurHash3). */
export function mixHash(a: number, b: number): number {
  let hash = (a ^ Math.imul(b, 0x9e3779b1)) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** An index below `count` from a 32-bit hash, all equally likely. */
export function pickByHash(hash: number, count: number): number {
  return Math.floor((hash / 4294967296) * count);
}
