import { execute } from '../src/kernel/db.ts'
import type { Target } from '../test/attack/target.ts'
import type { Applicant, Submitted } from './deadline-applicant.ts'

export type Found = {
  /** Of what was said to be saved: how many values were looked for, and which are not there to the last byte. */
  values: number
  lost: string[]
  submits: { inTime: number; late: number; refused: number; wrong: string[] }
}

type Version = { application: string; version: number; late: boolean; at: Date; answers: Answers }
type Answers = Record<string, unknown>

/** Looks in the database for everything that the applicants were told is kept, and judges each sending by its time. */
export async function look(
  { database: { db } }: Target,
  applicants: readonly Applicant[],
  deadline: number,
): Promise<Found> {
  const versions = (
    await execute(
      db,
      'select application_id as application, version, late, at, answers from application_version order by version',
    )
  ).rows as Version[]
  const fields = (
    await execute(
      db,
      `select split_part(d.subject, '.', 1) as application, f.name, f.value from draft d
       join draft_field f on f.draft_id = d.id where d.kind = 'application.section' and d.state = 'open'`,
    )
  ).rows as { application: string; name: string; value: unknown }[]
  const inDrafts = new Map(fields.map((f) => [`${f.application} ${f.name}`, f.value]))
  const found: Found = { values: 0, lost: [], submits: { inTime: 0, late: 0, refused: 0, wrong: [] } }
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const compare = (where: string, saved: ReadonlyMap<string, unknown>, kept: (name: string) => unknown) => {
    for (const [name, value] of saved) {
      found.values += 1
      if (!same(value, kept(name))) found.lost.push(`${where} ${name}`)
    }
  }
  for (const one of applicants) {
    const own = versions.filter((v) => v.application === one.application)
    const taken = one.sendings.filter((s) => s.status !== 409)
    if (own.length !== taken.length)
      found.lost.push(`applicant ${one.n} sent ${taken.length}, there are ${own.length}`)
    for (const [i, sending] of taken.entries()) {
      const version = own[i]
      if (!version) continue
      compare(`version ${i + 1} of applicant ${one.n}:`, sending.saved, (name) => version.answers[name])
      found.submits[version.late ? 'late' : 'inTime'] += 1
      const wrong = judge(sending, version.at.getTime(), version.late, deadline)
      if (wrong) found.submits.wrong.push(`applicant ${one.n}: ${wrong}`)
    }
    for (const sending of one.sendings.filter((s) => s.status === 409)) {
      found.submits.refused += 1
      if (sending.answeredAt < deadline)
        found.submits.wrong.push(`applicant ${one.n} was refused before the deadline`)
    }
    compare(`draft of applicant ${one.n}:`, one.saved, (name) => inDrafts.get(`${one.application} ${name}`))
  }
  return found
}

/** The server's clock is this machine's own: a sending came between its first byte and its answer. */
function judge(sent: Submitted, at: number, late: boolean, deadline: number): string | undefined {
  if (at < sent.sentAt || at > sent.answeredAt) return `taken for one of ${at - sent.sentAt} ms after it left`
  if (late !== at >= deadline)
    return `came ${at - deadline} ms from the deadline and is ${late ? '' : 'not '}late`
  return undefined
}
