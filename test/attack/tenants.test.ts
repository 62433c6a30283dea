import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { execute } from '../../src/kernel/db.ts'
import type { ShareLevel } from '../../src/kernel/share.ts'
import { offices } from '../../src/modules/people/index.ts'
import { freshDatabase } from '../database.ts'
import { type Caller, type Operation, operationsOf } from './campaign.ts'
import { callerOf, knownIds, nobody } from './run.ts'
import { type Attacker, openTarget, type Target } from './target.ts'
import { askAll, type Marker, readAll, readAudit, sow } from './tenants.ts'

/**
 * One ecosystem's records each carry a word of their own. Everybody of another ecosystem asks for everything: no
 * answer, page or file has a word that its share level does not give.
 */
let target: Target
let url: string
let operations: Operation[]
let sown: Awaited<ReturnType<typeof sow>>
let here: { id: string; key: string }
let pages: string[]
let ids: string[]
let keys: string[]
let people: { name: string; caller: Caller; sees: readonly (ShareLevel | 'nobody')[] }[]

const starts = [
  '/',
  '/ecosystems',
  '/sources',
  '/projects',
  '/projects/export.csv',
  '/organisations',
  '/feed.xml',
  '/sitemap/projects-1.xml',
  '/workspace',
  '/discussion',
  '/calendar',
  '/saved',
  '/notifications',
]
const mine = ['/account', '/account/tokens', '/webhooks', '/members', '/administration/audit', '/invitations']

beforeAll(async () => {
  target = await openTarget({ database: await freshDatabase() })
  url = target.product.url
  const { db } = target.database
  const pick = async (sql: string, values: unknown[] = []) =>
    (await execute(db, sql, values)).rows as { id: string; key: string }[]
  // One with a neighbour, and one that is linked to neither.
  const linked = `select a.id, a.key, b.id as other from ecosystem a join ecosystem b on b.parent_id = a.parent_id and b.id <> a.id
    where a.parent_id is not null order by a.key, b.key limit 1`
  const [found] = (await execute(db, linked)).rows as { id: string; key: string; other: string }[]
  here = { id: found!.id, key: found!.key }
  const [far] = await pick(
    `select id, key from ecosystem e where id <> $1 and parent_id is distinct from (select parent_id from ecosystem where id = $1)
       and id <> (select parent_id from ecosystem where id = $1) and parent_id is distinct from $1
       and not exists (select from ecosystem_link l where (l.ecosystem_id = e.id and l.to_id = $1) or (l.to_id = e.id and l.ecosystem_id = $1))
     order by key limit 1`,
    [here.id],
  )
  const person = (name: string, office: string, ecosystem: string) =>
    target.person(name, [{ office, ecosystem }])
  const owner = await person('Anna Omistaja', 'coordinator', here.id)
  await person('Arto Jäsen', 'member', here.id)
  sown = await sow(target, here, owner)
  operations = await operationsOf(url)
  ids = await idsOfRecords()
  keys = (await pick('select id, key from ecosystem order by (id = $1) desc, key', [here.id]))
    .map((e) => e.key)
    .slice(0, 3)

  const of = async (where: string, ecosystem: string, office: string, sees: Marker['share'][]) => {
    const who = await person(`${office} ${where}`, office, ecosystem)
    return { name: `${office} ${where}`, caller: callerOf(target, who, office), sees, who }
  }
  // An administrator is one of the whole installation: the office cannot be given for one ecosystem.
  const ofOne = offices.filter((office) => office !== 'administrator')
  const elsewhere = await Promise.all(ofOne.map((o) => of('elsewhere', far!.id, o, ['public'])))
  const coordinator = elsewhere.find((e) => e.name.startsWith('coordinator'))!
  people = [
    { name: 'a visitor', caller: nobody, sees: ['public'] },
    ...elsewhere,
    { name: 'a token elsewhere', caller: await tokenOf(coordinator.who), sees: ['public'] },
    await of('in the neighbour', found!.other, 'coordinator', ['network', 'public']),
    await of('in it', here.id, 'viewer', ['agreement', 'network', 'public']),
  ]
  const all = await readAll(
    url,
    callerOf(target, owner, 'owner'),
    [...starts, ...mine, ...sown.addresses],
    120,
  )
  pages = [...all.keys()]
  // What its own coordinator reads has the words: else that nobody else does would prove nothing.
  const answers = await askAll(url, operations, callerOf(target, owner, 'owner'), asked())
  good = new Set([...answers.good].filter((asked) => answers.texts.get(asked)?.includes('salaisuus')))
  questions = [...answers.texts.keys()]
  audits = await readAudit(url, callerOf(target, owner, 'owner'))
  const told = [...all.values(), ...answers.texts.values()].join('\n')
  missing = sown.markers.filter((m) => !told.includes(m.word) && m.share !== 'nobody')
}, 300_000)
afterAll(() => target.stop())

