import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { loadSampleProjects, privateNames } from '../../../test/sample-projects.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import type { Language } from '../../kernel/text.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { addJudgement, withdrawJudgement } from '../overlaps/judging.ts'
import { actorOf } from '../people/index.ts'
import { addCommitment, checkCommitment, listCommitments } from './commitment-actions.ts'
import { addIdea, dropIdea, editIdea, restoreIdea } from './idea-actions.ts'
import { type ReadIdea, readIdea } from './idea-read.ts'
import { addGoal, judgeFeed, place, serve, undoPlace } from './judge-actions.ts'
import { addPortfolio, addSource, choose, editPortfolio, removePart, setTarget } from './keep-actions.ts'
import { drafts, pages } from './pages.tsx'
import { getAction, listAction } from './read-actions.ts'
import type { Told } from './record.ts'
import { checkDays, checksWaiting } from './reminders.ts'
import { commitmentSubject, ideaSubject, portfolioSubject } from './subjects.ts'

const now = new Date('2026-11-21T06:00:00Z')
let database: TestDatabase
let stage: Stage
let people: Record<'coordinator' | 'city' | 'member' | 'elsewhere', TestPerson>
let portfolio: string
const names = (fi: string) => ({ fi, sv: '', en: '' })

beforeAll(async () => {
  database = await freshDatabase()
  await loadSampleProjects(database.db)
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const keys = await database.db.selectFrom('ecosystem').select(['id', 'key']).execute()
  const [hev, other] = ['hev', 'vitali'].map((key) => keys.find((e) => e.key === key)!.id)
  people = {
    coordinator: await somebody(database, 'Kaisa Koordinaattori', [['coordinator', hev!]]),
    city: await somebody(database, 'Kirsi Kaupunki', [['city-decider', hev!]]),
    member: await somebody(database, 'Meri Jäsen', [['member', hev!]]),
    elsewhere: await somebody(database, 'Eero Etäinen', [['coordinator', other!]]),
  }
  stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    way: 'page',
    now,
    language: 'fi',
    subjects: new Map([portfolioSubject, ideaSubject, commitmentSubject].map((s) => [s.kind, s])),
    drafts: new Map(drafts.map((d) => [d.kind, d])),
    turns: [],
    permissions: [],
    jobs: { enqueue: async () => 'x', emit: async () => undefined },
  } as unknown as Stage
  const made = await as('coordinator')<{ id: string }>(addPortfolio, {
    ecosystem: 'hev',
    name: names('Koesalkku'),
    share: 'agreement',
  })
  portfolio = made.id
  await as('coordinator')(addSource, { portfolio, filters: { period: '2007-2013' } })
  await as('coordinator')(choose, { portfolio, code: 'a10004', stance: 'in', reason: 'Vaikuttaa seudulla.' })
})
afterAll(() => database.drop())

const as = (who: keyof typeof people) => actingAs(database, stage, people[who])
const told = (who: keyof typeof people = 'coordinator') => as(who)<Told>(getAction, { portfolio })
const idOf = async (code: string) => (await told()).entries.find((e) => e.code === code)!.id
const valuesOf = async (code: string) => (await told()).entries.find((e) => e.code === code)!.values
const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (e: { reason?: string; complaints?: { field?: string }[] }) => [
      e.reason,
      ...(e.complaints ?? []).map((c) => c.field),
    ],
  )
const page = async (path: string, who: keyof typeof people = 'coordinator', language: Language = 'fi') => {
  const actor = await actorOf(database.db, people[who].session, now)
  return visit(pages, { ...stage, actor, language }, `/portfolios/${portfolio}${path}`)
}

