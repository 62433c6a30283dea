import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bringsParty, type PartyNamed } from './parties.ts'

const party: fc.Arbitrary<PartyNamed> = fc.record({
  name: fc.constantFrom('Kaupunki', 'Yliopisto', 'Yritys Oy'),
  businessId: fc.constantFrom(null, '0201256-6', '2252888-5'),
})
const parties = fc.array(party, { maxLength: 5 })

it('the same parties, in any order, and any fewer of them bring in nobody', () => {
  fc.assert(
    fc.property(parties, fc.array(fc.nat(4)), (before, chosen) => {
      const after = chosen.flatMap((n) => before[n] ?? [])
      expect(bringsParty(before, after)).toBe(false)
    }),
  )
})

it('a new business id is somebody new, whatever the name; a name written otherwise is not', () => {
  const city = { name: 'Koekaupunki', businessId: '0201256-6' }
  expect(bringsParty([city], [{ ...city, businessId: '2252888-5' }])).toBe(true)
  expect(bringsParty([city], [{ ...city, name: 'Koekaupungin kaupunki' }])).toBe(false)
  expect(bringsParty([city], [{ name: ' KOEKAUPUNKI ', businessId: null }])).toBe(false)
  expect(bringsParty([city], [{ name: 'Muu', businessId: null }])).toBe(true)
  expect(bringsParty([], [city])).toBe(true)
})
