import { beforeAll, describe, expect, it } from 'vitest'
import {
  database,
  declared,
  does,
  ecosystem,
  filled,
  giveTo,
  makeCall,
  other,
  people,
  refusal,
  stage,
  submit,
  withApplicants,
  write,
} from '../../../test/applicants.ts'
import { actingAs, somebody, type TestPerson } from '../../../test/people.ts'
import { perform } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import { offices } from '../people/index.ts'
import { completionsOf } from './completion-queries.ts'
import { askCompletion, lapseByClock, lapseCompletion, withdrawApplication } from './office-actions.ts'
import { applicationById, eventsOf } from './queries.ts'
import {
  type ApplicationEvent,
  type ApplicationState,
  applicationEvents,
  applicationMachine,
  applicationStates,
} from './rules.ts'
import { submitApplication } from './submit-actions.ts'

withApplicants()

const ask = { sections: ['why'], message: 'Kerro lisää.', due: '30.11.2026' }

/** Leads an application into a state by the deeds of people, with something new typed where that is possible. */
async function into(state: ApplicationState, code: string): Promise<string> {
  const id = await filled('aino', code)
  if (state === 'draft') return id
  await submit(id)
  if (state === 'submitted') await write('aino', id, 'why', { need: 'Uusi.' })
  if (state === 'reopened') {
    await declared(id, 'coordinator')
    await does('coordinator', askCompletion, { application: id, ...ask })
    await write('aino', id, 'why', { need: 'Lisää.' })
  }
  if (state === 'withdrawn') await does('aino', withdrawApplication, { application: id, reason: 'Syy.' })
  return id
}

/** What is done to make an event happen; sending is one deed, whose event follows from the state. */
const deeds = {
  send: { action: submitApplication, of: ['submit', 'complete', 'replace'], input: {} },
  ask: { action: askCompletion, of: ['ask-completion'], input: ask },
  end: { action: lapseCompletion, of: ['lapse'], input: {} },
  clock: { action: lapseByClock, of: ['lapse'], input: { request: '' } },
  withdraw: { action: withdrawApplication, of: ['withdraw'], input: { reason: 'Syy.' } },
} as const satisfies Record<string, { action: unknown; of: readonly ApplicationEvent[]; input: object }>
type Deed = keyof typeof deeds

type Asker = {
  name: string
  /** As the table names them: 'applicant', 'system', an office held in the ecosystem of the call; or nobody. */
  as: string
  /** A right in the application, of those that do not reach to what an applicant does. */
  right?: 'view' | 'edit'
  does: (deed: Deed, application: string, request: string) => Promise<string>
}

const asker = (
  name: string,
  as: string,
  run: (action: Parameters<typeof perform>[0], input: object) => Promise<unknown>,
  right?: 'view' | 'edit',
): Asker => ({
  name,
  as,
  ...(right && { right }),
  does: (deed, application, request) => {
    const { action, input } = deeds[deed]
    return refusal(run(action, { application, ...input, ...('request' in input && { request }) }))
  },
})
const person = (name: string, as: string, who: TestPerson, right?: 'view' | 'edit') =>
  asker(name, as, (action, input) => actingAs(database, stage, who)(action, input), right)
const actor = (name: string, as: string, one: Actor) =>
  asker(name, as, (action, input) => perform(action, { ...stage, actor: one }, input))

/** What the table does not say in its cells, literally: who sees what has been sent, and what the refusals are called. */
const handling = ['coordinator', 'preparer', 'council-officer']
function wantedOf(state: ApplicationState, deed: Deed, { as, right }: Asker, sent: boolean): string {
  const { name } = deeds[deed].action
  const own = as === 'applicant' || right !== undefined
  const isPerson = as !== 'system' && as !== 'visitor'
  // The product itself is among the holders of any office (people's `by`).
  const handles = as === 'system' || handling.includes(as)
  const sees = own || as === 'system' || (sent && handles)
  if (deed === 'clock') return as === 'system' ? 'done' : `${name}.forbidden`
  if (deed === 'send' || deed === 'withdraw') {
    if (!isPerson) return `${name}.forbidden`
    if (!sees) return 'application.missing'
    if (as !== 'applicant') return `${name}.forbidden`
    if (state === 'withdrawn') return deed === 'withdraw' ? 'done' : 'application.withdrawn'
    return 'done'
  }
  if (!handles) return `${name}.forbidden`
  if (!sees) return 'application.missing'
  if (deed === 'ask') return state === 'submitted' ? 'done' : 'application.not-submitted'
  return state === 'reopened' ? 'done' : 'application.not-reopened'
}

describe('every state, event and office', () => {
  let askers: Asker[]
  let holders: TestPerson[]
  let editor: TestPerson
  let viewer: TestPerson
  beforeAll(async () => {
    editor = await somebody(database, 'Eeva Edit')
    viewer = await somebody(database, 'Ville Katso')
    holders = await Promise.all(
      offices.map((office) => somebody(database, `Tehtävä ${office}`, [[office, ecosystem]])),
    )
    const held = offices.map((office, i) => person(office, office, holders[i]!))
    const everyOffice = offices.map((office) => [office, other] as const)
    askers = [
      person('the applicant', 'applicant', people.aino),
      person('who may edit', 'nobody', editor, 'edit'),
      person('who may view', 'nobody', viewer, 'view'),
      ...held,
      person('all offices elsewhere', 'nobody', await somebody(database, 'Muualla', everyOffice)),
      person('another applicant', 'nobody', people.rival),
      person('signed in', 'nobody', people.outsider),
      actor('a visitor', 'visitor', { kind: 'visitor' }),
      actor('the product', 'system', { kind: 'system', name: 'applications.lapse' }),
    ]
  })

  it.each(applicationStates)('from %s does what the table says, and nothing else', async (state) => {
    const code = await makeCall()
    await filled('rival', code)
    const wrong: string[] = []
    let cells = 0
    let id = ''
    for (const deed of Object.keys(deeds) as Deed[])
      for (const who of askers) {
        if (id === '') {
          id = await into(state, code)
          await giveTo(id, editor, 'edit')
          await giveTo(id, viewer, 'view')
          await declared(id, ...holders)
        }
        const told = new Set((await eventsOf(database.db, id)).map((e) => e.id))
        const request = (await completionsOf(database.db, id)).at(-1)?.id ?? id
        const got = await who.does(deed, id, request)
        const happened = (await eventsOf(database.db, id)).filter((e) => !told.has(e.id)).map((e) => e.event)
        const now = (await applicationById(database.db, id))!.state
        const wanted = wantedOf(state, deed, who, state !== 'draft')
        if (got !== wanted) wrong.push(`${state} ${deed} ${who.name}: ${got}, not ${wanted}`)
        for (const event of deeds[deed].of) {
          cells++
          const { from, by, to } = applicationMachine.events[event]
          const may =
            who.as === 'system'
              ? deed === 'ask' || deed === 'end' || deed === 'clock'
              : deed !== 'clock' && by.includes(who.as)
          const should = from.includes(state) && may
          if (happened.includes(event) !== should || (should && now !== to))
            wrong.push(`${state} ${event} ${who.name}: ${happened.join() || 'nothing'}, now ${now}`)
        }
        if (happened.length > 0) id = ''
        else if (now !== state) wrong.push(`${state} ${deed} ${who.name}: now ${now}`)
      }
    expect(wrong).toEqual([])
    expect(new Set(Object.values(deeds).flatMap((d) => d.of))).toEqual(new Set(applicationEvents))
    expect(cells).toBe(askers.length * (applicationEvents.length + 1))
  })
})
