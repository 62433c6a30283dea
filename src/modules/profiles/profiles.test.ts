import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { type Action, perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { createFiles } from '../../kernel/file.ts'
import { newId } from '../../kernel/id.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
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
import {
  acceptKeeping,
  answerToKeep,
  askToKeep,
  declineKeeping,
  endKeeping,
  enterByKeeperInvitation,
  inviteKeeper,
  readKeepers,
  revokeKeeperInvitation,
  showKeeperInvitation,
} from './keeper-actions.ts'
import { listOffers, type OfferAnswer } from './offer-actions.ts'
import { addPicture, describePicture } from './picture-actions.ts'
import { type Profile, readHistory, readPicture, readProfile } from './read-actions.ts'
import { answerNews, keeperTurns, requestTurns } from './turns.ts'

const now = new Date('2026-11-21T06:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let database: TestDatabase
let stage: Stage
let folder: string
let hev: string
let coordinator: TestPerson
let keeper: TestPerson
let stranger: TestPerson
let company: string
let twin: string

const organisation = async (name: string, canonical?: string, closed = false) => {
  const id = newId(now.getTime())
  await database.db
    .insertInto('organisation')
    .values({
      id,
      canonical_id: canonical ?? id,
      name,
      kind: 'company',
      personal: closed,
      region: 'MK06',
      place: 'Tampere',
      created_at: now,
      lexemes: '',
    })
    .execute()
  return id
}

beforeAll(async () => {
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'talkoot-profiles-'))
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const found = await database.db.selectFrom('ecosystem').select(['id', 'key']).execute()
  hev = found.find((e) => e.key === 'hev')!.id
  stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    way: 'page',
    now,
    language: 'fi',
    baseUrl: 'https://talkoot.example',
    files: createFiles(folder),
    subjects: new Map(),
    turns: [],
    permissions: [],
    jobs: { enqueue: async () => 'job', emit: async () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  } as unknown as Stage
  coordinator = await somebody(database, 'Kaisa Koordinaattori', [['coordinator', hev]])
  keeper = await somebody(database, 'Kalle Koneenrakentaja')
  stranger = await somebody(database, 'Sari Sivullinen', [['member', hev]])
  company = await organisation('Hallin Koneistus Oy')
  twin = await organisation('Hallin koneistus', company)
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const as = (person: TestPerson) => actingAs(database, stage, person)
const visit = <T>(action: Action, raw: unknown, at = now): Promise<T> =>
  perform(action, { ...stage, now: at }, raw) as Promise<T>
const system = <T>(action: Action, raw: unknown, at = now): Promise<T> =>
  perform(action, { ...stage, now: at, actor: { kind: 'system', name: 'test' } }, raw) as Promise<T>
const profile = (id = company, at = now) => visit<Profile>(readProfile as Action, { id }, at)
const of = (p: Profile, kind: string) => p.facts.filter((f) => f.kind === kind)
const three = (fi: string) => ({ fi, sv: '', en: '' })
const mails = (kind: string) =>
  database.db
    .selectFrom('mail')
    .where('kind', '=', kind)
    .selectAll()
    .orderBy('created_at')
    .orderBy('id')
    .execute()
const tokenIn = (body: string) => /token=([\w-]+)/.exec(body)![1]!
const actorFor = async (person: TestPerson) => {
  const { actorOf } = await import('../people/index.ts')
  return actorOf(database.db, person.session, now)
}

describe('a coordinator fills a profile in for an actor', () => {
  it('each fact says that it is prefilled, and strangers are not told by whom', async () => {
    const does = as(coordinator)
    await does(stateBasics as Action, {
      id: company,
      activity: three('Koneistaa vaativia osia vientiteollisuudelle.'),
      size: 'small',
      sizeDay: '31.12.2025',
      sizeSource: 'tilinpäätös 2025',
      regions: ['MK06', 'abroad', 'no-such'],
      languages: ['fi', 'en'],
    })
    await does(addIndustry as Action, { id: company, code: '25' })
    await does(addCompetence as Action, { id: twin, word: 'viisiakselinen jyrsintä' })
    const seen = await profile()
    expect(seen.facts.every((f) => f.prefilled && f.office === 'coordinator' && f.by === null)).toBe(true)
    expect(of(seen, 'region').map((f) => f.code)).toEqual(['MK06', 'abroad'])
    expect(of(seen, 'size')[0]).toMatchObject({ code: 'small', codeList: 'eu-2003-361' })
    expect(of(seen, 'industry')[0]).toMatchObject({ code: '25', codeList: 'nace-rev-2' })
    expect(of(seen, 'competence')[0]!.content.title).toEqual({ fi: 'viisiakselinen jyrsintä' })
    expect(seen.freshness).toEqual({ state: 'unchecked' })
    expect(seen.completeness.missing).toEqual(['offer', 'need', 'contact', 'picture'])
    const told = await does<Profile>(readProfile as Action, { id: company })
    expect(told.facts.every((f) => f.by === 'Kaisa Koordinaattori')).toBe(true)
  })

  it('the same again changes nothing; what is left out is removed', async () => {
    const does = as(coordinator)
    const same = {
      id: company,
      activity: three('Koneistaa vaativia osia vientiteollisuudelle.'),
      size: 'small',
      sizeDay: '2025-12-31',
      sizeSource: 'tilinpäätös 2025',
      regions: ['abroad', 'MK06'],
      languages: ['en', 'fi'],
    }
    expect(await does(stateBasics as Action, same)).toEqual({ id: company, changed: 0 })
    expect(await does(stateBasics as Action, { ...same, languages: ['fi'] })).toEqual({
      id: company,
      changed: 1,
    })
    expect(of(await profile(), 'language').map((f) => f.code)).toEqual(['fi'])
    await expect(does(addIndustry as Action, { id: company, code: '25' })).rejects.toMatchObject({
      reason: 'profile.already',
    })
  })

  it('is told everything that is wrong with a card at once, each at its field', async () => {
    const wrong = as(coordinator)(stateCard as Action, {
      id: company,
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

describe('who keeps a profile', () => {
  it('nobody but coordinators and keepers states, reads the history or invites', async () => {
    const tries: [Action, object][] = [
      [stateBasics as Action, { id: company }],
      [stateCard as Action, { id: company, kind: 'need', sort: 'data', title: three('X') }],
      [addCompetence as Action, { id: company, word: 'x' }],
      [addIndustry as Action, { id: company, code: '28' }],
      [readHistory as Action, { id: company }],
      [readKeepers as Action, { id: company }],
      [inviteKeeper as Action, { id: company, email: 'a@example.fi' }],
    ]
    for (const [action, raw] of tries) {
      await expect(visit(action, raw), action.name).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(as(stranger)(action, raw), action.name).rejects.toMatchObject({ kind: 'forbidden' })
    }
    await expect(as(coordinator)(confirmProfile as Action, { id: company })).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  it('is invited by mail and accepts by the link, once', async () => {
    const email = 'uusi.ihminen@example.fi'
    await as(coordinator)(inviteKeeper as Action, { id: twin, email: email.toUpperCase() })
    const [letter] = await mails('profile-invitation')
    expect(letter).toMatchObject({
      recipient: email,
      subject: expect.stringContaining('Hallin Koneistus Oy'),
    })
    const token = tokenIn(letter!.body)
    expect(await visit(showKeeperInvitation as Action, { token })).toMatchObject({
      organisation: company,
      known: false,
    })
    await expect(
      visit(enterByKeeperInvitation as Action, { token, name: ' ', language: 'fi' }),
    ).rejects.toMatchObject({ reason: 'profile.no-name' })
    const { link } = await visit<{ link?: string }>(enterByKeeperInvitation as Action, {
      token,
      name: 'Uuno Uusi',
      language: 'fi',
    })
    expect(link).toMatch(/^[\w-]{20,}$/)
    await as(keeper)(acceptKeeping as Action, { token })
    expect((await as(keeper)<Profile>(readProfile as Action, { id: company })).mine).toBe('keeper')
    await expect(as(stranger)(acceptKeeping as Action, { token })).rejects.toMatchObject({ kind: 'missing' })
  })

  it('an invitation that is older, taken back, declined or past its days lets nobody in', async () => {
    const does = as(coordinator)
    const to = (email: string) => does<{ id: string }>(inviteKeeper as Action, { id: company, email })
    const newest = async () => tokenIn((await mails('profile-invitation')).at(-1)!.body)
    await to('b@example.fi')
    const first = await newest()
    const { id } = await to('b@example.fi')
    const second = await newest()
    await expect(visit(showKeeperInvitation as Action, { token: first })).rejects.toMatchObject({
      reason: 'profile.no-invitation',
    })
    await expect(visit(showKeeperInvitation as Action, { token: second }, later(31))).rejects.toMatchObject({
      kind: 'missing',
    })
    await does(revokeKeeperInvitation as Action, { id: company, invitation: id })
    await expect(as(stranger)(acceptKeeping as Action, { token: second })).rejects.toMatchObject({
      kind: 'missing',
    })
    await to('c@example.fi')
    const third = await newest()
    await visit(declineKeeping as Action, { token: third })
    await expect(as(stranger)(acceptKeeping as Action, { token: third })).rejects.toMatchObject({
      kind: 'missing',
    })
    const { invited } = await does<{ invited: { state: string }[] }>(readKeepers as Action, { id: company })
    expect(invited.map((i) => i.state)).toEqual(['declined'])
  })

  it('somebody asks; the answer stands on their page, and a second keeper is given', async () => {
    const asks = as(stranger)
    await expect(asks(askToKeep as Action, { id: company, words: ' ' })).rejects.toMatchObject({
      reason: 'profile.no-words',
    })
    const { id } = await asks<{ id: string }>(askToKeep as Action, {
      id: company,
      words: 'Olen tuotantopäällikkö.',
    })
    await expect(asks(askToKeep as Action, { id: twin, words: 'Taas' })).rejects.toMatchObject({
      reason: 'profile.asked',
    })
    const waiting = { db: database.db, actor: await actorFor(coordinator), now }
    expect((await requestTurns.find(waiting)).map((t) => t.what.fi)).toEqual([
      'Sari Sivullinen pyytää toimijan Hallin Koneistus Oy profiilia pidettäväksi',
    ])
    // Whoever keeps it is asked too.
    expect(await requestTurns.find({ ...waiting, actor: await actorFor(keeper) })).toHaveLength(1)
    await as(keeper)(answerToKeep as Action, { id: company, request: id, granted: true })
    await expect(
      as(coordinator)(answerToKeep as Action, { id: company, request: id, granted: false }),
    ).rejects.toMatchObject({ reason: 'profile.answered' })
    expect(await requestTurns.find(waiting)).toEqual([])
    const news = await answerNews.find({ db: database.db, actor: await actorFor(stranger), now: later(1) })
    expect(news[0]!.what.en).toBe('You now keep the profile of Hallin Koneistus Oy')
    await asks(endKeeping as Action, { id: company, person: stranger.id })
    expect((await asks<Profile>(readProfile as Action, { id: company })).mine).toBe(null)
  })

  it('keeping ends with the place in the organisation', async () => {
    const has = (value: string | null) =>
      database.db
        .updateTable('person_organisation')
        .set({ ends_on: value })
        .where('person_id', '=', keeper.id)
        .execute()
    await database.db
      .updateTable('person_organisation')
      .set({ starts_on: '2026-01-01' })
      .where('person_id', '=', keeper.id)
      .execute()
    await has('2026-11-20')
    expect((await as(keeper)<Profile>(readProfile as Action, { id: company })).mine).toBe(null)
    await has(null)
    expect((await as(keeper)<Profile>(readProfile as Action, { id: company })).mine).toBe('keeper')
  })
})

describe('an actor keeps its own profile', () => {
  it('confirms what was filled in, at one press', async () => {
    const turns = await keeperTurns.find({ db: database.db, actor: await actorFor(keeper), now })
    expect(turns[0]!.what.fi).toBe('Vahvista toimijan Hallin Koneistus Oy esitäytetty profiili')
    const { confirmed } = await as(keeper)<{ confirmed: number }>(confirmProfile as Action, { id: company })
    expect(confirmed).toBeGreaterThan(3)
    const seen = await profile()
    expect(seen.facts.some((f) => f.prefilled)).toBe(false)
    expect(seen.freshness).toEqual({ state: 'fresh', on: '2026-11-21' })
    expect(await keeperTurns.find({ db: database.db, actor: await actorFor(keeper), now })).toEqual([])
  })

  it('states offers and needs, changes them, and brings back what they said', async () => {
    const does = as(keeper)
    const card = { id: company, kind: 'offer', sort: 'test-bed', title: three('Koneistussolu testeihin') }
    const { entry } = await does<{ entry: string }>(stateCard as Action, { ...card, subjects: 'robotiikka' })
    const first = of(await profile(), 'offer')[0]!
    expect(first).toMatchObject({ entry, prefilled: false, code: 'test-bed' })
    expect(first.subjects.map((s) => s.fi)).toEqual(['robotiikka'])
    await does(stateCard as Action, { ...card, entry, title: three('Koneistussolu ja mittaus') })
    expect(of(await profile(), 'offer').map((f) => f.content.title?.fi)).toEqual(['Koneistussolu ja mittaus'])
    await does(restoreFact as Action, { entry, fact: first.id })
    expect(of(await profile(), 'offer')[0]).toMatchObject({
      entry,
      content: { title: { fi: 'Koneistussolu testeihin' } },
    })
    await does(removeFact as Action, { entry })
    expect(of(await profile(), 'offer')).toEqual([])
    const { items } = await does<{ items: { id: string; entry: string; endedWhy: string | null }[] }>(
      readHistory as Action,
      { id: company },
    )
    const versions = items.filter((f) => f.entry === entry)
    expect(versions.map((f) => f.endedWhy)).toEqual(['removed', 'replaced', 'replaced'])
    await does(restoreFact as Action, { entry, fact: versions[0]!.id })
    expect(of(await profile(), 'offer')).toHaveLength(1)
    await expect(as(stranger)(removeFact as Action, { entry })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('shares what is not public with its own people and the ecosystem’s coordinators alone', async () => {
    const need = {
      id: company,
      kind: 'need',
      sort: 'funding',
      title: three('Rahoitus uuteen linjaan'),
      share: 'own',
    }
    await as(keeper)(stateCard as Action, need)
    expect(of(await profile(), 'need')).toEqual([])
    expect(of(await as(stranger)<Profile>(readProfile as Action, { id: company }), 'need')).toEqual([])
    expect(of(await as(keeper)<Profile>(readProfile as Action, { id: company }), 'need')).toHaveLength(1)
    await expect(
      as(keeper)(stateCard as Action, { ...need, share: 'agreement', ecosystem: hev }),
    ).rejects.toMatchObject({ kind: 'invalid' })
    const given = {
      ...need,
      kind: 'offer',
      share: 'agreement',
      ecosystem: hev,
      title: three('Vain sisäpiirille'),
    }
    await as(coordinator)(stateCard as Action, given)
    expect(of(await as(stranger)<Profile>(readProfile as Action, { id: company }), 'offer')).toHaveLength(2)
    expect(of(await profile(), 'offer')).toHaveLength(1)
  })

  it('a picture is made anew, and shown when it has been described', async () => {
    const taken = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#2a6ebb' } })
      .jpeg()
      .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
      .toBuffer()
    const { Readable } = await import('node:stream')
    const { hash } = await stage.files.put(Readable.from([taken]), 10_000_000)
    const text = await stage.files.put(Readable.from(['<svg/>']), 1_000)
    await expect(as(keeper)(addPicture as Action, { id: company, hash: text.hash })).rejects.toMatchObject({
      reason: 'profile.not-picture',
    })
    const { entry } = await as(keeper)<{ entry: string }>(addPicture as Action, { id: company, hash })
    expect((await profile()).completeness.missing).toContain('picture')
    await expect(as(keeper)(describePicture as Action, { entry, alt: three(' ') })).rejects.toMatchObject({
      reason: 'profile.no-alt',
    })
    await as(keeper)(describePicture as Action, { entry, alt: three('Sininen kone hallissa'), main: true })
    const seen = await profile()
    expect(seen.completeness.missing).not.toContain('picture')
    const [picture] = of(seen, 'picture')
    expect(picture!.content).toMatchObject({ width: 1280, height: 640, main: true })
    const { file } = await visit<{ file: string }>(readPicture as Action, { fact: picture!.id })
    const made = await sharp(stage.files.pathOf(file)).metadata()
    expect([made.format, made.exif]).toEqual(['webp', undefined])
  })
})

describe('a year passes', () => {
  it('the keeper is asked once, on their page and by mail; one press settles it', async () => {
    expect(await system(askKeepers as Action, {}, later(300))).toEqual({ profiles: 0, mails: 0 })
    expect(await system(askKeepers as Action, {}, later(366))).toEqual({ profiles: 1, mails: 1 })
    expect(await system(askKeepers as Action, {}, later(367))).toEqual({ profiles: 0, mails: 0 })
    const [letter] = await mails('profile-review')
    expect(letter).toMatchObject({ recipient: keeper.email })
    expect(letter!.body).toContain('21.11.2026')
    expect((await profile(company, later(366))).freshness).toEqual({ state: 'old', on: '2026-11-21' })
    const turn = { db: database.db, actor: await actorFor(keeper), now: later(366) }
    expect((await keeperTurns.find(turn))[0]!.what.sv).toBe('Granska profilen för Hallin Koneistus Oy')
    await as(keeper)(confirmProfile as Action, { id: company }, later(367))
    expect((await profile(company, later(367))).freshness.state).toBe('fresh')
    expect(await keeperTurns.find({ ...turn, now: later(367) })).toEqual([])
  })
})

describe('what others find', () => {
  it('public offers are listed, narrowed and counted; a day later a closed one is not', async () => {
    await as(keeper)(stateCard as Action, {
      id: company,
      kind: 'need',
      sort: 'data',
      title: three('Mittausdataa värähtelystä'),
      openUntil: '22.11.2026',
    })
    const list = (raw: object, at = now) => visit<OfferAnswer>(listOffers as Action, raw, at)
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
    const facts = await profileFactsOf(database.db, visitor, [company, twin])
    expect([...facts.keys()]).toEqual([company])
    const own = facts.get(company)!
    expect(own.some((f) => f.kind === 'need' && f.share === 'own')).toBe(false)
    expect(own.find((f) => f.kind === 'industry')).toMatchObject({
      by: 'Kaisa Koordinaattori',
      office: 'coordinator',
      prefilled: false,
    })
    expect(await organisationsWithFact(database.db, visitor, { kind: 'industry', code: '25' })).toEqual([
      company,
    ])
    expect(await organisationsWithFact(database.db, visitor, { kind: 'need', code: 'funding' })).toEqual([])
  })

  it('a personal trader has no profile', async () => {
    const trader = await organisation('Tmi Yksin', undefined, true)
    await expect(profile(trader)).rejects.toMatchObject({ kind: 'missing' })
    await expect(as(coordinator)(stateBasics as Action, { id: trader })).rejects.toMatchObject({
      kind: 'missing',
    })
  })
})
