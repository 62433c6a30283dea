import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { everyone } from '../../kernel/rule.ts'
import { dayIn } from '../../kernel/time.ts'
import { type Commitment, commitmentsOf, insertCheck, insertCommitment } from './commitment-queries.ts'
import { complaint, fault, refuseAny } from './fault-text.ts'
import { gather } from './gather.ts'
import { judges, judging, one, recordOf, seenPortfolio, within } from './rights.ts'
import { type CheckMonths, checkDue, checkMonths, checkOutcomes, type KeptShare, keptShare } from './rules.ts'

const commitmentId = z.string().max(60).describe('Id of the commitment.')

export type ListedCommitment = Commitment & {
  title: string
  path: string | null
  due: { months: CheckMonths; on: string } | null
}

export const listCommitments = query({
  name: 'portfolio.commitments',
  summary: {
    fi: 'Mikä jatkuu rahoituksen jälkeen, kuka maksaa ja omistaa, ja mitä lupauksista on pidetty',
    sv: 'Vad som fortsätter efter finansieringen, vem som betalar och äger, och vilka löften som hållits',
    en: 'What goes on after the money, who pays and owns, and which promises were kept',
  },
  route: { method: 'GET', path: '/portfolios/{portfolio}/commitments' },
  input: z.object({ ...one }),
  output: z.object({
    items: z.array(z.custom<ListedCommitment>()),
    total: z.number(),
    share: z.custom<KeptShare>(),
  }),
  allow: { ...everyone, record: recordOf },
  run: async (ctx, { portfolio: id }) => {
    const { entries } = await gather(ctx, await seenPortfolio(ctx, id))
    const projects = new Map(entries.flatMap((e) => (e.state === 'project' ? [[e.id, e]] : [])))
    const found = await commitmentsOf(ctx.db, id, [...projects.keys()])
    const today = dayIn(ctx.now)
    const items = found.map((k): ListedCommitment => {
      const project = projects.get(k.project)!
      return {
        ...k,
        checks: k.checks.map((c) => (ctx.actor.kind === 'visitor' ? { ...c, by: null } : c)),
        title: project.title,
        path: project.path ?? null,
        due: checkDue(k.ends, k.checks, today) ?? null,
      }
    })
    return { items, total: items.length, share: keptShare(items) }
  },
})

export const addCommitment = command({
  name: 'portfolio.add-commitment',
  summary: {
    fi: 'Kirjaa, mikä hankkeesta jatkuu rahoituksen jälkeen',
    sv: 'Anteckna vad som fortsätter efter projektets finansiering',
    en: 'Write down what of a project goes on after its money',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/commitments' },
  input: z.object({
    ...one,
    project: z.uuid(),
    organisation: z.string().max(300),
    what: z.string().max(2000),
    payer: z.string().max(300).default(''),
    owner: z.string().max(300).default(''),
    evidence: z.string().max(2000).default(''),
  }),
  output: z.object({ id: z.string(), path: z.string() }),
  allow: within(judges),
  run: async (ctx, { portfolio: id, project, organisation, what, payer, owner, evidence }) => {
    const { entries } = await gather(ctx, await seenPortfolio(ctx, id))
    refuseAny([
      !entries.some((e) => e.id === project && e.state === 'project') && complaint('unknownThing', 'project'),
      organisation.trim() === '' && complaint('noOrganisation', 'organisation'),
      what.trim() === '' && complaint('noPromise', 'what'),
    ])
    const commitment = newId(ctx.now.getTime())
    const said = {
      project,
      organisation: organisation.trim(),
      what: what.trim(),
      payer: payer.trim() || null,
      owner: owner.trim() || null,
      evidence: evidence.trim() || null,
    }
    await insertCommitment(ctx.db, { id: commitment, portfolio: id, ...said, ...judging(ctx) })
    ctx.changed({ kind: 'commitment', id: commitment, before: null, after: { portfolio: id, ...said } })
    return { id: commitment, path: `/portfolios/${id}/commitments` }
  },
})

export const checkCommitment = command({
  name: 'portfolio.check-commitment',
  summary: {
    fi: 'Tarkista 6, 12 tai 24 kuukautta hankkeen jälkeen, onko lupaus pidetty',
    sv: 'Kontrollera 6, 12 eller 24 månader efter projektet om löftet har hållits',
    en: 'Check 6, 12 or 24 months after the project whether a promise was kept',
  },
  route: { method: 'POST', path: '/portfolios/{portfolio}/commitments/{commitment}/checks' },
  input: z.object({
    ...one,
    commitment: commitmentId,
    months: z.coerce
      .number()
      .int()
      .refine((n): n is CheckMonths => (checkMonths as readonly number[]).includes(n)),
    outcome: z.enum(checkOutcomes),
    evidence: z.string().max(4000),
  }),
  output: z.object({ path: z.string() }),
  allow: within(judges),
  run: async (ctx, { portfolio: id, commitment, months, outcome, evidence }) => {
    const { entries } = await gather(ctx, await seenPortfolio(ctx, id))
    const found = await commitmentsOf(
      ctx.db,
      id,
      entries.map((e) => e.id),
    )
    const promise = found.find((k) => k.id === commitment)
    if (!promise) throw fault('missing', 'missing')
    refuseAny([evidence.trim() === '' && complaint('noEvidence', 'evidence')])
    const before = promise.checks.find((c) => c.months === months)
    const said = { months, outcome, evidence: evidence.trim() }
    await insertCheck(ctx.db, { id: newId(ctx.now.getTime()), commitment, ...said, ...judging(ctx) })
    ctx.changed({
      kind: 'commitment',
      id: commitment,
      before: before ? { months, outcome: before.outcome } : null,
      after: { portfolio: id, ...said },
    })
    return { path: `/portfolios/${id}/commitments` }
  },
})
