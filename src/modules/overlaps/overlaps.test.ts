import { beforeAll, describe, expect, it } from 'vitest'
import {
  after,
  database,
  declared,
  does,
  ecosystem,
  filled,
  people,
  refusal,
  stage,
  submit,
  type Who,
  withApplicants,
} from '../../../test/applicants.ts'
import { post, visit, whatIsSent } from '../../../test/page-request.ts'
import { applyList } from '../../../test/sample-projects.ts'
import { perform } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import { actorOf } from '../people/index.ts'
import { addJudgement, withdrawJudgement } from './judging.ts'
import { overlapsModule } from './module.ts'
import { findNeighbours, type NeighboursOfThing, readNeighbours } from './near-actions.ts'
import type { NeighbourProject } from './neighbours.ts'
import { listPairs, type Pair, type ReadPair, readPair } from './pair-actions.ts'
import { acceptSubject, clearSubject, readSubjects, rejectSubject, type Subjects } from './subjects.ts'

withApplicants()

const project = (code: string, title: string, more: object = {}) => ({
  code,
  title,
  fund: 'ERDF',
  start: '2015-01-01',
  end: '2016-12-31',
  lead: { name: 'Oulun yliopisto' },
  granted: '100000.00',
  currency: 'EUR',
  ...more,
})

const visitor: Actor = { kind: 'visitor' }
let ids: Record<string, string>
let application: string

beforeAll(async () => {
  const { db } = database
  await applyList(db, 'public.csv', '2020-01-01', [
    project('A1', 'Kiertotalouden uudet palvelut'),
    project('A2', 'Cirkulär ekonomi i kommuner', { start: '2016-06-01', end: '2017-06-30' }),
    project('A3', 'Vetylaakson tuotantokokeilut', { lead: { name: 'Vety Oy' } }),
    project('A4', 'Matkailun kehittäminen'),
  ])
  await applyList(
    db,
    'closed.csv',
    '2020-01-01',
    [project('C1', 'Kiertotalouden salainen kokeilu'), project('C2', 'Salainen vetylaakso')],
    { share: 'agreement', ecosystem },
  )
  const rows = await db.selectFrom('project').select(['id', 'code']).execute()
  ids = Object.fromEntries(rows.map((row) => [row.code, row.id]))
  application = await filled()
  await submit(application)
  await declared(application, 'coordinator')
})

const near = async (title: string, actor: Actor = visitor) =>
  (await perform(findNeighbours, { ...stage, actor }, { title })) as {
    ready: boolean
    items: NeighbourProject[]
  }
const as = async (who: Who) => (await actorOf(database.db, people[who].session, after))!
const codes = (items: readonly NeighbourProject[]) => items.map((n) => n.project.code)
const pair = (kind: string, id: string, to: string) => ({ ecosystem: 'hev', kind, id, project: to })
/** Each a minute after the one before. */
let minutes = 0
const judge = (who: Who, input: object) =>
  does<{ id: string }>(who, addJudgement, input, new Date(after.getTime() + 60_000 * minutes++))
const list = (who: Who, input: object = {}) =>
  does<{ items: Pair[]; total: number; counts: { open: number; judged: number } }>(
    who,
    listPairs,
    { ecosystem: 'hev', ...input },
    after,
  )

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
    const found = await does<NeighboursOfThing>(
      'aino',
      readNeighbours,
      { kind: 'project', id: ids.A1 },
      after,
    )
    const other = found.items.find((n) => n.project.code === 'A2')!
    expect(other.actors.map((a) => a.name)).toEqual(['Oulun yliopisto'])
    expect(other.time).toEqual({ from: '2016-06-01', to: '2016-12-31' })
    expect(codes(found.items)).not.toContain('A1')
    expect(found.judgesIn).toBeNull()
  })

  it('of a project of an ecosystem stand in two groups', async () => {
    const found = await does<NeighboursOfThing>(
      'coordinator',
      readNeighbours,
      { kind: 'project', id: ids.C1 },
      after,
    )
    expect(codes(found.own!.items)).toContain('C9')
    expect(codes(found.items)).toContain('A1')
    expect(codes(found.items)).not.toContain('C9')
    expect(found.judgesIn).toMatchObject({ key: 'hev' })
    expect(await refusal(does('aino', readNeighbours, { kind: 'project', id: ids.C1 }, after))).toBe(
      'overlaps.nothing',
    )
  })

  it('of an application are told to its own people, to an officer once free of conflict, and to nobody else', async () => {
    const asked = { kind: 'application', id: application }
    const own = await does<NeighboursOfThing>('aino', readNeighbours, asked, after)
    expect(codes(own.items)).toEqual(['A3'])
    const officer = await does<NeighboursOfThing>('coordinator', readNeighbours, asked, after)
    expect(codes(officer.own!.items)).toEqual(['C2'])
    for (const who of ['officer', 'rival', 'elsewhere'] as const)
      expect(await refusal(does(who, readNeighbours, asked, after)), who).toMatch(/forbidden|missing/)
    const draft = await filled('bengt')
    for (const who of ['coordinator', 'aino'] as const)
      expect(await refusal(does(who, readNeighbours, { ...asked, id: draft }, after)), who).toMatch(/missing/)
  })
})

describe('judgements', () => {
  it('are recorded by offices of the ecosystem with a reason, and shown on both', async () => {
    const input = { ...pair('project', ids.C1!, ids.A1!), judgement: 'continues', reason: 'Samat tekijät.' }
    expect(await refusal(judge('aino', input))).toBe('judgement.add.forbidden')
    expect(await refusal(judge('assessor', input))).toBe('judgement.add.forbidden')
    expect(await refusal(judge('elsewhere', input))).toBe('judgement.add.forbidden')
    expect(await refusal(judge('coordinator', { ...input, reason: '  ' }))).toBe('overlaps.noReason')
    expect(await refusal(judge('coordinator', { ...input, project: ids.C1! }))).toBe('overlaps.itself')
    expect(await refusal(judge('coordinator', { ...input, share: 'public' }))).toBe('overlaps.closedPublic')
    await judge('coordinator', input)
    await judge('officer', { ...input, judgement: 'unrelated', reason: 'Vain sanat.' })
    for (const id of [ids.C1, ids.A1]) {
      const { judgements } = await does<NeighboursOfThing>(
        'coordinator',
        readNeighbours,
        { kind: 'project', id },
        after,
      )
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
    const of = async (who: Who) =>
      (await does<NeighboursOfThing>(who, readNeighbours, { kind: 'project', id: ids.A3 }, after)).judgements
        .length
    expect([await of('coordinator'), await of('officer'), await of('aino')]).toEqual([1, 0, 0])
    const own = await does<NeighboursOfThing>(
      'aino',
      readNeighbours,
      { kind: 'application', id: application },
      after,
    )
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
