import { z } from 'zod'
import type { Answers, Form } from '../../engine/form/index.ts'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { formOf, moneyOf, partnersOf, type ToldBudget, versionOf } from '../applications/index.ts'
import { settledForm } from '../forms/index.ts'
import { by, holds } from '../people/index.ts'
import { inItsPlace, one } from './check-actions.ts'
import { missingAssessment } from './course.ts'
import { budgetShown, hiddenMoney, moneyShown, withoutHidden, withoutHiding } from './hidden.ts'
import { judgedOf, placeOf, sheetHolder } from './judged-queries.ts'
import { assesses, isFree } from './standing.ts'

export type ReadFile = { id: string; question: string; name: string; type: string; bytes: number }
export type ReadApplication = {
  title: string
  language: string
  version: number
  /** Null where the form or the version is not there any more. */
  form: Form | null
  answers: Answers
  files: readonly ReadFile[]
  partners: readonly { name: string; role: 'lead' | 'partner'; cost: string | null; grant: string | null }[]
  /** An earlier version beside it, where one was asked for. */
  before: { version: number; answers: Answers } | null
}

/** Those who assess it and are free; the office that prepares and is free sees what they see. */
const readers = {
  ...by('assessor', 'coordinator', 'preparer', 'council-officer'),
  in: inItsPlace,
  only: {
    says: {
      fi: 'esteetön; arvioija vain itselle nimetyn hakemuksen',
      sv: 'ojävig; en bedömare bara en ansökan som hen utsetts för',
      en: 'free of conflict; an assessor only what was assigned to them',
    },
    check: async (ctx: Context, { application }: { application: string }) => {
      const place = await placeOf(ctx.db, application)
      if (place === undefined || (await assesses(ctx, { application }))) return true
      const office = holds(ctx.actor, ['coordinator', 'preparer', 'council-officer'], place)
      return office && isFree(ctx, application, 'propose')
    },
  },
}

/** Who checks by an office reads everything, unless they assess it too. */
const readsWhole = async ({ db, actor }: Context, application: string): Promise<boolean> =>
  actor.kind !== 'person' || !(await sheetHolder(db, application, actor.id))

/** One version, to an assessor without what is kept from them. */
async function read(ctx: Context, application: string, number: number) {
  const version = await versionOf(ctx.db, application, number)
  const settled = version && (await settledForm(ctx.db, version.form.id, version.form.version))
  const call = settled && (await judgedOf(ctx.db, application))?.call
  const form = version && call && (await formOf(ctx.db, call, version.form))
  if (!version || !call || !form) return undefined
  const { answers, files } = version
  const whole = await readsWhole(ctx, application)
  return {
    whole: whole ? withoutHiding(form) : form,
    sent: version,
    of: call,
    ...(whole ? { form: withoutHiding(form), answers, files } : withoutHidden(form, answers, files)),
  }
}

export const readApplication = query({
  name: 'assessment.application',
  summary: {
    fi: 'Arvioitava hakemus: arvioijalle ilman arvioijilta piilotettuja kysymyksiä ja niiden liitteitä',
    sv: 'Ansökan som bedöms: för en bedömare utan de frågor och bilagor som är dolda för bedömare',
    en: 'The application that is assessed: to an assessor without the questions and files that are kept from them',
  },
  route: { method: 'GET', path: '/assessments/{application}/application' },
  input: z.object({ ...one, before: z.coerce.number().int().min(1).optional() }),
  output: z.custom<ReadApplication>(),
  allow: readers,
  run: async (ctx, { application, before }) => {
    const judged = await judgedOf(ctx.db, application)
    if (!judged) throw missingAssessment()
    const now = await read(ctx, application, judged.version)
    const earlier = before ? await read(ctx, application, before) : undefined
    const hides = now ? hiddenMoney(now.whole) : { cost: false, grant: false }
    return {
      title: judged.title,
      language: judged.language,
      version: judged.version,
      form: now?.form ?? null,
      answers: now?.answers ?? {},
      files: (now?.files ?? []).map(({ hash: _, ...file }) => file),
      partners: (await partnersOf(ctx.db, application)).map(({ name, role, cost, grant }) => ({
        name,
        role,
        cost: hides.cost ? null : cost,
        grant: hides.grant ? null : grant,
      })),
      before: before && earlier ? { version: before, answers: earlier.answers } : null,
    }
  },
})

export type ReadMoney = ReturnType<typeof moneyShown> & {
  /** The sums that were kept with this version, and with an earlier one, where one was asked for. */
  told: ToldBudget | null
  before: ToldBudget | null
}

export const readMoney = query({
  name: 'assessment.money',
  summary: {
    fi: 'Arvioitavan hakemuksen budjetti, rahoitussuunnitelma ja de minimis -tuki: arvioijalle ilman arvioijilta piilotettua',
    sv: 'Budgeten, finansieringsplanen och de minimis-stödet i ansökan som bedöms: för en bedömare utan det som är dolt för bedömare',
    en: 'Budget, financing plan and de minimis aid of the application that is assessed: to an assessor without what is kept from them',
  },
  input: z.object({ ...one, before: z.coerce.number().int().min(1).optional() }),
  output: z.custom<ReadMoney | null>(),
  allow: readers,
  run: async (ctx, { application, before }) => {
    const judged = await judgedOf(ctx.db, application)
    if (!judged) throw missingAssessment()
    const now = await read(ctx, application, judged.version)
    if (!now) return null
    const earlier = before ? await versionOf(ctx.db, application, before) : undefined
    return {
      ...moneyShown(now.whole, await moneyOf(ctx.db, now.of, now.whole, now.sent)),
      told: budgetShown(now.whole, now.sent.budget as ToldBudget | null),
      before: budgetShown(now.whole, (earlier?.budget ?? null) as ToldBudget | null),
    }
  },
})

export const applicationFile = query({
  name: 'assessment.file',
  summary: {
    fi: 'Arvioitavan hakemuksen yksi liite, jos sitä ei ole piilotettu arvioijilta',
    sv: 'En bilaga till ansökan som bedöms, om den inte är dold för bedömare',
    en: 'One file of the application that is assessed, unless it is kept from assessors',
  },
  route: { method: 'GET', path: '/assessments/{application}/files/{file}' },
  input: z.object({ ...one, file: z.string().max(100) }),
  output: z.object({ name: z.string(), type: z.string(), bytes: z.number(), hash: z.string() }),
  allow: readers,
  run: async (ctx, { application, file: id }) => {
    const judged = await judgedOf(ctx.db, application)
    const found = judged && (await read(ctx, application, judged.version))?.files.find((f) => f.id === id)
    if (!found) throw new Refusal('missing', 'assessment.no-file')
    const { name, type, bytes, hash } = found
    return { name, type, bytes, hash }
  },
})
