import type { NetworkWords } from './words.ts'

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`

export const swedish: NetworkWords = {
  joins: ({ actor, from, to, through, ofAll }) => {
    const head = `${actor} förenar ${from} och ${to}`
    if (through === ofAll)
      return ofAll === 1
        ? `${head}: den enda kopplingen går via aktören.`
        : `${head}: alla ${ofAll} kopplingar går via aktören.`
    return `${head}: ${through} ${through === 1 ? 'koppling' : 'kopplingar'} av ${ofAll} går via aktören.`
  },
  single: ({ from, to, a, b }) => `Mellan ${from} och ${to} finns bara en koppling: ${a} och ${b}.`,
  reaches: ({ actor, groups }) =>
    groups === 1
      ? `Alla kopplingar finns i samma grupp: ${actor}.`
      : `${actor} samarbetar i ${groups} grupper.`,
  cutOff: ({ actor, count }) =>
    count === 1
      ? `Om ${actor} lämnar nätverket blir en aktör avskild från de andra.`
      : `Om ${actor} lämnar nätverket blir ${count} aktörer avskilda från de andra.`,
  alone: ({ count }) => {
    if (count === 0) return 'Alla aktörer har kopplingar.'
    return count === 1 ? 'En aktör saknar kopplingar.' : `${count} aktörer saknar kopplingar.`
  },
  community: ({ shared, first, size }) => {
    if (shared.length > 0) return shared.join(', ')
    return size === 1 ? first : `${first} med flera`
  },
  meet: ({ a, b, common, more }) => {
    const partners = joined(more > 0 ? [...common, more === 1 ? 'en till' : `${more} till`] : common)
    return `${a} och ${b} har inte samarbetat. Gemensamma partner: ${partners}.`
  },
  more: ({ count }) => `och ${count === 1 ? 'en' : count} till`,
}
