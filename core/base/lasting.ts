/**
 * Engines drop the compiled loops of a class when a garbage collection finds no object of it: the first edit after a pause then took
 * two to three times as long. Classes of hot loops live for one stage of an edit only, so the last object of each is kept.
 */
const last = new Map<unknown, object>();

/** To be extended by a class that is made anew for every edit and whose methods are loops over members or cables. */
export class Lasting {
  constructor() {
    last.set(new.target, this);
  }
}
