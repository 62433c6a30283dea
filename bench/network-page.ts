import type { Page } from 'playwright-core'
import type { Stage } from '../src/kernel/context.ts'
import { connect, execute, transaction } from '../src/kernel/db.ts'
import { newId } from '../src/kernel/id.ts'
import { bumpRevision } from '../src/kernel/revision.ts'
import { loadShippedEcosystems } from '../src/modules/ecosystems/index.ts'
import { makePicture } from '../src/modules/network/making.ts'
import { launchBrowser, openPage } from '../test/browser.ts'
import { madeNetwork } from '../test/network/made.ts'
import { startProduct } from '../test/product.ts'

/**
 * The network of a product that holds 10 000 organisations and the projects that tie 40 000 pairs of them: how long its
 * job takes from the database to the stored picture (seconds of the clock), how long a browser takes from the request to
 * the drawn map, how long a filter takes until the map shows it, and how long the server takes for the page of an actor.
 * `npm run bench -- network-page [ACTORS] [PAIRS]`
 */
const [actorCount, pairCount] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 40_000)]
const say = (line: string) => process.stdout.write(`${line}\n`)
const at = (of: readonly number[], share: number) =>
  [...of].sort((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * share))] ?? Number.NaN
const said = (of: readonly number[]) =>
  `p50 ${at(of, 0.5).toFixed(0)} ms, p95 ${at(of, 0.95).toFixed(0)} ms, most ${Math.max(...of).toFixed(0)} ms (${of.length} times)`

const dayOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
const kindOf: Record<string, string> = { developer: 'association' }

/** Writes a made network into the registry of organisations and the projects. */
async function fill(db: ReturnType<typeof connect>['db']): Promise<string[]> {
  const made = madeNetwork(actorCount, pairCount)
  const ids = new Map(made.actors.map(({ id }, i) => [id, newId(Date.UTC(2026, 0, 1) + i)]))
  const rows = made.actors.map(({ id, attributes }) => ({
    id: ids.get(id),
    name: `Toimija ${id.replace('actor ', '')}`,
    kind: kindOf[String(attributes!.kind)] ?? attributes!.kind,
    region: attributes!.region,
  }))
  await execute(
    db,
    `insert into organisation (id, canonical_id, name, kind, personal, region, country, created_at, lexemes)
     select id, id, name, kind, false, region, 'FI', now(), to_tsvector('simple', name)
     from jsonb_to_recordset($1) as r (id uuid, name text, kind text, region text)`,
    [JSON.stringify(rows)],
  )
  const projects = made.projects.map((project, i) => ({ ...project, uuid: newId(Date.UTC(2026, 1, 1) + i) }))
  await execute(
    db,
    `insert into project (id, registry, code, title, language, themes, lead_personal, lead_id, start_on, end_on,
       facet_key, statements, share, created_at, updated_at)
     select id, 'made', id::text, 'Hanke ' || id, 'fi', '{}', false, lead, starts, ends, 1, 1, 'public', now(), now()
     from jsonb_to_recordset($1) as r (id uuid, lead uuid, starts date, ends date)`,
    [
      JSON.stringify(
        projects.map(({ uuid, lead, since, until }) => ({
          id: uuid,
          lead: ids.get(lead!),
          starts: dayOf(since!),
          ends: dayOf(until!),
        })),
      ),
    ],
  )
  await execute(
    db,
    `insert into project_party (project_id, position, organisation_id, role, name)
     select project, position, organisation, role, 'x'
     from jsonb_to_recordset($1) as r (project uuid, position int, organisation uuid, role text)`,
    [
      JSON.stringify(
        projects.flatMap(({ uuid, lead, parties }) =>
          parties.map((id, position) => ({
            project: uuid,
            position,
            organisation: ids.get(id),
            role: id === lead ? 'lead' : 'partner',
          })),
        ),
      ),
    ],
  )
  return [...ids.values()]
}

