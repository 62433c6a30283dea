import { createHash } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  begin,
  database,
  declared,
  does,
  ecosystem,
  filled,
  giveTo,
  makeCall,
  makeForm,
  other,
  people,
  refusal,
  small,
  stage,
  submit,
  type Who,
  withApplicants,
  write,
} from '../../../test/applicants.ts'
import { visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs, somebody } from '../../../test/people.ts'
import { zipParts } from '../../../test/zip-parts.ts'
import type { Action } from '../../kernel/action.ts'
import type { Person } from '../../kernel/actor.ts'
import type { Stage } from '../../kernel/context.ts'
import { createFiles } from '../../kernel/file.ts'
import { newId } from '../../kernel/id.ts'
import type { PageAnswer } from '../../kernel/page.ts'
import { sheetFormats } from '../../kernel/spreadsheet.ts'
import {
  addAttachment,
  attachmentRoom,
  dropAttachment,
  getAttachment,
  listAttachments,
} from '../drafts/attachment-actions.ts'
import { attachmentPages } from '../drafts/attachment-pages.tsx'
import { actorOf, offices } from '../people/index.ts'
import { addComment, listComments } from '../talk/comment-actions.ts'
import { applicationFinder } from './found.ts'
import { listSent } from './list-actions.ts'
import { applicationsMatching, seenApplications } from './list-queries.ts'
import { applicationsModule } from './module.ts'
import { withdrawApplication } from './office-actions.ts'
import { pages } from './pages.tsx'
import { applicationById } from './queries.ts'
import { hashOf } from './receipt.ts'
import { isOfficer, levelOf, maySeeApplication } from './standing.ts'
import { applicationFiles, applicationSubject } from './subjects.ts'

withApplicants()

const proof = 'Sitoumus, ensimmäinen.pdf'
const pdf = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n')
const drafted = 'Salainen kirjaus'

let code: string
let withFile: string
let whole: Stage

beforeAll(async () => {
  const files = createFiles(await mkdtemp(join(tmpdir(), 'talkoot-applications-')))
  const subjects = new Map([applicationSubject, applicationFiles].map((kind) => [kind.kind, kind]))
  const drafts = new Map(applicationsModule.drafts!.map((kind) => [kind.kind, kind]))
  whole = { ...stage, files, subjects, drafts }
  withFile = await makeForm({
    ...small,
    sections: [
      ...small.sections,
      {
        key: 'proofs',
        title: { fi: 'Liitteet' },
        questions: [{ key: 'proof', label: { fi: 'Sitoumus' }, required: false, kind: 'file', mostFiles: 3 }],
      },
    ],
  })
  code = await makeCall({}, withFile)
})

const acts = <T>(who: Who, action: Action, input: object) =>
  actingAs(database, whole, people[who])<T>(action, input)
const page = async (who: Who, address: string): Promise<PageAnswer> => {
  const actor = await actorOf(database.db, people[who].session, whole.now)
  return visit([...pages, ...attachmentPages], { ...whole, actor }, address, whole.files.open)
}

/** An application with a file beside its question. */
async function withProof(): Promise<{ id: string; file: string }> {
  const id = await filled('aino', code)
  const { hash } = await whole.files.put(Readable.from([pdf]), 1e6)
  const { id: file } = await acts<{ id: string }>('aino', addAttachment, {
    kind: applicationFiles.kind,
    subject: `${id}.proof`,
    name: proof,
    hash,
  })
  return { id, file }
}

/** Every way there is to an application, its files and its words; the refusal of each, or what came. */
async function waysTo(who: Who, { id, file }: { id: string; file: string }): Promise<string[]> {
  const beside = { kind: applicationFiles.kind, subject: `${id}.proof` }
  const asked: [Action, object][] = [
    [listAttachments, beside],
    [attachmentRoom, beside],
    [getAttachment, { id: file }],
    [dropAttachment, { id: file }],
    [listComments, { kind: 'application', id }],
    [addComment, { kind: 'application', id, text: 'Kuulin hakemuksesta.' }],
  ]
  const own = `/applications/${id}`
  const addresses = [
    own,
    `${own}/sections/who`,
    `${own}/preview`,
    `${own}/submit`,
    `${own}/receipt`,
    `${own}/print`,
    `${own}/people`,
    `${own}/withdraw`,
    `${own}/versions/1`,
    `${own}/versions/1/files/${file}/x.pdf`,
    `${own}/packet.zip`,
    `/attachments/${file}/x.pdf`,
    `/attachments/${file}/thumbnail`,
  ]
  const said = [
    ...(await Promise.all(asked.map(([action, input]) => refusal(acts(who, action, input))))),
    ...(await Promise.all(addresses.map((address) => refusal(page(who, address))))),
  ]
  return said
}
const denied = /(missing|forbidden|no-file)$/
const isDenied = (reason: string) => denied.test(reason)

