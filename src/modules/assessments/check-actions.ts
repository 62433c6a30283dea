import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { by, type Office } from '../people/index.ts'
import { noGround, noReason, unknownCriterion } from './complaints.ts'
import { actorName, goOn, held, move, refusal, reopenSheets } from './course.ts'
import { placeOf } from './judged-queries.ts'
import { type AssessmentEvent, assessmentMachine } from './rules.ts'
import { freeEither, freeToPrepare } from './standing.ts'
import { insertFinding } from './write-queries.ts'

export const one = { application: z.uuid().describe('Id of the application.') }
type One = { application: string }

export const inItsPlace = (ctx: Pick<Context, 'db'>, { application }: One) => placeOf(ctx.db, application)
const officesOf = (event: AssessmentEvent) =>
  by(...assessmentMachine.events[event].by.filter((who): who is Office => who !== 'system'))

/** An event of the machine by hand, for those whom the machine names and who are free of conflicts. */
function event<N extends AssessmentEvent>(name: N, only: typeof freeEither) {
  const { reason: asksReason, to } = assessmentMachine.events[name]
  return {
    route: { method: 'POST', path: `/assessments/{application}/${name}` },
    input: z.object({
      ...one,
      reason: z
        .string()
        .trim()
        .max(2_000)
        .default('')
        .describe(asksReason ? 'Why; kept in the trail.' : 'Free.'),
    }),
    output: z.object({ state: z.string() }),
    allow: { ...officesOf(name), in: inItsPlace, only },
    run: async (ctx: Context<Tx>, { application, reason }: One & { reason: string }) => {
      if (asksReason && reason === '') throw new Refusal('invalid', 'assessment.no-reason', [noReason])
      const judged = await held(ctx, application)
      await move(ctx, judged, name, reason || null)
      if (name === 'score-again') await reopenSheets(ctx, judged)
      // Whoever gave their scores before the checks began anew has given them still.
      if (name === 'pass') await goOn(ctx, application)
      return { state: to }
    },
  } as const
}

export const beginCheck = command({
  name: 'assessment.begin-check',
  summary: {
    fi: 'Aloita hakemuksen yleisten valintaperusteiden tarkastus',
    sv: 'Inled kontrollen av ansökans allmänna urvalskriterier',
    en: 'Begin to check the general criteria of an application',
  },
  ...event('begin-check', freeToPrepare),
})
export const pass = command({
  name: 'assessment.pass',
  summary: {
    fi: 'Siirrä tarkastettu hakemus pisteytykseen',
    sv: 'För en kontrollerad ansökan till poängsättning',
    en: 'Pass a checked application on to scoring',
  },
  ...event('pass', freeToPrepare),
})
export const fail = command({
  name: 'assessment.fail',
  summary: {
    fi: 'Päätä tarkastus, kun yleinen valintaperuste ei täyty',
    sv: 'Avsluta kontrollen när ett allmänt urvalskriterium inte uppfylls',
    en: 'End the checks where a general criterion is not met',
  },
  ...event('fail', freeToPrepare),
})
export const recheck = command({
  name: 'assessment.recheck',
  summary: {
    fi: 'Palauta hakemus tarkastukseen syineen',
    sv: 'Återför en ansökan till kontroll, med skäl',
    en: 'Take an application back to the checks, with the reason',
  },
  ...event('recheck', freeToPrepare),
})
export const scoreAgain = command({
  name: 'assessment.score-again',
  summary: {
    fi: 'Avaa annetut pisteet uudelleen syineen',
    sv: 'Öppna de givna poängen på nytt, med skäl',
    en: 'Open the scores again, with the reason',
  },
  ...event('score-again', freeEither),
})
export const unsettleJoint = command({
  name: 'assessment.unsettle',
  summary: {
    fi: 'Avaa vahvistettu yhteinen arvio syineen',
    sv: 'Öppna en fastställd gemensam bedömning, med skäl',
    en: 'Open a settled joint assessment, with the reason',
  },
  ...event('unsettle', freeEither),
})

export const check = command({
  name: 'assessment.check',
  summary: {
    fi: 'Kirjaa, täyttyykö yleinen valintaperuste, perusteluineen',
    sv: 'Anteckna om ett allmänt urvalskriterium uppfylls, med motivering',
    en: 'Note whether a general criterion is met, with the ground',
  },
  route: { method: 'POST', path: '/assessments/{application}/checks' },
  input: z.object({
    ...one,
    findings: z
      .array(
        z.object({
          criterion: z.string().max(100),
          result: z.enum(['pass', 'fail']),
          ground: z.string().trim().max(5_000).describe('Always due where it is not met.'),
        }),
      )
      .min(1)
      .max(60),
  }),
  output: z.object({ unchecked: z.int() }),
  allow: { ...by('preparer', 'council-officer'), in: inItsPlace, only: freeToPrepare },
  run: async (ctx, { application, findings }) => {
    const judged = await held(ctx, application)
    if (judged.state !== 'checking') throw refusal('check', judged, [{ why: 'state' }])
    if (!judged.template) throw refusal('check', judged, [{ why: 'no-template' }])
    const known = judged.template.general.map((c) => c.key)
    const wrong = findings.flatMap((f) =>
      !known.includes(f.criterion)
        ? [unknownCriterion(f.criterion)]
        : f.ground === ''
          ? [noGround(`ground.${f.criterion}`)]
          : [],
    )
    if (wrong.length > 0) throw new Refusal('invalid', 'assessment.check', wrong)
    const { person, name } = actorName(ctx)
    if (!person) throw new Refusal('forbidden', 'assessment.nobody')
    for (const finding of findings) {
      const before = judged.findings.find((f) => f.criterion === finding.criterion)
      if (before?.result === finding.result && before.ground === finding.ground) continue
      const { version } = judged
      await insertFinding(ctx.db, { ...finding, application, version, person, name, at: ctx.now })
      const { criterion, result, ground } = finding
      ctx.changed({
        kind: 'eligibility-check',
        id: application,
        before: before ? { criterion, result: before.result, ground: before.ground } : null,
        after: { criterion, result, ground },
      })
    }
    const checked = new Set([...judged.findings, ...findings].map((f) => f.criterion))
    return { unchecked: known.filter((key) => !checked.has(key)).length }
  },
})
