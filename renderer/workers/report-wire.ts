/** How requests and replies of the report worker are put into messages: see report-messages.ts for what they say. */
import type { DesignNews } from './design-news.ts';
import type { ReportRequest } from './report-messages.ts';

type WithoutDesign<R = ReportRequest> = R extends ReportRequest ? Omit<R, 'design'> : never;

export type ReportMessage =
  | { readonly kind: 'news'; readonly news: DesignNews }
  /** About the design as the news before it left it. */
  | { readonly kind: 'ask'; readonly question: WithoutDesign };
