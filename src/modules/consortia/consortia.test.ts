import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ConsortiumRoom, openConsortiumRoom } from '../../../test/consortium-room.ts'
import { whatIsSent } from '../../../test/page-request.ts'
import { changeState, editConsortium, listAction } from './consortium-actions.ts'
import { candidatesAction, type ToldCandidate } from './cover-actions.ts'
import { setDemand } from './demand-actions.ts'
import { choosePartner, judge, leaveOut, propose } from './partner-actions.ts'

let room: ConsortiumRoom
beforeAll(async () => {
  room = await openConsortiumRoom()
})
afterAll(() => room.database.drop())

const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (e: { reason?: string; complaints?: { field?: string }[] }) => [
      e.reason,
      ...(e.complaints ?? []).map((c) => c.field),
    ],
  )

describe('what the matrix says', () => {
  it('reads cells from projects and finds who fills the gap, with reasons that add up', async () => {
    const { rows, columns, suggestions } = await room.cover()
    expect(columns).toMatchObject([{ name: 'Pohjan yliopisto', lead: true, state: 'proposed' }])
    expect(rows).toMatchObject([
      {
        name: 'Robotiikan testiympäristö',
        state: 'met',
        cells: [{ state: 'shown', facts: [{ code: 'A1' }] }],
      },
      { name: 'Tekoäly', state: 'missing', cells: [{ state: 'no' }] },
    ])
    expect(suggestions[0]).toMatchObject({ name: 'Etelän ammattikorkeakoulu', fills: 1 })
    for (const { score, reasons } of suggestions)
      expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
    expect(suggestions[0]?.reasons[0]?.facts).toMatchObject([{ code: 'A2', href: '/projects/A2' }])
  })

  it('compares what several would add', async () => {
    const { suggestions } = await room.cover()
    const ids = suggestions.slice(0, 2).map((one) => one.organisation)
    const { items } = await room.as('coordinator')<{ items: ToldCandidate[] }>(candidatesAction, {
      consortium: room.id,
      with: ids,
    })
    expect(items.map(({ suggestion }) => suggestion?.score)).toEqual(
      suggestions.slice(0, 2).map(({ score }) => score),
    )
    expect(items[0]?.cells[1]).toMatchObject({ before: 'missing', after: 'met' })
  })
})

describe('what people decide', () => {
  it('leaves out whom they refuse, with the reason, until that is undone', async () => {
    const organisation = (await room.cover()).suggestions[0]!.organisation
    const said = { consortium: room.id, organisation }
    expect(await refused(room.as('coordinator')(choosePartner, { ...said, choice: 'refused' }))).toEqual([
      'consortium.invalid',
      'reason',
    ])
    await room.as('coordinator')(choosePartner, { ...said, choice: 'refused', reason: 'Ei ehdi.' })
    expect((await room.cover()).suggestions.map((one) => one.organisation)).not.toContain(organisation)
    expect((await room.kept()).choices).toMatchObject([{ choice: 'refused', reason: 'Ei ehdi.' }])
    await room.as('coordinator')(choosePartner, { ...said, choice: 'none' })
    expect((await room.cover()).suggestions[0]?.organisation).toBe(organisation)
  })

  it('takes a judgement as evidence, also after the demand was changed, until that is undone', async () => {
    const { demands, partners } = await room.kept()
    const ai = demands.find((d) => d.name === 'Tekoäly')!
    const said = { consortium: room.id, organisation: partners[0]!.organisation, demand: ai.id }
    await room.as('coordinator')(judge, { ...said, reason: 'Tunnemme tutkimusryhmän.' })
    const met = async () => (await room.cover()).rows.find((row) => row.name.startsWith('Tekoäly'))
    expect(await met()).toMatchObject({ state: 'met', cells: [{ facts: [{ kind: 'judgement' }] }] })
    const changed = { kind: 'competence', name: 'Tekoäly tehtaissa', words: ['tekoäly'] }
    await room.as('coordinator')(setDemand, { consortium: room.id, demand: ai.id, said: changed })
    expect(await met()).toMatchObject({ name: 'Tekoäly tehtaissa', state: 'met' })
    const now = (await room.kept()).demands.find((d) => d.name === 'Tekoäly tehtaissa')!
    await room.as('coordinator')(judge, { ...said, demand: now.id, undo: true })
    expect(await met()).toMatchObject({ state: 'missing' })
  })

  it('takes a partner in once, leaves it out and takes it in again', async () => {
    const { organisation, name } = (await room.cover()).suggestions[0]!
    const take = () => room.as('coordinator')(propose, { consortium: room.id, organisation: name })
    await take()
    expect(await refused(take())).toEqual(['consortium.alreadyIn', 'organisation'])
    expect((await room.cover()).rows[1]).toMatchObject({ state: 'met' })
    const partner = (await room.kept()).partners.find((p) => p.organisation === organisation)!
    await room.as('coordinator')(leaveOut, { consortium: room.id, partner: partner.id })
    expect((await room.cover()).rows[1]).toMatchObject({ state: 'missing' })
    await take()
    expect((await room.kept()).partners).toHaveLength(2)
    await room.as('coordinator')(leaveOut, { consortium: room.id, partner: partner.id })
  })

  it('keeps one that the registry does not know by its name', async () => {
    const said = { consortium: room.id, organisation: 'Fabrik GmbH', unknown: true }
    const { partner } = await room.as('coordinator')<{ partner: string }>(propose, said)
    expect((await room.cover()).columns.at(-1)).toMatchObject({ name: 'Fabrik GmbH', organisation: null })
    await room.as('coordinator')(leaveOut, { consortium: room.id, partner })
  })

  it('tells what is wrong with a demand at its field', async () => {
    const ask = (said: object) => refused(room.demand(said))
    expect(await ask({ kind: 'competence', name: 'X' })).toEqual(['consortium.demand', 'words'])
    expect(await ask({ kind: 'country', name: '', codes: ['Suomi'], need: 0 })).toEqual([
      'consortium.demand',
      'name',
      'codes',
      'need',
    ])
  })
})

