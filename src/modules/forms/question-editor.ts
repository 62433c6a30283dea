import { type Choice, type Form, isMoneyBlock, type Question, type Section } from '../../engine/form/index.ts'
import {
  choicesQuestion,
  columnsQuestion,
  conditionQuestions,
  count,
  line,
  listQuestion,
  marksQuestion,
  reuseQuestion,
  severalQuestion,
  shapeQuestion,
  T,
  threeLines,
  threeTexts,
} from './editor-questions.ts'

export type Kind = Question['kind']

const least = (key: string, fi: string, sv: string, en: string) => count(key, T(fi, sv, en))

/** What of a question only its kind has. */
function ofKind(kind: Kind): Question[] {
  switch (kind) {
    case 'text':
      return [
        least('most', 'Merkkejä enintään', 'Högst antal tecken', 'Characters at most'),
        shapeQuestion,
        reuseQuestion,
      ]
    case 'long-text':
      return [
        least('most', 'Merkkejä enintään', 'Högst antal tecken', 'Characters at most'),
        least('least', 'Merkkejä vähintään', 'Minst antal tecken', 'Characters at least'),
        reuseQuestion,
      ]
    case 'number':
      return [
        least('decimals', 'Desimaaleja enintään', 'Högst antal decimaler', 'Decimals at most'),
        line('least', T('Pienin sallittu', 'Minsta tillåtna', 'Smallest allowed'), {}, 20),
        line('most', T('Suurin sallittu', 'Största tillåtna', 'Largest allowed'), {}, 20),
        ...threeLines('unit', 'Yksikkö', 'Enhet', 'Unit'),
      ]
    case 'money':
      return [
        line('least', T('Pienin sallittu', 'Minsta tillåtna', 'Smallest allowed'), {}, 20),
        line('most', T('Suurin sallittu', 'Största tillåtna', 'Largest allowed'), {}, 20),
      ]
    case 'date':
      return [
        line('least', T('Aikaisintaan', 'Tidigast', 'At the earliest'), {}, 20),
        line('most', T('Viimeistään', 'Senast', 'At the latest'), {}, 20),
      ]
    case 'choice':
      return [
        listQuestion,
        choicesQuestion,
        severalQuestion,
        least('least', 'Valittava vähintään', 'Minst antal val', 'Choices at least'),
        least('most', 'Valittava enintään', 'Högst antal val', 'Choices at most'),
        reuseQuestion,
      ]
    case 'table':
      return [
        columnsQuestion,
        least('leastrows', 'Rivejä vähintään', 'Minst antal rader', 'Rows at least'),
        least('mostrows', 'Rivejä enintään', 'Högst antal rader', 'Rows at most'),
      ]
    case 'file':
      return [least('mostfiles', 'Liitteitä enintään', 'Högst antal bilagor', 'Attachments at most')]
    case 'declaration':
      return threeTexts('text', 'Vakuutuksen teksti', 'Försäkrans text', 'Text of the declaration')
    default:
      return []
  }
}

const keyQuestion = line(
  'key',
  T('Tunnus', 'Kod', 'Key'),
  {
    help: T(
      'Vastaukset tallennetaan tunnuksella, eikä sitä voi myöhemmin muuttaa. Tyhjä tunnus tehdään kysymyksestä.',
      'Svaren sparas under koden, och den kan inte ändras senare. En tom kod görs av frågan.',
      'Answers are kept under the key, which cannot be changed later. An empty one is made of the question.',
    ),
  },
  40,
)

/** The questions asked before a place in a form, for conditions to choose from. */
export function askedBefore(form: Form, section: string, question?: string): Choice[] {
  const before: Choice[] = []
  for (const one of form.sections) {
    if (one.key === section && question === '') return before
    for (const { key, label, kind } of one.questions) {
      if (one.key === section && key === question) return before
      if (kind !== 'file' && !isMoneyBlock(kind))
        before.push({ code: key, label: label.fi || label.sv || label.en ? label : { fi: key } })
    }
    if (one.key === section) return before
  }
  return before
}

/** The form in which a question is made or changed, as a section of a form. */
export function questionEditor(kind: Kind, earlier: readonly Choice[], isNew: boolean): Section {
  return {
    key: 'question',
    title: T('Kysymys', 'Fråga', 'Question'),
    questions: [
      ...threeLines('label', 'Kysymys', 'Frågan', 'The question'),
      ...threeTexts('help', 'Ohje', 'Anvisning', 'Help'),
      ...ofKind(kind),
      marksQuestion,
      ...(earlier.length > 0 ? conditionQuestions(earlier) : []),
      ...(isNew ? [keyQuestion] : []),
    ],
  }
}

/** The same of a section. */
export const sectionEditor = (earlier: readonly Choice[], isNew: boolean): Section => ({
  key: 'section',
  title: T('Osio', 'Avsnitt', 'Section'),
  questions: [
    ...threeLines('title', 'Otsikko', 'Rubriken', 'The title'),
    ...threeTexts('lead', 'Ohje alussa', 'Anvisning i början', 'Guidance at the start'),
    ...(earlier.length > 0 ? conditionQuestions(earlier) : []),
    ...(isNew ? [keyQuestion] : []),
  ],
})

/** And of the form itself: its name. */
export const nameEditor: Section = {
  key: 'name',
  title: T('Nimi', 'Namn', 'Name'),
  questions: threeLines('name', 'Nimi', 'Namnet', 'Name'),
}

/** A section as a form of its own, for `SectionFields`. */
export const alone = (section: Section): Form => ({ format: 'talkoot-form/1', name: {}, sections: [section] })
