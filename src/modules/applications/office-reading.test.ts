import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  after,
  database,
  deadline,
  declared,
  does,
  ecosystem,
  filled,
  makeCall,
  makeForm,
  people,
  refusal,
  small,
  stage,
  submit,
  withApplicants,
} from '../../../test/applicants.ts'
import { declares } from '../../../test/assessed.ts'
import { organisations } from '../../../test/matters.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import type { Action } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { createFiles } from '../../kernel/file.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { addInterest } from '../conflicts/interest-actions.ts'
import { nameDeputy } from '../conflicts/table-actions.ts'
import { getDraft } from '../drafts/actions.ts'
import { addAttachment } from '../drafts/attachment-actions.ts'
import { saveDraft } from '../drafts/save.ts'
import { actorOf } from '../people/index.ts'
import { type Cover, readCover } from './cover-actions.ts'
import { applicationsModule } from './module.ts'
import { askCompletion, judgeLate, lapseCompletion, withdrawApplication } from './office-actions.ts'
import { pages } from './pages.tsx'
import { readApplication, readSent, readVersion } from './read-actions.ts'
import { applicationFiles, applicationSubject } from './subjects.ts'

withApplicants()

// Who is there by office reads an application, and acts on it, when free of conflict in it, and not a moment before:
// every way to its content x every state of what was sent x everything that may stand between the two.

const says = 'Salaisuus vastauksessa'
const paper = 'Salaisuus liitteessä'
const standings = ['free', 'must-declare', 'must-answer', 'tied', 'told'] as const
type StandingName = (typeof standings)[number]
const states = ['submitted', 'late', 'reopened', 'withdrawn'] as const
type State = (typeof states)[number]
const officesAsked = ['coordinator', 'preparer', 'council-officer'] as const

let code: string
let party: string
let whole: Stage
const officers = {} as Record<StandingName, TestPerson[]>
let administrator: TestPerson

beforeAll(async () => {
  const files = createFiles(await mkdtemp(join(tmpdir(), 'talkoot-office-')))
  const subjects = new Map([applicationSubject, applicationFiles].map((kind) => [kind.kind, kind]))
  const drafts = new Map(applicationsModule.drafts!.map((kind) => [kind.kind, kind]))
  whole = { ...stage, now: after, files, subjects, drafts }
  const proofs = {
    key: 'proofs',
    title: { fi: 'Liitteet' },
    questions: [{ key: 'proof', label: { fi: 'Liite' }, required: false, kind: 'file', mostFiles: 3 }],
  }
  code = await makeCall({}, await makeForm({ ...small, sections: [...small.sections, proofs] }))
  party = (await organisations(database, { own: { name: 'Testi Oy' } })).own
  for (const standing of standings)
    officers[standing] = await Promise.all(
      officesAsked.map((office) => somebody(database, `${office} ${standing}`, [[office, ecosystem]])),
    )
  administrator = await somebody(database, 'Yrjö Ylläpitäjä', [['administrator', null]])
  const interest = { organisation: 'Testi Oy', starts: '1.1.2024' }
  for (const person of officers.tied) await as(person)(addInterest, { ...interest, role: 'board' })
  for (const person of officers['must-answer'])
    await as(person)(addInterest, { ...interest, relation: 'spouse', role: 'employment' })
})

const as = (person: TestPerson) => actingAs(database, whole, person)

/** An application of the planted party that was sent, with a file, in a state; everybody has said what they say. */
async function sent(state: State): Promise<{ id: string; file: string }> {
  const id = await filled('aino', code)
  const aino = actingAs(database, { ...whole, now: stage.now }, people.aino)
  const { hash } = await whole.files.put(Readable.from([Buffer.from(`%PDF-1.4 ${paper} %%EOF`)]), 1e6)
  const { id: file } = await aino<{ id: string }>(addAttachment, {
    kind: applicationFiles.kind,
    subject: `${id}.proof`,
    name: 'salaisuus.pdf',
    hash,
  })
  await aino(saveDraft, {
    kind: 'application.section',
    subject: `${id}.why`,
    operation: crypto.randomUUID(),
    fields: [{ name: 'need', value: says, base: 1, from: 'Tarvitaan.' }],
  })
  await submit(id, state === 'late' ? deadline : stage.now)
  await database.db
    .updateTable('application_partner')
    .set({ organisation_id: party })
    .where('application_id', '=', id)
    .execute()
  await declared(id, 'coordinator', ...officers.free, ...officers.tied, ...officers['must-answer'])
  for (const person of officers.told) await declares(database, person, id, 'conflict', after)
  if (state === 'reopened') await does('coordinator', askCompletion, { application: id, ...ask }, after)
  if (state === 'withdrawn')
    await does('aino', withdrawApplication, { application: id, reason: 'Syy.' }, after)
  return { id, file }
}

const ask = { sections: ['why'], message: `Kerro tästä: ${says}`, due: '30.11.2026' }

/** Every action by which an office reads or acts, with what of it is not in the way of that. */
const actions: readonly [Action, object][] = [
  [readApplication, {}],
  [readVersion, { version: 1 }],
  [readSent, {}],
  [askCompletion, { ...ask, sections: ['nothing'] }],
  [judgeLate, { accepted: true, reason: '' }],
]
const ways = ['', '/versions/1', '/print', '/packet.zip', '/completion', '/late'] as const

