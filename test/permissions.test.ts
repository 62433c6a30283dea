import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { Action } from '../src/kernel/action.ts'
import type { Actor } from '../src/kernel/actor.ts'
import type { Context } from '../src/kernel/context.ts'
import { transaction } from '../src/kernel/db.ts'
import { newId } from '../src/kernel/id.ts'
import { type Cell, cellOf } from '../src/kernel/permission.ts'
import { allows, type Rule } from '../src/kernel/rule.ts'
import { type SharedRecord, type ShareLevel, shareLevels } from '../src/kernel/share.ts'
import { languages } from '../src/kernel/text.ts'
import { loadShippedEcosystems } from '../src/modules/ecosystems/index.ts'
import { actorOf, nounName, offices, permissionDocument } from '../src/modules/people/index.ts'
import { hashOf } from '../src/modules/people/rules.ts'
import { modules, permissionsOf } from '../src/modules.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { readSources } from './source.ts'

const now = new Date('2026-11-21T06:00:00Z')
const actions = modules.flatMap((m) => [...(m.actions ?? []), ...(m.innerActions ?? [])]) as Action[]
const permissions = permissionsOf(modules)

/** How an office stands to the ecosystem that an action is about, on the day of the test. */
const standings = [
  'here',
  'deputy here',
  'everywhere',
  'linked',
  'elsewhere',
  'expired',
  'coming',
  'ended',
  'none',
] as const
type Standing = (typeof standings)[number]

// What is expected, written down on its own: in which standings an office that the rule names gives the right, and in
// which standings the holder sees a record. Everything else is no.
const gives: Record<'in its ecosystem' | 'in any', readonly Standing[]> = {
  'in its ecosystem': ['here', 'deputy here', 'everywhere'],
  'in any': ['here', 'deputy here', 'everywhere', 'linked', 'elsewhere'],
}
const sees: Record<'overseer' | 'other', Record<Exclude<ShareLevel, 'public'>, readonly Standing[]>> = {
  overseer: {
    own: ['here', 'deputy here', 'everywhere'],
    agreement: ['here', 'deputy here', 'everywhere'],
    network: ['here', 'deputy here', 'everywhere', 'linked'],
  },
  other: {
    own: [],
    agreement: ['here', 'deputy here', 'everywhere'],
    network: ['here', 'deputy here', 'everywhere', 'linked'],
  },
}
const overseers = ['coordinator', 'preparer']

type Who = { office: string; standing: Standing } | 'visitor' | 'system'

function expected(rule: Rule, who: Who, share: ShareLevel | undefined): boolean {
  if (who === 'system') return rule.who.includes('everyone') || rule.who.includes('system')
  const open = share === undefined || share === 'public'
  if (who === 'visitor') return rule.who.includes('everyone') && open
  const sight = overseers.includes(who.office) ? sees.overseer : sees.other
  if (!open && !sight[share].includes(who.standing)) return false
  if (rule.who.includes('everyone') || rule.who.includes('signed-in')) return true
  if (!rule.who.includes(who.office)) return false
  return gives[rule.in ? 'in its ecosystem' : 'in any'].includes(who.standing)
}

/** The rule, asked about a record shared so in the ecosystem `here`, of which the asker is neither maker nor colleague. */
const asked = (rule: Rule, share: ShareLevel | undefined, record: Partial<SharedRecord> = {}): Rule => ({
  who: rule.who,
  ...(rule.in && { in: () => here }),
  ...(share && { record: () => ({ share, ecosystem: here, ...record }) }),
})
const ask = (rule: Rule, actor: Actor) => allows(rule, { actor } as Context, {})

let database: TestDatabase
let here: string
const organisation = newId(now.getTime())
const actors = new Map<string, Actor>()
const actorFor = (who: Who): Actor =>
  actors.get(typeof who === 'string' ? who : `${who.office} ${who.standing}`)!

