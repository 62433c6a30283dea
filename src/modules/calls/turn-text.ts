import { words } from '../../kernel/text.ts'

export const turnText = words(
  {
    lacks: (name: string, n: number) =>
      n === 1 ? `${name}: hausta puuttuu vielä yksi asia` : `${name}: hausta puuttuu vielä ${n} asiaa`,
    unpublished: (name: string) => `${name}: haku on valmis mutta julkaisematta`,
    begin: (name: string) => `${name}: aloita hakemusten arviointi`,
    beginWhy: 'hakuaika on päättynyt',
    why: 'haku avautuu kolmen päivän sisällä',
  },
  {
    sv: {
      lacks: (name, n) =>
        n === 1
          ? `${name}: en sak saknas ännu i utlysningen`
          : `${name}: ${n} saker saknas ännu i utlysningen`,
      unpublished: (name) => `${name}: utlysningen är klar men inte publicerad`,
      begin: (name) => `${name}: inled bedömningen av ansökningarna`,
      beginWhy: 'ansökningstiden har gått ut',
      why: 'utlysningen öppnas inom tre dagar',
    },
    en: {
      lacks: (name, n) =>
        n === 1 ? `${name}: the call still lacks one thing` : `${name}: the call still lacks ${n} things`,
      unpublished: (name) => `${name}: the call is ready but not published`,
      begin: (name) => `${name}: begin the assessment of the applications`,
      beginWhy: 'the call has closed',
      why: 'the call opens within three days',
    },
  },
)