describe('what a portfolio takes in', () => {
  it('is what its filters find now and what was put in by hand, each once, with the lead but no private name', async () => {
    const { entries, sources } = await told()
    expect(entries.map((e) => e.code)).toEqual(expect.arrayContaining(['A10001', 'A10004']))
    expect(new Set(entries.map((e) => e.id)).size).toBe(entries.length)
    expect(sources).toMatchObject([{ kind: 'projects', by: 'Kaisa Koordinaattori' }])
    expect(entries.find((e) => e.code === 'A10001')).toMatchObject({
      money: '150000.00',
      starts: '2010-01-01',
      ends: '2013-06-30',
      lead: 'Oulun yliopisto',
    })
    for (const name of privateNames) expect(JSON.stringify(entries)).not.toContain(name)
  })

  it('leaves out what somebody leaves out, with the reason, until it is taken back', async () => {
    const thing = await idOf('A10002')
    await as('coordinator')(choose, { portfolio, thing, stance: 'out', reason: 'Ei kuulu tähän.' })
    const { entries, left } = await told()
    expect(entries.map((e) => e.code)).not.toContain('A10002')
    expect(left).toMatchObject([{ thing, reason: 'Ei kuulu tähän.' }])
    await as('coordinator')(removePart, { portfolio, what: 'choice', id: left[0]!.id })
    expect((await told()).entries.map((e) => e.code)).toContain('A10002')
    expect(
      await refusal(as('coordinator')(removePart, { portfolio, what: 'choice', id: left[0]!.id })),
    ).toEqual(['portfolio.missing', undefined])
  })

  it('refuses what names nothing, saying where', async () => {
    const ask = (action: Parameters<ReturnType<typeof as>>[0], raw: object) =>
      refusal(as('coordinator')(action, { portfolio, ...raw }))
    expect(await ask(addSource, { filters: {} })).toEqual(['portfolio.noFilter', 'filters'])
    expect(await ask(addSource, { call: 'ei-ole' })).toEqual(['portfolio.noCall', 'call'])
    expect(await ask(choose, { code: 'X1', stance: 'in', reason: '' })).toEqual([
      'portfolio.invalid',
      'code',
      'reason',
    ])
    expect(await ask(setTarget, { values: ['priority/99'], measure: 'share', amount: '10001' })).toEqual([
      'portfolio.invalid',
      'values',
      'amount',
    ])
  })
})

describe('placing', () => {
  it('places many at once with author and reason, gives way dimension by dimension, and is undone whole', async () => {
    const things = [await idOf('A10001'), await idOf('A10004')]
    const both = { portfolio, things, values: ['priority/1', 'emphasis/2'], reason: 'Otsikon perusteella.' }
    await as('city')(place, both)
    expect(await valuesOf('A10001')).toEqual(['priority/1', 'emphasis/2'])
    const placed = (await told()).entries.find((e) => e.code === 'A10004')!.placed
    expect(placed[0]).toMatchObject({
      by: 'people',
      placement: { by: 'Kirsi Kaupunki', reason: 'Otsikon perusteella.' },
    })
    const { batch } = await as('coordinator')<{ batch: string }>(place, {
      ...both,
      things: things.slice(0, 1),
      values: ['priority/3'],
    })
    expect((await valuesOf('A10001')).toSorted()).toEqual(['emphasis/2', 'priority/3'])
    expect((await told()).lastBatch).toMatchObject({ batch, things: 1, by: 'Kaisa Koordinaattori' })
    await as('coordinator')(undoPlace, { portfolio, batch })
    expect((await valuesOf('A10001')).toSorted()).toEqual(['emphasis/2', 'priority/1'])
    expect(await refusal(as('coordinator')(undoPlace, { portfolio, batch }))).toEqual([
      'portfolio.nothingToUndo',
      undefined,
    ])
  })

  it('is for those who judge, of what is there, with a reason', async () => {
    const things = [await idOf('A10001')]
    const values = ['priority/1']
    expect(await refusal(as('member')(place, { portfolio, things, values, reason: 'x' }))).toEqual([
      'portfolio.place.forbidden',
      undefined,
    ])
    const other = '0190f1a0-0000-7000-8000-000000000000'
    const bad = { portfolio, things: [other], values: ['priority/77'], reason: ' ' }
    expect(await refusal(as('city')(place, bad))).toEqual(['portfolio.invalid', 'things', 'values', 'reason'])
  })
})

