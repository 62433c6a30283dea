import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  factsOfKind,
  later,
  now,
  openProfileRoom,
  type ProfileRoom,
  three,
} from '../../../test/profile-room.ts'
import type { Action } from '../../kernel/action.ts'
import {
  addCompetence,
  addIndustry,
  confirmProfile,
  removeFact,
  restoreFact,
  stateBasics,
  stateCard,
} from './fact-actions.ts'
import { organisationsWithFact, profileFactsOf } from './index.ts'
import { askKeepers } from './jobs.ts'
import { listOffers, type OfferAnswer } from './offer-actions.ts'
import { addPicture, describePicture } from './picture-actions.ts'
import { type Profile, readHistory, readPicture, readProfile } from './read-actions.ts'
import { keeperTurns } from './turns.ts'

let room: ProfileRoom
beforeAll(async () => {
  room = await openProfileRoom()
})
afterAll(() => room.close())

describe('a room.coordinator fills a profile in for an actor', () => {
  it('each fact says that it is prefilled, and strangers are not told by whom', async () => {
    const does = room.as(room.coordinator)
    await does(stateBasics as Action, {
      id: room.company,
      activity: three('Koneistaa vaativia osia vientiteollisuudelle.'),
      size: 'small',
      sizeDay: '31.12.2025',
      sizeSource: 'tilinpäätös 2025',
      regions: ['MK06', 'abroad', 'no-such'],
      languages: ['fi', 'en'],
    })
    await does(addIndustry as Action, { id: room.company, code: '25' })
    await does(addCompetence as Action, { id: room.twin, word: 'viisiakselinen jyrsintä' })
    const seen = await room.profile()
    expect(seen.facts.every((f) => f.prefilled && f.office === 'coordinator' && f.by === null)).toBe(true)
    expect(factsOfKind(seen, 'region').map((f) => f.code)).toEqual(['MK06', 'abroad'])
    expect(factsOfKind(seen, 'size')[0]).toMatchObject({ code: 'small', codeList: 'eu-2003-361' })
    expect(factsOfKind(seen, 'industry')[0]).toMatchObject({ code: '25', codeList: 'nace-rev-2' })
    expect(factsOfKind(seen, 'competence')[0]!.content.title).toEqual({ fi: 'viisiakselinen jyrsintä' })
    expect(seen.freshness).toEqual({ state: 'unchecked' })
    expect(seen.completeness.missing).toEqual(['offer', 'need', 'contact', 'picture'])
    const told = await does<Profile>(readProfile as Action, { id: room.company })
    expect(told.facts.every((f) => f.by === 'Kaisa Koordinaattori')).toBe(true)
  })

  it('the same again changes nothing; what is left out is removed', async () => {
    const does = room.as(room.coordinator)
    const same = {
      id: room.company,
      activity: three('Koneistaa vaativia osia vientiteollisuudelle.'),
      size: 'small',
      sizeDay: '2025-12-31',
      sizeSource: 'tilinpäätös 2025',
      regions: ['abroad', 'MK06'],
      languages: ['en', 'fi'],
    }
    expect(await does(stateBasics as Action, same)).toEqual({ id: room.company, changed: 0 })
    expect(await does(stateBasics as Action, { ...same, languages: ['fi'] })).toEqual({
      id: room.company,
      changed: 1,
    })
    expect(factsOfKind(await room.profile(), 'language').map((f) => f.code)).toEqual(['fi'])
    await expect(does(addIndustry as Action, { id: room.company, code: '25' })).rejects.toMatchObject({
      reason: 'profile.already',
    })
  })

  it('is told everything that is wrong with a card at once, each at its field', async () => {
    const wrong = room.as(room.coordinator)(stateCard as Action, {
      id: room.company,
      kind: 'offer',
      title: three(''),
      website: 'javascript:alert(1)',
      openUntil: '1.1.2020',
      subjects: 'eiolesana',
      share: 'agreement',
    })
    await expect(wrong).rejects.toMatchObject({ kind: 'invalid' })
    const fields = (await wrong.catch((e) => e.complaints.map((c: { field: string }) => c.field))) as string[]
    expect(fields.sort()).toEqual(['ecosystem', 'openUntil', 'sort', 'subjects', 'title_fi', 'website'])
  })
})