beforeAll(async () => {
  database = await freshDatabase()
  await transaction(database.db, (tx) => loadShippedEcosystems(tx, now))
  const keys = await database.db.selectFrom('ecosystem').select(['id', 'key']).execute()
  const idOf = (key: string) => keys.find((e) => e.key === key)!.id
  here = idOf('hgie')
  const places: Record<Standing, string | null> = {
    here,
    'deputy here': here,
    everywhere: null,
    linked: newId(now.getTime()),
    elsewhere: newId(now.getTime()),
    expired: here,
    coming: here,
    ended: here,
    none: here,
  }
  for (const standing of ['linked', 'elsewhere'] as const) {
    await sql`insert into ecosystem (id, key, kind, position, featured, name, unofficial, summary, description, regions, municipalities, share, created_at, updated_at, lexemes)
      values (${places[standing]}, ${standing}, 'region', 99, false, '{"fi":"X"}', '{}', '{"fi":"X"}', '{"fi":"X"}', '{}', '{}', 'public', ${now}, ${now}, '')`.execute(
      database.db,
    )
  }
  await sql`insert into ecosystem_link (id, ecosystem_id, position, kind, to_id, source)
    values (${newId()}, ${places.linked}, 0, 'related', ${here}, (select key from ecosystem_source limit 1))`.execute(
    database.db,
  )
  for (const office of offices) {
    for (const standing of standings) {
      const person = newId(now.getTime())
      const token = `${office} ${standing}`
      await sql`insert into person (id, name, language, created_at) values (${person}, ${token}, 'fi', ${now})`.execute(
        database.db,
      )
      await sql`insert into session (token_hash, person_id, created_at, expires_at)
        values (${hashOf(token)}, ${person}, ${now}, '2026-12-24')`.execute(database.db)
      const [from, to] =
        standing === 'expired'
          ? ['2026-01-01', '2026-11-20']
          : standing === 'coming'
            ? ['2026-11-22', null]
            : ['2026-11-21', '2026-11-21']
      if (standing !== 'none') {
        const main = standing === 'deputy here' ? newId(now.getTime()) : null
        if (main) await hold(main, await someone(), office, here, '2026-01-01', null, null, null)
        const ended = standing === 'ended' ? now : null
        await hold(newId(now.getTime()), person, office, places[standing], from!, to!, main, ended)
      }
      actors.set(token, await actorOf(database.db, token, now))
    }
  }
  actors.set('visitor', await actorOf(database.db, 'a token that nobody has', now))
  actors.set('system', { kind: 'system', name: 'test' })
})
afterAll(() => database.drop())

async function someone(): Promise<string> {
  const id = newId(now.getTime())
  await sql`insert into person (id, name, language, created_at) values (${id}, 'Away', 'fi', ${now})`.execute(
    database.db,
  )
  return id
}

const hold = (
  id: string,
  person: string,
  office: string,
  ecosystem: string | null,
  from: string,
  to: string | null,
  deputyOf: string | null,
  endedAt: Date | null,
) =>
  sql`insert into office_holding (id, person_id, office, ecosystem_id, starts_on, ends_on, deputy_of, granted_at, ended_at)
    values (${id}, ${person}, ${office}, ${ecosystem}, ${from}, ${to}, ${deputyOf}, ${now}, ${endedAt})`.execute(
    database.db,
  )

const everyWho = (): Who[] => [
  'visitor',
  'system',
  ...offices.flatMap((office) => standings.map((standing) => ({ office, standing }))),
]
const levelsOf = (rule: Rule): (ShareLevel | undefined)[] => (rule.record ? [...shareLevels] : [undefined])

