import { beforeAll, describe, expect, it } from 'vitest'
import {
  after,
  database,
  deadline,
  declared,
  does,
  filled,
  lastMoment,
  makeCall,
  people,
  refusal,
  stage,
  submit,
  type Who,
  withApplicants,
  write,
} from '../../../test/applicants.ts'
import { post, visit, whatIsSent } from '../../../test/page-request.ts'
import type { Stage } from '../../kernel/context.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { actorOf } from '../people/index.ts'
import { applicationsModule } from './module.ts'
import { askCompletion } from './office-actions.ts'
import { pages } from './pages.tsx'
import { applicationById } from './queries.ts'

withApplicants()

let drafts: Stage['drafts']
beforeAll(() => {
  drafts = new Map(applicationsModule.drafts!.map((kind) => [kind.kind, kind]))
})

const on = async (who: Who, now: Date): Promise<Stage> => ({
  ...stage,
  ...(drafts && { drafts }),
  now,
  actor: await actorOf(database.db, people[who].session, now),
})
const opens = async (who: Who, address: string, now = after) =>
  whatIsSent(await visit(pages, await on(who, now), address))
const sends = async (who: Who, address: string, values: Record<string, string>, now = after) =>
  post(pages, await on(who, now), address, values)

describe('the pages of what is done to an application, without script', () => {
  it('withdraw it with a reason, and ask for the reason that is missing', async () => {
    const id = await filled()
    await submit(id)
    const page = `/applications/${id}/withdraw`
    expect(await opens('aino', page, stage.now)).toContain('name="reason"')
    const wrong = await sends('aino', page, { reason: '' }, stage.now)
    expect(wrong).toMatchObject({ as: 'page', status: 422 })
    expect(await whatIsSent(wrong)).toContain('Kirjoita perustelu')
    const done = await sends('aino', page, { reason: 'Yhdistyy toiseen.' }, stage.now)
    expect(done).toEqual({ as: 'redirect', to: `/applications/${id}` })
    expect((await applicationById(database.db, id))!.state).toBe('withdrawn')
    expect(await opens('aino', `/applications/${id}`, stage.now)).toContain('Yhdistyy toiseen.')
  })

  it.each([
    ['yes', true],
    ['no', false],
  ])('judge a late one: %s', async (accepted, is) => {
    const id = await filled()
    await submit(id, deadline)
    await declared(id, 'coordinator')
    const page = `/applications/${id}/late`
    expect(await opens('coordinator', `/applications/${id}`)).toContain(page)
    expect(await opens('coordinator', page)).toContain('name="accepted"')
    expect(await sends('coordinator', page, { accepted, reason: '' })).toMatchObject({ status: 422 })
    expect(await sends('coordinator', page, { accepted, reason: 'Häiriö verkossa.' })).toMatchObject({
      as: 'redirect',
    })
    expect(await applicationById(database.db, id)).toMatchObject({
      lateAccepted: is,
      lateReason: 'Häiriö verkossa.',
    })
    expect(await opens('aino', `/applications/${id}`)).toContain(is ? 'otettu käsittelyyn' : 'ei käsitellä')
  })

  it('end a completion before its day, once', async () => {
    const id = await filled()
    await submit(id)
    await declared(id, 'coordinator')
    const ask = { application: id, sections: ['why'], message: 'Kerro lisää.', due: '30.11.2026' }
    await does('coordinator', askCompletion, ask, after)
    const end = `/applications/${id}/completion/end`
    expect(await opens('coordinator', `/applications/${id}`)).toContain(end)
    expect(await sends('coordinator', end, {})).toEqual({ as: 'redirect', to: `/applications/${id}` })
    expect((await applicationById(database.db, id))!.state).toBe('submitted')
    expect(await refusal(sends('coordinator', end, {}))).toBe('application.not-reopened')
    expect(await opens('coordinator', `/applications/${id}`)).not.toContain(end)
  })
})

describe('the list of the office', () => {
  it('shows the columns that its address asks for, keeps them through everything, and can be saved', async () => {
    const code = await makeCall()
    await submit(await filled('aino', code))
    const path = `/calls/${code}/applications`
    const usual = await opens('coordinator', path)
    expect(usual).toContain('Haettu tuki')
    expect(usual).not.toMatch(/<th[^>]*>Y-tunnus/)
    const asked = `${path}?columns=business&columns=version&columns=unheard-of&q=vetylaakso`
    const said = (await opens('coordinator', asked)).replaceAll('&amp;', '&')
    expect(said).toMatch(/<th[^>]*>Y-tunnus/)
    expect(said).not.toMatch(/<th[^>]*>(?:<a[^>]*>)?Haettu tuki/)
    expect(said).toContain('columns=business&columns=version')
    expect(said).toContain(`/saved/new?address=${encodeURIComponent(asked)}`)
    expect(await opens('coordinator', `${path}?q=olematon`)).toContain('Mikään hakemus ei vastaa hakua')
  })
})

describe('who writes after the time', () => {
  const told = async (saving: Promise<unknown>) => {
    const refused = (await saving.then(
      () => undefined,
      (e: Refusal) => e,
    ))!
    return [refused.kind, refused.reason, refused.complaints[0]!.text.fi]
  }

  it('is told what has closed and when, and that what was saved is kept; nothing of offices', async () => {
    const id = await filled()
    await submit(id, lastMoment)
    expect(await told(write('aino', id, 'why', { need: 'Vielä.' }, after))).toEqual([
      'conflict',
      'application.section-closed',
      'Haku sulkeutui 22.11.2026 klo 16.00, joten hakemusta ei voi enää muuttaa. Kaikki siihen mennessä tallennettu on tallessa.',
    ])
    await declared(id, 'coordinator')
    const ask = { application: id, sections: ['why'], message: 'Kerro lisää.', due: '30.11.2026' }
    await does('coordinator', askCompletion, ask, after)
    expect((await told(write('aino', id, 'who', { name: 'Muu' }, after)))[2]).toMatch(
      /^Täydennyspyyntö ei koske/,
    )
    const late = new Date('2026-12-01T10:00:00Z')
    expect((await told(write('aino', id, 'why', { need: 'Myöhään.' }, late)))[2]).toMatch(
      /^Täydennysaika päättyi 30\.11\.2026 klo 23\.59/,
    )
    // Who has nothing to do with it learns nothing of it.
    expect((await told(write('rival', id, 'why', { need: 'x' }, late)))[1]).toBe('draft.save.forbidden')
  })

  it('gets back on the page what came too late, to be copied', async () => {
    const id = await filled()
    await submit(id, lastMoment)
    const typed = { need: 'Viime hetken <b>ajatus</b>' }
    const answer = await sends('aino', `/applications/${id}/sections/why`, typed)
    expect(answer).toMatchObject({ as: 'page', status: 409 })
    const said = await whatIsSent(answer)
    for (const part of ['Haku sulkeutui 22.11.2026 klo 16.00', 'Tarve', 'Viime hetken &lt;b>ajatus'])
      expect(said).toContain(part)
    expect(await opens('aino', `/applications/${id}/sections/why`)).not.toContain('Viime hetken')
  })
})