/** Takes a party out of one project of a hundred, and puts somebody else in. */
const change = (db: ReturnType<typeof connect>['db']) =>
  execute(
    db,
    `update project_party y set organisation_id = (select id from organisation order by md5(id::text || y.project_id::text) limit 1)
     where position = 1 and ('x' || left(md5(project_id::text), 6))::bit(24)::int % 100 = 0`,
  )

const drawn = (page: Page) => page.waitForFunction(() => 'drawnAt' in window, undefined, { timeout: 60_000 })
const watch = () => {
  new MutationObserver((seen) => {
    if (seen.some(({ attributeName }) => attributeName === 'data-drawn'))
      Object.assign(window, { drawnAt: performance.now() }) // of the latest drawing
  }).observe(document, { subtree: true, attributeFilter: ['data-drawn'] })
}

/** Ticks or unticks each box of a facet in turn: milliseconds from the press until the map is drawn anew. */
const tick = (page: Page, names: readonly string[]): Promise<number[]> =>
  page.evaluate(async (wanted) => {
    const drawnAt = () => (window as unknown as { drawnAt: number }).drawnAt
    const took: number[] = []
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    for (const name of wanted)
      for (let i = 0; i < 4; i++) {
        const box = document.querySelectorAll<HTMLInputElement>(`form[data-live] input[name="${name}"]`)[i]
        if (!box) continue
        for (const on of [true, false]) {
          const control = document.querySelectorAll<HTMLInputElement>(
            `form[data-live] input[name="${name}"]`,
          )[i]
          if (!control) continue
          control.checked = on
          const began = performance.now()
          control.dispatchEvent(new Event('input', { bubbles: true }))
          while (drawnAt() < began && performance.now() - began < 2_000) await frame()
          took.push(drawnAt() - began)
          await rest(800)
        }
      }
    return took
  }, names)

const product = await startProduct()
const connectionString = `postgres://talkoot@/talkoot?host=${product.dataFolder}/socket`
const connection = connect(connectionString, () => undefined)
const { db } = connection
const browser = await launchBrowser()
try {
  const now = new Date()
  await transaction(db, (tx) => loadShippedEcosystems(tx, now))
  const actors = await fill(db)
  await execute(db, 'analyze')
  await transaction(db, (tx) => bumpRevision(tx))
  const stage = { database: db, actor: { kind: 'visitor' }, way: 'page', now, language: 'fi' } as Stage
  for (const what of ['first', 'after one project in a hundred changed']) {
    const began = performance.now()
    await makePicture({ ...stage, now: new Date() })
    say(`the job, ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s of the clock`)
    await change(db)
    await transaction(db, (tx) => bumpRevision(tx))
  }
  for (let round = 0; round < 4; round++) {
    const page = await openPage(browser, { viewport: { width: 1280, height: 900 } })
    await page.addInitScript(watch)
    await page.goto(`${product.url}/network`, { waitUntil: 'commit' })
    await drawn(page)
    const { drawnAt, ties } = await page.evaluate(() => ({
      drawnAt: (window as unknown as { drawnAt: number }).drawnAt,
      ties: document.querySelector<HTMLElement>('[data-drawn]')!.dataset.drawn,
    }))
    say(
      `first drawing, ${round === 0 ? 'nothing held yet' : 'again'}: ${drawnAt.toFixed(0)} ms, ${ties} ties`,
    )
    if (round === 3) say(`a filter: ${said(await tick(page, ['kind', 'region', 'community', 'tie']))}`)
    await page.context().close()
  }
  const times: number[] = []
  for (let i = 0; i < 200; i++) {
    const id = actors[(i * 7_919) % actors.length]!
    const began = performance.now()
    const answer = await fetch(`${product.url}/network/actors/${id}`)
    await answer.text()
    if (answer.status === 200) times.push(performance.now() - began)
  }
  say(`the page of an actor: ${said(times)}`)
} finally {
  await browser.close()
  await connection.close()
  await product.stop()
}
