import { Readable } from 'node:stream'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'
import { type ImportHead, importById, insertImport, insertRows, updateImport } from './queries.ts'
import type { StatementValues } from './statement.ts'

/** The registry of projects that were decided here. */
export const ownRegistry = 'talkoot'

/** A list of one row that the product itself states, with the document that it rests on as its file. */
export type OwnList = {
  title: Names
  fileName: string
  document: string
  registry: string
  key: string
  values: StatementValues & { title: string }
  /** Under which headers the row's cells stand, where its file is shown. */
  cells: Readonly<Record<string, string>>
  asOf: Day
  ecosystem: string | null
  share: ShareLevel
}

/** Brings the list in as any other, up to the point where the projects take it, in the caller's transaction. */
export async function stageOwnList(ctx: Context<Tx>, list: OwnList): Promise<ImportHead> {
  const { db, now, actor } = ctx
  const file = await ctx.files.put(Readable.from([Buffer.from(list.document)]), 10_000_000)
  const id = newId(now.getTime())
  await insertImport(db, {
    id,
    fileName: list.fileName,
    fileHash: file.hash,
    fileBytes: file.bytes,
    layout: { reading: {}, choices: {}, attempt: id, goOn: false, headers: Object.keys(list.cells) },
    actorName: actor.kind === 'person' ? actor.name : null,
    createdAt: now,
    ecosystem: list.ecosystem,
    share: list.share,
  })
  await insertRows(db, id, [
    {
      row: 1,
      registry: list.registry,
      key: list.key,
      values: list.values,
      cells: Object.values(list.cells),
      problems: [],
      rejected: false,
    },
  ])
  await updateImport(
    db,
    id,
    {
      state: 'applying',
      list: { title: list.title, registry: list.registry },
      asOf: list.asOf,
      stagedRows: 1,
    },
    { rows: 1, rejected: 0 },
  )
  return (await importById(db, id))!
}