async function page(person: TestPerson, address: string) {
  const actor = await actorOf(database.db, person.session, after)
  return visit(pages, { ...whole, actor }, address, whole.files.open)
}

/** What each way says to the person: its refusal, or what it tells of the content. */
async function metBy(person: TestPerson, { id, file }: { id: string; file: string }) {
  const refused = await Promise.all(
    actions.map(async ([action, input]) => [
      action.name,
      await refusal(as(person)(action, { application: id, ...input })),
    ]),
  )
  const drafts = await Promise.all(
    ['application.ask-completion', 'application.judge-late'].map(async (kind) => [
      kind,
      await refusal(as(person)(getDraft, { kind, subject: id })),
    ]),
  )
  const shown = await Promise.all(
    [...ways, `/versions/1/files/${file}/x.pdf`].map(async (way) => {
      const answer = await page(person, `/applications/${id}${way}`)
      const told = await whatIsSent(answer)
      const status = answer.as === 'page' ? (answer.status ?? 200) : 200
      return { way, status, tells: told.includes('Salaisuus') || told.includes('alaisuus.pdf'), told }
    }),
  )
  return { refused: Object.fromEntries([...refused, ...drafts]) as Record<string, string>, shown }
}

describe.each(states)('of what is %s, an office', (state) => {
  let one: { id: string; file: string }
  beforeAll(async () => {
    one = await sent(state)
  })
  it.each(standings)('reads and acts as it stands: %s', async (standing) => {
    // Each state and standing by one of the offices in turn, so that every office meets every standing.
    const turn = (states.indexOf(state) + standings.indexOf(standing)) % officesAsked.length
    const person = officers[standing][turn]!
    const { refused, shown } = await metBy(person, one)
    const wrong = Object.entries(refused).filter(
      ([, said]) => said.endsWith('.forbidden') !== (standing !== 'free'),
    )
    expect([person.name, wrong]).toEqual([person.name, []])
    if (standing === 'free') {
      // What the office reads is there; the packet is compressed, so its words are not looked for here.
      for (const { way, status, tells } of shown)
        if (way === '/versions/1' || way === '/print' || way.includes('/files/'))
          expect([way, status, tells]).toEqual([way, 200, true])
      return
    }
    const { gate } = await as(person)<Cover>(readCover, { application: one.id })
    expect(gate.is).toBe(standing === 'tied' || standing === 'told' ? 'barred' : standing)
    for (const { way, status, tells, told } of shown) {
      expect([person.name, way, status, tells]).toEqual([person.name, way, way === '' ? 200 : 403, false])
      // What is needed to declare, the way to do it or the ground, and who handles the matter.
      for (const said of ['Vetylaakso', 'Testi Oy', `/applications/${one.id}/conflict`])
        expect(told).toContain(said)
      if (gate.is === 'barred') expect(told).toMatch(/hallintolaki \(434\/2003\) 28 §[\s\S]*preparer free/)
    }
  })
})

describe('who is there by office', () => {
  it('is told in words why not, on every way, and opens everything by declaring', async () => {
    const one = await sent('submitted')
    const [person] = officers['must-declare']
    const why = await as(person!)(readVersion, { application: one.id, version: 1 }).catch(
      (refused: Refusal) => refused,
    )
    expect((why as Refusal).complaints[0]!.text.fi).toContain('Ilmoita ensin')
    const cover = await whatIsSent(await page(person!, `/applications/${one.id}`))
    expect(cover).toContain('Ilmoita ensin, oletko esteellinen')
    await declares(database, person!, one.id, 'none', after)
    expect(await whatIsSent(await page(person!, `/applications/${one.id}/versions/1`))).toContain(says)
  })

  it('ends no completion while conflicted; the clock does', async () => {
    const one = await sent('reopened')
    for (const standing of ['tied', 'must-declare'] as const)
      expect(await refusal(as(officers[standing][0]!)(lapseCompletion, { application: one.id }))).toBe(
        'application.lapse-completion.forbidden',
      )
    await as(officers.free[0]!)(lapseCompletion, { application: one.id })
  })

  it('hands the matter on without reading it, unless conflicted oneself', async () => {
    const one = await sent('submitted')
    const [, preparer] = officers.tied
    await database.db
      .insertInto('recusal')
      .values({
        id: crypto.randomUUID(),
        person_id: preparer!.id,
        application_id: one.id,
        point: 5,
        ties: '[]',
        at: after,
      })
      .execute()
    const named = { application: one.id, person: preparer!.id, deputy: officers.free[1]!.id }
    expect(await refusal(as(officers.tied[0]!)(nameDeputy, named))).toBe('conflict.name-deputy.forbidden')
    await as(officers['must-declare'][0]!)(nameDeputy, named)
    const { gate } = await as(preparer!)<Cover>(readCover, { application: one.id })
    expect(gate.deputy).toBe('preparer free')
  })

  it('is nobody by being an administrator; what is not sent has no cover', async () => {
    const one = await sent('submitted')
    for (const [action, input] of [...actions, [readCover, {}] as const])
      expect(await refusal(as(administrator)(action, { application: one.id, ...input }))).toMatch(
        /missing|forbidden/,
      )
    const draft = await filled('aino', code)
    for (const person of officers.free)
      for (const [action, input] of [...actions, [readCover, {}] as const])
        expect(await refusal(as(person)(action, { application: draft, ...input }))).toBe(
          'application.missing',
        )
  })
})
