/** What is said of a network in one language. Names come as they are written; numbers are whole. */
export type NetworkWords = {
  /** An actor's ties join two groups: so many of all tied pairs between them. */
  joins: (fact: { actor: string; from: string; to: string; through: number; ofAll: number }) => string
  /** One tied pair alone joins two groups. */
  single: (fact: { from: string; to: string; a: string; b: string }) => string
  /** An actor's ties reach so many groups. */
  reaches: (fact: { actor: string; groups: number }) => string
  /** So many would be cut off from the rest if an actor left. */
  cutOff: (fact: { actor: string; count: number }) => string
  /** So many actors have no ties. */
  alone: (fact: { count: number }) => string
  /** What most members of a community share, else who is in it: its name. */
  community: (fact: { shared: readonly string[]; first: string; size: number }) => string
  /** Two who are not tied have partners in common. */
  meet: (fact: { a: string; b: string; common: readonly string[]; more: number }) => string
  /** Actors left out of a small picture. */
  more: (fact: { count: number }) => string
}
