/** A party as far as it says whether the parties are the same as before. */
export type PartyNamed = { name: string; businessId: string | null }

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** By business id where both have one, else by name. */
const isSame = (a: PartyNamed, b: PartyNamed): boolean =>
  a.businessId !== null && b.businessId !== null
    ? a.businessId === b.businessId
    : plain(a.name) === plain(b.name)

/**
 * Whether a version brings in somebody whom nobody has been asked about yet. Who leaves asks nothing new of anybody: a
 * "no conflict" said of many holds of fewer.
 */
export const bringsParty = (before: readonly PartyNamed[], after: readonly PartyNamed[]): boolean =>
  after.some((party) => !before.some((known) => isSame(known, party)))
