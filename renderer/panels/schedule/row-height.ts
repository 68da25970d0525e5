/** Height of a row of the cable schedule, as its style sheet has it. */
export const ROW_HEIGHT_PX = 26;
