import { describe, expect, it } from 'vitest'
import {
  after,
  declared,
  does,
  filled,
  people,
  refusal,
  stage,
  submit,
  type Who,
} from '../../../test/applicants.ts'
import {
  application,
  ids,
  judge,
  list,
  neighbours,
  pair,
  withComparedThings,
} from '../../../test/compared-things.ts'
import { perform } from '../../kernel/action.ts'
import { withdrawJudgement } from './judging.ts'
import { readNeighbours } from './near-actions.ts'
import { type ReadPair, readPair } from './pair-actions.ts'

withComparedThings()

describe('judgements', () => {
  it('are recorded by offices of the ecosystem with a reason, and shown on both', async () => {
    const input = { ...pair('project', ids.C1!, ids.A1!), judgement: 'continues', reason: 'Samat tekijät.' }
    expect(await refusal(judge('aino', input))).toBe('judgement.add.forbidden')
    expect(await refusal(judge('assessor', input))).toBe('judgement.add.forbidden')
    expect(await refusal(judge('elsewhere', input))).toBe('judgement.add.forbidden')
    expect(await refusal(judge('coordinator', { ...input, reason: '  ' }))).toBe('overlaps.noReason')
    expect(await refusal(judge('coordinator', { ...input, other: ids.C1! }))).toBe('overlaps.itself')
    expect(await refusal(judge('coordinator', { ...input, share: 'public' }))).toBe('overlaps.closedPublic')
    await judge('coordinator', input)
    await judge('officer', { ...input, judgement: 'unrelated', reason: 'Vain sanat.' })
    for (const id of [ids.C1, ids.A1]) {
      const { judgements } = await neighbours('coordinator', 'project', id)
      expect(judgements.map((j) => [j.judgement, j.by, j.own])).toEqual([
        ['unrelated', people.officer.name, false],
        ['continues', people.coordinator.name, true],
      ])
    }
    const outside = await perform(readNeighbours, stage, { kind: 'project', id: ids.A1 })
    expect(outside.judgements).toEqual([])
  })

  it('of one person are replaced and taken back with their trace', async () => {
    const input = pair('project', ids.C1!, ids.A2!)
    await judge('coordinator', { ...input, judgement: 'overlaps', reason: 'Ensin näin.' })
    // From the other side it is the same pair.
    const { id } = await judge('coordinator', {
      ...pair('project', ids.A2!, ids.C1!),
      judgement: 'complements',
      reason: 'Sitten näin.',
    })
    const read = () => does<ReadPair>('coordinator', readPair, input, after)
    expect((await read()).judgements.map((j) => [j.judgement, j.ended?.why])).toEqual([
      ['complements', undefined],
      ['overlaps', 'replaced'],
    ])
    expect(await refusal(does('officer', withdrawJudgement, { judgement: id }, after))).toBe(
      'overlaps.notYours',
    )
    await does('coordinator', withdrawJudgement, { judgement: id }, after)
    expect(await refusal(does('coordinator', withdrawJudgement, { judgement: id }, after))).toBe(
      'overlaps.ended',
    )
    expect((await read()).judgements.map((j) => j.ended?.why)).toEqual(['withdrawn', 'replaced'])
  })

  it('of two public projects may be public; visitors are told the ecosystem, not who', async () => {
    const input = { ...pair('project', ids.A2!, ids.A1!), judgement: 'complements', share: 'public' }
    await judge('coordinator', { ...input, reason: 'Eri kunnat.' })
    const { judgements } = await perform(readNeighbours, stage, { kind: 'project', id: ids.A1 })
    expect(judgements.map((j) => [j.judgement, j.by, j.ecosystem.key])).toEqual([
      ['complements', null, 'hev'],
    ])
  })

  it('of an application are made and seen only by those who handle it, free of conflict', async () => {
    const input = {
      ...pair('application', application, ids.A3!),
      judgement: 'overlaps',
      reason: 'Sama laakso.',
    }
    expect(await refusal(judge('officer', input))).toMatch(/^(judgement.add.forbidden|conflict)/)
    await judge('coordinator', input)
    const of = async (who: Who) => (await neighbours(who, 'project', ids.A3)).judgements.length
    expect([await of('coordinator'), await of('officer'), await of('aino')]).toEqual([1, 0, 0])
    const own = await neighbours('aino', 'application', application)
    expect(own.judgements).toEqual([])
    await declared(application, 'officer')
    expect(await of('officer')).toBe(1)
  })
})

describe('the pairs of an ecosystem', () => {
  it('are those to be judged, nearest first, and those judged', async () => {
    const { items, counts } = await list('coordinator', { state: 'all' })
    expect(counts.open + counts.judged).toBe(items.length)
    const likeness = items.map((p) => p.evidence.likeness)
    expect(likeness).toEqual([...likeness].sort((a, b) => b - a))
    const judged = await list('coordinator', { state: 'judged' })
    expect(judged.items.every((p) => p.judgements.length > 0)).toBe(true)
    const open = await list('coordinator')
    expect(open.items.every((p) => p.judgements.length === 0)).toBe(true)
    expect(open.items.length).toBe(open.counts.open)
    const overlapping = await list('coordinator', { state: 'all', judgement: 'overlaps' })
    expect(overlapping.items.map((p) => [p.thing.kind, p.other.code])).toEqual([['application', 'A3']])
    const within = await list('coordinator', { state: 'all', scope: 'within' })
    expect(within.items.every((p) => p.within)).toBe(true)
    expect(within.total).toBeGreaterThan(0)
  })

  it('are found by words of the two titles, in any case and without accents', async () => {
    const [first] = (await list('coordinator', { state: 'all' })).items
    const q = `${first!.other.title.split(' ').at(-1)} ${first!.thing.title.split(' ')[0]}`.toUpperCase()
    const found = await list('coordinator', { state: 'all', q })
    expect(found.items.map((p) => [p.thing.id, p.other.id])).toContainEqual([
      first!.thing.id,
      first!.other.id,
    ])
    expect(found.counts.open + found.counts.judged).toBe(found.total)
    expect((await list('coordinator', { state: 'all', q: `${q} sanaajokapuuttuu` })).total).toBe(0)
  })

  it('tell of no application to who is not free to read it, nor count it', async () => {
    const fresh = await filled('bengt')
    await submit(fresh, undefined, 'bengt')
    const things = async (who: Who) => (await list(who, { state: 'all' })).items.map((p) => p.thing.id)
    const before = await list('coordinator', { state: 'all' })
    expect(await things('coordinator')).not.toContain(fresh)
    await declared(fresh, 'coordinator')
    expect(await things('coordinator')).toContain(fresh)
    expect((await list('coordinator', { state: 'all' })).total).toBeGreaterThan(before.total)
    expect(await refusal(list('elsewhere'))).toBe('overlaps.list.forbidden')
    expect(await refusal(list('aino'))).toBe('overlaps.list.forbidden')
  })
})
