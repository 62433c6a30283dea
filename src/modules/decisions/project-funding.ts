import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { everyone } from '../../kernel/rule.ts'
import { seesSubject } from '../../kernel/subject.ts'
import { type MeetingOfDecision, meetingsOf } from './around-queries.ts'
import { headsAmong } from './head-queries.ts'
import { fundingOf, type ProjectFunding } from './project-queries.ts'
import { missing } from './reading.ts'
import { type Sight, sightsOf } from './sight.ts'

/** A decision that gives a project its money, as far as the reader may see it. */
export type ToldFunding = ProjectFunding & {
  /** What of the decision itself the reader sees: how far the past is a click away. */
  sight: Sight
  meetings: readonly MeetingOfDecision[]
}

/**
 * Money, partners and targets are public with the project. Who promised what, whose other money there is and how a
 * target is shown to be met stand in the application: they are for its own people and the offices.
 */
function toldTo(sight: Sight, funding: ProjectFunding): ProjectFunding {
  if (sight === 'whole' || sight === 'own') return funding
  const indicators = funding.indicators.map((i) => ({ ...i, evidence: null }))
  return { ...funding, sources: [], indicators, commitments: [] }
}

export const readFunding = query({
  name: 'decision.of-project',
  summary: {
    fi: 'Päätökset, joilla hanke on saanut rahansa: budjetti, tavoitteet, sitoumukset ja tie takaisin hakemukseen',
    sv: 'Besluten som ett projekt har fått sina pengar genom: budget, mål, förbindelser och vägen till ansökan',
    en: 'The decisions that gave a project its money: budget, targets, commitments and the way back to the application',
  },
  route: { method: 'GET', path: '/decisions/of-project/{project}' },
  input: z.object({ project: z.uuid() }),
  output: z.object({ items: z.array(z.custom<ToldFunding>()) }),
  allow: everyone,
  run: async (ctx, { project }) => {
    const found = await ctx.subjects.get('project')?.find(ctx.db, project)
    if (!found || !seesSubject(ctx.actor, found)) throw missing()
    const all = await fundingOf(ctx.db, project)
    const heads = await headsAmong(
      ctx.db,
      all.map((f) => f.application),
    )
    const sights = await sightsOf(ctx, heads)
    const items: ToldFunding[] = []
    for (const funding of all) {
      const head = heads.find((h) => h.application === funding.application)
      const sight = head ? sights(head) : 'none'
      const meetings = sight === 'whole' ? await meetingsOf(ctx.db, funding.decision) : []
      const told = toldTo(sight, funding)
      items.push({
        ...told,
        // A personal trader's application bears the name of a person's own work: it is counted, not told.
        ...(sight === 'none' && { title: '' }),
        partners: told.partners.map((p) => (p.personal ? { ...p, name: '' } : p)),
        sight,
        meetings,
      })
    }
    return { items }
  },
})
