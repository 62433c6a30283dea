import { beforeAll, describe, expect, it } from 'vitest'
import {
  after,
  database,
  declared,
  does,
  ecosystem,
  filled,
  other,
  people,
  refusal,
  stage,
  submit,
  type Who,
  write,
} from '../../../test/applicants.ts'
import {
  application,
  ids,
  judge,
  list,
  minuteLater,
  neighbours,
  pair,
  visitor,
  withComparedThings,
} from '../../../test/compared-things.ts'
import { post, visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import { actorOf } from '../people/index.ts'
import { addIdea, dropIdea, restoreIdea } from '../portfolio/idea-actions.ts'
import { addPortfolio } from '../portfolio/keep-actions.ts'
import { addJudgement, withdrawJudgement } from './judging.ts'
import { overlapsModule } from './module.ts'
import { type NeighboursOfThing, readNeighbours } from './near-actions.ts'
import { type ReadPair, readPair } from './pair-actions.ts'
import { acceptSubject, readSubjects, type Subjects } from './subjects.ts'

withComparedThings()

let portfolio: string
let idea: string
/** Another application to the same ecosystem, in which the coordinator is free too. */
let second: string
let manager: TestPerson

beforeAll(async () => {
  const made = await does<{ id: string }>('coordinator', addPortfolio, {
    ecosystem: 'hev',
    name: { fi: 'Salkku', sv: '', en: '' },
    share: 'agreement',
  })
  portfolio = made.id
  const said = {
    portfolio,
    title: 'Kiertotalouden vetylaakso',
    body: 'Kokeillaan yhdessä.',
    starts: '2016-01-01',
  }
  idea = (await does<{ id: string }>('coordinator', addIdea, { ...said, ends: '2016-06-30' })).id
  second = await filled('bengt')
  await write('bengt', second, 'who', { name: 'Toinen vetylaakso' })
  await submit(second, undefined, 'bengt')
  await declared(second, 'coordinator')
  manager = await somebody(database, 'Lauri Vetäjä', [['project-manager', ecosystem]])
  const { lead_id } = await database.db
    .selectFrom('project')
    .where('code', '=', 'A3')
    .select('lead_id')
    .executeTakeFirstOrThrow()
  await database.db
    .insertInto('person_organisation')
    .values({ person_id: manager.id, organisation_id: lead_id!, starts_on: '2026-01-01' })
    .execute()
})

/** What a reader is told stands near a thing besides funded projects, and how like it is. */
const told = async (who: Who, kind: string, id: string) => {
  const { own, waiting } = await neighbours(who, kind, id)
  return [...(own?.items ?? []), ...waiting].flatMap(({ thing, likeness }) =>
    thing.kind === 'project' ? [] : [[thing.kind, thing.id, likeness] as const],
  )
}
const idsOf = (found: Awaited<ReturnType<typeof told>>) => found.map(([, id]) => id)

describe('applications and ideas as neighbours', () => {
  it('stand beside the projects of the portfolio, with what they share', async () => {
    const { own, judges } = await neighbours('coordinator', 'idea', idea)
    const kinds = own!.items.map(({ thing }) => thing.kind)
    expect(new Set(kinds)).toEqual(new Set(['project', 'application']))
    expect(own!.items.map((n) => n.likeness)).toEqual(
      own!.items.map((n) => n.likeness).toSorted((a, b) => b - a),
    )
    const near = own!.items.find((n) => n.thing.id === application)!
    expect(near.words[0]!.there.join()).toMatch(/Vetylaakso/i)
    expect(judges).toMatchObject({ ecosystem: { key: 'hev' }, voice: 'office' })
    const closed = own!.items.find((n) => n.thing.code === 'C1')!
    expect(closed.time).toEqual({ from: '2016-01-01', to: '2016-06-30' })
    expect(idsOf(await told('coordinator', 'project', ids.C2!))).toEqual(
      expect.arrayContaining([application, second, idea]),
    )
    // A project of no ecosystem has them in a group of their own.
    const open = await neighbours('coordinator', 'project', ids.A3)
    expect(open.own).toBeNull()
    expect(open.waiting.map((n) => n.thing.id)).toEqual(expect.arrayContaining([application, second, idea]))
    expect(idsOf(await told('coordinator', 'application', application))).not.toContain(application)
  })

  it('are told to nobody who may not read them: no name, no count, no share', async () => {
    const whole = await told('coordinator', 'project', ids.A3!)
    // An officer who has not declared in either, then in one of them.
    expect(idsOf(await told('officer', 'project', ids.A3!))).toEqual([idea])
    await declared(second, 'officer')
    const partly = await told('officer', 'project', ids.A3!)
    expect(partly).toEqual(whole.filter(([, id]) => id !== application))
    // Their own people see their own; another ecosystem and those without an office see nothing of it.
    expect(idsOf(await told('aino', 'project', ids.A3!))).toEqual([application])
    for (const who of ['elsewhere', 'rival'] as const)
      expect(await told(who, 'project', ids.A3!), who).toEqual([])
    const visiting = await perform(
      readNeighbours,
      { ...stage, actor: visitor },
      { kind: 'project', id: ids.A3 },
    )
    expect([visiting.own, visiting.waiting]).toEqual([null, []])
    for (const who of ['elsewhere', 'rival', 'aino'] as const)
      expect(await refusal(neighbours(who, 'idea', idea)), who).toBe('overlaps.nothing')
  })

  it('follow what is written and taken away', async () => {
    const written = { portfolio, title: 'Sammalen viljely', body: 'Soilla.' }
    const { id } = await does<{ id: string }>('coordinator', addIdea, written)
    expect(idsOf(await told('coordinator', 'idea', id))).not.toContain(idea)
    const twin = await does<{ id: string }>('coordinator', addIdea, { ...written, body: 'Pelloilla.' })
    expect(idsOf(await told('coordinator', 'idea', id))[0]).toBe(twin.id)
    await does('coordinator', dropIdea, { portfolio, idea: twin.id })
    expect(idsOf(await told('coordinator', 'idea', id))).not.toContain(twin.id)
    await does('coordinator', dropIdea, { portfolio, idea: id })
  })
})

describe('judgements of applications and ideas', () => {
  const of = async (who: Who, kind: string, id: string) =>
    (await neighbours(who, kind, id)).judgements.map((j) => [j.judgement, j.from.id, j.to.id])

  it('stand on both, with their history, for those who see both', async () => {
    const input = pair('idea', idea, application, 'application')
    await judge('coordinator', { ...input, judgement: 'overlaps', reason: 'Sama laakso.' })
    // From the other side it is the same pair.
    const turned = pair('application', application, idea, 'idea')
    await judge('coordinator', { ...turned, judgement: 'depends-on', reason: 'Tarvitsee idean.' })
    const read = await does<ReadPair>('coordinator', readPair, input, after)
    expect(read.judgements.map((j) => [j.judgement, j.ended?.why, j.voice])).toEqual([
      ['depends-on', undefined, 'office'],
      ['overlaps', 'replaced', 'office'],
    ])
    const stands = [['depends-on', application, idea]]
    expect(await of('coordinator', 'idea', idea)).toEqual(stands)
    expect(await of('coordinator', 'application', application)).toEqual(stands)
    // The officer sees the idea, but is not free to read the application; its own people never see what is judged of it.
    expect(await of('officer', 'idea', idea)).toEqual([])
    expect(await of('aino', 'application', application)).toEqual([])
    expect(await refusal(judge('officer', { ...input, judgement: 'overlaps', reason: 'x' }))).toMatch(
      /^(judgement.add.forbidden|conflict)/,
    )
    expect(await refusal(does('officer', readPair, input, after))).toMatch(/forbidden|conflict/)
  })

  it('may be of two applications, and of an idea and any project', async () => {
    const both = pair('application', second, application, 'application')
    await judge('coordinator', { ...both, judgement: 'complements', reason: 'Eri puolet laaksoa.' })
    expect(await of('coordinator', 'application', application)).toContainEqual([
      'complements',
      second,
      application,
    ])
    const funded = pair('idea', idea, ids.A1!)
    const { id } = await judge('officer', { ...funded, judgement: 'continues', reason: 'Jatkaisi tätä.' })
    expect(await of('coordinator', 'project', ids.A1!)).toContainEqual(['continues', idea, ids.A1])
    const back = await does<{ path: string }>('officer', withdrawJudgement, { judgement: id }, minuteLater())
    expect(back.path).toBe(`/ecosystems/hev/overlaps/idea/${idea}/${ids.A1}`)
    expect(await of('coordinator', 'project', ids.A1!)).toEqual([])
  })

  it('are refused of what is of another ecosystem, hidden, public or the thing itself', async () => {
    const said = { judgement: 'overlaps', reason: 'x' }
    const funded = pair('idea', idea, ids.A1!)
    expect(await refusal(judge('elsewhere', { ...funded, ecosystem: 'muu', ...said }))).toBe(
      'overlaps.nothing',
    )
    expect(await refusal(judge('coordinator', { ...funded, ...said, share: 'public' }))).toBe(
      'overlaps.closedPublic',
    )
    expect(await refusal(judge('coordinator', { ...pair('idea', idea, idea, 'idea'), ...said }))).toBe(
      'overlaps.itself',
    )
    expect(await refusal(judge('assessor', { ...funded, ...said }))).toBe('judgement.add.forbidden')
    const both = await somebody(database, 'Kaksi Virkaa', [
      ['coordinator', ecosystem],
      ['coordinator', other],
    ])
    const judged = actingAs(database, stage, both)(
      addJudgement,
      { ...funded, ecosystem: 'muu', ...said },
      after,
    )
    expect(await refusal(judged)).toBe('overlaps.notThere')
  })

  it('go with an idea that is taken away, and come back with it', async () => {
    const before = await of('coordinator', 'application', application)
    await does('coordinator', dropIdea, { portfolio, idea })
    expect(await of('coordinator', 'application', application)).toEqual(
      before.filter(([, , to]) => to !== idea),
    )
    await does('coordinator', restoreIdea, { portfolio, idea })
    expect(await of('coordinator', 'application', application)).toEqual(before)
  })

  it('are in the queue of pairs of those who may read both', async () => {
    const pairs = async (who: Who) =>
      (await list(who, { state: 'all', limit: 100 })).items.map((p) =>
        [p.thing.id, p.other.id].toSorted().join(),
      )
    const mine = [idea, application].toSorted().join()
    expect(await pairs('coordinator')).toContain(mine)
    const officers = (await pairs('officer')).join()
    expect(officers).toContain(idea)
    expect(officers).not.toContain(application)
    expect(new Set(await pairs('coordinator')).size).toBe((await pairs('coordinator')).length)
  })

  it('have subjects of the idea beside them, settled in its ecosystem', async () => {
    const asked = { kind: 'idea', id: idea, concept: '28601' }
    await does('coordinator', acceptSubject, asked, after)
    const read = await does<Subjects>('officer', readSubjects, { kind: 'idea', id: idea }, after)
    expect(read.accepted.map((s) => s.concept.fi)).toEqual(['kiertotalous'])
    expect(await refusal(does('elsewhere', acceptSubject, asked, after))).toBe('overlaps.nothing')
  })
})

describe('a judgement of the lead partner', () => {
  const asks = <T>(action: Parameters<ReturnType<typeof actingAs>>[0], input: unknown) =>
    actingAs(database, stage, manager)<T>(action, input, minuteLater())
  const said = { judgement: 'continues', reason: 'Teimme sen itse.' }

  it('is of their own project against another, from either side, and marked as theirs', async () => {
    const own = await asks<NeighboursOfThing>(readNeighbours, { kind: 'project', id: ids.A3 })
    expect(own.judges).toMatchObject({ ecosystem: { key: 'hev' }, voice: 'lead' })
    expect((await asks<NeighboursOfThing>(readNeighbours, { kind: 'project', id: ids.A1 })).judges).toBeNull()
    await asks(addJudgement, { ...pair('project', ids.A3!, ids.A1!), ...said })
    const { id } = await asks<{ id: string }>(addJudgement, { ...pair('project', ids.A1!, ids.A3!), ...said })
    const { judgements } = await neighbours('coordinator', 'project', ids.A3)
    expect(judgements.map((j) => [j.by, j.voice, j.from.id])).toContainEqual(['Lauri Vetäjä', 'lead', ids.A1])
    expect(judgements.filter((j) => j.voice === 'lead')).toHaveLength(1)
    expect(await refusal(does('coordinator', withdrawJudgement, { judgement: id }, after))).toBe(
      'overlaps.notYours',
    )
  })

  it('is no judgement of others’ projects, of applications or ideas, or in another ecosystem', async () => {
    for (const input of [
      pair('project', ids.A1!, ids.A2!),
      pair('project', ids.A3!, application, 'application'),
      pair('project', ids.A3!, idea, 'idea'),
      pair('application', application, ids.A3!),
    ])
      expect(await refusal(asks(addJudgement, { ...input, ...said }))).toBe('overlaps.notLed')
    const there = { ...pair('project', ids.A3!, ids.A1!), ecosystem: 'muu', ...said }
    expect(await refusal(asks(addJudgement, there))).toBe('judgement.add.forbidden')
    expect(await refusal(asks(readPair, pair('project', ids.A1!, ids.A2!)))).toBe('overlaps.notLed')
  })

  it('is written on the page of the pair, which leads back to what is near', async () => {
    const pages = overlapsModule.pages!
    const drafts = new Map(overlapsModule.drafts!.map((kind) => [kind.kind, kind]))
    const actor = (await actorOf(database.db, manager.session, after))!
    const at = { ...stage, drafts, now: after, actor }
    const address = `/ecosystems/hev/overlaps/project/${ids.A3}/${ids.A4}`
    const shown = await whatIsSent(await visit(pages, at, address))
    expect(shown).toContain('merkitään, että se on päätoteuttajan oma')
    expect(shown).toContain(`/similar/project/${ids.A3}`)
    expect(shown).not.toContain('Takaisin pareihin')
    const sent = await post(pages, at, address, { judgement: 'unrelated', reason: 'Ei matkailua.' })
    expect(sent).toEqual({ as: 'redirect', to: address })
    const judged = await visit(
      pages,
      { ...at, actor: (await actorOf(database.db, people.coordinator.session, after))! },
      address,
    )
    expect(await whatIsSent(judged)).toContain('päätoteuttajan oma arvio')
    const read = await does<ReadPair>('coordinator', readPair, pair('project', ids.A3!, ids.A4!), after)
    const { id } = read.judgements[0]!
    expect(await post(pages, at, `/ecosystems/hev/overlaps/withdraw/${id}`, {})).toEqual({
      as: 'redirect',
      to: address,
    })
  })
})
