import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import type { Names } from '../../kernel/text.ts'
import { organisationSeen } from '../organisations/index.ts'
import { type Sight, seen } from '../projects/index.ts'

/** Who carries out projects of a theme in a region, as far as the reader sees the projects. */
export async function doersByTheme(
  db: Read,
  sight: Sight,
  regions: readonly string[],
): Promise<{ subject: string; region: string; actors: string[] }[]> {
  const { rows } = await sql<{ subject: string; region: string; actors: string[] }>`
    select theme as subject, p.region, array_agg(distinct o.canonical_id::text) as actors
    from project p
    join project_party y on y.project_id = p.id
    join organisation o on o.id = y.organisation_id
    cross join unnest(p.themes) as theme
    where p.region = any(${[...regions]}::text[]) and not o.personal and ${seen(sight, 'p')}
    group by theme, p.region`.execute(db as Tx)
  return rows
}

/** What an organisation has done of a theme: how many projects, and the year in which the latest began. */
export type Done = { id: string; theme: string; projects: number; latest: number | null }

/** Those who have done most of each theme, so many a theme; of one region where it is given. */
export async function mostDone(
  db: Read,
  sight: Sight,
  themes: readonly string[],
  { region = null, most }: { region?: string | null; most: number },
): Promise<Done[]> {
  if (themes.length === 0) return []
  const { rows } = await sql<Done>`
    select id, theme, projects, latest from (
      select o.canonical_id as id, theme, count(distinct p.id)::int as projects, max(p.start_year) as latest,
        row_number() over (partition by theme order by count(distinct p.id) desc, o.canonical_id) as place
      from project p
      join project_party y on y.project_id = p.id
      join organisation o on o.id = y.organisation_id
      cross join unnest(p.themes) as theme
      where theme = any(${[...themes]}::text[]) and not o.personal and ${seen(sight, 'p')}
        and ${region === null ? sql`true` : sql`p.region = ${region}`}
        and ${organisationSeen(sight.actor, 'o.canonical_id')}
      group by o.canonical_id, theme
    ) ranked where place <= ${most} order by theme, place`.execute(db as Tx)
  return rows
}

export type Placed = { id: string; name: Names; kind: string; region: string | null }

/** Organisations by their canonical ids, as the actor may know of them. */
export async function placedOrganisations(
  db: Read,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Placed>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Placed>`
    select c.id, jsonb_strip_nulls(jsonb_build_object('fi', c.name, 'sv', c.name_sv, 'en', c.name_en)) as name,
      c.kind, c.region
    from organisation c
    where c.id = any(${[...ids]}::uuid[]) and not c.personal and ${organisationSeen(actor, 'c.id')}`.execute(
    db as Tx,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
