import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { whatIsSent } from '../../../test/page-request.ts'
import {
  as,
  idOf,
  names,
  page,
  portfolio,
  refusal,
  stage,
  told,
  valuesOf,
  withPortfolio,
} from '../../../test/portfolio-at-hand.ts'
import { privateNames } from '../../../test/sample-projects.ts'
import { perform } from '../../kernel/action.ts'
import { addJudgement, withdrawJudgement } from '../overlaps/judging.ts'
import { addGoal, judgeFeed, place, serve, undoPlace } from './judge-actions.ts'
import { addSource, choose, editPortfolio, removePart, setTarget } from './keep-actions.ts'
import { getAction, listAction } from './read-actions.ts'

withPortfolio()

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
    const said = { ecosystem: 'hev', kind: 'project', other: earlier, reason: 'Tarvitsee aineiston.' }
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
