/** Collects what one rule finds, object by object, and turns it into the rule's outcome. */
import { Lasting } from '../../base/lasting.ts';
import type { Diagnostic, Fix, ObjectRef, Severity } from '../../base/diagnostic.ts';
import type { RuleOutcome, RuleState } from '../report.ts';

/** What stands at the head of a rule and of its outcome; code and severity are of its findings too, unless they say otherwise. */
export interface RuleHeader
  extends Pick<RuleOutcome, 'code' | 'family' | 'severity' | 'title' | 'rationale' | 'source' | 'subject'> {
  /** `R01` .. `R30` of the hardware reference, or the rule's own code. */
  readonly id: string;
}

/** A finding as a rule states it: code and severity are the rule's own unless given. */
export interface Finding {
  readonly message: string;
  readonly where: readonly ObjectRef[];
  readonly code?: string;
  readonly severity?: Severity;
  readonly fix?: Fix | undefined;
}

export class Tally extends Lasting {
  private readonly rule: RuleHeader;
  private readonly findings: Diagnostic[] = [];
  private readonly reasons = new Set<string>();
  private passedCount = 0;
  private failedCount = 0;
  private skippedCount = 0;

  constructor(rule: RuleHeader) {
    super();
    this.rule = rule;
  }

  /** The rule holds for so many objects. */
  pass(count = 1): void {
    this.passedCount += count;
  }

  /** The rule is broken, by so many objects that one finding speaks for. */
  fail(finding: Finding, count = 1): void {
    this.failedCount += count;
    this.findings.push(this.complete(finding, this.rule.severity));
  }

  /** Nobody can tell, because of a missing fact; `note` says so to the user where it matters to them. */
  skip(reason: string, count = 1, note?: Finding): void {
    this.skippedCount += count;
    this.reasons.add(reason);
    if (note) this.findings.push(this.complete(note, 'advice'));
  }

  /** Takes over a finding of elaboration that this rule has counted as not checked. */
  note(diagnostic: Diagnostic): void {
    this.findings.push(diagnostic);
  }

  /** Takes over a finding of elaboration that breaks the rule. */
  adopt(diagnostic: Diagnostic, fix?: Fix): void {
    this.failedCount += 1;
    this.findings.push(fix ? { ...diagnostic, fix } : diagnostic);
  }

  finish(): RuleOutcome {
    const { id, code, family, severity, title, rationale, source, subject } = this.rule;
    return {
      ruleId: id,
      code,
      family,
      severity,
      title,
      rationale,
      source,
      subject,
      state: this.getState(),
      checkedCount: this.passedCount + this.failedCount,
      failedCount: this.failedCount,
      notCheckedCount: this.skippedCount,
      findings: this.findings,
      notCheckedReasons: [...this.reasons],
    };
  }

  private getState(): RuleState {
    if (this.failedCount > 0) return 'failed';
    return this.skippedCount > 0 ? 'not-checked' : 'passed';
  }

  private complete({ fix, ...finding }: Finding, severity: Severity): Diagnostic {
    const diagnostic = { code: this.rule.code, severity, ...finding };
    return fix ? { ...diagnostic, fix } : diagnostic;
  }
}