describe('targets, links, goals and ideas', () => {
  it('replaces a target and takes it away', async () => {
    const set = (amount: string | null) =>
      as('coordinator')(setTarget, { portfolio, values: ['priority/1'], measure: 'share', amount })
    await set('2500')
    await set('3000')
    expect((await told()).targets).toMatchObject([{ values: ['priority/1'], amount: 3000 }])
    expect(await whatIsSent(await page(''))).toContain('täyttyy')
    await set(null)
    expect((await told()).targets).toEqual([])
  })

  it('flags the bad timing of a link on the page and in the file', async () => {
    const [from, to] = [await idOf('A10004'), await idOf('A10001')]
    await as('city')(judgeFeed, { portfolio, from, to, kind: 'feeds', reason: 'Data ruokkii palveluja.' })
    const shown = await whatIsSent(await page('/timeline'))
    expect(shown).toContain('Väärä ajoitus')
    expect(await whatIsSent(await page('/timeline/export.csv'))).toContain('Alkaa')
    expect(
      await refusal(as('city')(judgeFeed, { portfolio, from, to: from, kind: 'feeds', reason: 'x' })),
    ).toEqual(['portfolio.invalid', 'to'])
  })

  it('reads ties from what is judged of pairs, flags their bad timing and leads to the judgement', async () => {
    const [earlier, later] = [await idOf('A10002'), await idOf('S10003')]
    const said = { ecosystem: 'hev', kind: 'project', project: earlier, reason: 'Tarvitsee aineiston.' }
    const { id } = await as('city')<{ id: string }>(addJudgement, {
      ...said,
      id: later,
      judgement: 'depends-on',
    })
    const path = `/ecosystems/hev/overlaps/project/${later}/${earlier}`
    const read = (await told()).feeds.filter((f) => f.judgement)
    expect(read).toMatchObject([
      { from: earlier, to: later, kind: 'feeds', by: 'Kirsi Kaupunki', judgement: path },
    ])
    const { entries } = await told()
    const named = (code: string) => entries.find((e) => e.code === code)!
    const shown = await whatIsSent(await page('/timeline'))
    expect(shown).toContain('Alkaa myöhemmin (3 kuukautta)')
    expect(shown).toContain(`href="${path}"`)
    for (const code of ['A10002', 'S10003']) expect(shown).toContain(named(code).path!)
    expect(shown).toContain('1.5.2011')
    expect(await whatIsSent(await page('/timeline/export.csv'))).toContain('Alkaa myöhemmin (3 kuukautta)')
    // A member sees the judgement of their ecosystem, but does not judge: they are led to the page that all may read.
    expect((await told('member')).feeds.find((f) => f.judgement)?.judgement).toBe(`/similar/project/${later}`)
    await as('city')(withdrawJudgement, { judgement: id })
    expect((await told()).feeds.some((f) => f.judgement)).toBe(false)
  })

  it('keeps how strongly a thing serves a goal; 0 takes it back', async () => {
    const { id: goal } = await as('coordinator')<{ id: string }>(addGoal, {
      portfolio,
      owner: 'Vantaa',
      name: 'Lentokenttäkaupunki',
    })
    const things = [await idOf('A10001')]
    const judged = (strength: number) =>
      as('city')(serve, { portfolio, goal, things, strength, reason: 'Arvio.' })
    await judged(1)
    await judged(3)
    expect((await told()).services).toMatchObject([{ goal, strength: 3, by: 'Kirsi Kaupunki' }])
    const { total } = await as('city')<{ total: number }>(listAction, { ecosystem: 'hev' })
    expect(total).toBe(1)
    expect(await whatIsSent(await page('/goals'))).toMatch(/Vantaa: tavoitteita palvelee 1 hanketta \d+:st/)
    await judged(0)
    expect((await told()).services).toEqual([])
  })

  it('takes an idea from any member into its cell, and its proposer takes it away', async () => {
    const { id: idea } = await as('member')<{ id: string }>(addIdea, {
      portfolio,
      title: 'Robottibussi',
      body: 'Kokeillaan talvella.',
      amount: '120000.50',
      starts: '2027-01-01',
      ends: '2028-06-30',
      values: ['priority/2', 'emphasis/2'],
    })
    expect((await told('city')).entries.find((e) => e.id === idea)).toMatchObject({
      state: 'idea',
      money: '120000.50',
      sure: false,
      values: ['priority/2', 'emphasis/2'],
    })
    const shown = await whatIsSent(await page(`/ideas/${idea}`, 'city'))
    expect(shown).toContain('täyttää aukon')
    expect(shown).toContain('I/2027, II/2027, I/2028')
    expect(await refusal(as('city')(dropIdea, { portfolio, idea }))).toEqual([
      'portfolio.notYours',
      undefined,
    ])
    expect(shown).toContain('0\u00a0% → 13,1')
    expect(shown).toMatch(/Mikä on jo lähellä/)

    const said = { portfolio, idea, title: 'Robottibussi', body: 'Kokeillaan kesällä.', city: 'Vantaa' }
    const placed = { starts: '2027-01-01', ends: '2028-06-30', values: ['priority/2', 'emphasis/2'] }
    expect(await refusal(as('city')(editIdea, said))).toEqual(['portfolio.notYours', undefined])
    await as('member')(editIdea, { ...said, ...placed, amount: '90000' })
    await as('member')(editIdea, { ...said, ...placed, amount: '90000.00' })
    const read = (who: keyof typeof people) => as(who)<ReadIdea>(readIdea, { portfolio, idea })
    expect((await told()).ideas).toMatchObject([{ body: 'Kokeillaan kesällä.', amount: '90000.00' }])
    expect((await read('city')).acts).toMatchObject([
      {
        act: 'edited',
        by: 'Meri Jäsen',
        before: { body: 'Kokeillaan talvella.', amount: '120000.50', city: null },
      },
    ])
    const edited = await whatIsSent(await page(`/ideas/${idea}`, 'city'))
    expect(edited).toContain('Kuvaus oli: Kokeillaan talvella.')
    expect(edited).toContain('120 000,50'.replaceAll(' ', '\u00a0'))
    expect(await whatIsSent(await page(`/ideas/${idea}/edit`, 'member'))).toContain('value="1.1.2027"')
    await expect(page(`/ideas/${idea}/edit`, 'city')).rejects.toMatchObject({ reason: 'portfolio.notYours' })

    await as('member')(dropIdea, { portfolio, idea })
    expect((await told()).ideas).toEqual([])
    expect((await told()).entries.some((e) => e.id === idea)).toBe(false)
    expect(await refusal(as('member')(editIdea, said))).toEqual(['portfolio.ideaWithdrawn', undefined])
    expect(await refusal(read('city'))).toEqual(['portfolio.missing', undefined])
    expect(await whatIsSent(await page('/ideas', 'city'))).not.toContain('Robottibussi')
    expect(await whatIsSent(await page('/ideas', 'coordinator'))).toContain('Poistetut ideat')
    expect(await whatIsSent(await page(`/ideas/${idea}`, 'member'))).toContain('Palauta salkkuun')
    expect(await refusal(as('city')(restoreIdea, { portfolio, idea }))).toEqual([
      'portfolio.notYours',
      undefined,
    ])
    await as('coordinator')(restoreIdea, { portfolio, idea })
    expect((await told()).ideas).toMatchObject([{ id: idea, body: 'Kokeillaan kesällä.' }])
    expect(await refusal(as('member')(restoreIdea, { portfolio, idea }))).toEqual([
      'portfolio.ideaStands',
      undefined,
    ])
    expect((await read('member')).acts.map((a) => a.act)).toEqual(['restored', 'withdrawn', 'edited'])
    await as('member')(dropIdea, { portfolio, idea })
    const bad = { portfolio, title: ' ', body: '', starts: '2027-01-01', ends: '2026-01-01' }
    expect(await refusal(as('member')(addIdea, bad))).toEqual(['portfolio.invalid', 'title', 'body', 'ends'])
  })
})

