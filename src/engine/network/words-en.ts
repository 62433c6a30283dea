import type { NetworkWords } from './words.ts'

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

export const english: NetworkWords = {
  joins: ({ actor, from, to, through, ofAll }) => {
    const head = `${actor} joins ${from} and ${to}`
    if (through === ofAll)
      return ofAll === 1
        ? `${head}: the only tie goes through it.`
        : `${head}: all ${ofAll} ties go through it.`
    return `${head}: ${through} of ${ofAll} ties ${through === 1 ? 'goes' : 'go'} through it.`
  },
  single: ({ from, to, a, b }) => `Between ${from} and ${to} there is only one tie: ${a} and ${b}.`,
  reaches: ({ actor, groups }) =>
    groups === 1
      ? `All ties are in the same group: ${actor}.`
      : `${actor} works with others in ${groups} groups.`,
  cutOff: ({ actor, count }) =>
    `If ${actor} left, ${count === 1 ? 'one actor' : `${count} actors`} would be cut off from the rest.`,
  alone: ({ count }) => {
    if (count === 0) return 'Every actor has ties.'
    return count === 1 ? 'One actor has no ties.' : `${count} actors have no ties.`
  },
  community: ({ shared, first, size }) => {
    if (shared.length > 0) return shared.join(', ')
    return size === 1 ? first : `${first} and others`
  },
  meet: ({ a, b, common, more }) => {
    const partners = joined(more > 0 ? [...common, `${more} more`] : common)
    return `${a} and ${b} have not worked together. Partners in common: ${partners}.`
  },
  more: ({ count }) => `and ${count} more`,
}
