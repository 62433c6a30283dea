import { describe, expect, it } from 'vitest'
import { after, does, people, refusal, stage, type Who } from '../../../test/applicants.ts'
import { application, ids, withComparedThings } from '../../../test/compared-things.ts'
import { perform } from '../../kernel/action.ts'
import { readNeighbours } from './near-actions.ts'
import { acceptSubject, clearSubject, readSubjects, rejectSubject, type Subjects } from './subjects.ts'

withComparedThings()

describe('subjects', () => {
  const asked = () => ({ kind: 'project', id: ids.A1 })
  const read = (who: Who, more: object = {}) =>
    does<Subjects>(who, readSubjects, { ...asked(), ...more }, after)

  it('are suggested with the words that gave them, and accepted by people', async () => {
    const { suggested, maySettle } = await read('coordinator')
    const [first] = suggested.filter((s) => s.concept.id === '28601')
    expect(first).toMatchObject({ concept: { fi: 'kiertotalous' }, words: ['Kiertotalouden'] })
    expect(maySettle).toBe(true)
    expect((await read('aino')).maySettle).toBe(false)
    const concept = '28601'
    expect(await refusal(does('aino', acceptSubject, { ...asked(), concept }, after))).toBe(
      'subjects.accept.forbidden',
    )
    await does('coordinator', acceptSubject, { ...asked(), concept }, after)
    expect(
      await refusal(does('coordinator', acceptSubject, { ...asked(), concept: '999999999' }, after)),
    ).toBe('overlaps.noConcept')
    const settled = await read('coordinator')
    expect(settled.accepted.map((s) => [s.concept.id, s.by])).toEqual([['28601', people.coordinator.name]])
    expect(settled.suggested.map((s) => s.concept.id)).not.toContain('28601')
    const shown = await perform(readNeighbours, stage, asked())
    expect(shown.subjects.map((s) => s.sv)).toEqual(['cirkulär ekonomi'])
  })

  it('that were accepted make the next suggestions better', async () => {
    const { concept } = (await read('coordinator')).suggested[0]!
    await does('coordinator', acceptSubject, { ...asked(), concept: concept.id }, after)
    const other = await does<Subjects>('coordinator', readSubjects, { kind: 'project', id: ids.A2 }, after)
    expect(other.suggested.find((s) => s.concept.id === '28601')!.alike).toBe(1)
  })

  it('are refused, taken back and searched for', async () => {
    const { concept } = (await read('coordinator')).suggested[0]!
    await does('coordinator', rejectSubject, { ...asked(), concept: concept.id }, after)
    const refused = await read('coordinator')
    expect(refused.rejected.map((s) => s.concept.id)).toEqual([concept.id])
    expect(refused.suggested.map((s) => s.concept.id)).not.toContain(concept.id)
    await does('coordinator', clearSubject, { ...asked(), concept: concept.id }, after)
    expect((await read('coordinator')).rejected).toEqual([])
    for (const q of ['cirkulär', 'kiertotalo', 'circular economy'])
      expect(
        (await read('coordinator', { q })).found.map((c) => c.id),
        q,
      ).toContain('28601')
    expect((await read('coordinator', { q: 'xyzzyplugh' })).found).toEqual([])
  })

  it('of what is closed or of an application are told to none who do not see it', async () => {
    const closed = { kind: 'project', id: ids.C1 }
    await does('coordinator', acceptSubject, { ...closed, concept: '28601' }, after)
    expect(await refusal(does('elsewhere', acceptSubject, { ...closed, concept: '1156' }, after))).toBe(
      'overlaps.nothing',
    )
    const other = await does<Subjects>('elsewhere', readSubjects, { kind: 'project', id: ids.A2 }, after)
    // The public one alone teaches.
    expect(other.suggested.find((s) => s.concept.id === '28601')!.alike).toBe(1)
    const mine = { kind: 'application', id: application, concept: '28601' }
    expect(await refusal(does('elsewhere', acceptSubject, mine, after))).toMatch(/forbidden/)
    await does('coordinator', acceptSubject, mine, after)
  })
})
