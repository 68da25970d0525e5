/** Asks the rules in order: what Weft has no notion of first, then each kind of figure, then the parts' own contents. */
import { bandwidthMetrics } from './bandwidth.ts';
import { contentMetrics } from './contents.ts';
import { deviceMetrics } from './devices.ts';
import { facilityMetrics } from './facility.ts';
import { limitMetrics } from './limits.ts';
import { linkMetrics } from './links.ts';
import type { Answer, MetricRule, Question } from './metric.ts';
import { skip } from './metric.ts';
import { outsideMetrics } from './outside.ts';
import { portMetrics } from './ports.ts';
import { powerMetrics } from './power.ts';

const RULES: readonly MetricRule[] = [
  ...facilityMetrics,
  ...outsideMetrics,
  ...limitMetrics,
  ...bandwidthMetrics,
  ...powerMetrics,
  ...portMetrics,
  ...linkMetrics,
  ...deviceMetrics,
  ...contentMetrics,
];

export function answerMetric(question: Question): Answer {
  for (const rule of RULES) {
    if (!rule.pattern.test(question.name.full)) continue;
    const answer = rule.answer(question);
    if (answer !== null) return answer;
  }
  return skip('no rule of the interpreter reads a figure of this name');
}
