import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import { keepsItBy } from './access.ts'
import { did, done, inHandBy, mustNotBeAside } from './deeds.ts'
import { no } from './fault-text.ts'
import { candidatesOf } from './queries.ts'
import { code, decimal, names, type SelectionSettings } from './settings.ts'
import { removeCandidate, updateCandidate } from './write-queries.ts'

const planning = ['preparing', 'called'] as const

export const editCandidate = command({
  name: 'candidate.edit',
  summary: {
    fi: 'Muuta ehdokkaan tietoja ja kustannuksia',
    sv: 'Ändra en kandidats uppgifter och kostnader',
    en: 'Change the facts and costs of a candidate',
  },
  route: { method: 'POST', path: '/selections/candidates/{candidate}' },
  input: z.object({
    candidate: z.uuid(),
    code: code.min(1).optional(),
    title: names.optional(),
    costs: z.record(z.string(), decimal).optional(),
    lead: z.string().max(300).nullable().optional(),
    city: z.string().max(200).nullable().optional(),
    values: z.array(z.string().max(100)).max(50).optional(),
    starts: z.iso.date().nullable().optional(),
    ends: z.iso.date().nullable().optional(),
    note: z.string().max(2_000).optional(),
  }),
  output: done,
  allow: keepsItBy('candidate'),
  run: async (ctx, { candidate, ...to }) => {
    const head = await inHandBy(ctx, 'candidate', candidate, planning)
    await mustNotBeAside(ctx, head, [candidate])
    const all = await candidatesOf(ctx.db, head.id)
    const before = all.find((c) => c.id === candidate)!
    const renamed = to.code !== undefined && to.code !== before.code
    if (renamed && all.some((c) => c.code === to.code)) throw no('code-taken', 'invalid', { field: 'code' })
    if (renamed && namedIn(head.settings, before.code)) throw no('in-use')
    const budgets = new Set(head.settings.budgets.map((b) => b.id))
    if (Object.keys(to.costs ?? {}).some((b) => !budgets.has(b))) throw no('unknown-budget', 'invalid')
    const { title, costs, values, ...plain } = to
    await updateCandidate(ctx.db, candidate, {
      ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
      ...(title && { title: JSON.stringify(title) }),
      ...(costs && { costs: JSON.stringify(costs) }),
      ...(values && { frame_values: values }),
    })
    await did(ctx, head, 'edit-candidate', { candidate, what: Object.keys(to) })
    return { path: `/selections/${head.id}/candidates` }
  },
})

export const dropCandidate = command({
  name: 'candidate.remove',
  summary: {
    fi: 'Poista ehdokas valintakokouksesta',
    sv: 'Ta bort en kandidat från urvalsmötet',
    en: 'Remove a candidate from a selection meeting',
  },
  route: { method: 'DELETE', path: '/selections/candidates/{candidate}' },
  input: z.object({ candidate: z.uuid() }),
  output: done,
  allow: keepsItBy('candidate'),
  run: async (ctx, { candidate }) => {
    const head = await inHandBy(ctx, 'candidate', candidate, planning)
    await mustNotBeAside(ctx, head, [candidate])
    const known = (await candidatesOf(ctx.db, head.id)).find((c) => c.id === candidate)!
    if (namedIn(head.settings, known.code)) throw no('in-use')
    await removeCandidate(ctx.db, candidate)
    await did(ctx, head, 'remove-candidate', { candidate: known.code })
    return { path: `/selections/${head.id}/candidates` }
  },
})

/** Whether a rule or a synergy names the code. */
function namedIn({ rules, synergies }: SelectionSettings, named: string): boolean {
  const inRules = rules.some(({ said }) =>
    said.kind === 'requires' ? [said.project, ...said.needs].includes(named) : said.projects.includes(named),
  )
  return inRules || synergies.some((s) => s.projects.includes(named))
}
