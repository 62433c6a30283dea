import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConsortiumRoom } from '../../../test/consortium-room.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { perform } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { actorOf } from '../people/index.ts'
import { editConsortium } from './consortium-actions.ts'
import { consortiaModule } from './module.ts'
import {
  listOpenings,
  type Openings,
  sayInterest,
  setOpeningAlerts,
  tellOpenings,
} from './opening-actions.ts'
import { interestTurns, openingNews } from './opening-jobs.ts'
import { propose } from './partner-actions.ts'
import {
  answerInterest,
  askToJoin,
  type Interests,
  listInterests,
  sayOwnInterest,
  setWanted,
  showOwnInterest,
} from './wanted-actions.ts'
import { getWanted, listWanted, type WantedAnswer, type WantedItem } from './wanted-list.ts'

type Room = Awaited<ReturnType<typeof openRoom>>

/** The room of a consortium with visitors, keepers of profiles and the product itself. */
async function openRoom() {
  const inside = await openConsortiumRoom()
  const { database, stage, people } = inside
  const { db } = database
  const visiting = <T>(action: Parameters<typeof perform>[0], raw: unknown): Promise<T> =>
    perform(action, stage, raw) as Promise<T>
  const { pages = [] } = consortiaModule
  return {
    ...inside,
    now: stage.now,
    visiting,
    system: <T>(action: Parameters<typeof perform>[0], raw: unknown): Promise<T> =>
      perform(action, { ...stage, actor: { kind: 'system', name: 'test' } }, raw) as Promise<T>,
    actor: async (who: keyof typeof people) => (await actorOf(db, people[who].session, stage.now))!,
    visit: async (path: string) => whatIsSent(await visit(pages, stage, path)),
    organisation: async (name: string): Promise<string> => {
      const { rows } = await sql<{ id: string }>`
        select canonical_id as id from organisation where name = ${name}`.execute(db)
      return rows[0]!.id
    },
    keeps: async (who: keyof typeof people, organisation: string) => {
      const person = people[who].id
      await sql`insert into person_organisation (person_id, organisation_id, starts_on)
        values (${person}, ${organisation}, '2026-01-01')`.execute(db)
      await sql`insert into profile_keeper (id, organisation_id, person_id, since, way, joined)
        values (${newId(stage.now.getTime())}, ${organisation}, ${person}, ${stage.now}, 'asked', false)`.execute(
        db,
      )
    },
  }
}

