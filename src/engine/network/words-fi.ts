import type { NetworkWords } from './words.ts'

/** Genitives of the names of regions. Other names are said without inflecting them. */
const genitives: Record<string, string> = {
  Ahvenanmaa: 'Ahvenanmaan',
  'Etelä-Karjala': 'Etelä-Karjalan',
  'Etelä-Pohjanmaa': 'Etelä-Pohjanmaan',
  'Etelä-Savo': 'Etelä-Savon',
  Kainuu: 'Kainuun',
  'Kanta-Häme': 'Kanta-Hämeen',
  'Keski-Pohjanmaa': 'Keski-Pohjanmaan',
  'Keski-Suomi': 'Keski-Suomen',
  Kymenlaakso: 'Kymenlaakson',
  Lappi: 'Lapin',
  Pirkanmaa: 'Pirkanmaan',
  Pohjanmaa: 'Pohjanmaan',
  'Pohjois-Karjala': 'Pohjois-Karjalan',
  'Pohjois-Pohjanmaa': 'Pohjois-Pohjanmaan',
  'Pohjois-Savo': 'Pohjois-Savon',
  'Päijät-Häme': 'Päijät-Hämeen',
  Satakunta: 'Satakunnan',
  Uusimaa: 'Uudenmaan',
  'Varsinais-Suomi': 'Varsinais-Suomen',
}

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ja ${names.at(-1)}`

export const finnish: NetworkWords = {
  joins: ({ actor, from, to, through, ofAll }) => {
    const [one, other] = [genitives[from], genitives[to]]
    const head =
      one && other
        ? `${actor} yhdistää ${one} ja ${other}`
        : `${actor} yhdistää kaksi ryhmää (${from} ja ${to})`
    if (through === ofAll)
      return ofAll === 1
        ? `${head}: ainoa yhteys kulkee sen kautta.`
        : `${head}: kaikki ${ofAll} yhteyttä kulkevat sen kautta.`
    return `${head}: ${through} ${through === 1 ? 'yhteys' : 'yhteyttä'} kulkee sen kautta, kaikkiaan yhteyksiä on ${ofAll}.`
  },
  single: ({ from, to, a, b }) => {
    const [one, other] = [genitives[from], genitives[to]]
    const head = one && other ? `${one} ja ${other} välillä` : `Kahden ryhmän välillä (${from} ja ${to})`
    return `${head} on vain yksi yhteys: ${a} ja ${b}.`
  },
  reaches: ({ actor, groups }) =>
    groups === 1
      ? `Kaikki yhteydet ovat samassa ryhmässä: ${actor}.`
      : `${actor} tekee yhteistyötä ${groups} ryhmässä.`,
  cutOff: ({ actor, count }) =>
    count === 1
      ? `Jos ${actor} jää pois, yksi toimija jää erilleen muista.`
      : `Jos ${actor} jää pois, ${count} toimijaa jää erilleen muista.`,
  alone: ({ count }) => {
    if (count === 0) return 'Jokaisella toimijalla on yhteyksiä.'
    return count === 1 ? 'Yhdellä toimijalla ei ole yhteyksiä.' : `${count} toimijalla ei ole yhteyksiä.`
  },
  community: ({ shared, first, size }) => {
    if (shared.length > 0) return shared.join(', ')
    return size === 1 ? first : `${first} ja muut`
  },
  meet: ({ a, b, common, more }) => {
    const partners = joined(more > 0 ? [...common, more === 1 ? 'yksi muu' : `${more} muuta`] : common)
    return `${a} ja ${b} eivät ole tehneet yhteistyötä. Yhteisiä kumppaneita: ${partners}.`
  },
  more: ({ count }) => (count === 1 ? 'ja yksi muu' : `ja ${count} muuta`),
}
