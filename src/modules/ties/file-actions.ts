import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import type { Rule } from '../../kernel/rule.ts'
import { shareLevels } from '../../kernel/share.ts'
import { allEcosystems, type EcosystemHead } from '../ecosystems/index.ts'
import {
  dropOrganisationsOf,
  openRegistrar,
  organisationsNamed,
  writeRegistered,
} from '../organisations/index.ts'
import { by, holds } from '../people/index.ts'
import {
  type FoundBy,
  fileByHash,
  fileById,
  filesOf,
  ifFree,
  insertFile,
  insertRows,
  insertTies,
  type KeptRow,
  releaseNew,
  removeTies,
  rowsOfFile,
  type TieFile,
  tiesAmong,
  updateFile,
  updateRows,
} from './file-queries.ts'
import { readFile } from './file-reading.ts'
import type { FileRow } from './file-rules.ts'
import { fileComplaint } from './file-text.ts'
import { isDirected, type StatedKind } from './rules.ts'
import { type NewTie, organisationsById } from './tie-queries.ts'
import { endsOf, readKind } from './tie-rules.ts'

type Fault = Parameters<typeof fileComplaint>[0]
const refused = (kind: 'missing' | 'conflict', what: Fault) =>
  new Refusal(kind, `tie-import.${what}`, [fileComplaint(what)])

const keepers: Rule<{ id: string }, Context> = {
  ...by('coordinator'),
  in: async (ctx, { id }) => (await fileById(ctx.db, id))?.ecosystem_id,
}

const one = z.object({ id: z.uuid() })

export const listFiles = query({
  name: 'tie-import.list',
  summary: {
    fi: 'Yhteyksien tuonnit omissa ekosysteemeissä',
    sv: 'Importer av kopplingar i egna ekosystem',
    en: 'Imports of ties in one’s own ecosystems',
  },
  route: { method: 'GET', path: '/tie-imports' },
  input: z.object({}),
  output: z.object({
    items: z.array(z.custom<TieFile & { rows: number }>()),
    ecosystems: z.array(z.custom<EcosystemHead>()).describe('Those into which you may bring files.'),
  }),
  allow: by('coordinator'),
  run: async (ctx) => {
    const ecosystems = (await allEcosystems(ctx.db)).filter(
      (e) => ctx.actor.kind === 'system' || holds(ctx.actor, ['coordinator'], e.id),
    )
    const items = await filesOf(
      ctx.db,
      ecosystems.map((e) => e.id),
    )
    return { items, ecosystems }
  },
})

export const getFile = query({
  name: 'tie-import.get',
  summary: {
    fi: 'Yhteyksien tuonti riveineen: mitä löytyi, mikä on uutta, mitä ei voi lukea',
    sv: 'En import av kopplingar med rader: vad som hittades, är nytt eller inte kan läsas',
    en: 'An import of ties with its rows: what was found, what is new, what cannot be read',
  },
  route: { method: 'GET', path: '/tie-imports/{id}' },
  input: one,
  output: z.object({ file: z.custom<TieFile>(), rows: z.array(z.custom<KeptRow>()) }),
  allow: keepers,
  run: async (ctx, { id }) => ({ file: await must(ctx, id), rows: await rowsOfFile(ctx.db, id) }),
})

async function must(ctx: Context, id: string): Promise<TieFile> {
  const file = await fileById(ctx.db, id)
  if (!file) throw refused('missing', 'missing')
  return file
}

