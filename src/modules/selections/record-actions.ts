import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { personOf } from '../talk/index.ts'
import { inIt } from './access.ts'
import { did, done, inHand, seatOf } from './deeds.ts'
import { no } from './fault-text.ts'
import { headById, recordOf, type SignatureRow, signaturesOf } from './queries.ts'
import { fileOf, type SelectionRecord } from './record.ts'
import { solveForRecord } from './solving.ts'
import { type RecordVerdict, verdictOn } from './verdict.ts'
import { insertSignature } from './write-queries.ts'

const one = z.object({ selection: z.uuid() })

export const signRecord = command({
  name: 'selection.sign',
  summary: {
    fi: 'Allekirjoita valintakokouksen tallenne',
    sv: 'Underteckna urvalsmötets protokoll',
    en: 'Sign the record of a selection meeting',
  },
  route: { method: 'POST', path: '/selections/{selection}/signatures' },
  input: one.extend({ hash: z.string().max(64).describe('Of the record that was read.') }),
  output: done,
  allow: inIt,
  inPerson: true,
  run: async (ctx, { selection, hash }) => {
    const person = personOf(ctx)
    const head = await inHand(ctx, selection, ['closed'])
    const seat = await seatOf(ctx, head)
    // Who was heard as an expert, or was never there, has nothing to sign.
    if (seat.role === 'expert') throw no('not-yours', 'forbidden')
    if (seat.came === null) throw no('not-present')
    if (hash !== head.recordHash) throw no('wrong-hash')
    if ((await signaturesOf(ctx.db, selection)).some((s) => s.person === person.id))
      throw no('signed-already')
    await insertSignature(ctx.db, { selection, person: person.id, role: seat.role, hash, at: ctx.now })
    await did(ctx, head, 'sign', { hash })
    return { path: `/selections/${selection}/record` }
  },
})

export type RecordView = {
  record: SelectionRecord
  hash: string
  signatures: readonly SignatureRow[]
  /** Its file, for another machine to verify. */
  file: string
}

export const readRecord = query({
  name: 'selection.record',
  summary: {
    fi: 'Valintakokouksen tallenne allekirjoituksineen',
    sv: 'Urvalsmötets protokoll med underskrifter',
    en: 'The record of a selection meeting, with its signatures',
  },
  route: { method: 'GET', path: '/selections/{selection}/record' },
  input: one,
  output: z.custom<RecordView>(),
  allow: inIt,
  run: (ctx, { selection }) => recordSeen(ctx, selection),
})

async function recordSeen(ctx: Context, selection: string): Promise<RecordView> {
  const head = await headById(ctx.db, selection)
  const record = (await recordOf(ctx.db, selection)) as SelectionRecord | undefined
  if (!head?.recordHash || !record) throw no('missing', 'missing')
  const signatures = await signaturesOf(ctx.db, selection)
  return { record, hash: head.recordHash, signatures, file: fileOf(record, head.recordHash, signatures) }
}

export const verifySelection = query({
  name: 'selection.verify',
  summary: {
    fi: 'Laske valintakokouksen tallenne uudelleen ja vertaa',
    sv: 'Räkna om urvalsmötets protokoll och jämför',
    en: 'Compute the record of a selection meeting again and compare',
  },
  route: { method: 'GET', path: '/selections/{selection}/verdict' },
  input: one,
  output: z.custom<RecordVerdict>(),
  allow: inIt,
  run: async (ctx, { selection }) => {
    const { record, hash } = await recordSeen(ctx, selection)
    return verdictOn(record, hash, solveForRecord)
  },
})
