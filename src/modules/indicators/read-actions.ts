import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { isAmong } from '../../kernel/rule.ts'
import type { Names } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { type EcosystemHead, frameValuesOf } from '../ecosystems/index.ts'
import { projectItems, projectPath } from '../projects/index.ts'
import type { DefinitionVersion } from './definition.ts'
import { definitionVersions } from './definition-queries.ts'
import { refuse } from './fault-text.ts'
import { enterprisesOf, standingRows } from './figures.ts'
import { ecosystemAt, insiders, keepers, key, readers } from './rights.ts'
import { type IndicatorState, statesOf } from './state.ts'
import { type LightSetting, type Target, targetSubjects } from './target-queries.ts'
import { namesOf, organisationNames, type ValueRow, valuesOf } from './value-queries.ts'

export const listIndicators = query({
  name: 'indicator.list',
  summary: {
    fi: 'Ekosysteemin indikaattorit: tavoite, toteuma ja liikennevalo sääntöineen',
    sv: 'Ett ekosystems indikatorer: mål, utfall och trafikljus med sin regel',
    en: 'The indicators of an ecosystem: target, realised, and traffic light with its rule',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/indicators' },
  input: z.object({ key }),
  output: z.object({
    ecosystem: z.custom<EcosystemHead>(),
    items: z.array(z.custom<IndicatorState>()),
    light: z
      .custom<LightSetting>()
      .describe('Parts of the share of time from which a light is green and amber.'),
    keeps: z.boolean().describe('Whether you may change them.'),
  }),
  allow: readers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const { states, rule } = await statesOf(ctx.db, ecosystem.id, dayIn(ctx.now))
    const keeps = isAmong(keepers.who, ctx.actor, ecosystem.id)
    return { ecosystem, items: states.map((one) => toldTo(keeps, one)), light: rule, keeps }
  },
})

/** Who set a target is for those who keep them. */
const toldTo = (keeps: boolean, state: IndicatorState): IndicatorState =>
  keeps || !state.target ? state : { ...state, target: { ...state.target, byWhom: '' } }

/** A value with the names of what it is of, as its reader may know them. */
export type ToldValue = ValueRow & {
  /** Null where the reader does not see the project. */
  projectName: Names | null
  projectPath: string | null
  organisationName: string | null
}

async function told(ctx: Context, rows: readonly ValueRow[], inside: boolean): Promise<ToldValue[]> {
  const projects = await namesOf(ctx.db, [...new Set(rows.map(({ project }) => project))])
  const seen = new Set(
    (
      await projectItems(
        ctx,
        projects.map(({ id }) => id),
      )
    ).map(({ id }) => id),
  )
  const organisations = await organisationNames(
    ctx.db,
    rows.flatMap(({ organisation }) => organisation ?? []),
  )
  const byId = new Map(projects.filter(({ id }) => seen.has(id)).map((one) => [one.id, one]))
  return rows.map((row) => {
    const project = byId.get(row.project)
    return {
      ...row,
      ...(!inside && { byWhom: '', approvedBy: '', narrative: null, reason: null, report: '' }),
      projectName: project ? { [project.language]: project.title } : null,
      projectPath: project ? projectPath(project) : null,
      organisationName: row.organisation ? (organisations[row.organisation] ?? null) : null,
    }
  })
}

const one = { key, indicator: z.uuid().describe('Id of the indicator.') }