describe('commitments', () => {
  it('are checked month by month, waited for, in the calendar, and counted', async () => {
    const project = await idOf('A10001')
    const { id } = await as('city')<{ id: string }>(addCommitment, {
      portfolio,
      project,
      organisation: 'Oulun yliopisto',
      what: 'Palvelu pysyy auki.',
    })
    const listed = () =>
      as('city')<Awaited<ReturnType<typeof listCommitments.run>>>(listCommitments, { portfolio })
    expect((await listed()).items).toMatchObject([{ id, from: 'hand', due: { months: 24 }, checks: [] }])
    const actor = await actorOf(database.db, people.city.session, now)
    const asked = { db: database.db, actor, now: new Date('2014-01-15T06:00:00Z') }
    expect((await checksWaiting.find(asked))[0]?.path).toBe(`/portfolios/${portfolio}/commitments`)
    const days = await checkDays(asked, { from: '2013-12-01', to: '2014-07-01' })
    expect(days.map((d) => d.on)).toEqual(['2013-12-30', '2014-06-30'])
    const check = (months: number, outcome: string) =>
      as('coordinator')(checkCommitment, {
        portfolio,
        commitment: id,
        months,
        outcome,
        evidence: 'Verkkosivu.',
      })
    await check(6, 'kept')
    await check(24, 'unknown')
    await check(24, 'partly')
    const after = await listed()
    expect(after.items[0]).toMatchObject({
      due: null,
      checks: [
        { months: 6, outcome: 'kept', by: 'Kaisa Koordinaattori' },
        { months: 24, outcome: 'partly', evidence: 'Verkkosivu.' },
      ],
    })
    expect(after.share).toEqual({ promises: 1, known: 1, kept: 0, partly: 1, notKept: 0 })
    expect(await refusal(check(7, 'kept'))).toEqual(['input.invalid', 'months'])
    expect(await commitmentSubject.find(database.db, id)).toMatchObject({
      path: `/portfolios/${portfolio}/commitments/${id}`,
    })
  })
})

