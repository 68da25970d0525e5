/** How the reading of the form says what is wrong with an answer. */

/** Field id -> one sentence. Fields of further fabrics begin with their purpose: `storage-leaf`. */
export type FieldErrors = Readonly<Record<string, string>>;

export type Complain = (field: string, message: string) => void;
