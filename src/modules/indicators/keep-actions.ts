import { z } from 'zod'
import { aggregations, disaggregations } from '../../engine/indicators/index.ts'
import { command, query } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { readDay } from '../../kernel/time.ts'
import { type CommonIndicator, commonIndicators } from '../codes/index.ts'
import { type EcosystemHead, frameValuesOf, type ValueOfFrame } from '../ecosystems/index.ts'
import type { Indicator } from './definition.ts'
import {
  definitionsElsewhere,
  endUse,
  indicatorById,
  indicatorsOf,
  indicatorWith,
  insertIndicator,
  insertUse,
  insertVersion,
} from './definition-queries.ts'
import { refuse, refuseAll } from './fault-text.ts'
import { refreshFigures } from './figures.ts'
import { byOf, ecosystemAt, keepers, key } from './rights.ts'
import { decimalTyped, definitionFaults, lightTyped, targetFaults } from './rules.ts'
import { endTarget, insertTarget, saveLight, scopes, targetSubjects } from './target-queries.ts'

export type Offered = {
  common: CommonIndicator[]
  elsewhere: Awaited<ReturnType<typeof definitionsElsewhere>>
}

export const offerIndicators = query({
  name: 'indicator.offer',
  summary: {
    fi: 'Indikaattorit, jotka ekosysteemi voi ottaa käyttöön: yhteinen luettelo ja muiden määritelmät',
    sv: 'Indikatorer som ekosystemet kan ta i bruk: den gemensamma förteckningen och andras definitioner',
    en: 'The indicators that an ecosystem can take into use: the common list and the definitions of others',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/indicators-on-offer' },
  input: z.object({ key }),
  output: z.object({
    ecosystem: z.custom<EcosystemHead>(),
    common: z.array(z.custom<CommonIndicator>()),
    elsewhere: z.array(z.custom<Offered['elsewhere'][number]>()),
    themes: z.array(z.custom<ValueOfFrame>()),
    subjects: z.array(z.custom<Awaited<ReturnType<typeof targetSubjects>>[number]>()),
  }),
  allow: keepers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const used = new Set((await indicatorsOf(ctx.db, ecosystem.id)).map(({ code }) => code))
    return {
      ecosystem,
      common: commonIndicators.filter(({ code, verified }) => verified && !used.has(code)),
      elsewhere: await definitionsElsewhere(ctx.db, ecosystem.id),
      themes: await frameValuesOf(ctx.db, ecosystem.id),
      subjects: await targetSubjects(ctx.db, ecosystem.id),
    }
  },
})

const changedUse = (ecosystem: string, indicator: string, code: string, used: boolean) => ({
  kind: 'indicator-use',
  id: indicator,
  before: used ? null : { ecosystem_id: ecosystem, code },
  after: used ? { ecosystem_id: ecosystem, code } : null,
})

