import { sql } from 'kysely'
import type { Read, Tx } from '../../kernel/db.ts'
import type { ShareLevel } from '../../kernel/share.ts'

/** A project's text as it is compared, and who sees it. */
export type TextRow = {
  id: string
  title: string
  summary: string | null
  share: ShareLevel
  ecosystem: string | null
}

/** The texts of all projects. Of a long summary its beginning, which says what it is about. */
export async function projectTexts(db: Read): Promise<TextRow[]> {
  const { rows } = await sql<TextRow>`
    select id, title, left(summary, 1000) as summary, share, ecosystem_id as ecosystem from project`.execute(
    db as Tx,
  )
  return rows
}