export const receiveFile = command({
  name: 'tie-import.receive',
  summary: {
    fi: 'Lue yhteyksien tiedosto esikatselua varten; verkostossa ei muutu mikään',
    sv: 'Läs en fil med kopplingar för förhandsvisning; inget ändras i nätverket',
    en: 'Read a file of ties for a preview; nothing changes in the network',
  },
  input: z.object({
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().trim().max(300),
    ecosystem: z.uuid(),
    share: z.enum(shareLevels).default('agreement'),
  }),
  output: z.object({
    id: z.uuid(),
    again: z.boolean().describe('Whether the same file stands here already.'),
  }),
  allow: { ...by('coordinator'), in: (_ctx, input) => input.ecosystem },
  run: async (ctx, input) => {
    const standing = await fileByHash(ctx.db, input.ecosystem, input.hash)
    if (standing) return { id: standing.id, again: true }
    const { format, rows } = await readFile(ctx.files.open(input.hash))
    const id = newId(ctx.now.getTime())
    const { actor } = ctx
    const file = {
      id,
      ecosystem_id: input.ecosystem,
      file_name: input.name,
      file_hash: input.hash,
      format,
      share: input.share,
      state: 'read' as const,
      by_whom: actor.kind === 'person' ? actor.name : 'Talkoot',
      at: ctx.now,
      applied_at: null,
      undone_at: null,
    }
    await insertFile(ctx.db, { ...file, person_id: actor.kind === 'person' ? actor.id : null })
    await insertRows(ctx.db, id, await matched(ctx, rows))
    ctx.changed({ kind: 'network-import', id, before: null, after: file })
    return { id, again: false }
  },
})

type Found = { id: string | null; by: FoundBy; problem?: 'many' | 'personal' }

/** Finds every named organisation: by exact name or business id, else by the matching engine where it is sure. */
async function matched(ctx: Context<Tx>, rows: readonly FileRow[]): Promise<KeptRow[]> {
  const names = [...new Set(rows.filter((r) => !r.problem).flatMap((r) => [r.from, r.to]))]
  const found = new Map<string, Found>()
  for (const name of names) {
    const those = await organisationsNamed(ctx.db, ctx.actor, name)
    if (those.length === 1)
      found.set(name, { id: those[0]!.id, by: /^\d{7}-\d$/.test(name) ? 'business-id' : 'name' })
    else if (those.length > 1) found.set(name, { id: null, by: 'none', problem: 'many' })
  }
  const unknown = names.filter((name) => !found.has(name))
  if (unknown.length > 0) {
    const registrar = await openRegistrar(ctx.db, null, '', ctx.now)
    for (const name of unknown) {
      const { id, personal } = registrar.resolve({ name })
      const made = registrar.take().organisations.find((row) => row.id === id)
      const known = made ? (made.canonical_id === id ? null : made.canonical_id) : id
      // A row that another name of this file has made is new as well, and joined when the file is applied.
      const there = known && (await organisationsById(ctx.db, [known]))[0]
      found.set(
        name,
        personal
          ? { id: null, by: 'none', problem: 'personal' }
          : there
            ? { id: there.id, by: 'likeness' }
            : { id: null, by: 'new' },
      )
    }
  }
  const none: Found = { id: null, by: 'none' }
  return rows.map((row) => {
    const [from, to] = [found.get(row.from) ?? none, found.get(row.to) ?? none]
    const same = from.id !== null && from.id === to.id ? ('same' as const) : undefined
    return {
      id: newId(ctx.now.getTime()),
      position: row.position,
      cells: row.cells.map((cell) => cell.slice(0, 1_000)),
      from_name: row.from,
      to_name: row.to,
      from_id: from.id,
      to_id: to.id,
      from_found: from.by,
      to_found: to.by,
      kind: row.kind,
      starts_on: row.starts,
      ends_on: row.ends,
      strength: row.strength,
      note: row.note,
      problem: row.problem ?? from.problem ?? to.problem ?? same ?? null,
      tie_id: null,
    }
  })
}