export const getIndicator = query({
  name: 'indicator.get',
  summary: {
    fi: 'Yksi indikaattori: määritelmän versiot, tavoitteet, arvot ja korjaukset',
    sv: 'En indikator: definitionens versioner, mål, värden och rättelser',
    en: 'One indicator: versions of its definition, targets, values and corrections',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/indicators/{indicator}' },
  input: z.object(one),
  output: z.object({
    ecosystem: z.custom<EcosystemHead>(),
    state: z.custom<IndicatorState>(),
    light: z.custom<LightSetting>(),
    versions: z.array(z.custom<DefinitionVersion>()),
    targets: z.array(z.custom<Target & { name: Names | null }>()).describe('The newest first.'),
    values: z.array(z.custom<ToldValue>()).describe('Approved values that hold.'),
    corrections: z.array(z.custom<{ was: ToldValue; by: ToldValue }>()),
    inside: z.boolean().describe('Whether you may see which enterprises were counted.'),
    keeps: z.boolean(),
  }),
  allow: readers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const { states, rule, targets } = await statesOf(ctx.db, ecosystem.id, dayIn(ctx.now))
    const state = states.find(({ indicator }) => indicator.id === asked.indicator)
    if (!state) throw refuse('missing', 'noIndicator')
    const inside = isAmong(insiders.who, ctx.actor, ecosystem.id)
    const keeps = isAmong(keepers.who, ctx.actor, ecosystem.id)
    const rows = await told(
      ctx,
      await valuesOf(ctx.db, { ecosystem: ecosystem.id, indicator: asked.indicator }),
      inside,
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    const { valid, corrections } = standingRows(rows)
    return {
      ecosystem,
      state: toldTo(keeps, state),
      light: rule,
      versions: (await definitionVersions(ctx.db, asked.indicator)).map((v) =>
        keeps ? v : { ...v, byWhom: '', reason: null },
      ),
      targets: await namedTargets(ctx, ecosystem.id, targets, asked.indicator, keeps),
      values: valid.map(({ id }) => byId.get(id)!),
      corrections: corrections.map(({ was, by }) => ({ was: byId.get(was.id)!, by: byId.get(by.id)! })),
      inside,
      keeps,
    }
  },
})

async function namedTargets(
  ctx: Context,
  ecosystem: string,
  targets: readonly Target[],
  indicator: string,
  keeps: boolean,
): Promise<(Target & { name: Names | null })[]> {
  const subjects = keeps ? await targetSubjects(ctx.db, ecosystem) : []
  const values = await frameValuesOf(ctx.db, ecosystem)
  const mine = targets.filter(
    (t) => t.indicator === indicator && (keeps || ['ecosystem', 'priority'].includes(t.scope)),
  )
  return mine.map((t) => ({
    ...t,
    ...(!keeps && { byWhom: '', reason: null }),
    name:
      t.scope === 'priority'
        ? (values.find(({ value }) => value === t.subject)?.name ?? null)
        : (subjects.find(({ subject }) => subject === t.subject)?.name ?? null),
  }))
}

/** An enterprise behind a unique count. A sole trader's name and number are for those who keep the ecosystem. */
export type ListedEnterprise = {
  business: string | null
  name: string | null
  personal: boolean
  size: string | null
  region: string | null
  kind: string | null
  first: string
  /** Projects that reported it, as far as the reader sees them; `others` are those that they do not see. */
  projects: { id: string; name: Names; path: string }[]
  others: number
}

export const listEnterprises = query({
  name: 'indicator.enterprises',
  summary: {
    fi: 'Mitkä yritykset ovat luvun takana, mistä hankkeista ja mistä alkaen',
    sv: 'Vilka företag som ligger bakom talet, från vilka projekt och sedan när',
    en: 'Which enterprises stand behind the number, from which projects and since when',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/indicators/{indicator}/enterprises' },
  input: z.object(one),
  output: z.object({
    items: z.array(z.custom<ListedEnterprise>()).describe('Each once, by business id.'),
    unnumbered: z
      .array(z.object({ name: z.string(), project: z.custom<Names>().nullable(), first: z.string() }))
      .describe('Names without a business id: told apart, not counted.'),
  }),
  allow: insiders,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const { valid } = standingRows(
      await valuesOf(ctx.db, { ecosystem: ecosystem.id, indicator: asked.indicator }),
    )
    const { counted, unnumbered, known } = await enterprisesOf(ctx.db, valid)
    const rows = await namesOf(ctx.db, [...new Set(valid.map(({ project }) => project))])
    const seen = new Set(
      (
        await projectItems(
          ctx,
          rows.map(({ id }) => id),
        )
      ).map(({ id }) => id),
    )
    const projects = new Map(
      rows
        .filter(({ id }) => seen.has(id))
        .map((p) => [p.id, { id: p.id, name: { [p.language]: p.title } as Names, path: projectPath(p) }]),
    )
    const keeps = isAmong(keepers.who, ctx.actor, ecosystem.id)
    return {
      items: counted.map((c) => {
        const of = known.get(c.business)
        const hidden = (of?.personal ?? false) && !keeps
        const shown = c.projects.flatMap((id) => projects.get(id) ?? [])
        return {
          business: hidden ? null : c.business,
          name: hidden ? null : (of?.name ?? c.name),
          personal: of?.personal ?? false,
          size: of?.size ?? null,
          region: of?.region ?? null,
          kind: of?.kind ?? null,
          first: c.first,
          projects: shown,
          others: c.projects.length - shown.length,
        }
      }),
      unnumbered: keeps
        ? unnumbered.map(({ name, project, first }) => ({
            name,
            project: projects.get(project)?.name ?? null,
            first,
          }))
        : [],
    }
  },
})
