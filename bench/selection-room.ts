import type { Page } from 'playwright-core'
import { connect, transaction } from '../src/kernel/db.ts'
import { loadShippedEcosystems } from '../src/modules/ecosystems/index.ts'
import { launchBrowser, openPage } from '../test/browser.ts'
import { somebody } from '../test/people.ts'
import { startProduct } from '../test/product.ts'
import { openMeeting } from '../test/selection-meeting.ts'

/**
 * Dragging in the room of a selection meeting with 40 candidates and 5 criteria, in a real browser: from a slider's move
 * to the frame that shows an answer to it, first an interim one, then the exact one.
 * `npm run bench -- selection-room [moves] [candidates]`
 */
const moves = Number(process.argv[2] ?? 60)
const candidates = Number(process.argv[3] ?? 40)
const say = (line: string) => process.stdout.write(`${line}\n`)

type Times = { first: number[]; exact: number[]; unanswered: number }

/** Moves a slider back and forth, each time when the answer to the move before is on the screen. */
const drag = (page: Page, slider: string, count: number): Promise<Times> =>
  page.evaluate(
    async ({ slider: name, count: n }) => {
      const input = document.querySelector<HTMLInputElement>(`[data-slide="${name}"]`)!
      const [least, most] = [Number(input.min), Number(input.max)]
      const from = Number(input.value)
      const times: Times = { first: [], exact: [], unanswered: 0 }
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      for (let i = 0; i < n; i++) {
        const step = (most - least) * 0.01 * (1 + (i % 10))
        input.value = String(Math.max(least, Math.min(most, from - step)))
        performance.clearMarks()
        const began = performance.now()
        input.dispatchEvent(new Event('input', { bubbles: true }))
        let [first, exact] = [0, 0]
        while (!exact && performance.now() - began < 3_000) {
          await frame()
          const painted = performance.getEntriesByName('room-painted') as PerformanceMark[]
          if (painted.length > 0 && !first) first = performance.now() - began
          if (painted.some(({ detail }) => detail === 'exact')) exact = performance.now() - began
        }
        if (first) times.first.push(first)
        else times.unanswered++
        if (exact) times.exact.push(exact)
      }
      return times
    },
    { slider, count },
  )

const at = (of: readonly number[], share: number) =>
  [...of].sort((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * share))] ?? Number.NaN
const said = (of: readonly number[]) => `p50 ${at(of, 0.5).toFixed(0)} ms, p95 ${at(of, 0.95).toFixed(0)} ms`

const product = await startProduct()
const connectionString = `postgres://talkoot@/talkoot?host=${product.dataFolder}/socket`
const connection = connect(connectionString, () => undefined)
const database = { ...connection, connectionString, drop: () => connection.close() }
const { db } = database
const browser = await launchBrowser()
try {
  await transaction(db, (tx) => loadShippedEcosystems(tx, new Date('2026-11-21T06:00:00Z')))
  const { id: ecosystem } = await db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hev')
    .executeTakeFirstOrThrow()
  const person = await somebody(database, 'Kaisa Koordinaattori', [['coordinator', ecosystem]])
  const meeting = await openMeeting(database, ecosystem, [], { candidates, criteria: 5 })
  const page = await openPage(browser, { viewport: { width: 1280, height: 900 } })
  await page.context().addCookies([{ name: 'talkoot_session', value: person.session, url: product.url }])
  await page.goto(`${product.url}/selections/${meeting.id}/room?rank=impact.readiness.novelty.reach.cost`)
  say(`${candidates} candidates, 5 criteria in rank order, 2 budgets, 1 rule; ${moves} moves of each slider`)
  for (const [what, slider] of [
    ['budget', 'limit-eu'],
    ['weight', 'max-impact'],
  ] as const) {
    await drag(page, slider, 3)
    const times = await drag(page, slider, moves)
    say(
      `${what}: first answer on the screen ${said(times.first)}; exact ${said(times.exact)} (${times.exact.length} of ${moves}), unanswered ${times.unanswered}`,
    )
  }
} finally {
  await browser.close()
  await database.drop()
  await product.stop()
}
