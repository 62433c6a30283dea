import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { assessedApplication, declares } from '../../../test/decided-call.ts'
import { decidingAt, decidingStage, type Offices, officesOf, trying } from '../../../test/decision-offices.ts'
import { organisations } from '../../../test/matters.ts'
import { actingAs, somebody } from '../../../test/people.ts'
import type { Stage } from '../../kernel/context.ts'
import { groundText } from '../conflicts/index.ts'
import { cityReturn, proposeDecision, selectDecision } from './actions.ts'
import { addItem, arrangeItem, postponeItem } from './agenda-actions.ts'
import {
  addMeeting,
  approveMinutes,
  callMeeting,
  closeMeeting,
  declareAtMeeting,
  type MeetingView,
  openMeeting,
  readMeeting,
  takeItem,
} from './meeting-actions.ts'
import { attendMeeting, dismissFromMeeting, seatDeputy } from './meeting-people-actions.ts'
import { documentOf } from './minutes.ts'
import { saveOrgans } from './organ-actions.ts'

let database: TestDatabase
let stage: Stage
let people: Offices
let call: Awaited<ReturnType<typeof officesOf>>['call']
let clock = decidingAt.getTime()
const terms = {
  outcome: 'yes',
  grounds: 'Vahva kokonaisuus.',
  starts: '2027-03-01',
  ends: '2029-02-28',
  byPartner: [
    { row: 'a', cost: '70000', grant: '42000' },
    { row: 'b', cost: '30000', grant: '18000' },
  ],
}
const later = () => {
  clock += 60_000
  return { ...stage, now: new Date(clock) }
}
const as = (who: keyof Offices) => actingAs(database, later(), people[who])
const tries = async (who: keyof Offices, action: Parameters<typeof trying>[3], input: object) =>
  (await trying(database, later(), people[who], action, input)).reason ?? 'done'

beforeAll(async () => {
  database = await freshDatabase()
  stage = decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-meetings-')))
  ;({ call, people } = await officesOf(database))
})
afterAll(() => database.drop())

