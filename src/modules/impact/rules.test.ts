import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidences, type Kind, kinds, levels } from './content.ts'
import {
  contentOf,
  faultsOf,
  fieldsOf,
  hasField,
  levelsAfter,
  openQuestions,
  type Said,
  tallyOf,
} from './rules.ts'

const nothing: Said = {
  title: {},
  text: {},
  evidence: '',
  horizon: '',
  audience: '',
  measure: '',
  value: '',
  source: '',
  collector: '',
  contributes: [],
  permissionBy: '',
  permissionOn: '',
  permissionRecord: '',
  held: '',
  present: '',
  decided: '',
  claims: [],
}
const claim = { title: { fi: 'Yritykset kokeilevat' }, evidence: 'none', horizon: 'year' }
const faults = (
  kind: Kind,
  said: Partial<Said>,
  { share = 'agreement', among = new Map<string, Kind>(), itself = undefined as string | undefined } = {},
) =>
  faultsOf(kind, { ...nothing, ...said }, { share, among, itself }).map(({ field, key }) => `${field} ${key}`)

describe('what a claim must say', () => {
  it('is its sentence, how it is known and, of effects, when it is seen', () => {
    expect(faults('actors', {})).toEqual(['title.fi noTitle', 'evidence noEvidence', 'horizon noHorizon'])
    expect(faults('input', {})).toEqual(['title.fi noTitle', 'evidence noEvidence'])
    expect(faults('actors', claim)).toEqual([])
  })

  it('grows with how it is known: a figure has its source, a report its address, a story its words', () => {
    expect(faults('output', { ...claim, evidence: 'measured' })).toEqual([
      'measure noMeasure',
      'source noSource',
    ])
    expect(faults('input', { ...claim, evidence: 'measured' })).toEqual(['source noSource'])
    expect(faults('actors', { ...claim, evidence: 'reported' })).toEqual(['source noSource'])
    expect(faults('actors', { ...claim, evidence: 'story' })).toEqual(['text.fi noText'])
  })

  it('is told to everybody with permission alone', () => {
    const story = { ...claim, evidence: 'story', text: { fi: 'Yritys kertoi.' } }
    expect(faults('actors', story)).toEqual([])
    expect(faults('actors', story, { share: 'public' })).toEqual([
      'permissionBy noPermission',
      'permissionOn noPermission',
    ])
    const permitted = { ...story, permissionBy: 'Alfa Oy', permissionOn: '31.2.2026' }
    expect(faults('actors', permitted, { share: 'public' })).toEqual(['permissionOn notADay'])
    expect(faults('actors', { ...permitted, permissionOn: '5.3.2026' }, { share: 'public' })).toEqual([])
    expect(contentOf('actors', { ...nothing, ...permitted, permissionOn: '5.3.2026' }).permission).toEqual({
      by: 'Alfa Oy',
      on: '2026-03-05',
      record: '',
    })
  })

  it('leads to its own level and later ones alone, never to itself or to what is not there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...levels.slice(0, 4)), fc.constantFrom(...kinds), (from, to) => {
        const among = new Map<string, Kind>([['other', to]])
        const found = faults(from, { ...claim, contributes: ['other'] }, { among })
        const expected =
          to === 'clinic'
            ? ['contributes noClaim']
            : levelsAfter(from).includes(to)
              ? []
              : ['contributes earlierClaim']
        expect(found).toEqual(expected)
      }),
    )
    const among = new Map<string, Kind>([['me', 'output']])
    expect(faults('output', { ...claim, contributes: ['me'] }, { among, itself: 'me' })).toEqual([
      'contributes noClaim',
    ])
    expect(faults('output', { ...claim, contributes: ['gone'] })).toEqual(['contributes noClaim'])
  })

  it('is never complained of at a field that its kind has not', () => {
    const word = fc.constantFrom('', 'measured', 'story', 'year', 'x', '5.3.2026')
    fc.assert(
      fc.property(fc.constantFrom(...kinds), word, word, word, (kind, evidence, horizon, day) => {
        const said = { ...nothing, evidence, horizon, held: day, permissionOn: day, contributes: ['gone'] }
        for (const { field } of faultsOf(kind, said, { share: 'public', among: new Map() }))
          expect(fieldsOf[kind] as readonly string[]).toContain(
            field.replace(/\..*$/, '').replace(/^permission.*$/, 'permission'),
          )
      }),
    )
  })
})

describe('a clinic', () => {
  it('has its day, its subject and what was gone through', () => {
    expect(faults('clinic', {})).toEqual(['title.fi noTitle', 'text.fi noText', 'held noHeld'])
    const said = { title: { fi: 'Aihe' }, text: { fi: 'Käytiin läpi.' }, held: 'eilen', claims: ['x'] }
    expect(faults('clinic', said)).toEqual(['held notADay', 'claims noClaim'])
    expect(
      faults('clinic', { ...said, held: '5.3.2026' }, { among: new Map<string, Kind>([['x', 'output']]) }),
    ).toEqual([])
  })
})

describe('the workbook', () => {
  it('asks of a claim only what its kind has, and of figures only where it is measured', () => {
    fc.assert(
      fc.property(fc.constantFrom(...levels), fc.constantFrom(...evidences), (kind, evidence) => {
        const content = contentOf(kind, { ...nothing, ...claim, evidence })
        const open = openQuestions({ kind, content })
        for (const question of open) expect(hasField(kind, question)).toBe(true)
        expect(open.includes('value')).toBe(evidence === 'measured')
        expect(open.includes('evidence')).toBe(evidence === 'none')
      }),
    )
  })

  it('has nothing open where everything is answered', () => {
    const said = {
      ...nothing,
      ...claim,
      evidence: 'measured',
      text: { fi: 'Kokeillaan.' },
      audience: 'Konepajat',
      measure: 'Kokeiluja',
      value: '6',
      source: 'Kalenteri',
      collector: 'Ylläpitäjä',
      contributes: ['x'],
    }
    const item = { kind: 'output' as const, content: contentOf('output', said) }
    expect(openQuestions(item)).toEqual([])
    const clinic = { kind: 'clinic' as const, content: contentOf('clinic', nothing) }
    expect(tallyOf([item, clinic])).toEqual({
      claims: 1,
      by: { measured: 1, reported: 0, story: 0, none: 0 },
      open: 0,
    })
  })
})
