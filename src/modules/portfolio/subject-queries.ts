import type { Read } from '../../kernel/db.ts'

export const ideaPlace = async (db: Read, id: string) => {
  const row = await db
    .selectFrom('portfolio_idea')
    .where('id', '=', id)
    .select(['portfolio_id as portfolio', 'language', 'title', 'removed_at'])
    .executeTakeFirst()
  return row && { ...row, removed: row.removed_at !== null }
}

export const commitmentPlace = (db: Read, id: string) =>
  db
    .selectFrom('portfolio_commitment')
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .select(['portfolio_id as portfolio', 'what'])
    .executeTakeFirst()