describe('an actor keeps its own profile', () => {
  beforeAll(() => room.givenTo(room.keeper))

  it('confirms what was filled in, at one press', async () => {
    const turns = await keeperTurns.find({
      db: room.database.db,
      actor: await room.actorFor(room.keeper),
      now,
    })
    expect(turns[0]!.what.fi).toBe('Vahvista toimijan Hallin Koneistus Oy esitäytetty profiili')
    const { confirmed } = await room.as(room.keeper)<{ confirmed: number }>(confirmProfile as Action, {
      id: room.company,
    })
    expect(confirmed).toBeGreaterThan(3)
    const seen = await room.profile()
    expect(seen.facts.some((f) => f.prefilled)).toBe(false)
    expect(seen.freshness).toEqual({ state: 'fresh', on: '2026-11-21' })
    expect(
      await keeperTurns.find({ db: room.database.db, actor: await room.actorFor(room.keeper), now }),
    ).toEqual([])
  })

  it('states offers and needs, changes them, and brings back what they said', async () => {
    const does = room.as(room.keeper)
    const card = {
      id: room.company,
      kind: 'offer',
      sort: 'test-bed',
      title: three('Koneistussolu testeihin'),
    }
    const { entry } = await does<{ entry: string }>(stateCard as Action, { ...card, subjects: 'robotiikka' })
    const first = factsOfKind(await room.profile(), 'offer')[0]!
    expect(first).toMatchObject({ entry, prefilled: false, code: 'test-bed' })
    expect(first.subjects.map((s) => s.fi)).toEqual(['robotiikka'])
    await does(stateCard as Action, { ...card, entry, title: three('Koneistussolu ja mittaus') })
    expect(factsOfKind(await room.profile(), 'offer').map((f) => f.content.title?.fi)).toEqual([
      'Koneistussolu ja mittaus',
    ])
    await does(restoreFact as Action, { entry, fact: first.id })
    expect(factsOfKind(await room.profile(), 'offer')[0]).toMatchObject({
      entry,
      content: { title: { fi: 'Koneistussolu testeihin' } },
    })
    await does(removeFact as Action, { entry })
    expect(factsOfKind(await room.profile(), 'offer')).toEqual([])
    const { items } = await does<{ items: { id: string; entry: string; endedWhy: string | null }[] }>(
      readHistory as Action,
      { id: room.company },
    )
    const versions = items.filter((f) => f.entry === entry)
    expect(versions.map((f) => f.endedWhy)).toEqual(['removed', 'replaced', 'replaced'])
    await does(restoreFact as Action, { entry, fact: versions[0]!.id })
    expect(factsOfKind(await room.profile(), 'offer')).toHaveLength(1)
    await expect(room.as(room.stranger)(removeFact as Action, { entry })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  it('shares what is not public with its own people and the ecosystem’s coordinators alone', async () => {
    const need = {
      id: room.company,
      kind: 'need',
      sort: 'funding',
      title: three('Rahoitus uuteen linjaan'),
      share: 'own',
    }
    await room.as(room.keeper)(stateCard as Action, need)
    expect(factsOfKind(await room.profile(), 'need')).toEqual([])
    expect(
      factsOfKind(await room.as(room.stranger)<Profile>(readProfile as Action, { id: room.company }), 'need'),
    ).toEqual([])
    expect(
      factsOfKind(await room.as(room.keeper)<Profile>(readProfile as Action, { id: room.company }), 'need'),
    ).toHaveLength(1)
    await expect(
      room.as(room.keeper)(stateCard as Action, { ...need, share: 'agreement', ecosystem: room.hev }),
    ).rejects.toMatchObject({ kind: 'invalid' })
    const given = {
      ...need,
      kind: 'offer',
      share: 'agreement',
      ecosystem: room.hev,
      title: three('Vain sisäpiirille'),
    }
    await room.as(room.coordinator)(stateCard as Action, given)
    expect(
      factsOfKind(
        await room.as(room.stranger)<Profile>(readProfile as Action, { id: room.company }),
        'offer',
      ),
    ).toHaveLength(2)
    expect(factsOfKind(await room.profile(), 'offer')).toHaveLength(1)
  })

  it('a picture is made anew, and shown when it has been described', async () => {
    const taken = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#2a6ebb' } })
      .jpeg()
      .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
      .toBuffer()
    const { hash } = await room.stage.files.put(Readable.from([taken]), 10_000_000)
    const text = await room.stage.files.put(Readable.from(['<svg/>']), 1_000)
    await expect(
      room.as(room.keeper)(addPicture as Action, { id: room.company, hash: text.hash }),
    ).rejects.toMatchObject({
      reason: 'profile.not-picture',
    })
    const { entry } = await room.as(room.keeper)<{ entry: string }>(addPicture as Action, {
      id: room.company,
      hash,
    })
    expect((await room.profile()).completeness.missing).toContain('picture')
    await expect(
      room.as(room.keeper)(describePicture as Action, { entry, alt: three(' ') }),
    ).rejects.toMatchObject({
      reason: 'profile.no-alt',
    })
    await room.as(room.keeper)(describePicture as Action, {
      entry,
      alt: three('Sininen kone hallissa'),
      main: true,
    })
    const seen = await room.profile()
    expect(seen.completeness.missing).not.toContain('picture')
    const [picture] = factsOfKind(seen, 'picture')
    expect(picture!.content).toMatchObject({ width: 1280, height: 640, main: true })
    const { file } = await room.visit<{ file: string }>(readPicture as Action, { fact: picture!.id })
    const made = await sharp(room.stage.files.pathOf(file)).metadata()
    expect([made.format, made.exif]).toEqual(['webp', undefined])
  })
})

describe('a year passes', () => {
  it('the room.keeper is asked once, on their page and by mail; one press settles it', async () => {
    expect(await room.system(askKeepers as Action, {}, later(300))).toEqual({ profiles: 0, mails: 0 })
    expect(await room.system(askKeepers as Action, {}, later(366))).toEqual({ profiles: 1, mails: 1 })
    expect(await room.system(askKeepers as Action, {}, later(367))).toEqual({ profiles: 0, mails: 0 })
    const [letter] = await room.mails('profile-review')
    expect(letter).toMatchObject({ recipient: room.keeper.email })
    expect(letter!.body).toContain('21.11.2026')
    expect((await room.profile(room.company, later(366))).freshness).toEqual({
      state: 'old',
      on: '2026-11-21',
    })
    const turn = { db: room.database.db, actor: await room.actorFor(room.keeper), now: later(366) }
    expect((await keeperTurns.find(turn))[0]!.what.sv).toBe('Granska profilen för Hallin Koneistus Oy')
    await room.as(room.keeper)(confirmProfile as Action, { id: room.company }, later(367))
    expect((await room.profile(room.company, later(367))).freshness.state).toBe('fresh')
    expect(await keeperTurns.find({ ...turn, now: later(367) })).toEqual([])
  })
})

describe('what others find', () => {
  it('public offers are listed, narrowed and counted; a day later a closed one is not', async () => {
    await room.as(room.keeper)(stateCard as Action, {
      id: room.company,
      kind: 'need',
      sort: 'data',
      title: three('Mittausdataa värähtelystä'),
      openUntil: '22.11.2026',
    })
    const list = (raw: object, at = now) => room.visit<OfferAnswer>(listOffers as Action, raw, at)
    const all = await list({})
    expect(all.items.map((o) => o.content.title?.fi).sort()).toEqual([
      'Koneistussolu testeihin',
      'Mittausdataa värähtelystä',
    ])
    expect(all.facets.kind).toEqual({ need: 1, offer: 1 })
    expect(all.facets.region).toEqual({ MK06: 2, abroad: 2 })
    expect((await list({ q: 'värähtely' })).items.map((o) => o.kind)).toEqual(['need'])
    expect((await list({ kind: 'offer', region: 'MK06' })).total).toBe(1)
    expect((await list({ region: 'MK01' })).total).toBe(0)
    expect((await list({}, later(2))).total).toBe(1)
    // The robot is found in Swedish too, by the concept.
    expect((await list({ q: 'robotik' })).items.map((o) => o.kind)).toEqual(['offer'])
  })

  it('merged organisations answer as one, in one question, with who stated each fact', async () => {
    const visitor = { kind: 'visitor' } as const
    const facts = await profileFactsOf(room.database.db, visitor, [room.company, room.twin])
    expect([...facts.keys()]).toEqual([room.company])
    const own = facts.get(room.company)!
    expect(own.some((f) => f.kind === 'need' && f.share === 'own')).toBe(false)
    expect(own.find((f) => f.kind === 'industry')).toMatchObject({
      by: 'Kaisa Koordinaattori',
      office: 'coordinator',
      prefilled: false,
    })
    expect(await organisationsWithFact(room.database.db, visitor, { kind: 'industry', code: '25' })).toEqual([
      room.company,
    ])
    expect(await organisationsWithFact(room.database.db, visitor, { kind: 'need', code: 'funding' })).toEqual(
      [],
    )
  })

  it('a personal trader has no profile', async () => {
    const trader = await room.organisation('Tmi Yksin', { personal: true })
    await expect(room.profile(trader)).rejects.toMatchObject({ kind: 'missing' })
    await expect(room.as(room.coordinator)(stateBasics as Action, { id: trader })).rejects.toMatchObject({
      kind: 'missing',
    })
  })
})