it('decides in a meeting: who has a conflict leaves for the item, and the minutes say it in both languages', async () => {
  const made: string[] = []
  for (const number of [1, 2]) {
    const by = { applicant: people.applicant, checker: people.preparer, assessor: people.assessor }
    const { id } = await assessedApplication(database, call, number, by)
    made.push(id)
    for (const who of ['preparer', 'city', 'coordinator'] as const) await declares(database, people[who], id)
    await as('preparer')(proposeDecision, { decision: id, ...terms })
  }
  const [first, second] = made as [string, string]
  const deputy = await somebody(database, 'Dina Vara', [['city-decider', call.ecosystem]])
  for (const id of made) await declares(database, deputy, id)
  const decisions = (
    await database.db.selectFrom('decision').select(['id', 'application_id']).execute()
  ).sort((a) => (a.application_id === first ? -1 : 1))
  const { id: meeting } = await as('preparer')<{ id: string }>(addMeeting, {
    ecosystem: call.ecosystem,
    part: 'selection',
    day: '2026-11-23',
    clock: '09:00',
    place: 'Kaupungintalo',
    chair: people.city.id,
    secretary: people.preparer.id,
    deputies: [deputy.id],
    decisions: decisions.map((d) => d.id),
  })
  await as('preparer')(callMeeting, { meeting })
  const mails = await database.db.selectFrom('mail').select(['subject', 'body']).execute()
  expect(mails).toHaveLength(4)
  expect(mails[0]!.body).toContain(`/meetings/${meeting}/agenda`)
  const inIt = { ...terms, meeting }
  expect(await tries('city', selectDecision, { decision: first, ...inIt })).toBe('meeting.no-meeting')
  await as('preparer')(openMeeting, { meeting })
  for (const who of ['city', 'city2', 'preparer'] as const)
    await as('preparer')(attendMeeting, { meeting, person: people[who].id, present: true })
  const items = async () => (await as('city')<MeetingView>(readMeeting, { meeting })).meeting.items
  const [one, two] = (await items()).filter((i) => i.decision)
  expect(await tries('city', selectDecision, { decision: first, ...inIt })).toBe('meeting.not-taken')
  await as('preparer')(takeItem, { meeting, item: one!.id })
  // Pressed twice, it is taken up once.
  await as('preparer')(takeItem, { meeting, item: one!.id })
  // Kalle has said nothing yet: nothing is decided while that is open.
  expect(await tries('city', selectDecision, { decision: first, ...inIt })).toBe(
    'meeting.somebody-in-conflict',
  )
  await as('city2')(declareAtMeeting, {
    meeting,
    item: one!.id,
    says: 'conflict',
    point: 5,
    words: 'Hallituksen jäsen.',
  })
  // One of two members is not more than half: nothing is selected until the deputy sits in for who stepped aside.
  expect(await tries('city', selectDecision, { decision: first, ...inIt })).toBe('meeting.no-quorum')
  const seat = { meeting, item: one!.id, person: people.city2.id }
  expect(await tries('preparer', seatDeputy, { ...seat, deputy: people.city.id })).toBe('meeting.no-deputy')
  expect(await tries('preparer', seatDeputy, { ...seat, deputy: deputy.id })).toBe('done')
  expect(await tries('city', selectDecision, { decision: first, ...inIt })).toBe('done')
  // The next item: free there, so both sit; the proposal is refused.
  await as('preparer')(takeItem, { meeting, item: two!.id })
  await as('city2')(declareAtMeeting, { meeting, item: two!.id, says: 'none' })
  expect(
    await tries('city2', selectDecision, {
      decision: second,
      ...inIt,
      outcome: 'no',
      grounds: 'Ei kuulu painopisteisiin.',
    }),
  ).toBe('done')
  await as('preparer')(takeItem, { meeting, item: two!.id, notes: 'Keskusteltiin päällekkäisyydestä.' })
  // Kalle sees nothing of what he stepped aside from.
  const his = await as('city2')<MeetingView>(readMeeting, { meeting })
  expect(his.keptOut).toEqual([one!.id])
  expect(JSON.stringify(documentOf('minutes', his, 'fi'))).not.toContain('Vahva kokonaisuus')
  expect(await tries('preparer', closeMeeting, { meeting })).toBe('done')
  expect(await tries('city2', approveMinutes, { meeting })).toBe('meeting.not-yours')
  expect(await tries('city', approveMinutes, { meeting })).toBe('done')

  const view = await as('city')<MeetingView>(readMeeting, { meeting })
  for (const language of ['fi', 'sv'] as const) {
    const doc = documentOf('minutes', view, language)
    expect(doc.paragraphs.map((p) => p.number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    const [, , , fourth, fifth] = doc.paragraphs
    expect(fourth!.recused).toHaveLength(1)
    expect(fourth!.recused[0]).toContain('Kalle Kaupunki')
    expect(fourth!.recused[0]).toContain('Dina Vara')
    expect(fourth!.recused[0]).toContain(groundText(5, language))
    expect(fourth!.decided[0]!.text.replaceAll('\u00a0', ' ')).toContain('60 000 €')
    expect(fifth!.recused).toEqual([])
    expect(fifth!.decided.map((d) => d.text)).toContain('Ei kuulu painopisteisiin.')
    expect(fifth!.lines).toContain('Keskusteltiin päällekkäisyydestä.')
    for (const p of doc.paragraphs) expect(p.heading).toMatch(/\S/)
    expect(JSON.stringify(doc)).not.toContain('undefined')
  }
  expect(documentOf('minutes', view, 'fi').paragraphs[0]!.lines[0]).toContain('avasi kokouksen')
  expect(documentOf('minutes', view, 'fi').paragraphs[1]!.lines[0]).toContain('vähintään 2')
  expect(documentOf('minutes', view, 'sv').paragraphs[3]!.recused[0]).toContain('är jävig i ärendet')
  expect(documentOf('agenda', view, 'sv').paragraphs.map((p) => p.heading)).toContain('Mötet öppnas')
})

it('who says that nothing binds them, and is bound, steps aside on the ground of the tie', async () => {
  const by = { applicant: people.applicant, checker: people.preparer, assessor: people.assessor }
  const { id } = await assessedApplication(database, call, 9, by)
  const { employer } = await organisations(database, { employer: { name: 'Testin työnantaja' } })
  await database.db
    .updateTable('application_partner')
    .set({ organisation_id: employer })
    .where('application_id', '=', id)
    .where('position', '=', 0)
    .execute()
  await database.db
    .insertInto('person_organisation')
    .values({ person_id: people.city2.id, organisation_id: employer, starts_on: '2020-01-01' })
    .execute()
  await declares(database, people.preparer, id)
  await as('preparer')(proposeDecision, { decision: id, ...terms })
  const { id: decision } = await database.db
    .selectFrom('decision')
    .select('id')
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow()
  const { id: meeting } = await as('preparer')<{ id: string }>(addMeeting, {
    ecosystem: call.ecosystem,
    part: 'selection',
    day: '2026-11-24',
    chair: people.city.id,
    decisions: [decision],
  })
  await as('preparer')(callMeeting, { meeting })
  const read = async () => (await as('preparer')<MeetingView>(readMeeting, { meeting })).meeting
  const item = (await read()).items.find((i) => i.decision === decision)!.id
  await as('city2')(declareAtMeeting, { meeting, item, says: 'none', point: 7 })
  expect((await read()).recusals.map((r) => [r.name, r.ground])).toEqual([['Kalle Kaupunki', 4]])
})

it('lets nobody decide by sitting down', async () => {
  const { id: meeting } = await as('preparer')<{ id: string }>(addMeeting, {
    ecosystem: call.ecosystem,
    part: 'selection',
    day: '2026-11-24',
    chair: people.city.id,
    decisions: [],
  })
  await as('preparer')(callMeeting, { meeting })
  await as('preparer')(openMeeting, { meeting })
  const sits = (who: keyof Offices, role: string) =>
    tries('preparer', attendMeeting, { meeting, person: people[who].id, role, present: true })
  expect(await sits('council', 'deputy')).toBe('meeting.not-yours')
  expect(await sits('council', 'expert')).toBe('done')
  expect(await sits('elsewhere', 'expert')).toBe('meeting.not-yours')
  expect(await tries('viewer', readMeeting, { meeting })).toBe('meeting.get.forbidden')
})

it('keeps an agenda in the order that its keeper gives it, and leaves a matter for another meeting', async () => {
  const by = { applicant: people.applicant, checker: people.preparer, assessor: people.assessor }
  const { id } = await assessedApplication(database, call, 12, by)
  for (const who of ['preparer', 'city', 'city2'] as const) await declares(database, people[who], id)
  await as('preparer')(proposeDecision, { decision: id, ...terms })
  const { id: decision } = await database.db
    .selectFrom('decision')
    .select('id')
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow()
  const planned = async (decisions: string[]) =>
    (
      await as('preparer')<{ id: string }>(addMeeting, {
        ecosystem: call.ecosystem,
        part: 'selection',
        day: '2026-11-25',
        chair: people.city.id,
        decisions,
      })
    ).id
  // The rule of the day when it is called is the meeting's own, whatever the organ agrees on later.
  const rule = { quorum: 1, ground: 'Hallintosääntö 12 §' }
  const organs = { ecosystem: 'testi20271', selection: rule, legal: { quorum: null, ground: '' } }
  expect(await tries('preparer', saveOrgans, organs)).toBe('meeting.save-organs.forbidden')
  expect(await tries('city', saveOrgans, organs)).toBe('done')
  const meeting = await planned([])
  const next = await planned([])
  const names = async (of: string) =>
    (await as('preparer')<MeetingView>(readMeeting, { meeting: of })).meeting.items.map(
      (i) => i.title?.fi ?? i.name,
    )
  expect(await tries('preparer', addItem, { meeting, title: ' ' })).toBe('meeting.no-item')
  await as('preparer')(addItem, { meeting, title: 'Tiedoksi: seuranta' })
  await as('preparer')(addItem, { meeting, decision })
  expect(await tries('preparer', addItem, { meeting: next, decision })).toBe('meeting.not-waiting')
  const head = ['Kokouksen avaus', 'Laillisuus ja päätösvaltaisuus', 'Esityslistan hyväksyminen']
  const tail = ['Muut asiat', 'Kokouksen päättäminen']
  expect(await names(meeting)).toEqual([...head, 'Tiedoksi: seuranta', 'Hanke 12', ...tail])
  const read = async () => (await as('preparer')<MeetingView>(readMeeting, { meeting })).meeting
  const item = (await read()).items.find((i) => i.decision === decision)!.id
  const standing = (await read()).items[0]!.id
  for (const to of ['up', 'up'] as const) await as('preparer')(arrangeItem, { meeting, item, to })
  expect(await names(meeting)).toEqual([...head, 'Hanke 12', 'Tiedoksi: seuranta', ...tail])
  expect(await tries('preparer', arrangeItem, { meeting, item: standing, to: 'off' })).toBe(
    'meeting.not-movable',
  )
  // An expert is called; members are not left out, since they make the quorum.
  const expert = { meeting, person: people.assessor.id }
  await as('preparer')(attendMeeting, { ...expert, role: 'expert', present: false })
  expect(await tries('preparer', dismissFromMeeting, { meeting, person: people.city2.id })).toBe(
    'meeting.not-movable',
  )
  await as('preparer')(callMeeting, { meeting })
  await as('city')(saveOrgans, { ...organs, selection: { quorum: 2, ground: '' } })
  expect(await read()).toMatchObject({ quorum: 1, quorumGround: 'Hallintosääntö 12 §' })
  await as('preparer')(openMeeting, { meeting })
  for (const person of [people.city.id, people.assessor.id])
    await as('preparer')(attendMeeting, { meeting, person, present: true })
  await as('preparer')(takeItem, { meeting, item: (await read()).items[1]!.id })
  await as('preparer')(takeItem, { meeting, item })
  expect(await tries('preparer', postponeItem, { meeting, item, to: next })).toBe('done')
  expect(await tries('city', selectDecision, { decision: id, ...terms, meeting })).toBe(
    'meeting.not-on-agenda',
  )
  expect(await names(next)).toEqual([...head, 'Hanke 12', ...tail])
  await as('preparer')(closeMeeting, { meeting })
  const view = await as('city')<MeetingView>(readMeeting, { meeting })
  const fi = documentOf('minutes', view, 'fi')
  expect(fi.present.map((p) => [p.name, p.as])).toContainEqual(['Arto Arvioija', 'asiantuntija'])
  expect(fi.paragraphs[1]!.lines.join(' ')).toMatch(
    /Läsnä oli 1 .*vähintään 1.*Hallintosääntö 12 §.*oli läsnä/,
  )
  expect(fi.paragraphs[3]!.lines.join(' ')).toMatch(/Päätöstä ei tehty.*siirrettiin: Kaupungin ohjausryhmän/)
  expect(documentOf('minutes', view, 'sv').paragraphs[3]!.lines.join(' ')).toContain('bordlades')
})

it('puts a proposal on the agenda of the meeting that it names, once, and on no other organ’s', async () => {
  const by = { applicant: people.applicant, checker: people.preparer, assessor: people.assessor }
  const { id } = await assessedApplication(database, call, 91, by)
  for (const who of ['preparer', 'city'] as const) await declares(database, people[who], id)
  const meetingOf = async (part: 'selection' | 'legal', chair: keyof Offices) =>
    (
      await as('preparer')<{ id: string }>(addMeeting, {
        ecosystem: call.ecosystem,
        part,
        day: '2027-01-20',
        chair: people[chair].id,
        decisions: [],
      })
    ).id
  const legal = await meetingOf('legal', 'council')
  const said = { decision: id, ...terms }
  expect(await tries('preparer', proposeDecision, { ...said, meeting: legal })).toBe('meeting.no-meeting')
  const meeting = await meetingOf('selection', 'city')
  const { decision } = await as('preparer')<{ decision: string }>(proposeDecision, { ...said, meeting })
  await as('city')(cityReturn, { decision: id, reason: 'Perustelut puuttuvat.' })
  await as('preparer')(proposeDecision, { ...said, meeting })
  const { items } = (await as('preparer')<MeetingView>(readMeeting, { meeting })).meeting
  expect(items.filter((i) => i.decision === decision)).toHaveLength(1)
})
