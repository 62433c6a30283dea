import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calls, candidatesOf, today } from '../../../../test/cover/random-call.ts'
import { readEvidence } from './evidence.ts'
import { type Opening, openingsReader } from './fit.ts'
import { matrixOf } from './matrix.ts'
import { noChoices, obstacleOf } from './obstacles.ts'

/** A call with some who are in, and one who asks what is open: the last of the candidates. */
const situations = fc.tuple(calls, candidatesOf(5)).map(([call, candidates]) => {
  const evidence = readEvidence(call, candidates, today)
  const members = [...candidates.keys()].slice(0, -1)
  const { rows } = matrixOf(evidence, members)
  const opening: Opening = {
    id: 'o',
    call,
    met: rows.map(({ met }) => met),
    shown: rows.map(({ shown }) => shown),
    partners: members.length,
    regions: members.flatMap((c) => candidates[c]!.region ?? []),
    countries: members.flatMap((c) => candidates[c]!.country ?? []),
  }
  return { evidence, members, opening, actor: candidates.at(-1)! }
})

test('an opening fits whoever would fill something of it, as the matrix with them says', () => {
  fc.assert(
    fc.property(fc.array(situations, { minLength: 1, maxLength: 4 }), (all) => {
      const [first] = all
      const openings = all.map(({ opening }, i) => ({ ...opening, id: `o${i}` }))
      const fits = openingsReader(openings)(first!.actor, today)
      for (const { opening, points, filled, also } of fits) {
        expect(points).toBe(filled.reduce((sum, one) => sum + one.points, 0))
        expect(filled.length).toBeGreaterThan(0)
        for (const { demand } of filled) expect(also).not.toContain(demand)
        expect(openings[opening]!.partners).toBeLessThan(openings[opening]!.call.limits.most)
      }
      const points = fits.map((fit) => fit.points)
      expect(points).toEqual([...points].sort((a, b) => b - a))
      // What a place counts may have come from a partner that does not meet the demand: of partners it is exact.
      const { evidence, members, opening, actor } = first!
      const { demands, limits } = opening.call
      const isOpen = members.length < limits.most && !obstacleOf(evidence, members.length, noChoices)
      const before = matrixOf(evidence, members).rows
      const after = matrixOf(evidence, [...members, members.length]).rows
      const fills = [...demands.keys()].filter(
        (d) =>
          demands[d]!.counted === 'partners' &&
          before[d]!.met < demands[d]!.need &&
          after[d]!.met > before[d]!.met,
      )
      const isLookedFor = fills.some((d) => demands[d]!.asks.kind !== 'anybody')
      const isOwn = (d: number) => actor.facts.some((fact) => fact.demands?.includes(demands[d]!.id))
      const said = fits.find((fit) => fit.opening === 0)?.filled ?? []
      for (const d of fills)
        if (isOpen && isLookedFor && !isOwn(d)) expect(said.map(({ demand }) => demand)).toContain(d)
    }),
    { numRuns: 150, seed: 2003 },
  )
})
