import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { entryActOf } from '../../kernel/entries.ts'
import { newId } from '../../kernel/id.ts'
import { refuse } from './fault-text.ts'
import type { Followed } from './queries.ts'
import { type Compared, comparedFields, reconciledAmong, takenFrom } from './reconcile.ts'
import {
  insertVerdict,
  type OfficialRecord,
  recordCoded,
  savePair,
  suggestedFor,
} from './reconcile-queries.ts'
import { followedAt, one, readers, writers, writes } from './rights.ts'
import { stateOfProject } from './stating.ts'

export type ToldReconciliation = {
  followed: Followed
  /** Null where no record has been found. */
  record: OfficialRecord | null
  fields: Compared[]
  /** To choose from, where no record stands for the project yet. */
  suggested: OfficialRecord[]
  writes: boolean
}

export const getReconciliation = query({
  name: 'followup.reconciliation',
  summary: {
    fi: 'Hanke ja sen vastine virallisessa luettelossa rinnakkain',
    sv: 'Projektet och dess motsvarighet i den officiella förteckningen sida vid sida',
    en: 'A project and its record in the official list, side by side',
  },
  route: { method: 'GET', path: '/followup/{project}/reconciliation' },
  input: z.object(one),
  output: z.custom<ToldReconciliation>(),
  allow: readers,
  run: async (ctx, { project }) => {
    const followed = await followedAt(ctx, project)
    const found = (await reconciledAmong(ctx.db, ctx.actor, [followed])).get(project)
    return {
      followed,
      record: found?.record ?? null,
      fields: found?.fields ?? [],
      suggested: found ? [] : await suggestedFor(ctx.db, ctx.actor, project),
      writes: await writes(ctx, followed),
    }
  },
})

export const pairRecord = command({
  name: 'followup.pair',
  summary: {
    fi: 'Valitse, mikä virallisen luettelon hanke vastaa tätä hanketta',
    sv: 'Välj vilket projekt i den officiella förteckningen som motsvarar projektet',
    en: 'Choose which record of the official list is this project',
  },
  route: { method: 'POST', path: '/followup/{project}/pair' },
  input: z.object({
    ...one,
    code: z.string().trim().max(200).describe('Code of the project in the official list.'),
  }),
  output: z.object({}),
  allow: writers,
  run: async (ctx, { project, code }) => {
    const followed = await followedAt(ctx, project)
    const record = code ? await recordCoded(ctx.db, ctx.actor, code) : undefined
    if (!record || record.id === project) throw refuse('invalid', 'noRecord', 'code')
    await savePair(ctx.db, project, record.id, entryActOf(ctx))
    ctx.changed({
      kind: 'followup-pair',
      id: project,
      before: null,
      after: { record: record.id, code, ecosystem_id: followed.ecosystem },
    })
    return {}
  },
})

export const settleDifference = command({
  name: 'followup.settle-difference',
  summary: {
    fi: 'Ratkaise ero viralliseen luetteloon: ota luettelon tieto tai kirjaa, miksi oma on oikea',
    sv: 'Avgör en skillnad mot den officiella förteckningen: ta dess uppgift eller skriv varför den egna är rätt',
    en: 'Settle a difference from the official list: take what it says, or write why your own is right',
  },
  route: { method: 'POST', path: '/followup/{project}/differences/{field}' },
  input: z.object({
    ...one,
    field: z.enum(comparedFields),
    verdict: z.enum(['list', 'ours']),
    reason: z.string().trim().max(2_000).default('').describe('Why your own is right.'),
  }),
  output: z.object({}),
  allow: writers,
  run: async (ctx, { project, field, verdict, reason }) => {
    const followed = await followedAt(ctx, project)
    const found = (await reconciledAmong(ctx.db, ctx.actor, [followed])).get(project)
    if (!found) throw refuse('conflict', 'notPaired')
    const compared = found.fields.find((each) => each.field === field)!
    if (compared.is !== 'open') throw refuse('conflict', 'noDifference')
    if (verdict === 'ours' && !reason) throw refuse('invalid', 'noWhy', `reason.${field}`)
    const said = { own: compared.own, list: compared.list, reason: reason || null }
    await insertVerdict(
      ctx.db,
      { id: newId(ctx.now.getTime()), project, field, verdict, ...said },
      entryActOf(ctx),
    )
    ctx.changed({
      kind: 'followup-verdict',
      id: project,
      before: { [field]: compared.own, ecosystem_id: followed.ecosystem },
      after: {
        [field]: verdict === 'list' ? compared.list : compared.own,
        verdict,
        ecosystem_id: followed.ecosystem,
      },
    })
    if (verdict === 'list')
      await stateOfProject(ctx, followed, {
        values: takenFrom(field, found.folded),
        document: { field, ...said, record: found.record },
        why: 'list',
      })
    return {}
  },
})
