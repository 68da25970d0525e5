/** A finding about the drawing: what is wrong, where, and by how much. Stands beside a result, never in place of it. */

export type Severity = 'error' | 'warning' | 'advice';

export type ObjectKind =
  | 'design'
  | 'fabric'
  | 'device'
  | 'rack'
  | 'link'
  | 'part'
  | 'room'
  | 'row'
  | 'feed'
  | 'zone'
  | 'cdu'
  | 'unit';

/** Points at one object of the design; `member` narrows a device or rack group to one of its members. */
export interface ObjectRef {
  readonly kind: ObjectKind;
  readonly id: string;
  readonly member?: number;
  readonly blockId?: string;
}

/** A change that removes the finding: one command, applied with one click and undone with another. */
export interface Fix {
  /** On the button, verb first: `Set the speed to 400G`. */
  readonly label: string;
  /** A command of core/edit; which ones there are is not known here. `core/edit/apply-fix.ts` takes it back. */
  readonly command: { readonly name: string; readonly args: unknown };
}

export interface Diagnostic {
  /** Stable, dotted: family.name, e.g. `ports.overrun`. */
  readonly code: string;
  /** error: cannot be built or would not link up; warning: works but hurts; advice: worth knowing. */
  readonly severity: Severity;
  /** One sentence with names and numbers. */
  readonly message: string;
  readonly where: readonly ObjectRef[];
  readonly fix?: Fix;
}
