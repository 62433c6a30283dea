import { transaction } from '../src/kernel/db.ts'
import { newId } from '../src/kernel/id.ts'
import { putDeclarations } from '../src/modules/selections/declaration-queries.ts'
import type { SelectionRole } from '../src/modules/selections/rules.ts'
import {
  insertCandidates,
  insertSelection,
  putMember,
  putScores,
  writeSelection,
} from '../src/modules/selections/write-queries.ts'
import type { TestDatabase } from './database.ts'
import type { TestPerson } from './people.ts'

/** Numbers that are the same for a seed (Park, Miller 1988). */
const numbers = (seed: number) => {
  let state = seed
  return (n: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % n
  }
}

export type MadeMeeting = { id: string; candidates: { id: string; code: string }[] }

const criteria = ['impact', 'readiness', 'novelty', 'reach', 'cost', 'reuse'] as const
const names = {
  impact: { fi: 'Vaikuttavuus', sv: 'Effekt' },
  readiness: { fi: 'Toteutettavuus', sv: 'Genomförbarhet' },
  novelty: { fi: 'Uutuus', sv: 'Nyhetsvärde' },
  reach: { fi: 'Yhteistyö', sv: 'Samarbete' },
  cost: { fi: 'Jatko', sv: 'Fortsättning' },
  reuse: { fi: 'Levitys', sv: 'Spridning' },
}

/**
 * A meeting in session with made candidates: costs in two budgets for two fifths of what is asked, scores from 0 to 5,
 * one rule that three of the first ten are taken. Its members are there as `came` says.
 */
export async function openMeeting(
  { db }: TestDatabase,
  ecosystem: string,
  members: readonly { person: TestPerson; role: SelectionRole; came: boolean }[],
  options: { candidates: number; criteria: number; seed?: number },
): Promise<MadeMeeting> {
  const below = numbers(options.seed ?? 2007)
  const now = new Date('2026-11-22T10:00:00Z')
  const [id, of] = [newId(now.getTime()), criteria.slice(0, options.criteria)]
  const made = Array.from({ length: options.candidates }, (_, i) => ({
    id: newId(now.getTime()),
    code: `H${String(i + 1).padStart(2, '0')}`,
    eu: 1000 * (50 + below(450)),
    city: 1000 * below(450),
    scores: of.map(() => below(51) / 10),
  }))
  const limit = (budget: 'eu' | 'city') =>
    String(1000 * Math.floor(made.reduce((sum, candidate) => sum + candidate[budget], 0) / 2500))
  await transaction(db, async (tx) => {
    await insertSelection(tx, {
      id,
      ecosystem,
      call: null,
      name: { fi: 'Kevään valinta', sv: 'Vårens urval' },
      purpose: '',
      day: '2026-11-22',
      clock: '13:00',
      place: '',
      exerciseNote: { fi: 'Ehdokkaat on keksitty.', sv: 'Kandidaterna är påhittade.' },
      settings: {
        criteria: of.map((criterion) => ({ id: criterion, name: names[criterion], note: '' })),
        budgets: [
          { id: 'eu', name: { fi: 'EU-rahoitus', sv: 'EU-finansiering' }, limit: limit('eu') },
          { id: 'city', name: { fi: 'Kaupunkien raha', sv: 'Städernas pengar' }, limit: limit('city') },
        ],
        rules: [
          {
            id: 'first',
            name: { fi: 'Ensimmäisistä vähintään kolme', sv: 'Minst tre av de första' },
            off: false,
            said: { kind: 'atLeast', projects: made.slice(0, 10).map(({ code }) => code), count: 3 },
          },
        ],
        synergies: [],
        agenda: [],
        scale: { low: '0', high: '5' },
      },
      exercise: true,
      person: null,
      at: now,
    })
    await insertCandidates(
      tx,
      id,
      made.map(({ id: candidate, code, eu, city }, i) => ({
        id: candidate,
        code,
        title: { fi: `Koehanke ${i + 1}`, sv: `Provprojekt ${i + 1}` },
        project: null,
        application: null,
        costs: { eu: `${eu}.00`, city: `${city}.00` },
        lead: `Toimija ${1 + (i % 7)}`,
        city: ['Helsinki', 'Espoo', 'Vantaa'][i % 3]!,
        fund: null,
        region: null,
        actorKind: null,
        organisations: [],
        values: [],
        starts: '2027-01-01',
        ends: '2028-12-31',
        note: '',
        source: 'keksitty',
      })),
    )
    await putScores(
      tx,
      made.flatMap(({ id: candidate, scores }) =>
        scores.map((score, c) => ({
          candidate,
          criterion: of[c]!,
          low: String(score),
          high: String(score),
          origin: 'entered' as const,
          person: null,
          at: now,
        })),
      ),
    )
    for (const { person, role } of members) await putMember(tx, id, person.id, role)
    // Everybody who is there by then has declared that they have no conflict.
    const people = await tx.selectFrom('person').select('id').execute()
    for (const person of people)
      await putDeclarations(
        tx,
        person.id,
        now,
        made.map((c) => ({ candidate: c.id, denied: [] })),
      )
    await writeSelection(tx, id, { state: 'open', called_at: now, opened_at: now })
  })
  for (const { person, came } of members)
    if (came)
      await db
        .updateTable('selection_member')
        .set({ came_at: now })
        .where('selection_id', '=', id)
        .where('person_id', '=', person.id)
        .execute()
  return { id, candidates: made.map(({ id: candidate, code }) => ({ id: candidate, code })) }
}
