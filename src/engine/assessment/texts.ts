/** A text in up to three languages. */
export type Texts = { fi?: string; sv?: string; en?: string }
