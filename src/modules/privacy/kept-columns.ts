/** What becomes of the columns of a table whose rows stay when a person is forgotten. */
export type Kept = {
  /** Ids of people: they stay, and lead to nobody. */
  ids?: readonly string[]
  /** What people write: the person's name and address are taken out of it. */
  words?: readonly string[]
  /** Words of the machine, hashes, and what others have published: nobody writes of people there. */
  codes?: readonly string[]
}
