import type { Page } from 'playwright-core'
import { connect, transaction } from '../src/kernel/db.ts'
import { loadShippedEcosystems } from '../src/modules/ecosystems/index.ts'
import { launchBrowser, openPage } from '../test/browser.ts'
import { somebody } from '../test/people.ts'
import { startProduct } from '../test/product.ts'
import { openMeeting } from '../test/selection-meeting.ts'

/**
 * Dragging in the room of a selection meeting with 40 candidates and 5 criteria, in a real browser. Step by step: from a
 * slider's move to the frame that shows an answer to it, first an interim one, then the exact one. Without a pause, a
 * move every 16 ms as a hand does it: how long each painted answer took, and how long each move waited for an answer to
 * it or to a later one.
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
          const painted = (performance.getEntriesByName('room-painted') as PerformanceMark[]).filter(
            ({ detail }) => detail.since >= began,
          )
          if (painted.length > 0 && !first) first = performance.now() - began
          if (painted.some(({ detail }) => detail.status === 'exact')) exact = performance.now() - began
        }
        if (first) times.first.push(first)
        else times.unanswered++
        if (exact) times.exact.push(exact)
      }
      return times
    },
    { slider, count },
  )

type Swept = { answers: number[]; waits: number[]; painted: number }

/** Moves a slider without a pause, there and back. */
const sweep = (page: Page, slider: string, count: number): Promise<Swept> =>
  page.evaluate(
    async ({ slider: name, count: n }) => {
      const input = document.querySelector<HTMLInputElement>(`[data-slide="${name}"]`)!
      const [least, most] = [Number(input.min), Number(input.max)]
      const from = Number(input.value)
      const began: number[] = []
      const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
      performance.clearMarks()
      for (let i = 0; i < n; i++) {
        input.value = String(Math.max(least, from - (most - least) * 0.2 * (1 - Math.cos(i / 12))))
        began.push(performance.now())
        input.dispatchEvent(new Event('input', { bubbles: true }))
        await rest(16)
      }
      const end = performance.now()
      await rest(1_000)
      const marks = performance.getEntriesByName('room-painted') as PerformanceMark[]
      const during = marks.filter(({ startTime }) => startTime <= end)
      return {
        painted: during.length,
        answers: during.map(({ startTime, detail }) => startTime - detail.since),
        waits: began.flatMap((move) => {
          const answer = marks.find(({ detail }) => detail.since >= move)
          return answer ? [answer.startTime - move] : []
        }),
      }
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
    const swept = await sweep(page, slider, 4 * moves)
    say(
      `${what} without a pause: ${swept.painted} answers on the screen for ${4 * moves} moves, each ${said(swept.answers)}; a move waits ${said(swept.waits)}`,
    )
  }
} finally {
  await browser.close()
  await database.drop()
  await product.stop()
}
