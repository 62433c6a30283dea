import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { anOrganisation, belongsTo } from '../../../test/organisations.ts'
import { post, visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { loadShippedEcosystems } from '../ecosystems/index.ts'
import { answerPages } from './answer-pages.tsx'
import { answerText } from './answer-text.ts'
import { answerAsked, askSide, showAsked } from './ask-actions.ts'
import { tiesModule } from './module.ts'
import { acceptReady, acceptRow, joinName, leaveRow } from './row-actions.ts'
import { type AnswerShown, closeSurvey, getSurvey, makeSurvey } from './survey-actions.ts'
import { dropAddresses, waitingLines } from './survey-jobs.ts'
import type { Survey } from './survey-queries.ts'
import { listTies, type ShownTie } from './tie-actions.ts'

const now = new Date('2026-11-21T06:00:00Z')
let database: TestDatabase
let stage: Stage
let coordinator: TestPerson
let elsewhere: TestPerson
let bo: TestPerson
let alfa: string
let beeta: string
const planned: string[] = []

beforeAll(async () => {
  database = await freshDatabase()
  const jobs = {
    enqueue: async (_tx: unknown, name: string) => void planned.push(name),
    emit: async () => {},
  }
  stage = {
    database: database.db,
    actor: { kind: 'visitor' },
    way: 'page',
    now,
    language: 'fi',
    baseUrl: 'https://talkoot.example',
    jobs,
    drafts: new Map(tiesModule.drafts!.map((d) => [d.kind, d])),
  } as unknown as Stage
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const { id: hgie } = await database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hgie')
    .executeTakeFirstOrThrow()
  const hev = await database.db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hev')
    .executeTakeFirstOrThrow()
  coordinator = await somebody(database, 'Kaarlo Koordinaattori', [['coordinator', hgie]])
  elsewhere = await somebody(database, 'Elli Muualta', [['coordinator', hev.id]])
  bo = await somebody(database, 'Bo Beeta')
  alfa = await anOrganisation(database, 'Alfa Oy')
  beeta = await anOrganisation(database, 'Beeta Oy')
  await anOrganisation(database, 'Tmi Tekijä', { personal: true })
  await belongsTo(database, bo, beeta)
})
afterAll(() => database.drop())

const as = (person: TestPerson) => actingAs(database, stage, person)
const survey = {
  key: 'hgie',
  title: { fi: 'Verkosto', en: 'Network' },
  intro: { fi: 'Kuka tekee työtä kenen kanssa?' },
  kinds: ['supplies', 'works-with'],
  most: '4',
  closes: '31.1.2027',
}
let id: string
let secret: string
const found = () => as(coordinator)<{ survey: Survey; answers: AnswerShown[] }>(getSurvey, { id })
const answerOf = async (name: string) => (await found()).answers.find((a) => a.name === name)!
const mails = (to: string) =>
  database.db
    .selectFrom('mail')
    .select(['kind', 'body'])
    .where('recipient', '=', to)
    .orderBy('created_at')
    .execute()
const tokenIn = (text: string) => /token=([\w-]+)/.exec(text)![1]!
/** What a browser without script sends. */
const typed = (rows: readonly (readonly [string, string, string?, string?])[], more: object = {}) => ({
  name: 'Alfa Oy',
  offers: 'Sahoja',
  needs: '',
  email: '',
  lines: String(rows.length),
  press: 'send',
  ...Object.fromEntries(
    rows.flatMap(([name, kind, strength = '2', since = ''], i) => [
      [`row.${i}.name`, name],
      [`row.${i}.kind`, kind],
      [`row.${i}.strength`, strength],
      [`row.${i}.since`, since],
    ]),
  ),
  ...more,
})
const send = (form: ReturnType<typeof typed>, to = `/survey/${secret}`) => post(answerPages, stage, to, form)

describe('making a survey', () => {
  it('is for coordinators of its ecosystem, and says what is wrong at its field', async () => {
    const make = (person: TestPerson, more: object = {}) =>
      as(person)<{ id: string }>(makeSurvey, { ...survey, ...more })
    await expect(make(elsewhere)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(make(bo)).rejects.toMatchObject({ kind: 'forbidden' })
    const wrong = { title: { fi: '' }, intro: {}, kinds: ['project'], most: '31', closes: '20.11.2026' }
    const at = { title: 'title.fi', intro: 'intro.fi', kinds: 'kinds', most: 'most', closes: 'closes' }
    for (const [key, field] of Object.entries(at))
      await expect(make(coordinator, { [key]: wrong[key as keyof typeof wrong] })).rejects.toMatchObject({
        complaints: [{ field }],
      })
    id = (await make(coordinator)).id
    secret = (await found()).survey.secret
    await expect(as(elsewhere)(getSurvey, { id })).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('a visitor without script', () => {
  let own: string

  it('sees the form by its link alone', async () => {
    const page = await whatIsSent(await visit(answerPages, stage, `/survey/${secret}`))
    expect(page).toContain('Kuka tekee työtä kenen kanssa?')
    expect(page).toContain('toimittaja')
    expect(page).not.toContain('omistaja')
    await expect(visit(answerPages, stage, `/survey/${'x'.repeat(43)}`)).rejects.toMatchObject({
      kind: 'missing',
    })
  })

  it('keeps what is typed from the first press on, by a link of its own', async () => {
    const more = await send(typed([['Beeta Oy', 'supplies']], { press: 'more', name: '' }))
    expect(more).toMatchObject({ as: 'redirect' })
    own = tokenIn((more as { to: string }).to)
    const page = await whatIsSent(await visit(answerPages, stage, `/survey-answer?token=${own}&lines=4`))
    expect(page).toContain('value="Beeta Oy"')
    expect(page).toContain('row.3.name')
    expect(page).not.toContain('row.4.name')
    // Nothing of it is told before it is sent.
    expect((await found()).answers).toEqual([])
  })

  it('is told what is missing, and what was typed stands there still', async () => {
    const rows = [['Gamma Konepaja', '', '3', 'viime vuonna']] as const
    const answer = await send(typed(rows, { name: '', token: own }), '/survey-answer')
    expect(answer).toMatchObject({ status: 422 })
    const page = await whatIsSent(answer)
    const { faults } = answerText.fi
    for (const said of [faults.noName, faults.rowKind, faults.rowYear]) expect(page).toContain(said)
    expect(page).toContain('value="viime vuonna"')
    expect((await found()).answers).toEqual([])
  })

  it('sends it, gets a receipt, and corrects it by the link', async () => {
    const rows = [
      ['Beeta Oy', 'supplies', '3', '2021'],
      ['Gamma Konepaja Oy', 'works-with'],
      ['Tmi Tekijä', 'works-with'],
    ] as const
    const sent = await send(typed(rows, { token: own, email: 'Vastaaja@example.fi' }), '/survey-answer')
    expect(sent).toMatchObject({ as: 'redirect', to: `/survey-answer?token=${own}&said=sent` })
    const [receipt] = await mails('vastaaja@example.fi')
    expect(receipt).toMatchObject({ kind: 'survey' })
    expect(tokenIn(receipt!.body)).toBe(own)
    expect(planned).toEqual(['mail.send'])
    const answer = await answerOf('Alfa Oy')
    // Who is known by the exact name is found; the address is told to nobody.
    expect(answer).toMatchObject({ organisation_id: alfa, offers: 'Sahoja', email: null })
    expect(answer.rows.map((r) => [r.name, r.organisation_id])).toEqual([
      ['Beeta Oy', beeta],
      ['Gamma Konepaja Oy', null],
      ['Tmi Tekijä', null],
    ])
    const [turn] = await waitingLines.find({ db: database.db, actor: await actorOfCoordinator(), now })
    expect(turn?.what.fi).toBe('3 kyselyvastausten riviä odottaa käsittelyä: Verkosto')
  })
})

const actorOfCoordinator = async () => {
  const { actorOf } = await import('../people/index.ts')
  return actorOf(database.db, coordinator.session, now)
}

describe('looking answers through', () => {
  const rowOf = async (name: string, of = 'Alfa Oy') =>
    (await answerOf(of)).rows.find((r) => r.name === name)!
  const tiesOf = async (organisation: string) =>
    (await as(bo)<{ items: ShownTie[] }>(listTies, { organisation })).items

  it('makes ties of lines whose organisations are known, unconfirmed', async () => {
    const row = await rowOf('Beeta Oy')
    await expect(as(elsewhere)(acceptRow, { id: row.id })).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await as(coordinator)(acceptReady, { id })).toEqual({ accepted: 1, refused: 0 })
    await expect(as(coordinator)(acceptRow, { id: row.id })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await tiesOf(beeta)).toMatchObject([
      {
        from: { id: alfa },
        to: { id: beeta },
        kind: 'supplies',
        strength: 3,
        starts_on: '2021-01-01',
        source: 'survey',
        organisation: alfa,
        answer: null,
        share: 'agreement',
      },
    ])
    const told = await database.db.selectFrom('notification').select('person_id').execute()
    expect(told).toEqual([{ person_id: bo.id }])
  })

  it('joins a new name to the registry, and refuses a sole trader', async () => {
    const gamma = await rowOf('Gamma Konepaja Oy')
    await expect(as(coordinator)(acceptRow, { id: gamma.id })).rejects.toThrow(/First join/)
    await expect(as(coordinator)(joinName, { id: gamma.id, organisation: 'Olematon' })).rejects.toMatchObject(
      {
        complaints: [{ field: 'organisation' }],
      },
    )
    const joined = await as(coordinator)<{ organisation: string }>(joinName, { id: gamma.id })
    expect(joined.organisation).not.toBe(beeta)
    await as(coordinator)(acceptRow, { id: gamma.id })
    expect(await tiesOf(joined.organisation)).toEqual([])
    const trader = await rowOf('Tmi Tekijä')
    await expect(as(coordinator)(joinName, { id: trader.id })).rejects.toThrow(/sole trader/)
    await as(coordinator)(leaveRow, { id: trader.id })
    expect((await rowOf('Tmi Tekijä')).state).toBe('left')
  })

  it('confirms by itself what both sides have named', async () => {
    const answer = await send(typed([['Alfa Oy', '~supplies', '1']], { name: 'Beeta Oy' }))
    expect(answer).toMatchObject({ as: 'redirect' })
    const row = await rowOf('Alfa Oy', 'Beeta Oy')
    expect(await as(coordinator)(acceptRow, { id: row.id })).toMatchObject({ state: 'confirmed' })
    const [tie] = await tiesOf(beeta)
    expect(tie).toMatchObject({ answer: 'confirmed', answered_by: 'Beeta Oy', strength: 3 })
    expect(await tiesOf(beeta)).toHaveLength(1)
  })

  it('leaves lines that were dealt with as they are when the answer is corrected', async () => {
    const receipt = (await mails('vastaaja@example.fi')).at(-1)!
    const own = tokenIn(receipt.body)
    await send(typed([['Delta ry', 'works-with']], { token: own }), '/survey-answer')
    const { rows } = await answerOf('Alfa Oy')
    expect(rows.map((r) => [r.name, r.state]).sort()).toEqual([
      ['Beeta Oy', 'accepted'],
      ['Delta ry', 'waiting'],
      ['Gamma Konepaja Oy', 'accepted'],
      ['Tmi Tekijä', 'left'],
    ])
  })
})

describe('the other side, asked by mail', () => {
  it('answers once by a link that looking does not use up', async () => {
    const { answers } = await found()
    const tie = answers.flatMap((a) => a.rows).find((r) => r.name === 'Gamma Konepaja Oy')!.tie_id!
    const ask = (person: TestPerson, email = 'gamma@example.fi') =>
      as(person)(askSide, { tie, email, language: 'en' })
    await expect(ask(elsewhere)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(ask(coordinator, 'gamma')).rejects.toMatchObject({ complaints: [{ field: 'email' }] })
    await ask(coordinator)
    const [mail] = await mails('gamma@example.fi')
    expect(mail!.body).toContain('https://talkoot.example/en/ties/confirm?token=')
    const token = tokenIn(mail!.body)
    for (let i = 0; i < 3; i++) {
      const seen = await perform(showAsked, stage, { token })
      expect(seen).toMatchObject({ over: false, tie: { answer: null, by_whom: '' } })
    }
    await perform(answerAsked, stage, { token, answer: 'confirmed', language: 'en' })
    const after = await perform(showAsked, stage, { token })
    expect(after).toMatchObject({ over: true, tie: { answer: 'confirmed' } })
    const again = perform(answerAsked, stage, { token, answer: 'denied', language: 'en' })
    await expect(again).rejects.toMatchObject({ kind: 'conflict' })
    await expect(ask(coordinator)).rejects.toMatchObject({ kind: 'conflict' })
    const late = { ...stage, now: new Date('2027-01-15') }
    await expect(perform(showAsked, late, { token })).rejects.toMatchObject({ kind: 'missing' })
  })

  it('nobody is told the links in the audit', async () => {
    const rows = await database.db.selectFrom('audit_entry').select(['action', 'input']).execute()
    const said = JSON.stringify(rows.filter((r) => /^(survey\.answer|tie\.a)/.test(r.action)))
    expect(said).toContain('survey.answer')
    expect(said).not.toContain(secret)
    expect(said).not.toContain('gamma@example.fi')
    expect(said).not.toContain('vastaaja@example.fi')
  })
})

describe('the end of a survey', () => {
  it('takes no more answers, and addresses go when their time is over', async () => {
    await as(coordinator)(closeSurvey, { id })
    const page = await send(typed([['Beeta Oy', 'supplies']]))
    expect(await whatIsSent(page)).toContain('Vastausaika päättyi')
    const system = (at: string) => ({
      ...stage,
      actor: { kind: 'system', name: 'test' } as const,
      now: new Date(at),
    })
    expect(await perform(dropAddresses, system('2027-02-01'), {})).toEqual({ removed: 0 })
    expect(await perform(dropAddresses, system('2027-03-01'), {})).toEqual({ removed: 1 })
    const left = await database.db
      .selectFrom('network_answer')
      .select('email')
      .where('email', 'is not', null)
      .execute()
    expect(left).toEqual([])
  })

  it('does not take a flood of answers', async () => {
    const { id: other } = await as(coordinator)<{ id: string }>(makeSurvey, survey)
    const flooded = (await as(coordinator)<{ survey: Survey }>(getSurvey, { id: other })).survey.secret
    const form = typed([['Beeta Oy', 'supplies']], { press: 'save' })
    for (let i = 0; i < 60; i++) await send(form, `/survey/${flooded}`)
    const refused = await send(form, `/survey/${flooded}`)
    expect(refused).toMatchObject({ status: 422 })
    // What was typed comes back with the words.
    expect(await whatIsSent(refused)).toContain('value="Beeta Oy"')
  })
})
