import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Language, languages, type Names } from '../../kernel/text.ts'
import { applicationMachine, type CompletionTarget, completionTargets } from '../applications/index.ts'
import { by } from '../people/index.ts'
import type { Forecast } from './bulk-actions.ts'
import { noCall } from './complaints.ts'
import { completionText } from './completion-text.ts'
import { callHead, judgedInCall } from './judged-queries.ts'
import { listText } from './list-text.ts'
import { type Seen, seenBy } from './looking.ts'

export type CompletionPreview = {
  call: { code: string; title: Names }
  /** Sections that can be opened in any of those asked about. */
  sections: CompletionTarget['sections']
  items: readonly (Forecast & { lead: string | null })[]
}

function whyNot(seen: Seen, target: CompletionTarget | undefined, sections: readonly string[], l: Language) {
  if (seen.own === 'barred') return listText[l].barred
  if (seen.own !== 'free') return listText[l].mustDeclare
  if (target?.state !== 'submitted') return completionText[l].notSent
  if (sections.length > 0 && !target.sections.some((s) => sections.includes(s.key)))
    return completionText[l].noSection
  return undefined
}

/** Each application on its own: what would open, who would be told, or why it cannot be asked. */
export const previewCompletion = query({
  name: 'assessment.preview-completion',
  summary: {
    fi: 'Mitä täydennyspyyntö avaisi valituissa hakemuksissa ja kenelle siitä kerrotaan',
    sv: 'Vad en begäran om komplettering skulle öppna i valda ansökningar och vem som får veta det',
    en: 'What a request for completion would open in the chosen applications, and who would be told',
  },
  route: { method: 'POST', path: '/calls/{call}/assessments/completion/preview' },
  input: z.object({
    call: z.string().max(100),
    applications: z.array(z.uuid()).min(1).max(1_000),
    sections: z.array(z.string().max(60)).max(60).default([]),
    language: z.enum(languages).optional(),
  }),
  output: z.custom<CompletionPreview>(),
  allow: {
    ...by('coordinator', 'preparer', 'council-officer'),
    in: async (ctx, { call }) => (await callHead(ctx.db, call))?.ecosystem,
  },
  run: async (ctx, { call: asked, applications, sections, language = ctx.language }) => {
    const call = await callHead(ctx.db, asked)
    if (!call) throw new Refusal('missing', 'call.missing', [noCall])
    const judged = (await judgedInCall(ctx.db, call.id)).filter((j) => applications.includes(j.application))
    const targets = await completionTargets(
      ctx.db,
      judged.map((j) => j.application),
    )
    const states = applicationMachine.states
    return {
      call: { code: call.code, title: call.title as Names },
      sections: [...new Map(targets.flatMap((t) => t.sections.map((s) => [s.key, s] as const))).values()],
      items: (await seenBy(ctx, judged)).map((seen) => {
        const target = targets.find((t) => t.application === seen.application)
        const why = whyNot(seen, target, sections, language)
        return {
          application: seen.application,
          number: seen.number,
          title: seen.title,
          language: seen.language,
          lead: seen.lead,
          from: target ? states[target.state][language] : '',
          to: why ? null : states.reopened[language],
          told: why ? [] : (target?.people ?? []),
          why: why ? [why] : [],
          people: [],
        }
      }),
    }
  },
})
