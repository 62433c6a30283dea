/**
 * Situation pictures of a running product that holds its demo, or more: visitors and one who is signed in open pictures
 * at a steady pace, whether or not the ones before have been answered; then every figure and every series of every
 * picture is asked for its origin, and every origin that they name is opened.
 *   npm run bench -- situation [ADDRESS] [ARRIVALS PER SECOND] [SECONDS]
 * With DATABASE_URL also how long all pictures take to make (a second process, `talkoot situation make`, does the same).
 * Ends with 1 when the 95th percentile is 100 ms or more, or when any figure has no origin.
 */
import { connect } from '../src/kernel/db.ts'
import type { Content } from '../src/modules/situation/content.ts'

const [address = 'http://localhost:3000', rate = '50', seconds = '60'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)
const json = async <T>(path: string) => (await (await fetch(`${address}/api${path}`)).json()) as T

const { items } = await json<{ items: { key: string }[] }>('/situation')
const paths = items.flatMap(({ key }) => ['', '/sv', '/en'].map((l) => `${l}/situation/${key}`))

/** Signed in by the demo's one press. */
async function signIn(): Promise<string> {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
    body: 'person=coordinator',
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const at = (of: readonly number[], share: number) =>
  of.toSorted((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * share))] ?? Number.NaN

async function pace(who: string, cookie: string): Promise<number> {
  const times: number[] = []
  let errors = 0
  const visits = Array.from({ length: Number(rate) * Number(seconds) }, async (_, i) => {
    await new Promise((resolve) => setTimeout(resolve, (i * 1000) / Number(rate)))
    const began = performance.now()
    const answer = await fetch(address + paths[(i * 7) % paths.length]!, {
      headers: { 'accept-encoding': 'gzip', ...(cookie && { cookie }) },
    }).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.status !== 200) errors++
    times.push(performance.now() - began)
  })
  await Promise.all(visits)
  say(
    `${who.padEnd(12)} ${times.length} pages of ${items.length} pictures in three languages at ${rate} a second: p50 ${at(times, 0.5).toFixed(0)} ms, p95 ${at(times, 0.95).toFixed(0)} ms, p99 ${at(times, 0.99).toFixed(0)} ms, most ${Math.max(...times).toFixed(0)} ms, not 200: ${errors}`,
  )
  return errors > 0 ? Number.POSITIVE_INFINITY : at(times, 0.95)
}

const cookie = await signIn()
const slowest = [await pace('visitors', '')]
if (cookie) slowest.push(await pace('signed in', cookie))

let figures = 0
let without = 0
const origins = new Set<string>()
for (const { key } of items) {
  const { content } = await json<{ content: Content }>(`/situation/${key}`)
  for (const [id, { origin }] of Object.entries({ ...content.figures, ...content.series })) {
    figures++
    const page = await fetch(`${address}/situation/${key}/figures/${encodeURIComponent(id)}`)
    const html = await page.text()
    if (page.status !== 200 || !html.includes('<dl class="provenance">') || !origin) without++
    if (origin) origins.add(origin)
  }
}
const closed: string[] = []
for (const origin of origins) {
  const answer = await fetch(address + origin)
  await answer.arrayBuffer()
  if (answer.status !== 200) closed.push(`${origin} ${answer.status}`)
}
say(
  `${figures} figures and series walked: ${without} without an origin; ${origins.size} origins opened, ${closed.length} not`,
)
for (const line of closed.slice(0, 20)) say(`  ${line}`)

const { DATABASE_URL } = process.env
if (DATABASE_URL) {
  const { db, close } = connect(DATABASE_URL, () => undefined)
  const made = await db
    .selectFrom('situation_snapshot')
    .select((eb) => [eb.fn.sum<string>('milliseconds').as('sum'), eb.fn.countAll<string>().as('n')])
    .executeTakeFirstOrThrow()
  say(`${made.n} snapshots, made in ${(Number(made.sum) / 1000).toFixed(1)} s altogether`)
  await close()
}
process.exitCode = slowest.every((p95) => p95 < 100) && without + closed.length === 0 ? 0 : 1
