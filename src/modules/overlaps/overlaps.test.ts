import { describe, expect, it } from 'vitest'
import {
  after,
  database,
  does,
  ecosystem,
  filled,
  refusal,
  stage,
  type Who,
} from '../../../test/applicants.ts'
import {
  application,
  as,
  codes,
  ids,
  judge,
  near,
  neighbours,
  pair,
  project,
  visitor,
  withComparedThings,
} from '../../../test/compared-things.ts'
import { post, visit, whatIsSent } from '../../../test/page-request.ts'
import { applyList } from '../../../test/sample-projects.ts'
import { overlapsModule } from './module.ts'
import { readNeighbours } from './near-actions.ts'

withComparedThings()

describe('neighbours', () => {
  it('are found across languages, with the words that both share', async () => {
    const { ready, items } = await near('circular economy')
    expect(ready).toBe(true)
    expect(codes(items).sort()).toEqual(['A1', 'A2'])
    const swedish = items.find((n) => n.project.code === 'A2')!
    expect(swedish.words[0]).toMatchObject({
      concept: { id: '28601', fi: 'kiertotalous', sv: 'cirkulär ekonomi', en: 'circular economy' },
      here: ['circular economy'],
      there: ['Cirkulär ekonomi'],
    })
    expect(swedish.words.reduce((sum, w) => sum + w.weight, 0)).toBeCloseTo(swedish.likeness, 9)
  })

  it('show nothing of what the reader does not see: not a project, not a share', async () => {
    const own = await near('kiertotalouden salainen kokeilu', await as('coordinator'))
    expect(codes(own.items)[0]).toBe('C1')
    const before = await near('kiertotalouden salainen kokeilu')
    expect(codes(before.items)).not.toContain('C1')
    expect(codes((await near('kiertotalouden salainen kokeilu', await as('elsewhere'))).items)).toEqual(
      codes(before.items),
    )
    await applyList(database.db, 'more.csv', '2020-02-01', [project('C9', 'Salainen kokeilu toinen')], {
      share: 'agreement',
      ecosystem,
    })
    const after = await near('kiertotalouden salainen kokeilu')
    expect(after.items.map((n) => n.likeness)).toEqual(before.items.map((n) => n.likeness))
  })

  it('follow the lists: what is new is found, what is withdrawn is not', async () => {
    await applyList(database.db, 'later.csv', '2021-01-01', [project('A5', 'Sammaleen viljely')])
    expect(codes((await near('sammal')).items)).toEqual(['A5'])
  })

  it('tell of a project who, where and when is the same', async () => {
    const found = await neighbours('aino', 'project', ids.A1)
    const other = found.items.find((n) => n.project.code === 'A2')!
    expect(other.actors.map((a) => a.name)).toEqual(['Oulun yliopisto'])
    expect(other.time).toEqual({ from: '2016-06-01', to: '2016-12-31' })
    expect(codes(found.items)).not.toContain('A1')
    expect(found.judges).toBeNull()
  })

  it('of a project of an ecosystem stand in two groups', async () => {
    const found = await neighbours('coordinator', 'project', ids.C1)
    expect(found.own!.items.map((n) => n.thing.code)).toContain('C9')
    expect(codes(found.items)).toContain('A1')
    expect(codes(found.items)).not.toContain('C9')
    expect(found.judges).toMatchObject({ ecosystem: { key: 'hev' }, voice: 'office' })
    expect(await refusal(does('aino', readNeighbours, { kind: 'project', id: ids.C1 }, after))).toBe(
      'overlaps.nothing',
    )
  })

  it('of an application are told to its own people, to an officer once free of conflict, and to nobody else', async () => {
    const asked = { kind: 'application', id: application }
    const own = await neighbours('aino', 'application', application)
    expect(codes(own.items)).toEqual(['A3'])
    const officer = await neighbours('coordinator', 'application', application)
    expect(officer.own!.items.map((n) => n.thing.code)).toEqual(['C2'])
    for (const who of ['officer', 'rival', 'elsewhere'] as const)
      expect(await refusal(does(who, readNeighbours, asked, after)), who).toMatch(/forbidden|missing/)
    const draft = await filled('bengt')
    for (const who of ['coordinator', 'aino'] as const)
      expect(await refusal(does(who, readNeighbours, { ...asked, id: draft }, after)), who).toMatch(/missing/)
  })
})

describe('the pages', () => {
  const pages = overlapsModule.pages!
  const drafts = new Map(overlapsModule.drafts!.map((kind) => [kind.kind, kind]))
  const open = async (who: Who | undefined, address: string) =>
    whatIsSent(
      await visit(pages, { ...stage, drafts, now: after, actor: who ? await as(who) : visitor }, address),
    )

  it('answer an idea without keeping it', async () => {
    expect(await open(undefined, '/similar')).toContain('Onko joku jo tehnyt tämän?')
    const named = await post(pages, stage, '/similar', { title: 'kiertotalous', text: '' })
    expect(named).toEqual({ as: 'redirect', to: '/similar?title=kiertotalous' })
    const told = await whatIsSent(
      await post(pages, stage, '/similar', { title: '', text: 'Vi prövar cirkulär ekonomi i byggen.' }),
    )
    expect(told).toContain('Kiertotalouden uudet palvelut')
    expect(told).toContain('Vi prövar cirkulär ekonomi i byggen.')
    expect(await open(undefined, '/similar?title=xyzzyplugh')).toContain(
      'Mikään rahoitettu hanke ei ole tätä lähellä',
    )
  })

  it('put the pairs before the offices, to be judged, printed and exported', async () => {
    const said = { judgement: 'continues', reason: 'Samat tekijät.' }
    await judge('coordinator', { ...pair('project', ids.C1!, ids.A1!), ...said })
    const overlap = { judgement: 'overlaps', reason: 'Sama laakso.' }
    await judge('coordinator', { ...pair('application', application, ids.A3!), ...overlap })
    const shown = await open('coordinator', '/ecosystems/hev/overlaps?state=all')
    expect(shown).toContain('Kiertotalouden salainen kokeilu')
    expect(shown).toContain('pair-queue')
    const csv = await open('coordinator', '/ecosystems/hev/overlaps/export.csv?state=judged')
    expect(csv).toContain('Päällekkäinen')
    expect(csv).toContain('Sama laakso.')
    const one = await open('coordinator', `/ecosystems/hev/overlaps/project/${ids.C1}/${ids.A1}`)
    expect(one).toContain('Miten')
    expect(one).toContain('Samat tekijät.')
  })
})