/** What every list, search and export of the person tells, as one text. */
async function toldTo(who: Who): Promise<string> {
  const actor = await actorOf(database.db, people[who].session, whole.now)
  const asked = { db: database.db, actor, now: whole.now, language: 'fi' as const }
  const found = await applicationFinder.find(asked, {
    typed: 'vetylaakso',
    tsquery: "'vetylaakso':*",
    limit: 50,
  })
  const listed = await Promise.all(
    [
      '/applications',
      `/calls/${code}/applications`,
      ...sheetFormats.map((f) => `/calls/${code}/applications/export.${f}`),
    ].map(async (address) => {
      const answer = await page(who, address).catch(
        (error: { reason?: string }) => error.reason ?? String(error),
      )
      return typeof answer === 'string' ? answer : whatIsSent(answer)
    }),
  )
  return JSON.stringify([found, listed])
}

describe('who may not see an application', () => {
  const outside: Who[] = ['outsider', 'rival', 'elsewhere', 'assessor']

  it('gets nothing of it while it is a draft: no page, file, comment, search, list or export', async () => {
    const one = await withProof()
    for (const who of [...outside, 'coordinator', 'officer'] as Who[]) {
      const said = await waysTo(who, one)
      expect([who, said.filter((reason) => !isDenied(reason))]).toEqual([who, []])
      expect(await toldTo(who)).not.toContain('Vetylaakso')
    }
    expect(await toldTo('aino')).toContain('Vetylaakso')
    await does('aino', withdrawApplication, { application: one.id, reason: 'Riitti.' })
  })

  it('gets nothing of what was sent; the offices get the versions and their files, never those beside the draft', async () => {
    const one = await withProof()
    await submit(one.id)
    await declared(one.id, 'coordinator', 'officer')
    await write('aino', one.id, 'why', { need: drafted })
    for (const who of outside) {
      const said = await waysTo(who, one)
      expect([who, said.filter((reason) => !isDenied(reason))]).toEqual([who, []])
      expect(await toldTo(who)).not.toContain('Vetylaakso')
    }
    expect(await toldTo('coordinator')).toContain('Vetylaakso')
    const said = await waysTo('coordinator', one)
    expect(said.slice(0, 4).filter((reason) => !isDenied(reason))).toEqual([])
    // Beside an application nothing is said: what is thought of it belongs to its assessment.
    expect(said[5]).toBe('talk.closed')
    const own = `/applications/${one.id}`
    const open = ['', '/print', '/versions/1', `/versions/1/files/${one.file}/x.pdf`, '/packet.zip']
    for (const at of open)
      expect(await whatIsSent(await page('coordinator', own + at))).not.toContain(drafted)
    for (const at of ['/sections/why', '/preview', '/submit', '/people', '/withdraw'])
      expect([at, await refusal(page('coordinator', own + at))]).toEqual([at, expect.stringMatching(denied)])
    expect(await whatIsSent(await page('officer', `${own}/versions/1/files/${one.file}/x.pdf`))).toBe(
      pdf.toString(),
    )
    expect(await refusal(page('officer', `${own}/versions/1/files/${newId()}/x.pdf`))).toBe(
      'application.no-file',
    )
    expect(await refusal(page('officer', `/attachments/${one.file}/x.pdf`))).toMatch(/missing/)
  })

  it('is agreed on by the rule and by the condition of the lists, whatever offices and rights one holds', async () => {
    const elsewhere = await makeCall({}, undefined, other)
    const ids = await Promise.all([
      filled('aino', code),
      filled('aino', elsewhere),
      filled('rival', code),
      filled('rival', elsewhere),
    ])
    await Promise.all([submit(ids[0]!), submit(ids[1]!)])
    await giveTo(ids[2]!, people.bengt, 'view')
    const all = await Promise.all(ids.map(async (id) => (await applicationById(database.db, id))!))
    const holding = fc.record({
      office: fc.constantFrom(...offices, 'unheard-of'),
      ecosystem: fc.constantFrom(ecosystem, other, null),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(holding, { maxLength: 4 }),
        fc.constantFrom(...(['aino', 'bengt', 'rival', 'outsider'] as const)),
        async (held, who) => {
          const { id, name } = people[who]
          const actor: Person = { kind: 'person', id, name, offices: held, organisations: [], linked: [] }
          const { rows } = await sql<{ id: string }>`
            select a.id from application a where a.id = any(${ids}::uuid[]) and ${seenApplications(actor)}`.execute(
            database.db,
          )
          const seen = all.filter((a) => maySeeApplication(actor, a)).map((a) => a.id)
          expect(rows.map((r) => r.id).sort()).toEqual([...seen].sort())
          // The rule in its own words: one's own, or sent and handled there.
          for (const a of all) {
            const handles = held.some(
              (h) =>
                ['coordinator', 'preparer', 'council-officer'].includes(h.office) &&
                (h.ecosystem === null || h.ecosystem === a.call.ecosystem),
            )
            expect(isOfficer(actor, a.call.ecosystem)).toBe(handles)
            expect(seen.includes(a.id)).toBe(
              levelOf(actor, a) !== undefined || (a.version !== null && handles),
            )
          }
          const found = await applicationsMatching(database.db, actor, "'vetylaakso':*", 100)
          expect(found.items.every((a) => maySeeApplication(actor, a))).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
    const visitor = { kind: 'visitor' } as const
    expect((await applicationsMatching(database.db, visitor, "'vetylaakso':*", 100)).total).toBe(0)
  })

  it('lists to an office only the calls of its own ecosystem', async () => {
    expect(await refusal(does('elsewhere', listSent, { call: code }))).toBe('application.list.forbidden')
    const preparer = await somebody(database, 'Pirjo Pohja', [['preparer', ecosystem]])
    await actingAs(database, stage, preparer)(listSent, { call: code })
  })
})

describe('the packet', () => {
  it('is everything that was sent: to read, as data that its receipt covers, the files, the log', async () => {
    const one = await withProof()
    const sent = await submit(one.id)
    await declared(one.id, 'coordinator')
    const answer = await page('coordinator', `/applications/${one.id}/packet.zip`)
    if (answer.as !== 'file' || typeof answer.content === 'string') throw new Error('no file')
    expect(answer.name).toBe(`${sent.receipt.replaceAll('/', '-')}.zip`)
    const chunks: Buffer[] = []
    for await (const chunk of answer.content as AsyncIterable<Buffer>) chunks.push(chunk)
    const parts = zipParts(Buffer.concat(chunks))
    expect([...parts.keys()]).toEqual(['index.html', 'application.json', 'log.csv', `files/${proof}`])
    expect(parts.get(`files/${proof}`)).toEqual(pdf)
    const { content, receipt } = JSON.parse(parts.get('application.json')!.toString())
    expect(content.answers).toMatchObject({ name: 'Vetylaakso', need: 'Tarvitaan.' })
    expect(content.files).toMatchObject([
      { name: proof, bytes: pdf.length, hash: createHash('sha256').update(pdf).digest('hex') },
    ])
    expect(hashOf(content)).toBe(sent.hash)
    expect(receipt).toMatchObject({ hash: sent.hash, receipt: sent.receipt, by: 'Aino Aalto' })
    const html = parts.get('index.html')!.toString()
    for (const said of ['Vetylaakso', 'Tarvitaan.', sent.hash, `files/${encodeURIComponent(proof)}`])
      expect(html).toContain(said)
    expect(html).not.toContain('<script')
    const log = parts.get('log.csv')!.toString()
    expect(log.split('\r\n').filter(Boolean).length).toBeGreaterThan(1)
    expect(log).toContain('Aino Aalto')
  })

  it('is not there before something has been sent', async () => {
    const id = await begin(code)
    expect(await refusal(page('aino', `/applications/${id}/packet.zip`))).toBe('application.no-version')
  })
})
