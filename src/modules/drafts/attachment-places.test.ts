import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../kernel/actor.ts'
import { adders, mayBelong, usualPlace } from './attachment-places.ts'

const ecosystems = ['a', 'b', 'c'] as const
const place = fc.constantFrom(...ecosystems, null)
const person = fc
  .array(fc.record({ office: fc.constantFrom(...adders, 'viewer'), ecosystem: place }), { maxLength: 4 })
  .map((offices): Actor => ({ kind: 'person', id: 'x', name: 'X', offices, organisations: [], linked: [] }))

describe('a file beside a thing', () => {
  it('belongs nowhere but where its owner works', () => {
    fc.assert(
      fc.property(person, place, (actor, ofSubject) => {
        const where = usualPlace(actor, ofSubject)
        expect(where === null || mayBelong(actor, where)).toBe(true)
      }),
    )
  })

  it('belongs with the thing where its owner works there, however many places that is', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...ecosystems), (actor, ofSubject) => {
        if (mayBelong(actor, ofSubject)) expect(usualPlace(actor, ofSubject)).toBe(ofSubject)
      }),
    )
  })

  it('belongs by a viewer’s office, or by none, to nothing', () => {
    const viewer: Actor = {
      kind: 'person',
      id: 'x',
      name: 'X',
      offices: [{ office: 'viewer', ecosystem: 'a' }],
      organisations: [],
      linked: [],
    }
    for (const actor of [viewer, { kind: 'visitor' } as const])
      for (const ecosystem of ['a', null]) expect(mayBelong(actor, ecosystem)).toBe(false)
  })
})