test('every action that the sources make is in the matrix', () => {
  const made = readSources('src/modules', 'src/kernel')
    .filter((f) => !/\.test\./.test(f.path))
    .flatMap((f) =>
      [...f.text.matchAll(/\b(?:query|inquiry|command)\(\{\s*name: '([^']+)'/g)].map((m) => m[1]!),
    )
  expect(made.length).toBeGreaterThan(40)
  expect([...new Set(made)].sort()).toEqual(permissions.map((p) => p.name).sort())
})

describe('the rule of each action, asked by stored people', () => {
  it('says of every action, office, standing and share level what is expected', async () => {
    let cells = 0
    const wrong: string[] = []
    for (const { name, allow } of actions) {
      for (const share of levelsOf(allow as Rule)) {
        for (const who of everyWho()) {
          const said = await ask(asked(allow as Rule, share), actorFor(who))
          if (said !== expected(allow as Rule, who, share))
            wrong.push(`${name} ${share ?? ''} ${JSON.stringify(who)}: ${said}`)
          cells += 1
        }
      }
    }
    expect(wrong).toEqual([])
    console.info(`permission matrix: ${cells} cells asked (${actions.length} actions)`)
  })

  it('holds for every kind of rule, also those that no action has yet', async () => {
    const kinds: Rule[] = [
      { who: ['everyone'] },
      { who: ['signed-in', 'system'] },
      { who: ['system'] },
      ...offices.map((office) => ({ who: [office, 'system'] })),
      { who: ['coordinator', 'member'] },
    ].flatMap((rule) => [rule, { ...rule, in: () => here }])
    const wrong: string[] = []
    for (const rule of kinds) {
      for (const share of [undefined, ...shareLevels]) {
        for (const who of everyWho()) {
          const said = await ask(asked(rule, share), actorFor(who))
          if (said !== expected(rule, who, share))
            wrong.push(`${rule.who} ${!!rule.in} ${share} ${JSON.stringify(who)}: ${said}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('what the matrix tells', () => {
  /** What a cell promises of each standing that holds today; `mine`: of what one's own organisation made. */
  const promise: Record<Cell, Partial<Record<Standing | 'mine', boolean>>> = {
    yes: { here: true, everywhere: true, linked: true, elsewhere: true, mine: true },
    ecosystem: { here: true, everywhere: true, elsewhere: false, mine: true },
    linked: { here: true, everywhere: true, linked: true, elsewhere: false, mine: true },
    own: { here: false, everywhere: false, linked: false, elsewhere: false, mine: true },
    no: { here: false, everywhere: false, linked: false, elsewhere: false, mine: false },
  }
  const mine = (actor: Actor): Actor =>
    actor.kind === 'person' ? { ...actor, organisations: [organisation] } : actor

  it('is what the rules say, cell by cell', async () => {
    const wrong: string[] = []
    let cells = 0
    const rules = [
      ...actions.map(({ name, allow }) => ({ name, allow: allow as Rule })),
      { name: 'a record for some', allow: { who: ['coordinator', 'member'], record: () => undefined } },
      { name: 'a record for all', allow: { who: ['everyone'], record: () => undefined } },
      { name: 'a record for the signed-in', allow: { who: ['signed-in'], record: () => undefined } },
    ] as { name: string; allow: Rule }[]
    const told = permissionsOf([{ name: 'all', actions: rules as unknown as Action[] }])
    for (const [i, { name, allow }] of rules.entries()) {
      for (const share of levelsOf(allow)) {
        const check = async (column: string, actor: Actor, right: boolean | undefined, own = false) => {
          if (right === undefined) return
          const rule = asked(allow, share, own ? { organisation } : {})
          if ((await ask(rule, own ? mine(actor) : actor)) !== right)
            wrong.push(`${name} ${share ?? ''} ${column}`)
        }
        for (const office of offices) {
          const cell = cellOf(told[i]!, office, share)
          for (const standing of ['here', 'everywhere', 'linked', 'elsewhere'] as const)
            await check(`${office} ${standing}`, actorFor({ office, standing }), promise[cell][standing])
          await check(`${office} mine`, actorFor({ office, standing: 'here' }), promise[cell].mine, true)
          cells += 1
        }
        const none = actorFor({ office: 'viewer', standing: 'none' })
        const signedIn = cellOf(told[i]!, 'signed-in', share)
        await check('signed-in', none, signedIn === 'yes')
        await check('signed-in mine', none, signedIn !== 'no', true)
        await check('visitor', actorFor('visitor'), cellOf(told[i]!, 'visitor', share) === 'yes')
        await check('system', actorFor('system'), cellOf(told[i]!, 'system', share) === 'yes')
        cells += 3
      }
    }
    expect(wrong).toEqual([])
    expect(cells).toBeGreaterThan(500)
  })

  it('names every group of actions in three languages', () => {
    const nouns = new Set(permissions.map((p) => p.name.split('.')[0]!))
    const nameless = [...nouns].filter((noun) => languages.some((l) => nounName(noun, l) === noun))
    expect(nameless).toEqual([])
  })

  it('stands in PERMISSIONS.md as it is now', () => {
    const kept = readFileSync(join(import.meta.dirname, '..', 'PERMISSIONS.md'), 'utf8')
    expect(kept === permissionDocument(permissions), 'run npm run permissions').toBe(true)
  })
})
