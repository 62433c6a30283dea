import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Tx } from '../../kernel/db.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { anyFromReference } from './reference-queries.ts'
import { openRegistrar, writeRegistered } from './registrar.ts'

/** The source of names and identifiers that came from the European Commission's lists of participants. */
const participantSource = 'CORDIS'

/**
 * An organisation in projects of a framework programme: its participant identification code, how many projects and
 * partners it has there, and the money it was granted, in whole euros as decimal text.
 */
const participant = z.object({
  pic: z.string(),
  name: z.string(),
  activity: z.enum(['HES', 'REC', 'PUB', 'PRC', 'OTH']),
  city: z.string().optional(),
  projects: z.number().int(),
  partners: z.number().int(),
  euros: z.string().regex(/^\d+$/),
})

/**
 * Loads the participants of a framework programme in one country. Each becomes a spelling in the registry: joined to
 * whom the matching engine is sure of, put in the review queue where it is not, with the PIC as its identifier.
 * Does nothing when they are there already.
 */
export async function loadParticipants(tx: Tx, file: string, country: string, now: Date): Promise<number> {
  if (await anyFromReference(tx, participantSource, 'pic')) return 0
  const participants = z.array(participant).parse(JSON.parse(await readFile(file, 'utf8')))
  const registrar = await openRegistrar(tx, null, participantSource, now)
  for (const { pic, name, city } of participants)
    registrar.resolve({
      name,
      country,
      identifiers: [{ scheme: 'pic', value: pic }],
      ...(city && { place: city }),
    })
  await writeRegistered(tx, registrar.take(), now)
  await bumpRevision(tx)
  return participants.length
}