let room: Room
let south: string
beforeAll(async () => {
  room = await openRoom()
  south = await room.organisation('Etelän ammattikorkeakoulu')
  await room.keeps('elsewhere', south)
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
const openings = (who: 'coordinator' | 'member' | 'elsewhere', organisation?: string) =>
  room.as(who)<Openings>(listOpenings, organisation ? { organisation } : {})
const wanted = async (asked: object = {}) => room.visiting<WantedAnswer>(listWanted, asked)
const one = async () => (await wanted()).items.find(({ id }) => id === room.id)

describe('what looks for what an organisation has', () => {
  it('tells who sees the consortium what the organisation would fill, with the project that shows it', async () => {
    const { organisation, items } = await openings('member', south)
    expect(organisation?.name).toBe('Etelän ammattikorkeakoulu')
    expect(items).toMatchObject([
      {
        key: `consortium/${room.id}`,
        path: `/consortia/${room.id}`,
        fills: [{ demand: 'Tekoäly', how: 'fills', facts: [{ code: 'A2', href: '/projects/A2' }] }],
      },
    ])
  })

  it('tells nothing to who does not see it, until it is public', async () => {
    const before = await openings('elsewhere')
    expect([before.organisation?.id, before.keeps, before.items]).toEqual([south, true, []])
    const said = { consortium: room.id, organisation: south, words: 'Tuomme tekoälyn.' }
    expect(await refused(room.as('elsewhere')(sayInterest, said))).toEqual(['consortium.missing', undefined])
    expect(await one()).toBeUndefined()
    await room.as('coordinator')(setWanted, { consortium: room.id, on: true, text: 'Tule mukaan.' })
    const { items } = await openings('elsewhere')
    expect(items).toMatchObject([{ id: room.id, path: `/partners-wanted/${room.id}` }])
  })

  it('leaves out who is in already', async () => {
    const lead = await room.organisation('Pohjan yliopisto')
    expect((await openings('member', lead)).items).toEqual([])
  })
})

describe('a public partner search', () => {
  it('says what nobody meets yet, and who is in only where that is wanted', async () => {
    expect(await one()).toMatchObject({
      text: 'Tule mukaan.',
      partners: null,
      sought: [{ name: 'Tekoäly', need: 1, met: 0, must: true }],
    })
    await room.as('coordinator')(setWanted, { consortium: room.id, on: true, text: '', partners: true })
    expect((await one())?.partners).toEqual(['Pohjan yliopisto'])
  })

  it('tells everybody the same, whatever closed projects the reader sees', async () => {
    const before = JSON.stringify(await one())
    await room.closed('S9', 'Tekoälyn salainen hanke', 'Pohjan yliopisto')
    expect(JSON.stringify(await one())).toBe(before)
    const { item } = await room.as('coordinator')<{ item: WantedItem }>(getWanted, { id: room.id })
    expect(item.sought.map(({ name }) => name)).toEqual(['Tekoäly'])
  })

  it('is narrowed by what is sought, and counts what each choice would leave', async () => {
    const { total, facets } = await wanted({ kind: ['facility'] })
    expect(total).toBe(0)
    expect(facets.kind).toEqual({ competence: 1 })
    expect((await wanted({ kind: ['competence'], until: ['none'], region: ['MK06'] })).total).toBe(1)
  })

  it('stands on pages, in a feed and in files that everybody gets', async () => {
    const page = (path: string) => room.visit(`/partners-wanted${path}`)
    expect(await page('')).toContain('Robottikonsortio')
    expect(await page(`/${room.id}`)).toContain('Lähetä linkki sähköpostiin')
    expect(await page('/feed')).toContain('<item><title>Robottikonsortio')
    expect(await page('/export.csv')).toContain('Tekoäly')
  })
})

describe('who would join by its own word', () => {
  const asked = {
    id: '',
    name: 'Fabrik GmbH',
    email: 'anna@fabrik.example',
    words: 'We bring AI.',
    language: 'en',
  }
  const inbox = async () => {
    const { rows } = await sql<{ recipient: string; body: string }>`
      select recipient, body from mail order by created_at desc, id desc`.execute(room.database.db)
    return rows
  }
  const interests = () => room.as('coordinator')<Interests>(listInterests, { consortium: room.id })
  const turns = async (who: 'coordinator' | 'member') =>
    interestTurns.find({ db: room.database.db, actor: await room.actor(who), now: room.now })

  it('is told what is wrong at its field, and nobody hears of it before the mailed link is used', async () => {
    const ask = (said: object) => refused(room.visiting(askToJoin, { ...asked, id: room.id, ...said }))
    expect(await ask({ name: '' })).toEqual(['wanted.noName', 'name'])
    expect(await ask({ email: 'anna' })).toEqual(['wanted.badEmail', 'email'])
    expect(await ask({ words: '' })).toEqual(['wanted.noWords', 'words'])
    expect(await ask({})).toBe('done')
    expect((await interests()).items).toEqual([])
    expect(await turns('coordinator')).toEqual([])
  })

  it('confirms, changes and is taken in as a partner that is interested; the answer is mailed', async () => {
    const [letter] = await inbox()
    expect(letter?.recipient).toBe('anna@fabrik.example')
    const token = /token=([\w-]+)/.exec(letter!.body)![1]!
    const own = () => room.visiting<{ words: string; answer: string | null }>(showOwnInterest, { token })
    expect((await own()).words).toBe('We bring AI.')
    expect((await interests()).items).toEqual([])
    await room.visiting(sayOwnInterest, { token, words: 'We bring AI and data.' })
    const [waiting] = (await interests()).items
    expect(waiting).toMatchObject({ name: 'Fabrik GmbH', words: 'We bring AI and data.', answer: null })
    expect(await turns('coordinator')).toMatchObject([{ path: `/consortia/${room.id}/interests` }])
    expect(await turns('member')).toEqual([])
    const said = { consortium: room.id, interest: waiting!.id, answer: 'taken', text: 'Tervetuloa!' }
    expect(await refused(room.as('member')(answerInterest, said))).toEqual([
      'consortium.answer-interest.forbidden',
      undefined,
    ])
    await room.as('coordinator')(answerInterest, said)
    expect((await room.kept()).partners.at(-1)).toMatchObject({ name: 'Fabrik GmbH', state: 'interested' })
    expect((await inbox())[0]?.body).toContain('Tervetuloa!')
    expect((await own()).answer).toBe('taken')
    expect(await turns('coordinator')).toEqual([])
    expect(await refused(room.as('coordinator')(answerInterest, said))).toEqual(['wanted.already', undefined])
    await room.visiting(sayOwnInterest, { token, withdraw: true })
    expect((await room.kept()).partners.at(-1)).toMatchObject({ state: 'declined' })
  })

  it('takes no more than a few in an hour from one address', async () => {
    const ask = () => refused(room.visiting(askToJoin, { ...asked, id: room.id, email: 'x@fabrik.example' }))
    const answers = []
    for (let i = 0; i < 5; i++) answers.push(await ask())
    expect(answers.filter((a) => a === 'done')).toHaveLength(3)
    expect(answers.at(-1)).toEqual(['wanted.tooMany', undefined])
  })

  it('by an organisation’s keeper alone makes it a partner at once, whom those who gather answer', async () => {
    const said = { consortium: room.id, organisation: south, words: 'Tuomme tekoälyn.' }
    expect(await refused(room.as('member')(sayInterest, said))).toEqual([
      'opening.say-interest.forbidden',
      undefined,
    ])
    expect(await refused(room.as('elsewhere')(sayInterest, { ...said, words: '' }))).toEqual([
      'consortium.noWords',
      'words',
    ])
    await room.as('elsewhere')(sayInterest, said)
    const partner = () => room.kept().then(({ partners }) => partners.find((p) => p.organisation === south))
    expect(await partner()).toMatchObject({ state: 'interested' })
    const { interests: mine, items } = await openings('elsewhere')
    expect(mine).toMatchObject([{ words: 'Tuomme tekoälyn.', answer: null }])
    expect(items).toEqual([])
    const [waiting] = (await interests()).items
    const answer = { consortium: room.id, interest: waiting!.id, answer: 'declined', text: 'Ei nyt.' }
    await room.as('coordinator')(answerInterest, answer)
    expect(await partner()).toMatchObject({ state: 'left' })
    await room.as('elsewhere')(sayInterest, said)
    expect(await partner()).toMatchObject({ state: 'interested' })
    expect(await refused(room.as('elsewhere')(sayInterest, said))).toEqual([
      'consortium.alreadyIn',
      undefined,
    ])
    expect(
      await refused(room.as('coordinator')(propose, { consortium: room.id, organisation: south })),
    ).toEqual(['consortium.alreadyIn', 'organisation'])
  })
})

describe('alerts', () => {
  const told = (organisation: string) =>
    room.system<{ told: number }>(tellOpenings, { person: room.people.elsewhere.id, organisation })
  const news = async () =>
    openingNews.find({ db: room.database.db, actor: await room.actor('elsewhere'), now: room.now })
  let forest: string
  beforeAll(async () => {
    forest = await room.organisation('Metsäyhdistys ry')
    await room.keeps('elsewhere', forest)
    await room.demand({ kind: 'competence', name: 'Metsien hoito', words: ['metsä'] })
  })

  it('tell of a new opening once, on the own page and in a notification', async () => {
    expect((await told(forest)).told).toBe(1)
    expect((await told(forest)).told).toBe(0)
    expect(await news()).toMatchObject([{ path: `/openings?organisation=${forest}` }])
    const { rows } = await sql<{ excerpt: string }>`
      select excerpt from notification where subject_id = ${forest}`.execute(room.database.db)
    expect(rows).toMatchObject([{ excerpt: expect.stringContaining('Robottikonsortio') }])
  })

  it('are off by one press, and on again by another', async () => {
    const set = (on: boolean) => room.as('elsewhere')(setOpeningAlerts, { organisation: forest, on })
    await sql`delete from consortium_opening_told`.execute(room.database.db)
    await set(false)
    expect((await openings('elsewhere', forest)).alerts).toBe(false)
    expect((await told(forest)).told).toBe(0)
    await set(true)
    expect((await told(forest)).told).toBe(1)
    expect(await refused(room.as('member')(setOpeningAlerts, { organisation: forest, on: false }))).toEqual([
      'opening.set-alerts.forbidden',
      undefined,
    ])
  })

  it('tell nothing of a search that is over', async () => {
    await sql`delete from consortium_opening_told`.execute(room.database.db)
    await room.as('coordinator')(editConsortium, {
      consortium: room.id,
      title: 'Robottikonsortio',
      deadline: '2026-11-20T12:00:00Z',
    })
    expect((await told(forest)).told).toBe(0)
    expect((await wanted()).total).toBe(0)
    expect(await refused(room.visiting(getWanted, { id: room.id }))).toEqual([
      'consortium.missing',
      undefined,
    ])
  })
})
