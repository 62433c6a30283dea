import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Form, Question } from '../../engine/form/index.ts'
import { budgetShown, hiddenMoney, moneyShown, withoutHidden } from './hidden.ts'

const question = (key: string, more: Partial<Question> = {}): Question =>
  ({ key, label: { fi: key }, required: false, kind: 'long-text', most: 1000, ...more }) as Question
const formOf = (...questions: Question[]): Form => ({
  format: 'talkoot-form/1',
  name: { fi: 'Koe' },
  sections: [{ key: 'all', title: { fi: 'Kaikki' }, questions }],
})

test('nothing of a hidden question is left, whatever the form and its answers', () => {
  const made = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }).map((hidden) => ({
    form: formOf(...hidden.map((h, n) => question(`q${n}`, h ? { hidden: true } : {}))),
    answers: Object.fromEntries(
      hidden.flatMap((h, n) => [
        [`q${n}`, h ? 'SECRET' : 'open'],
        [`q${n}.1.cell`, h ? 'SECRET' : 'open'],
      ]),
    ),
    files: hidden.map((h, n) => ({ question: `q${n}`, name: h ? 'SECRET.pdf' : 'open.pdf' })),
    open: hidden.filter((h) => !h).length,
  }))
  fc.assert(
    fc.property(made, ({ form, answers, files, open }) => {
      const left = withoutHidden(form, answers, files)
      expect(JSON.stringify([left.answers, left.files])).not.toContain('SECRET')
      expect(left.form.sections.flatMap((s) => s.questions)).toHaveLength(open)
      expect(left.files).toHaveLength(open)
      expect(Object.keys(left.answers)).toHaveLength(open * 2)
    }),
  )
})

test('a question that a hidden answer led to is still asked, without naming it', () => {
  const form = formOf(
    question('secret', { hidden: true }),
    question('follows', { when: { question: 'secret', is: 'filled' } }),
    question('stays', { when: { question: 'secret', is: 'empty' } }),
  )
  const left = withoutHidden(form, { secret: 'x', follows: 'y' }, [])
  expect(left.form.sections[0]?.questions.map((q) => q.key)).toEqual(['follows'])
  expect(JSON.stringify(left)).not.toContain('secret')
})

const kinds = ['budget', 'financing', 'de-minimis'] as const

test('no sum that is shown tells of one that is hidden, whichever are', () => {
  const told = {
    model: 'flat-40',
    partners: [
      {
        row: '1',
        name: 'Ensimmäinen',
        businessId: '',
        role: 'lead' as const,
        lines: { salaries: '71.11' },
        cost: '72.22',
        sources: { own: '73.33' },
        grant: '74.44',
      },
    ],
    total: '75.55',
    grant: '76.66',
    rate: '77.77',
  }
  const sums = { all: {} }
  const counted = { budget: sums, financing: sums, aid: sums, typed: sums, rooms: [{}], unread: [{}] }
  fc.assert(
    fc.property(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (hidden) => {
      const form = formOf(
        ...kinds.map((kind, n) => question(kind, { kind, ...(hidden[n] && { hidden: true }) } as never)),
      )
      const [budget, plan, aid] = hidden
      const { cost, grant, room } = hiddenMoney(form)
      expect([cost, grant, room]).toEqual([budget, budget || plan, budget || plan || aid])
      const shown = moneyShown(form, { money: counted, terms: { deMinimis: {} } } as never)
      expect(shown.money.budget === undefined).toBe(cost)
      expect([shown.money.financing, shown.money.aid].every((s) => s === undefined)).toBe(grant)
      expect(shown.money.typed === undefined).toBe(grant)
      expect(shown.money.rooms).toHaveLength(room ? 0 : 1)
      expect(shown.terms.deMinimis === undefined).toBe(aid)
      const said = JSON.stringify(budgetShown(form, told))
      for (const [figure, of] of [
        ['71.11', cost],
        ['72.22', cost],
        ['75.55', cost],
        ['73.33', grant],
        ['74.44', grant],
        ['76.66', grant],
        ['77.77', grant],
      ] as const)
        expect(said.includes(figure)).toBe(!of)
    }),
  )
})
