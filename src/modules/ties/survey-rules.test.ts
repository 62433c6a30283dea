import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer, surveyState, type TypedRow } from './survey-rules.ts'

const survey = { kinds: ['supplies', 'works-with'], most: 3 }
const row = (more: Partial<TypedRow> = {}): TypedRow => ({
  name: 'Beeta Oy',
  kind: 'works-with',
  strength: '2',
  since: '',
  ...more,
})
const read = (rows: readonly TypedRow[], more: object = {}) =>
  readAnswer({ name: 'Alfa Oy', offers: '', needs: '', email: '', rows, ...more }, survey, 2026)
const fields = (rows: readonly TypedRow[], more: object = {}) => read(rows, more).faults.map((f) => f.field)

describe('an answer', () => {
  it('is whole with a name and one line; empty lines are no lines', () => {
    const blank = row({ name: ' ', kind: '', since: '' })
    const { said, faults } = read([blank, row({ kind: '~supplies', since: '2021' }), blank])
    expect(faults).toEqual([])
    expect(said.rows).toEqual([{ name: 'Beeta Oy', kind: '~supplies', strength: 2, since: 2021 }])
  })

  it('says of each fault in which field it is', () => {
    expect(fields([])).toEqual(['row.0.name'])
    expect(fields([row({ name: '' })])).toEqual(['row.0.name'])
    expect(fields([row(), row({ kind: 'owns' })])).toEqual(['row.1.kind'])
    expect(fields([row({ since: '21' })])).toEqual(['row.0.since'])
    expect(fields([row({ since: '2027' })])).toEqual(['row.0.since'])
    expect(fields([row({ name: 'ALFA oy' })])).toEqual(['row.0.name'])
    expect(fields([row()], { name: ' ' })).toEqual(['name'])
    expect(fields([row()], { email: 'nimi@' })).toEqual(['email'])
    expect(fields([row()], { offers: 'x'.repeat(301) })).toEqual(['offers'])
  })

  it('of anything typed keeps no more lines than asked, and no kind that is not asked', () => {
    const typed = fc.record({
      name: fc.string(),
      kind: fc.oneof(
        fc.constantFrom('supplies', '~supplies', 'works-with', '~works-with', 'owns'),
        fc.string(),
      ),
      strength: fc.string(),
      since: fc.oneof(fc.integer().map(String), fc.string()),
    })
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 8 }), fc.string(), fc.string(), (rows, name, email) => {
        const { said, faults } = read(rows, { name, email })
        expect(said.rows.length).toBeLessThanOrEqual(survey.most)
        for (const one of said.rows) {
          expect(['', 'supplies', '~supplies', 'works-with']).toContain(one.kind)
          expect([1, 2, 3]).toContain(one.strength)
          if (one.since !== null) expect(one.since).toBeGreaterThanOrEqual(1900)
          if (faults.length === 0) expect(one.name && one.kind).toBeTruthy()
        }
        if (faults.length === 0) expect(said.name).not.toBe('')
      }),
      { seed: 49 },
    )
  })
})

describe('a survey', () => {
  it('is open through its last day in Finland, unless it was closed', () => {
    const open = { closes_on: '2026-11-21', closed_at: null }
    expect(surveyState(open, new Date('2026-11-21T21:59:59Z'))).toBe('open')
    expect(surveyState(open, new Date('2026-11-21T22:00:00Z'))).toBe('closed')
    expect(surveyState({ ...open, closed_at: new Date() }, new Date('2026-11-01'))).toBe('closed')
  })
})
