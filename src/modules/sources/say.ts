import { type Language, words } from '../../kernel/text.ts'
import { sayUnreadable } from './problem-text.ts'
import type { Failure } from './queries.ts'
import type { Question } from './recognising/plan.ts'

const text = words(
  {
    fault:
      'Tuonnissa sattui vika, eikä mitään muutettu. Yritä uudelleen; jos vika toistuu, kerro siitä ylläpitäjälle.',
    title: 'Mikä sarake on hankkeen nimi? Sitä ei tunnistettu.',
    currency: (columns: string) => `Missä valuutassa ovat sarakkeet ${columns}? Luettelo ei kerro sitä.`,
    dayOrder: (columns: string) => `Onko sarakkeissa ${columns} ensin päivä vai kuukausi?`,
    dayOrderMixed: (columns: string) =>
      `Sarakkeissa ${columns} päivän ja kuukauden järjestys vaihtelee. Kumpi on ensin?`,
    decimalSign: (columns: string) => `Onko sarakkeissa ${columns} desimaalimerkkinä pilkku vai piste?`,
    scale: (column: string, scale: string) =>
      `Ovatko sarakkeen ${column} luvut ${scale} kertaa suurempia kuin rahassa?`,
    repeatedHeader: (column: string) =>
      `Otsikko ${column} on luettelossa kahdesti. Kumpaa saraketta käytetään?`,
  },
  {
    sv: {
      fault:
        'Ett fel inträffade och inget har ändrats. Försök på nytt; om felet upprepas, kontakta administratören.',
      title: 'Vilken kolumn är projektets namn? Den kändes inte igen.',
      currency: (columns) => `I vilken valuta är kolumnerna ${columns}? Listan säger det inte.`,
      dayOrder: (columns) => `Står dagen eller månaden först i kolumnerna ${columns}?`,
      dayOrderMixed: (columns) =>
        `I kolumnerna ${columns} växlar ordningen mellan dag och månad. Vilken står först?`,
      decimalSign: (columns) => `Är decimaltecknet komma eller punkt i kolumnerna ${columns}?`,
      scale: (column, scale) => `Är talen i kolumnen ${column} ${scale} gånger större i pengar?`,
      repeatedHeader: (column) => `Rubriken ${column} finns två gånger i listan. Vilken kolumn ska användas?`,
    },
    en: {
      fault:
        'Something went wrong, and nothing was changed. Try again; if it happens again, tell the administrator.',
      title: 'Which column is the name of the project? It was not recognised.',
      currency: (columns) => `Which currency are the columns ${columns} in? The list does not say.`,
      dayOrder: (columns) => `Does the day or the month come first in the columns ${columns}?`,
      dayOrderMixed: (columns) =>
        `In the columns ${columns} the order of day and month varies. Which comes first?`,
      decimalSign: (columns) => `Is the decimal sign in the columns ${columns} a comma or a point?`,
      scale: (column, scale) => `Are the numbers of the column ${column} ${scale} times as much in money?`,
      repeatedHeader: (column) => `The header ${column} is in the list twice. Which of the columns is meant?`,
    },
  },
)

/** Why a list could not be brought in, and what to do. */
export const sayFailure = (failure: Failure, language: Language): string =>
  failure.reason === 'fault' ? text[language].fault : sayUnreadable(failure, language)

/** What only a person can say of a list, as questions. */
export const sayQuestions = (questions: readonly Question[], language: Language): string[] =>
  questions.map((q) => sayQuestion(q, language))

function sayQuestion(question: Question, language: Language): string {
  const t = text[language]
  switch (question.about) {
    case 'title':
      return t.title
    case 'currency':
      return t.currency(question.columns.join(', '))
    case 'day-order':
      return (question.mixed ? t.dayOrderMixed : t.dayOrder)(question.columns.join(', '))
    case 'decimal-sign':
      return t.decimalSign(question.columns.join(', '))
    case 'scale':
      return t.scale(question.column, String(question.stated))
    case 'repeated-header':
      return t.repeatedHeader(question.column)
  }
}
