import { describe, expect, test } from 'vitest'
import { danishGraph, danishIsAtHand, inPieces, scaleFree } from './graphs.ts'
import { judge, networkxIsThere } from './judge.ts'

if (!networkxIsThere)
  console.warn('SKIPPED: networkx as the judge of our measures, because python3-networkx is not there')

describe.skipIf(!networkxIsThere)('networkx, an outside judge, finds the same', () => {
  test.each([
    ['a network where newcomers tie themselves to the great', () => scaleFree(300, 3, 7)],
    ['a network with weights, several parts and actors alone', () => inPieces(3)],
    ...(danishIsAtHand ? ([['real joint projects', () => danishGraph(60)]] as const) : []),
  ] as const)('in %s', (_, make) => {
    const { differences, bridgesAgree, modularity } = judge(make())
    for (const [measure, difference] of Object.entries(differences))
      expect(difference, measure).toBeLessThan(1e-9)
    expect(Object.keys(differences)).toHaveLength(13)
    expect(bridgesAgree).toBe(true)
    expect(Math.abs(modularity.ours - modularity.theirs)).toBeLessThan(1e-9)
    expect(modularity.ours).toBeGreaterThan(0.99 * modularity.louvain)
  })
})