describe('who may', () => {
  it('sees it in the ecosystem, gathers it as coordinator, and knows nothing of it elsewhere', async () => {
    expect((await room.kept('member')).may).toEqual({ gather: false, resume: false })
    const edit = { consortium: room.id, title: 'Uusi' }
    expect(await refused(room.as('member')(editConsortium, edit))).toEqual([
      'consortium.edit.forbidden',
      undefined,
    ])
    expect(await refused(room.kept('elsewhere'))).not.toBe('done')
    const { items } = await room.as('elsewhere')<{ items: unknown[] }>(listAction, {})
    expect(items).toEqual([])
  })

  it('is told nothing that comes of what it does not see', async () => {
    await room.as('coordinator')(editConsortium, {
      consortium: room.id,
      title: 'Robottikonsortio',
      lead: 'Pohjan yliopisto',
      share: 'public',
    })
    const before = JSON.stringify(await room.cover('elsewhere'))
    const mine = JSON.stringify(await room.cover())
    await room.closed('S1', 'Tekoäly ja robotiikka', 'Metsäyhdistys ry')
    await room.closed('S2', 'Tekoälyn salainen hanke', 'Salainen yhtiö Oy')
    expect(JSON.stringify(await room.cover('elsewhere'))).toBe(before)
    const now = JSON.stringify(await room.cover())
    expect(now).not.toBe(mine)
    expect(now).toContain('Salainen yhtiö Oy')
  })

  it('changes nothing once it has ended, until it is gathered again', async () => {
    const end = { consortium: room.id, event: 'end' }
    expect(await refused(room.as('coordinator')(changeState, end))).toEqual(['consortium.invalid', 'reason'])
    await room.as('coordinator')(changeState, { ...end, reason: 'Haku peruttiin.' })
    expect(await refused(room.demand({ kind: 'own', name: 'X' }))).toEqual([
      'consortium.notGathering',
      undefined,
    ])
    await room.as('coordinator')(changeState, { consortium: room.id, event: 'resume' })
    expect(await refused(room.demand({ kind: 'own', name: 'Rahoitus kolmansille' }))).toBe('done')
  })
})

describe('its pages', () => {
  it('show the matrix, whom to ask and what nobody brings, to those who only read without what they may not do', async () => {
    const sent = await whatIsSent(await room.page(''))
    for (const words of ['Robottikonsortio', 'Paras seuraava kumppani', 'Etelän ammattikorkeakoulu', 'A1'])
      expect(sent).toContain(words)
    expect(sent).toContain('Ota ehdolle')
    expect(await whatIsSent(await room.page('', 'visitor'))).not.toContain('Ota ehdolle')
    expect(await whatIsSent(await room.page('', 'coordinator', 'sv'))).toContain('Bästa nästa partner')
  })

  it('take a demand typed without script, and say what is wrong beside its field', async () => {
    const typed = {
      kind: 'region',
      name: 'Maakunnat',
      codes: ['MK06'],
      counted: 'regions',
      need: '2',
      must: 'wish',
    }
    const fields = { ...typed, weight: '10', enough: 'either', source: 'haku' }
    expect(await room.send('/demands/new/region', fields)).toMatchObject({ as: 'redirect' })
    expect((await room.kept()).demands.at(-1)).toMatchObject({
      name: 'Maakunnat',
      asks: { kind: 'region', codes: ['MK06'] },
      counted: 'regions',
      need: 2,
      must: false,
    })
    expect(await whatIsSent(await room.page('/demands'))).toContain('Maakunnat')
    const wrong = await room.send('/demands/new/country', { ...fields, codes: ['FI'], need: 'kaksi' })
    expect(wrong).toMatchObject({ status: 422 })
  })

  it('find subjects of a demand by name, and take and leave them', async () => {
    const ai = async () => (await room.kept()).demands.find((d) => d.name === 'Tekoäly tehtaissa')!
    const before = await ai()
    const found = await whatIsSent(await room.page(`/demands/${before.id}/subjects?q=tekoäly`))
    const concept = /name="concept" value="(\d+)"/.exec(found)?.[1] ?? ''
    await room.send(`/demands/${before.id}/subjects`, { concept, deed: 'add' })
    const now = await ai()
    expect(now.asks).toMatchObject({ subjects: [Number(concept)], words: ['tekoäly'] })
    await room.send(`/demands/${now.id}/subjects`, { concept, deed: 'remove' })
    expect((await ai()).asks).toMatchObject({ subjects: [], words: ['tekoäly'] })
  })

  it('show a candidate with its evidence, and several beside each other', async () => {
    const [first, second] = (await room.cover()).suggestions
    expect(await whatIsSent(await room.page(`/organisations/${first!.organisation}`))).toContain('Päätä itse')
    const compared = await whatIsSent(
      await room.page(`/compare?with=${first!.organisation}&with=${second!.organisation}`),
    )
    expect(compared).toContain(first!.name)
    expect(compared).toContain(second!.name)
    expect(await whatIsSent(await room.page('/matrix.csv'))).toContain('Robotiikan testiympäristö')
  })
})