export const applyFile = command({
  name: 'tie-import.apply',
  summary: {
    fi: 'Tuo luetun tiedoston yhteydet verkostoon yhdellä kertaa',
    sv: 'Ta in kopplingarna i en läst fil i nätverket på en gång',
    en: 'Bring the ties of a file that was read into the network, in one act',
  },
  route: { method: 'POST', path: '/tie-imports/{id}/apply' },
  input: one,
  output: z.object({ created: z.number(), standing: z.number() }),
  allow: keepers,
  run: async (ctx, { id }) => {
    const file = await must(ctx, id)
    if (file.state !== 'read') throw refused('conflict', 'notRead')
    const rows = (await rowsOfFile(ctx.db, id)).filter((row) => row.problem === null)
    const made = await enlist(ctx, file, rows)
    const idOf = (row: KeptRow, end: 'from' | 'to') => row[`${end}_id`] ?? made.get(row[`${end}_name`])!
    const raw = rows.flatMap((row) => [idOf(row, 'from'), idOf(row, 'to')])
    const known = new Map((await organisationsById(ctx.db, raw)).map((k) => [k.asked, k.id]))
    const standing = new Set((await tiesAmong(ctx.db, [...new Set(known.values())])).map(keyOf))
    const ties: NewTie[] = []
    const written = rows.map((row) => {
      const [self, other] = [known.get(idOf(row, 'from'))!, known.get(idOf(row, 'to'))!]
      const said = readKind(row.kind!)!
      const ends = endsOf(said, self, other)
      const key = keyOf({ ...ends, kind: said.kind })
      const at = { id: row.id, from_id: self, to_id: other, tie_id: null as string | null }
      if (self === other || standing.has(key)) return at
      standing.add(key)
      const tie = newId(ctx.now.getTime())
      ties.push({
        id: tie,
        from_id: ends.from,
        to_id: ends.to,
        kind: said.kind,
        kind_id: null,
        starts_on: row.starts_on,
        ends_on: row.ends_on,
        strength: row.strength,
        source: 'file',
        source_id: id,
        note: row.note,
        ecosystem_id: file.ecosystem_id,
        share: file.share,
        organisation_id: null,
        person_id: null,
        by_whom: file.file_name,
        at: ctx.now,
      })
      return { ...at, tie_id: tie }
    })
    await insertTies(ctx.db, ties)
    await updateRows(ctx.db, written)
    await updateFile(ctx.db, id, { state: 'applied', applied_at: ctx.now })
    const place = { ecosystem_id: file.ecosystem_id }
    ctx.changed({
      kind: 'network-import',
      id,
      before: { state: 'read', ...place },
      after: { state: 'applied', ties: ties.length, ...place },
    })
    await bumpRevision(ctx.db)
    return { created: ties.length, standing: rows.length - ties.length }
  },
})

/** One key for the same tie, whichever way round it is told where its kind has no direction. */
function keyOf({ from, to, kind }: { from: string; to: string; kind: string }): string {
  const ends = isDirected(kind as StatedKind) ? [from, to] : [from, to].sort()
  return [kind, ...ends].join(' ')
}

/** Puts the names that nobody bears yet in the registry, as this file's. */
async function enlist(
  ctx: Context<Tx>,
  file: TieFile,
  rows: readonly KeptRow[],
): Promise<Map<string, string>> {
  const names = new Set(
    rows.flatMap((r) => [...(r.from_id ? [] : [r.from_name]), ...(r.to_id ? [] : [r.to_name])]),
  )
  const made = new Map<string, string>()
  if (names.size === 0) return made
  const registrar = await openRegistrar(ctx.db, file.id, file.file_name, ctx.now)
  for (const name of names) made.set(name, registrar.resolve({ name }).id)
  await writeRegistered(ctx.db, registrar.take(), ctx.now)
  return made
}

export const undoFile = command({
  name: 'tie-import.undo',
  summary: {
    fi: 'Peru tuonti: sen yhteydet ja uudet organisaatiot poistuvat yhdellä kertaa',
    sv: 'Ångra en import: dess kopplingar och nya organisationer tas bort på en gång',
    en: 'Undo an import: its ties and new organisations go in one act',
  },
  route: { method: 'POST', path: '/tie-imports/{id}/undo' },
  input: one,
  output: z.object({ removed: z.number(), ended: z.number().describe('Ties that people had built on.') }),
  allow: keepers,
  run: async (ctx, { id }) => {
    const file = await must(ctx, id)
    if (file.state !== 'applied') throw refused('conflict', 'notApplied')
    const counts = await removeTies(ctx.db, id, file.file_name, ctx.now)
    // Organisations that something else names by now stay, all of them: the registry loses nobody who is needed.
    await ifFree(ctx.db, async () => {
      await releaseNew(ctx.db, id)
      await dropOrganisationsOf(ctx.db, id)
    })
    await updateFile(ctx.db, id, { state: 'undone', undone_at: ctx.now })
    const place = { ecosystem_id: file.ecosystem_id }
    ctx.changed({
      kind: 'network-import',
      id,
      before: { state: 'applied', ...place },
      after: { state: 'undone', ...counts, ...place },
    })
    await bumpRevision(ctx.db)
    return counts
  },
})