describe('who sees it', () => {
  it('is its share level: nobody else is told that it is there', async () => {
    expect(await refusal(as('elsewhere')(getAction, { portfolio }))).toEqual([
      'portfolio.get.forbidden',
      undefined,
    ])
    expect((await perform(listAction, stage, {})).items).toEqual([])
    const share = { portfolio, name: names('Koesalkku'), share: 'public' }
    expect(await refusal(as('city')(editPortfolio, share))).toEqual(['portfolio.edit.forbidden', undefined])
    await as('coordinator')(editPortfolio, share)
    const seen = await perform(getAction, stage, { portfolio })
    expect(seen.may).toEqual({ keep: false, judge: false, propose: false })
    expect(JSON.stringify(seen)).not.toContain('Koordinaattori')
    expect(seen.entries.find((e) => e.code === 'A10001')!.values).toHaveLength(2)
  })
})

describe('the pages', () => {
  const views = [
    '',
    '/timeline',
    '/facets',
    '/balance',
    '/goals',
    '/commitments',
    '/ideas',
    '/things',
    '/provenance',
  ]
  it.each(['fi', 'sv', 'en'] as const)('are there in %s', async (language) => {
    for (const view of views) {
      const shown = await whatIsSent(await page(view, 'coordinator', language))
      expect(shown).toContain('Koesalkku')
      expect(shown).not.toContain('undefined')
    }
  })

  it('go out as files that have the same rows', async () => {
    const csv = await whatIsSent(await page('/things/export.csv'))
    const { entries } = await told()
    expect(csv.trim().split('\r\n')).toHaveLength(entries.length + 1)
    expect(csv).toContain("'=HYPERLINK")
    const answer = await page('/matrix/export.xlsx')
    if (answer.as !== 'file') throw new Error('no file')
    expect(await readSheet(answer.content as never)).toHaveLength(4 * 3 + 1)
    const narrowed = await whatIsSent(await page('/things/export.csv?value=priority%2F1'))
    expect(narrowed.trim().split('\r\n')).toHaveLength(3)
  })

  it('has forms for those who may, and none for others', async () => {
    for (const form of [
      'edit',
      'source',
      'choice',
      'target',
      'place',
      'link',
      'goals/new',
      'ideas/new',
      'commitments/new',
    ])
      expect(await whatIsSent(await page(`/${form}`))).toContain('<form')
    expect(await refusal(page('/target', 'member'))).not.toBe('done')
  })
})
