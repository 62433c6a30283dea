import type { Stage } from '../src/kernel/context.ts'
import { transaction } from '../src/kernel/db.ts'
import { newId } from '../src/kernel/id.ts'
import { closeSelection } from '../src/modules/selections/closing-actions.ts'
import { putDeclarations } from '../src/modules/selections/declaration-queries.ts'
import { recordingJob } from '../src/modules/selections/jobs.ts'
import { headById, moveOn } from '../src/modules/selections/queries.ts'
import type { SelectionRole } from '../src/modules/selections/rules.ts'
import type { SelectionSettings } from '../src/modules/selections/settings.ts'
import {
  insertCandidates,
  insertSelection,
  putMember,
  putScores,
  writeSelection,
} from '../src/modules/selections/write-queries.ts'
import type { TestDatabase } from './database.ts'
import { actingAs, type TestPerson } from './people.ts'

export const selectingAt = new Date('2026-11-21T09:00:00Z')

const settings: SelectionSettings = {
  criteria: [
    { id: 'impact', name: { fi: 'Vaikuttavuus' }, note: '' },
    { id: 'ready', name: { fi: 'Valmius' }, note: '' },
  ],
  budgets: [{ id: 'eur', name: { fi: 'Rahoitus' }, limit: '300000.00' }],
  rules: [
    {
      id: 'both',
      name: { fi: 'Enintään yksi kahdesta' },
      off: false,
      said: { kind: 'excludes', projects: ['H01', 'H02'] },
    },
  ],
  synergies: [],
  agenda: ['Avaus', 'Valinta'],
  scale: { low: '1', high: '5' },
}

/** Six candidates of 100 000 euros, of which three fit in; two of them may not be taken together. */
const scores = [
  ['5', '2'],
  ['4', '4'],
  ['3', '5'],
  ['2', '2'],
  ['1', '3'],
  ['4', '1'],
] as const

/** A meeting in preparation with all that it needs; each candidate of one organisation, where it is given. */
export async function preparedSelection(
  { db }: Pick<TestDatabase, 'db'>,
  ecosystem: string,
  members: readonly (readonly [person: string, role: SelectionRole])[],
  organisations: readonly (string | undefined)[] = [],
): Promise<{ selection: string; candidates: string[] }> {
  const selection = newId(selectingAt.getTime())
  const candidates = scores.map(() => newId(selectingAt.getTime()))
  await transaction(db, async (tx) => {
    await insertSelection(tx, {
      id: selection,
      ecosystem,
      call: null,
      name: { fi: 'Testin valinta' },
      purpose: '',
      day: '2026-11-21',
      clock: null,
      place: null,
      exercise: false,
      exerciseNote: null,
      settings,
      person: null,
      at: selectingAt,
    })
    await insertCandidates(
      tx,
      selection,
      candidates.map((id, i) => ({
        id,
        code: `H0${i + 1}`,
        title: { fi: `Hanke ${i + 1}` },
        project: null,
        application: null,
        costs: { eur: '100000.00' },
        lead: null,
        city: null,
        fund: null,
        region: null,
        actorKind: null,
        organisations: organisations[i] ? [organisations[i]] : [],
        values: [],
        starts: null,
        ends: null,
        note: '',
        source: 'testi',
      })),
    )
    await putScores(
      tx,
      candidates.flatMap((candidate, i) =>
        settings.criteria.map(({ id }, k) => ({
          candidate,
          criterion: id,
          low: scores[i]![k]!,
          high: scores[i]![k]!,
          origin: 'entered' as const,
          person: null,
          at: selectingAt,
        })),
      ),
    )
    for (const [person, role] of members) await putMember(tx, selection, person, role)
  })
  return { selection, candidates }
}

/** These people say that they have no conflict in any of the candidates. */
export const declaresFree = (
  { db }: Pick<TestDatabase, 'db'>,
  people: readonly string[],
  candidates: readonly string[],
): Promise<void> =>
  transaction(db, async (tx) => {
    for (const person of people)
      await putDeclarations(
        tx,
        person,
        selectingAt,
        candidates.map((candidate) => ({ candidate, denied: [] })),
      )
  })

/** As a meeting stands while its record is computed, however quick that is. */
export const beginsClosing = (
  { db }: Pick<TestDatabase, 'db'>,
  person: TestPerson,
  selection: string,
  at: Date,
): Promise<void> =>
  transaction(db, async (tx) => {
    await writeSelection(tx, selection, { state: 'closing', closed_at: at })
    await moveOn(tx, selection, {
      id: newId(at.getTime()),
      event: 'close',
      content: {},
      person: person.id,
      at,
    })
  })

/** Closes a meeting, and computes its record where that was left to the job. Answers the record's hash. */
export async function closes(
  database: TestDatabase,
  stage: Stage,
  person: TestPerson,
  selection: string,
): Promise<string> {
  await actingAs(database, stage, person)(closeSelection, { selection })
  const system = { ...stage, actor: { kind: 'system', name: recordingJob.name } as const }
  await recordingJob.run(system, { selection }, async () => undefined)
  return (await headById(database.db, selection))!.recordHash!
}