let missing: Marker[]
let audits: Map<string, string>
/** What told its own coordinator one of the words; the rest of the questions, and the many words, are shared out in turns. */
let good: Set<string>
let questions: string[]
const asked = (turn?: number) => ({
  ids,
  keys,
  subjects: sown.subjects,
  words: sown.markers.filter((_, i) => i % wordTurns === turn).map((m) => m.word),
  ...(turn !== undefined && { known: { good, turn, turns: idTurns } }),
})
const wordTurns = 10
const idTurns = 6

// Of what was sown, and what came of that by itself, all ids; of everything else one.
const sownTables = [
  'project',
  'organisation',
  'topic',
  'event',
  'comment',
  'attachment',
  'saved_view',
  'import',
  'webhook',
  'notification',
  'invitation',
  'contact',
  'draft',
  'draft_change',
  'api_token',
]
async function idsOfRecords(): Promise<string[]> {
  const found = await Promise.all(
    sownTables.map((table) => execute(target.database.db, `select id from "${table}" order by id`)),
  )
  const sownIds = found.flatMap((f) => (f.rows as { id: string }[]).map((r) => r.id))
  return [...new Set([...(await knownIds(target, 1)), ...sownIds])]
}

async function tokenOf(who: Attacker): Promise<Caller> {
  const answer = await fetch(`${url}/api/token/create`, {
    method: 'POST',
    headers: { cookie: who.cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'toisen', scopes: ['read'] }),
  })
  const { token } = (await answer.json()) as { token: string }
  return { name: 'token', headers: { authorization: `Bearer ${token}` } }
}

/** What was asked is said back, in links to the other languages: what counts is what was found. */
const withoutQuestion = (address: string, text: string): string =>
  [...address.matchAll(/merkki\w+salaisuus/g)].reduce((rest, [word]) => rest.replaceAll(word, ''), text)

describe('the records of one ecosystem', () => {
  it('are read by its own coordinator, every one', () => {
    expect(missing.map((m) => `${m.what} (${m.share})`)).toEqual([])
    expect(sown.markers.length).toBeGreaterThan(80)
  })

  it('stand in the audit that its coordinator takes out, whatever kind of file it is', () => {
    expect([...audits.keys()].length).toBe(3)
    const [first] = sown.subjects
    for (const [format, text] of audits) expect([format, text.includes(first!.id)]).toEqual([format, true])
  })

  it('are not told to others beyond their share level, by any query, page or file', async () => {
    const leaks: string[] = []
    let read = 0
    const unasked = new Set(questions)
    for (const [turn, { name, caller, sees }] of people.entries()) {
      const isToken = 'authorization' in caller.headers
      const found = new Map([
        ...(isToken ? [] : await readAll(url, caller, pages, pages.length + 30)),
        ...(isToken ? [] : await readAudit(url, caller)),
        ...(await askAll(url, operations, caller, asked(turn % wordTurns))).texts,
      ])
      read += found.size
      for (const [address, text] of found) {
        unasked.delete(address)
        if (!text.includes('salaisuus')) continue
        const rest = withoutQuestion(address, text)
        for (const { word, what, share } of sown.markers) {
          if (!sees.includes(share) && rest.includes(word))
            leaks.push(`${what} (${share}) to ${name}: ${address}`)
        }
      }
    }
    console.info(`tenants: ${sown.markers.length} words, ${people.length} people, ${read} answers read`)
    expect([...unasked]).toEqual([])
    expect([...new Set(leaks.map((l) => l.replace(/[\da-f]{8}-[\da-f-]{27}/g, '*')))].slice(0, 40)).toEqual(
      [],
    )
  }, 900_000)
})
