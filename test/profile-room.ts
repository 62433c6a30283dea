import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Action, perform } from '../src/kernel/action.ts'
import type { Stage } from '../src/kernel/context.ts'
import { transaction } from '../src/kernel/db.ts'
import { createFiles } from '../src/kernel/file.ts'
import { newId } from '../src/kernel/id.ts'
import { loadShippedEcosystems } from '../src/modules/ecosystems/index.ts'
import { actorOf } from '../src/modules/people/index.ts'
import { acceptKeeping, inviteKeeper } from '../src/modules/profiles/keeper-actions.ts'
import { type Profile, readProfile } from '../src/modules/profiles/read-actions.ts'
import { freshDatabase } from './database.ts'
import { actingAs, somebody, type TestPerson } from './people.ts'

export const now = new Date('2026-11-21T06:00:00Z')
export const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000)
export const three = (fi: string) => ({ fi, sv: '', en: '' })
export const factsOfKind = (p: Profile, kind: string) => p.facts.filter((f) => f.kind === kind)

export type ProfileRoom = Awaited<ReturnType<typeof openProfileRoom>>

/** A company under two rows of the registry, with a coordinator, somebody who may come to keep its profile, and a stranger. */
export async function openProfileRoom() {
  const database = await freshDatabase()
  const { db } = database
  const folder = await mkdtemp(join(tmpdir(), 'talkoot-profiles-'))
  await transaction(db, (tx) => loadShippedEcosystems(tx, now))
  const { id: hev } = await db
    .selectFrom('ecosystem')
    .select('id')
    .where('key', '=', 'hev')
    .executeTakeFirstOrThrow()
  const stage = {
    database: db,
    actor: { kind: 'visitor' },
    way: 'page',
    now,
    language: 'fi',
    baseUrl: 'https://talkoot.example',
    files: createFiles(folder),
    subjects: new Map(),
    turns: [],
    permissions: [],
    jobs: { enqueue: async () => 'job', emit: async () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  } as unknown as Stage
  const organisation = async (name: string, { canonical = '', personal = false } = {}) => {
    const id = newId(now.getTime())
    const row = { kind: 'company', region: 'MK06', place: 'Tampere', created_at: now, lexemes: '' }
    await db
      .insertInto('organisation')
      .values({ id, canonical_id: canonical || id, name, personal, ...row })
      .execute()
    return id
  }
  const people = {
    coordinator: await somebody(database, 'Kaisa Koordinaattori', [['coordinator', hev]]),
    keeper: await somebody(database, 'Kalle Koneenrakentaja'),
    stranger: await somebody(database, 'Sari Sivullinen', [['member', hev]]),
  }
  const company = await organisation('Hallin Koneistus Oy')
  const as = (person: TestPerson) => actingAs(database, stage, person)
  const visit = <T>(action: Action, raw: unknown, at = now): Promise<T> =>
    perform(action, { ...stage, now: at }, raw) as Promise<T>
  const mails = (kind: string) =>
    db.selectFrom('mail').where('kind', '=', kind).selectAll().orderBy('created_at').orderBy('id').execute()
  const newestToken = async () => /token=([\w-]+)/.exec((await mails('profile-invitation')).at(-1)!.body)![1]!
  return {
    database,
    stage,
    hev,
    ...people,
    company,
    /** Another row of the registry that is the same company. */
    twin: await organisation('Hallin koneistus', { canonical: company }),
    organisation,
    as,
    visit,
    system: <T>(action: Action, raw: unknown, at = now): Promise<T> =>
      perform(action, { ...stage, now: at, actor: { kind: 'system', name: 'test' } }, raw) as Promise<T>,
    profile: (id = company, at = now) => visit<Profile>(readProfile as Action, { id }, at),
    actorFor: (person: TestPerson) => actorOf(db, person.session, now),
    mails,
    newestToken,
    /** Invites somebody, who takes the profile. */
    givenTo: async (person: TestPerson) => {
      await as(people.coordinator)(inviteKeeper as Action, { id: company, email: person.email })
      await as(person)(acceptKeeping as Action, { token: await newestToken() })
    },
    close: async () => {
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
