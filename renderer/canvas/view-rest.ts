/** When a view that moves counts as at rest: what takes longer than a frame is left until then. */
export const VIEW_REST_MS = 120;
