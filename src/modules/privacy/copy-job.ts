import { Readable } from 'node:stream'
import { z } from 'zod'
import { type Database, type Read, snapshot, transaction } from '../../kernel/db.ts'
import { job, type Progress } from '../../kernel/job.ts'
import { auditOfPerson } from '../audit/index.ts'
import { copyById, deleteCopiesBefore, finishCopy } from './copy-queries.ts'
import { personRow, rowsOfTie, tiesToPerson } from './person-queries.ts'
import { daysFrom } from './rules.ts'

const portion = 1_000 // rows read at once
const most = 2 ** 40 // bytes: the disk is the limit
const daysKept = 7

/** Everything about a person as one JSON document, a portion at a time: the whole of it is never in memory. */
async function* document(db: Read, person: string, progress: Progress): AsyncGenerator<string> {
  const row = await personRow(db, person)
  if (!row) return
  const { id, name, email, language, created_at } = row
  yield `{"person":${JSON.stringify({ id, name, email, language, createdAt: created_at })},"records":[`
  const ties = await tiesToPerson(db)
  let parts = 0
  for (const [n, tie] of ties.entries()) {
    await progress(n, ties.length + 1, tie.table)
    let last: string | undefined
    let rows = 0
    for (;;) {
      const found = await rowsOfTie(db, tie, person, { after: last, limit: portion })
      if (found.length === 0) break
      last = found.at(-1)!.place
      const told = found.map(({ place: _, row: one }) => JSON.stringify(one)).join(',\n')
      const head = `${parts > 0 ? ',' : ''}\n{"table":${JSON.stringify(tie.table)},"as":${JSON.stringify(tie.column)},"rows":[\n`
      yield `${rows === 0 ? head : ',\n'}${told}`
      rows += found.length
      if (found.length < portion) break
    }
    if (rows > 0) {
      yield ']}'
      parts += 1
    }
  }
  await progress(ties.length, ties.length + 1, 'deeds')
  yield `],"deeds":${JSON.stringify(await auditOfPerson(db, person, 1_000_000))}}\n`
}

/** Makes the copy that somebody has asked for. Done again after a fault, it is the same copy anew. */
export const makeCopy = job({
  name: 'privacy.copy',
  summary: {
    fi: 'Henkilön omien tietojen kokoaminen tiedostoksi',
    sv: 'Samla en persons egna uppgifter i en fil',
    en: 'Gather a person’s own data into a file',
  },
  input: z.object({ copy: z.uuid() }),
  run: async (stage, { copy }, progress) => {
    const { database, files, now } = stage
    const asked = await snapshot(database, (db) => copyById(db, copy))
    if (!asked || asked.ready_at) return
    const { hash } = await snapshot(database, (db) =>
      files.put(Readable.from(document(db, asked.person_id, progress)), most),
    )
    await transaction(database, (tx) => finishCopy(tx, copy, hash, now))
  },
})

/** A copy is there for a week. */
export const dropOldCopies = (database: Database, now: Date) =>
  transaction(database, (tx) => deleteCopiesBefore(tx, daysFrom(now, -daysKept)))
