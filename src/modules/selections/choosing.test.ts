import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { decidingStage, type Offices, officesOf } from '../../../test/decision-offices.ts'
import { post, visit, whatIsSent } from '../../../test/page-request.ts'
import { actingAs } from '../../../test/people.ts'
import { declaresFree, preparedSelection } from '../../../test/selection.ts'
import type { Stage } from '../../kernel/context.ts'
import { actorOf } from '../people/index.ts'
import { selectionsModule } from './module.ts'
import { pages } from './pages.tsx'
import { callSelection, openSelection } from './prepare-actions.ts'
import { readSelection } from './reading.ts'
import type { Room } from './room.ts'
import { saidText } from './room-said-text.ts'

let database: TestDatabase
let stage: Stage
let people: Offices
let selection = ''
let candidates: string[] = []

beforeAll(async () => {
  database = await freshDatabase()
  const made = await officesOf(database)
  people = made.people
  const bare = decidingStage(database, await mkdtemp(join(tmpdir(), 'talkoot-choosing-')))
  stage = {
    ...bare,
    actor: await actorOf(database.db, people.coordinator.session, bare.now),
    drafts: new Map(selectionsModule.drafts!.map((d) => [d.kind, d])),
  }
  ;({ selection, candidates } = await preparedSelection(database, made.call.ecosystem, [
    [people.city.id, 'chair'],
    [people.city2.id, 'member'],
  ]))
  await declaresFree(database, [people.coordinator.id], candidates)
  const as = actingAs(database, stage, people.coordinator)
  await as(callSelection, { selection })
  await as(openSelection, { selection })
})
afterAll(() => database.drop())

/** The portfolios of the form, and which of them is ticked; the room is asked for until they are computed. */
async function choices(): Promise<{ all: string[]; ticked: string[]; html: string }> {
  for (;;) {
    const html = await whatIsSent(await visit(pages, stage, `/selections/${selection}/room`))
    const inputs = [...html.matchAll(/<input type="radio" name="portfolio"[^>]*>/g)].map(([input]) => input)
    const value = (input: string) => /value="([^"]*)"/.exec(input)![1]!
    if (inputs.length > 0 && !html.includes('data-waiting'))
      return { all: inputs.map(value), ticked: inputs.filter((i) => / checked/.test(i)).map(value), html }
  }
}
/** Sends the form as it was shown: with what it says of its draft. */
const send = async (values: Record<string, string>) => {
  const { html } = await choices()
  const form = html.slice(html.indexOf('data-kind="selection.choose"'))
  const draft = /name="draft" value="([^"]*)"/.exec(form)?.[1]?.replaceAll('&quot;', '"') ?? ''
  return post(pages, stage, `/selections/${selection}/choose`, { about: 'choice', draft, ...values })
}

it('keeps which portfolio was ticked like the reasons beside it, and takes that one', async () => {
  const fresh = await choices()
  expect(fresh.ticked).toEqual([fresh.all[0]])
  // One that no rule picks: it stands in the list as the one chosen before.
  const own = 'H04.H05'
  await send({ portfolio: own, reasons: 'Kesken', 'draft-only': '1' })
  const kept = await choices()
  expect(kept.ticked).toEqual([own])
  expect(kept.html).toContain(saidText.fi.keptPick)
  expect(kept.html).toContain('Kesken')
  const other = fresh.all.at(-1)!
  await send({ portfolio: other, reasons: 'Kesken', 'draft-only': '1' })
  expect((await choices()).ticked).toEqual([other])
  await send({ portfolio: other, reasons: 'Valmis' })
  const room = await actingAs(database, stage, people.coordinator)<Room>(readSelection, { selection })
  const codes = room.candidates.filter((c) => room.chosen?.includes(c.id)).map((c) => c.code)
  expect(codes.join('.')).toBe(other)
  expect(room.reasons).toBe('Valmis')
  // The draft ended with the choice.
  expect((await choices()).html).not.toContain(saidText.fi.keptPick)
})
