/** Height of a server in the rail grid, as the style sheet has it. */
export const RAIL_ROW_PX = 24;
