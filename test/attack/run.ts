import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { execute } from '../../src/kernel/db.ts'
import { productFolder } from '../../src/kernel/product.ts'
import {
  attackActions,
  type Caller,
  inTurns,
  newTally,
  operationsOf,
  plausible,
  probe,
  requestOf,
  type Tally,
} from './campaign.ts'
import { attackAddresses, attackForms, explore } from './forms.ts'
import type { Attacker, Target } from './target.ts'

/** From where a signed-in person's pages are found. */
const starts = [
  '/',
  '/projects',
  '/organisations',
  '/ecosystems',
  '/regions',
  '/sources',
  '/sources/new',
  '/search?q=a',
  '/api',
  '/sign-in',
  '/webhooks',
  '/account/tokens',
  '/account',
  '/workspace',
  '/administration',
]

export type Campaign = { name: string; tally: Tally }[]

/** So many projects that every page has something to show. */
export async function sowProjects(target: Target, coordinator: Attacker, each = 60): Promise<void> {
  const file = join(productFolder, 'data', 'demo', 'fi-2014-2020.csv.gz')
  const lines = gunzipSync(await readFile(file))
    .toString()
    .split('\n')
  const kept = await target.stored(lines.filter((_, i) => i % each === 0).join('\n'))
  const headers = { ...callerOf(target, coordinator).headers, 'content-type': 'application/json' }
  const post = async (input: object) =>
    (
      await fetch(`${target.product.url}/api/import/receive`, {
        method: 'POST',
        headers,
        body: JSON.stringify(input),
      })
    ).json()
  const { id } = (await post({ name: 'luettelo.csv', ...kept, goOn: true, apply: true })) as { id: string }
  for (let i = 0; i < 4_000; i++) {
    const { state } = (await (
      await fetch(`${target.product.url}/api/imports/${id}`, { headers })
    ).json()) as { state: string }
    if (state === 'applied') return
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('the projects were not brought in')
}

export const callerOf = (target: Target, who: Attacker, name = who.id): Caller => ({
  name,
  headers: { cookie: who.cookie, origin: target.product.url },
})
export const nobody: Caller = { name: 'visitor', headers: {} }

/** The ids of every table: a few of each. */
export async function knownIds(target: Target, each = 3): Promise<string[]> {
  const { db } = target.database
  const { rows } = await execute(
    db,
    `select table_name from information_schema.columns
     where table_schema = 'public' and column_name = 'id' and data_type = 'uuid' order by 1`,
  )
  const found: string[] = []
  for (const { table_name } of rows as { table_name: string }[]) {
    const ids = await execute(db, `select id from "${table_name}" order by id desc limit ${each}`)
    found.push(...(ids.rows as { id: string }[]).map((r) => r.id))
  }
  return found
}

/** The whole attack with one in so many of its tries. */
export async function attack(target: Target, share: number): Promise<Campaign> {
  const { url } = target.product
  const [here] = target.ecosystems as [string]
  const all = await target.person('Aino Kaikki', [
    { office: 'administrator', ecosystem: null },
    { office: 'coordinator', ecosystem: null },
  ])
  const some = await target.person('Heikki Hyökkääjä', [{ office: 'coordinator', ecosystem: here }])
  await sowProjects(target, all)
  const chief = callerOf(target, all, 'coordinator')
  const callers = [chief, chief, callerOf(target, some, 'coordinator of one'), nobody]
  const operations = await operationsOf(url)
  const ids = await knownIds(target, 1)
  const tallies: Campaign = []
  const run = async (name: string, work: (tally: Tally) => Promise<void>) => {
    const tally = newTally()
    await work(tally)
    tallies.push({ name, tally })
  }
  await run('actions', (tally) => attackActions(tally, url, operations, callers, ids, share))
  const site = await explore(url, chief, starts)
  await run('forms', (tally) => attackForms(tally, url, site, chief, share))
  await run('addresses', (tally) => attackAddresses(tally, url, site, chief, share * 6))
  await run('ids of every table', async (tally) => {
    const every = await knownIds(target)
    const work = operations
      .filter((op) => Object.keys(op.fields).some((f) => f === 'id'))
      .flatMap((op) => every.map((id) => [op, id] as const))
    const chosen = work.filter((_, i) => i % Math.ceil(share / 4) === 0)
    const send =
      ([op, id]: (typeof work)[number], caller: Caller) =>
      () =>
        probe(
          tally,
          requestOf(url, op, { ...plausible(op, [id]), id }, caller),
          `${op.id} as ${caller.name}`,
          id,
        )
    await inTurns(
      chosen.flatMap((w) => [send(w, nobody), send(w, callers[2]!)]),
      8,
    )
  })
  await run('sign-in', (tally) => knock(tally, target, share))
  // What was put in during the attack is read again, on every page.
  await run('what is stored', async (tally) => {
    const after = await explore(url, chief, [...starts, ...site.pages])
    await inTurns(
      after.pages.map(
        (path) => () => probe(tally, new Request(url + path, { headers: chief.headers }), path, 'stored'),
      ),
      8,
    )
  })
  return tallies
}

/** Guessed, forged, tampered and ended secrets, many at once. */
async function knock(tally: Tally, target: Target, share: number): Promise<void> {
  const { url } = target.product
  const one = await target.person('Vilma Varas', [{ office: 'coordinator', ecosystem: null }])
  const secret = one.cookie.split('=')[1]!
  await execute(target.database.db, 'update session set expires_at = now() where person_id = $1', [one.id])
  const forged = [
    secret,
    `${secret}x`,
    secret.toUpperCase(),
    '',
    'null',
    '"',
    `' or 1=1--`,
    'a'.repeat(4_000),
    '%00',
    '{"id":1}',
    'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.',
  ]
  const cookies = forged.flatMap((value) => [
    `talkoot_session=${value}`,
    `talkoot_session=${value}; talkoot_session=${secret}`,
  ])
  const bearers = [...forged.filter((v) => v !== '%00'), `tlk_${'a'.repeat(49)}`, `tlk_${secret}`]
  const asks = [
    ...cookies.map((cookie) => new Request(`${url}/sources/new`, { headers: { cookie } })),
    ...cookies.map((cookie) => new Request(`${url}/api/imports`, { headers: { cookie } })),
    ...bearers.map((b) => new Request(`${url}/api/imports`, { headers: { authorization: `Bearer ${b}` } })),
    ...Array.from(
      { length: Math.ceil(400 / share) },
      (_, i) =>
        new Request(`${url}/sign-in`, {
          method: 'POST',
          headers: { origin: url },
          body: new URLSearchParams({ token: `${i}`.padStart(43, 'x'), to: '//evil.example' }),
        }),
    ),
  ]
  await inTurns(
    asks.map((request) => async () => {
      const html = await probe(
        tally,
        request,
        `${request.method} ${new URL(request.url).pathname}`,
        request.headers.get('cookie') ?? request.headers.get('authorization'),
      )
      if (/"items"|name="file"|luettelo\.csv/.test(html)) {
        tally.findings.push({ what: 'let in', where: request.url, with: '', told: html.slice(0, 80) })
      }
    }),
    32,
  )
}
