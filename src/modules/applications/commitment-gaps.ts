import { type Commitment, checkCommitments, readAmount } from '../../engine/budget/index.ts'
import { type Answers, answerTo, type Form, filledRows } from '../../engine/form/index.ts'
import { formatAmount } from '../../kernel/money.ts'
import { inEach, type Language, pick, words } from '../../kernel/text.ts'
import type { Money } from './money-count.ts'
import type { MoneyGap } from './money-gaps.ts'
import type { Terms } from './money-terms.ts'

type V = Readonly<Record<'source' | 'committed' | 'planned' | 'who' | 'section', string>>

export const commitmentText = words(
  {
    title: 'Sitoumukset eivät vastaa rahoitussuunnitelmaa',
    differs: (v: V) =>
      `${v.source}: sitoumuksia on ${v.committed} € (${v.who}), rahoitussuunnitelmassa ${v.planned} €. Korjaa sitoumuksen määrä tai suunnitelman rivi ”${v.source}” osiossa ${v.section}.`,
    none: (v: V) =>
      `${v.source}: rahoitussuunnitelmassa on ${v.planned} €, mutta sitoumuksia 0 €. Lisää rahoittajan sitoumus tai korjaa suunnitelman rivi ”${v.source}” osiossa ${v.section}.`,
    unnamed: 'nimetön',
  },
  {
    sv: {
      title: 'Förbindelserna stämmer inte med finansieringsplanen',
      differs: (v) =>
        `${v.source}: förbindelserna är ${v.committed} € (${v.who}), i finansieringsplanen ${v.planned} €. Rätta förbindelsens belopp eller planens rad ”${v.source}” i avsnittet ${v.section}.`,
      none: (v) =>
        `${v.source}: i finansieringsplanen finns ${v.planned} € men förbindelser för 0 €. Lägg till finansiärens förbindelse eller rätta planens rad ”${v.source}” i avsnittet ${v.section}.`,
      unnamed: 'utan namn',
    },
    en: {
      title: 'The commitments differ from the financing plan',
      differs: (v) =>
        `${v.source}: ${v.committed} € is committed (${v.who}), the financing plan has ${v.planned} €. Correct the commitment, or the line “${v.source}” of the plan in the section ${v.section}.`,
      none: (v) =>
        `${v.source}: the financing plan has ${v.planned} € and 0 € is committed. Add the financier’s commitment, or correct the line “${v.source}” of the plan in the section ${v.section}.`,
      unnamed: 'unnamed',
    },
  },
)

/** Other financiers' commitments against the plan; nothing is said before the first of them is written down. */
export function commitmentGaps(form: Form, answers: Answers, terms: Terms, money: Money): MoneyGap[] {
  const { financing } = money
  const section = form.sections.find((s) => s.questions.some((q) => q.kind === 'financing'))
  if (!financing || !section) return []
  const others = terms.sources.filter(({ kind }) => kind === 'public' || kind === 'private')
  return form.sections
    .flatMap((s) => s.questions)
    .filter((question) => question.kind === 'commitments')
    .flatMap((question): MoneyGap[] => {
      const rows = filledRows(question, answers).map((row) => {
        const cell = (column: string) => answerTo(answers, `${question.key}.${row}.${column}`)
        const amount = readAmount(cell('amount'))
        return { row, source: cell('kind'), financier: cell('financier'), amount }
      })
      if (rows.length === 0) return []
      // What cannot be read, or is of no kind yet, is told by itself: its sum would be a guess.
      if (rows.some((r) => r.source === '')) return []
      const known = rows.flatMap(({ source, financier, amount }): Commitment[] =>
        amount.ok ? [{ source, financier, cents: amount.cents }] : [],
      )
      const plan = new Map(
        others.map(({ code }) => [code, financing.all.sources.get(code)?.total ?? 0n] as const),
      )
      return checkCommitments(plan, known)
        .filter(({ source }) => rows.every((r) => r.source !== source || r.amount.ok))
        .map(({ source, committed, planned, financiers }) => {
          const first = rows.find((r) => r.source === source)
          const name = others.find(({ code }) => code === source)?.name
          const values = (l: Language) => ({
            source: (name && pick(name, l)?.text) ?? source,
            committed: formatAmount(committed, l),
            planned: formatAmount(planned, l),
            section: pick(section.title, l)?.text ?? section.key,
            who: financiers
              .map((f) => `${f.name || commitmentText[l].unnamed} ${formatAmount(f.cents, l)} €`)
              .join(', '),
          })
          return {
            question: question.key,
            field: first ? `${question.key}.${first.row}.amount` : `${question.key}.rows`,
            missing: !first,
            text: inEach((l) => commitmentText[l][first ? 'differs' : 'none'](values(l))),
          }
        })
    })
}