export const useIndicators = command({
  name: 'indicator.use',
  summary: {
    fi: 'Ota indikaattoreita ekosysteemin käyttöön',
    sv: 'Ta indikatorer i bruk i ekosystemet',
    en: 'Take indicators into use in an ecosystem',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/indicators' },
  input: z.object({
    key,
    codes: z.array(z.string().max(20)).max(200).default([]).describe('Codes of the common list.'),
    ids: z.array(z.uuid()).max(200).default([]).describe('Ids of definitions that other ecosystems keep.'),
  }),
  output: z.object({ added: z.number().int() }),
  allow: keepers,
  run: async (ctx, { key: asked, codes, ids }) => {
    const ecosystem = await ecosystemAt(ctx, asked)
    const by = byOf(ctx)
    const used = new Set((await indicatorsOf(ctx.db, ecosystem.id)).map(({ id }) => id))
    const elsewhere = new Set((await definitionsElsewhere(ctx.db, ecosystem.id)).map(({ id }) => id))
    const found: Indicator[] = []
    for (const code of new Set(codes)) found.push(await commonWith(code))
    for (const id of new Set(ids)) {
      const known = elsewhere.has(id) ? await indicatorById(ctx.db, id) : undefined
      if (!known) throw refuse('missing', 'noIndicator')
      found.push(known)
    }
    const added = found.filter(({ id }) => !used.has(id))
    for (const { id, code, keeper } of added) {
      const set = keeper === null || keeper !== ecosystem.id ? 'common' : 'own'
      await insertUse(ctx.db, { id: newId(by.at.getTime()), ecosystem: ecosystem.id, indicator: id, set }, by)
      ctx.changed(changedUse(ecosystem.id, id, code, true))
    }
    await refreshFigures(
      ctx.db,
      ecosystem.id,
      added.map(({ id }) => id),
      ctx.now,
    )
    if (added.length > 0) await bumpRevision(ctx.db)
    return { added: added.length }

    /** The common list's indicator, written down when somebody first uses it. */
    async function commonWith(code: string): Promise<Indicator> {
      const listed = commonIndicators.find((one) => one.code === code && one.verified)
      if (!listed) throw refuse('invalid', 'unknownCode', 'codes')
      const known = await indicatorWith(ctx.db, null, code)
      if (known) return known
      const id = newId(by.at.getTime())
      const says = {
        version: 1,
        name: listed.name,
        definition: {},
        unit: listed.unit,
        aggregation: listed.aggregation,
        decimals: listed.decimals,
        disaggregation: listed.aggregation === 'unique' ? [...disaggregations] : [],
        source: listed.source,
        reason: null,
      }
      await insertIndicator(ctx.db, { id, code, keeper: null, at: by.at })
      await insertVersion(ctx.db, id, says, { ...by, person: null, name: 'Talkoot' })
      return { id, code, keeper: null, ...says }
    }
  },
})

export const dropIndicator = command({
  name: 'indicator.drop',
  summary: {
    fi: 'Poista indikaattori ekosysteemin käytöstä; raportoidut arvot säilyvät',
    sv: 'Ta en indikator ur bruk i ekosystemet; rapporterade värden finns kvar',
    en: 'Take an indicator out of use in an ecosystem; what was reported stays',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/indicators/{indicator}/drop' },
  input: z.object({ key, indicator: z.uuid() }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    if (!(await endUse(ctx.db, ecosystem.id, asked.indicator, byOf(ctx))))
      throw refuse('missing', 'noIndicator')
    ctx.changed(changedUse(ecosystem.id, asked.indicator, '', false))
    await bumpRevision(ctx.db)
    return {}
  },
})

const line = (most: number) => z.string().trim().max(most).default('')
const three = (most: number) =>
  z.object({ fi: line(most), sv: line(most), en: line(most) }).default({ fi: '', sv: '', en: '' })

export const defineIndicator = command({
  name: 'indicator.define',
  summary: {
    fi: 'Määritä oma indikaattori tai tee määritelmästä uusi versio',
    sv: 'Definiera en egen indikator eller gör en ny version av definitionen',
    en: 'Define an own indicator, or make a new version of its definition',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/indicator-definitions' },
  input: z.object({
    key,
    indicator: z.uuid().optional().describe('The indicator that is changed; without it a new one is made.'),
    code: line(20).describe("Of a new one, such as 'HEV-01'."),
    name: three(200),
    definition: three(2_000).describe('What is counted and what is not.'),
    unit: three(60),
    aggregation: z.enum(aggregations),
    decimals: z.coerce.number().int().min(0).max(6).default(0),
    disaggregation: z.array(z.enum(disaggregations)).max(3).default([]),
    source: line(300),
    reason: line(500).describe('Of a new version: what changed and why.'),
  }),
  output: z.object({ indicator: z.uuid(), version: z.number().int() }),
  allow: keepers,
  run: async (ctx, { key: asked, indicator, code, reason, ...said }) => {
    const ecosystem = await ecosystemAt(ctx, asked)
    const was = indicator ? await indicatorById(ctx.db, indicator) : undefined
    if (indicator && !was) throw refuse('missing', 'noIndicator')
    if (was && was.keeper !== ecosystem.id) throw refuse('forbidden', 'notKept')
    refuseAll(definitionFaults({ code, ...said }, !was))
    const by = byOf(ctx)
    const id = was?.id ?? newId(by.at.getTime())
    if (!was) {
      if (await indicatorWith(ctx.db, ecosystem.id, code)) throw refuse('invalid', 'codeTaken', 'code')
      await insertIndicator(ctx.db, { id, code, keeper: ecosystem.id, at: by.at })
      const use = { id: newId(by.at.getTime()), ecosystem: ecosystem.id, indicator: id, set: 'own' as const }
      await insertUse(ctx.db, use, by)
    }
    const version = (was?.version ?? 0) + 1
    const says = {
      ...said,
      version,
      disaggregation: said.aggregation === 'unique' ? said.disaggregation : [],
      reason: reason || null,
    }
    await insertVersion(ctx.db, id, says, by)
    ctx.changed({
      kind: 'indicator',
      id,
      before: was ? { ...was, ecosystem_id: ecosystem.id } : null,
      after: { code: was?.code ?? code, ...says, ecosystem_id: ecosystem.id },
    })
    await refreshFigures(ctx.db, ecosystem.id, [id], ctx.now)
    await bumpRevision(ctx.db)
    return { indicator: id, version }
  },
})

const subjectOf = {
  scope: z.enum(scopes).default('ecosystem'),
  subject: line(100).describe("Of a priority 'dimension/code', of a call or a project its id."),
}

export const setTarget = command({
  name: 'indicator.set-target',
  summary: {
    fi: 'Aseta indikaattorille lähtötaso ja tavoite päivineen',
    sv: 'Ange utgångsläge och mål med datum för en indikator',
    en: 'Set the baseline and the target of an indicator, with its date',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/indicators/{indicator}/target' },
  input: z.object({
    key,
    indicator: z.uuid(),
    ...subjectOf,
    baseline: line(30),
    target: line(30),
    starts: line(20).describe('From which day, d.m.yyyy.'),
    due: line(20).describe('By which day, d.m.yyyy.'),
    reason: line(500),
  }),
  output: z.object({ id: z.uuid() }),
  allow: keepers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const used = await indicatorsOf(ctx.db, ecosystem.id)
    if (!used.some(({ id }) => id === asked.indicator)) throw refuse('missing', 'noIndicator')
    refuseAll(targetFaults(asked))
    const subject = asked.scope === 'ecosystem' ? '' : asked.subject
    if (asked.scope === 'priority') {
      const values = await frameValuesOf(ctx.db, ecosystem.id)
      if (!values.some(({ value }) => value === subject)) throw refuse('invalid', 'noSubject', 'subject')
    } else if (asked.scope !== 'ecosystem') {
      const known = await targetSubjects(ctx.db, ecosystem.id)
      if (!known.some((one) => one.scope === asked.scope && one.subject === subject))
        throw refuse('invalid', 'noSubject', 'subject')
    }
    const by = byOf(ctx)
    const of = { ecosystem: ecosystem.id, indicator: asked.indicator, scope: asked.scope, subject }
    await endTarget(ctx.db, of, by)
    const target = {
      id: newId(by.at.getTime()),
      indicator: asked.indicator,
      scope: asked.scope,
      subject,
      baseline: decimalTyped(asked.baseline)!,
      target: decimalTyped(asked.target)!,
      startsOn: readDay(asked.starts)!,
      dueOn: readDay(asked.due)!,
      reason: asked.reason || null,
    }
    await insertTarget(ctx.db, ecosystem.id, target, by)
    ctx.changed({
      kind: 'indicator-target',
      id: target.id,
      before: null,
      after: { ...target, ecosystem_id: ecosystem.id },
    })
    await bumpRevision(ctx.db)
    return { id: target.id }
  },
})

export const dropTarget = command({
  name: 'indicator.drop-target',
  summary: {
    fi: 'Poista indikaattorin tavoite; se säilyy historiassa',
    sv: 'Ta bort en indikators mål; det finns kvar i historiken',
    en: 'Remove the target of an indicator; it stays in the history',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/indicators/{indicator}/drop-target' },
  input: z.object({ key, indicator: z.uuid(), ...subjectOf }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const of = {
      ecosystem: ecosystem.id,
      indicator: asked.indicator,
      scope: asked.scope,
      subject: asked.subject,
    }
    if (!(await endTarget(ctx.db, of, byOf(ctx)))) throw refuse('missing', 'noTarget')
    ctx.changed({
      kind: 'indicator-target',
      id: asked.indicator,
      before: { ...of, ecosystem_id: ecosystem.id },
      after: null,
    })
    await bumpRevision(ctx.db)
    return {}
  },
})

export const setLight = command({
  name: 'indicator.set-light',
  summary: {
    fi: 'Aseta ekosysteemin liikennevalojen rajat',
    sv: 'Ange gränserna för ekosystemets trafikljus',
    en: 'Set the limits of the traffic lights of an ecosystem',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/indicator-light' },
  input: z.object({
    key,
    green: line(10).describe('Per cent of the share of time from which a light is green.'),
    amber: line(10).describe('Per cent from which it is amber.'),
  }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, asked) => {
    const ecosystem = await ecosystemAt(ctx, asked.key)
    const light = lightTyped(asked)
    if (Array.isArray(light)) {
      refuseAll(light)
      return {}
    }
    await saveLight(ctx.db, ecosystem.id, light, byOf(ctx))
    ctx.changed({
      kind: 'indicator-light',
      id: ecosystem.id,
      before: null,
      after: { ...light, ecosystem_id: ecosystem.id },
    })
    await bumpRevision(ctx.db)
    return {}
  },
})
