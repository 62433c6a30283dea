import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Gate, openGate } from './gate.ts'
import { beginApplication, joinAsPartner, partnerEmail, submitApplication } from './road/application.ts'
import {
  askCompletion,
  checkAndAssign,
  complete,
  openSheet,
  recuse,
  score,
  settleTogether,
} from './road/assessing.ts'
import { auditedSteps, expectedSteps } from './road/audited.ts'
import { makeCall, toSetup } from './road/call.ts'
import { decide, declareInRoom, openMeeting, propose, select, visit } from './road/deciding.ts'
import { type MovedClock, movedClock } from './road/moved-clock.ts'
import { type Settings, type Tally, type Walker, walks } from './road/walker.ts'

// The whole road of one euro by eight people in their offices, each with their own browser and by what the pages show:
// a call is made from nothing, applied to, assessed, decided by two authorities, and becomes a project. Two languages,
// one person on a phone, one without script; by hand is only who these people are and what the clock says.

vi.setConfig({ testTimeout: 300_000 })

const tally: Tally = { steps: 0, pages: new Set(), faults: [] }
const started = performance.now()
const seconds = () => Math.round((performance.now() - started) / 1000)
const hour = 3_600_000

let clock: MovedClock
let gate: Gate
const walkers: Walker[] = []

beforeAll(async () => {
  clock = await movedClock()
  gate = await openGate({ env: clock.env })
  const known = [
    ['kaisa@helsinki.example', 'Kaisa Koordinaattori', 'coordinator'],
    ['vilma@liitto.example', 'Vilma Valmistelija', 'preparer'],
    ['anna@arvio.example', 'Anna Arvioija', 'assessor'],
    ['bo@bedomning.example', 'Bo Bedömare', 'assessor'],
    ['carl@bedomning.example', 'Carl Jävig', 'assessor'],
    ['kirsi@helsinki.example', 'Kirsi Kaupunki', 'city-decider'],
    ['kerttu@vantaa.example', 'Kerttu Kaupunki', 'city-decider'],
    ['kalle@espoo.example', 'Kalle Kaupunki', 'city-decider'],
    ['liisa@liitto.example', 'Liisa Liitto', 'council-officer'],
  ] as const
  for (const [email, name, office] of known) await gate.person(email, { name, offices: [office] })
  await gate.person('lena@universitetet.example', { name: 'Lena Ledare', language: 'sv' })
})
afterAll(async () => {
  console.info(`The road: ${tally.steps} steps over ${tally.pages.size} kinds of page in ${seconds()} s`)
  await gate.stop()
})

async function comes(settings: Settings): Promise<Walker> {
  const walker = await walks(gate, tally, settings)
  walkers.push(walker)
  return walker
}
async function signsIn(settings: Settings): Promise<Walker> {
  const walker = await comes(settings)
  await walker.signIn()
  return walker
}

/** As a person types the day that comes after so many hours. */
const dayIn = (hours: number) =>
  new Intl.DateTimeFormat('fi-FI', { timeZone: 'Europe/Helsinki' }).format(
    new Date(Date.now() + hours * hour),
  )

let coordinator: Walker
let lead: Walker
let preparer: Walker

it('a coordinator makes a call from nothing and opens it', async () => {
  coordinator = await signsIn({ email: 'kaisa@helsinki.example' })
  await makeCall(coordinator, new Date())
})

it('two organisations write an application, in Swedish on a phone and in Finnish without script, and send it', async () => {
  lead = await signsIn({ email: 'lena@universitetet.example', language: 'sv', phone: true })
  await beginApplication(lead)
  const partner = await comes({ email: partnerEmail, script: false })
  await joinAsPartner(partner)
  await partner.leave()
  await submitApplication(lead)
  expect((await gate.mail.next('lena@universitetet.example', /^Kvitto/)).text).toContain(
    'Klimatsmarta kvarter',
  )
})

it('the time passes; the preparer asks for a completion, and the lead completes', async () => {
  await clock.moveOn(3 * hour)
  await coordinator.home()
  await toSetup(coordinator)
  // Every five minutes the product itself closes what is due: then there is nothing left to press.
  const close = coordinator.page.getByRole('button', { name: 'Päätä hakuaika', exact: true })
  if ((await close.count()) > 0) await coordinator.press('Päätä hakuaika')
  await coordinator.leave()
  preparer = await signsIn({ email: 'vilma@liitto.example' })
  await preparer.follow(/aloita hakemusten arviointi$/)
  await preparer.press('Aloita arviointi')
  await askCompletion(preparer, dayIn(7 * 24))
  await complete(lead)
  await checkAndAssign(preparer)
})

it('who has a tie sees nothing; two score apart, in two languages, and settle together', async () => {
  const carl = await signsIn({ email: 'carl@bedomning.example' })
  await recuse(carl)
  await carl.leave()
  const anna = await signsIn({ email: 'anna@arvio.example' })
  await openSheet(anna, 'fi')
  await score(anna, 'fi', '4')
  const bo = await signsIn({ email: 'bo@bedomning.example', language: 'sv' })
  await openSheet(bo, 'sv')
  await bo.seesNot('Hakemuksen kohdat 4–6.')
  await score(bo, 'sv', '2')
  await settleTogether(bo)
  await anna.leave()
  await bo.leave()
})

it('the city selects in a meeting where a conflict is noted', async () => {
  await propose(preparer)
  await preparer.leave()
  const chair = await signsIn({ email: 'kirsi@helsinki.example' })
  await openMeeting(chair, dayIn(0))
  const member = await signsIn({ email: 'kalle@espoo.example' })
  await declareInRoom(member, true)
  await member.leave()
  const third = await signsIn({ email: 'kerttu@vantaa.example' })
  await declareInRoom(third, false)
  await third.leave()
  await declareInRoom(chair, false)
  await select(chair)
  await chair.leave()
})

it('the council decides, publishes and sends the letter', async () => {
  const council = await signsIn({ email: 'liisa@liitto.example' })
  await decide(council)
  await council.leave()
  const letter = await lead.openMailed(/^Beslut/)
  expect(letter).toContain('126 000,42')
  await lead.sees('Liisa Liitto')
})

it('anybody finds the decision and the project in both languages, and the audit has every step', async () => {
  for (const language of ['fi', 'sv'] as const) {
    const visitor = await comes({ email: `visitor-${language}@example`, language })
    await visit(visitor, language)
  }
  const steps = await auditedSteps(gate.database)
  expect(expectedSteps.filter((step) => !steps.includes(step))).toEqual([])
  expect(tally.faults).toEqual([])
})
