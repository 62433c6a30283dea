import { canonical } from '../../kernel/canonical.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { centsOf, decimalOf } from '../../kernel/money.ts'
import { inEach, type Names, pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { type OwnLists, openOwnLists, withdrawOwnList } from '../projects/index.ts'
import { type OwnList, ownRegistry, stageOwnList } from '../sources/index.ts'
import { type Half, type Head, halfOf, numberOf } from './head.ts'
import { headsOfGroup } from './head-queries.ts'
import { sumOf } from './money.ts'
import {
  answersOf,
  endStatement,
  firstOfGroup,
  insertFunding,
  insertStatement,
  keysHeld,
  statementsOfProject,
  withdrawFunding,
} from './project-queries.ts'
import { projectText } from './project-text.ts'
import { promisesIn } from './promises.ts'

const grantedHalf = (head: Head): Half | undefined => {
  const legal = halfOf(head, 'legal')
  return legal?.outcome === 'yes' ? legal : undefined
}

/**
 * By what the project is known: that of the others of its group which stands already, else the first number of the
 * group. Never one that stands for other applications: who has left a group begins a project of its own.
 */
async function keyOf(ctx: Context<Tx>, head: Head): Promise<string> {
  const { call, group, number, round, application } = head
  const first = group ? await firstOfGroup(ctx.db, group) : number
  const members = group ? (await headsOfGroup(ctx.db, group)).map((h) => h.application) : [application]
  const names = [`${call.code}-${first}`, `${call.code}-${number}`, `${call.code}-${number}-${round}`]
  const { own, others } = await keysHeld(ctx.db, names, members)
  return own[0] ?? names.find((name) => !others.includes(name)) ?? names.at(-1)!
}

/** By number; but whoever the project is called by stays the first, also where one with a lower number joins. */
const inOrder = (key: string, members: readonly Head[]): Head[] => {
  const named = ({ call, number }: Head) => Number(key !== `${call.code}-${number}`)
  return members.toSorted((a, b) => named(a) - named(b) || a.number - b.number)
}

/** The other applications of the group whose grant is published: one project with this one. */
async function othersIn(ctx: Context<Tx>, head: Head): Promise<Head[]> {
  if (!head.group) return []
  const all = await headsOfGroup(ctx.db, head.group)
  return all.filter((h) => h.application !== head.application && h.state === 'published' && grantedHalf(h))
}

/**
 * A granted decision becomes a project, or joins that of its group: it is stated as a list of one row whose file is
 * the signed decision, so that every value of the project says which decision it comes from. Answers the project's id.
 */
export async function becomeProject(ctx: Context<Tx>, head: Head, lists: OwnLists): Promise<string | null> {
  const legal = grantedHalf(head)
  if (!legal || !head.decision) return null
  const members = [...(await othersIn(ctx, head)), head]
  const project = await state(ctx, head, members, lists)
  await insertFunding(ctx.db, await fundingOf(ctx, head, legal, project))
  return project
}

async function state(
  ctx: Context<Tx>,
  head: Head,
  members: readonly Head[],
  lists: OwnLists,
): Promise<string> {
  const key = await keyOf(ctx, head)
  const at = lists.at()
  const list = await stageOwnList({ ...ctx, now: at }, ownList(ctx, head, inOrder(key, members), key))
  const project = await lists.take(list)
  const { decision, round } = head
  await insertStatement(ctx.db, { import: list.id, decision: decision!, round, project, key, at })
  return project
}

/** What the granted applications say together: partners of all, sums, from the first beginning to the last end. */
function ownList(ctx: Context, head: Head, members: readonly Head[], key: string): OwnList {
  const { settings, exercise } = head.call
  const first = members[0]!
  const halves = members.map((m) => grantedHalf(m)!)
  const parties = members.flatMap((m) => m.partners)
  const unique = parties.filter((p, i) => parties.findIndex((q) => sameParty(p, q)) === i)
  const party = (p: (typeof parties)[number]) => ({
    name: p.name,
    ...(p.businessId && { ids: [{ scheme: 'fi-business-id', value: p.businessId }] }),
  })
  const days = (pick: 'starts' | 'ends') => halves.flatMap((h) => h.content[pick] ?? []).sort()
  const [granted, totalCost] = (['grant', 'cost'] as const).map((what) =>
    decimalOf(sumOf(halves.map((h) => h[what]))),
  )
  const [starts, ends] = [days('starts')[0], days('ends').at(-1)]
  const authority = pick(settings.contact.unit as Names, 'fi')?.text
  const [fund] = settings.money
  const own = halfOf(head, 'legal') ?? halves[0]!
  return {
    title: inEach((l) => projectText[l].list(numberOf(head))),
    fileName: `${numberOf(head).replace('/', '-')}.json`,
    document: canonical(own.content),
    registry: ownRegistry,
    key,
    values: {
      code: key,
      title: first.title,
      language: first.language,
      status: 'granted',
      lead: party(unique[0]!),
      partners: unique.slice(1).map(party),
      granted: granted!,
      totalCost: totalCost!,
      currency: 'EUR',
      ...(starts && { start: starts }),
      ...(ends && { end: ends }),
      ...(fund && { fund: fund.fund }),
      ...(settings.programme && { programme: settings.programme }),
      ...(settings.objectives[0] && { objective: settings.objectives[0] }),
      ...(authority && { authority }),
      url: `${ctx.baseUrl}/decisions/${head.application}`,
    },
    cells: {
      number: members.map(numberOf).join(', '),
      title: first.title,
      granted: granted!,
      cost: totalCost!,
      hash: halves.map((h) => h.hash).join(' '),
    },
    asOf: dayIn(ctx.now),
    ecosystem: head.ecosystem.id,
    // What is invented for practice is not told to the public as a project.
    share: exercise ? 'agreement' : 'public',
  }
}

const sameParty = (
  p: { organisation: string | null; name: string },
  q: { organisation: string | null; name: string },
): boolean => (p.organisation !== null && p.organisation === q.organisation) || p.name === q.name

async function fundingOf(ctx: Context<Tx>, head: Head, legal: Half, project: string) {
  const { settings } = head.call
  const promises = promisesIn(await answersOf(ctx.db, head.application, legal.content.application.version))
  const financed = promises.commitments.flatMap((c) =>
    c.kind === 'financing' && c.amount && /^\d+(\.\d{1,2})?$/.test(c.amount)
      ? [{ source: c.organisation, amount: decimalOf(centsOf(c.amount)) }]
      : [],
  )
  const rest = centsOf(legal.cost!) - centsOf(legal.grant!) - sumOf(financed.map((f) => f.amount))
  const fund = settings.money.map((m) => m.fund).find(Boolean) ?? null
  return {
    id: newId(ctx.now.getTime()),
    project,
    decision: head.decision!,
    round: head.round,
    contentAuthority: pick(head.ecosystem.name, 'fi')?.text ?? null,
    decidingAuthority: pick(settings.contact.unit as Names, 'fi')?.text ?? null,
    appropriation: fund,
    year: Number(dayIn(legal.at).slice(0, 4)),
    decidedOn: dayIn(legal.at),
    cost: legal.cost!,
    granted: legal.grant!,
    sources: [
      { source: fund ?? 'grant', amount: legal.grant! },
      ...financed,
      // Whatever nobody else pays is the partners' own; less than nothing would be a plan that does not sum.
      ...(rest > 0n ? [{ source: 'own', amount: decimalOf(rest) }] : []),
    ],
    hash: legal.hash,
    partners: legal.content.parties
      .filter((p) => p.grant !== null)
      .map((p) => ({
        organisation: head.partners.find((x) => x.row === p.row)?.organisation ?? null,
        name: p.name,
        role: p.role === 'lead' ? ('lead' as const) : ('partner' as const),
        cost: p.cost!,
        granted: p.grant!,
      })),
    ...promises,
  }
}

/** A reopened decision gives no money any more: the project says what is left of it, or is gone. */
export async function leaveProject(ctx: Context<Tx>, head: Head): Promise<void> {
  if (!head.decision || head.state !== 'published' || !head.project) return
  await withdrawFunding(ctx.db, head.decision, ctx.now)
  const key = await keyOf(ctx, head)
  const before = await statementsOfProject(ctx.db, key)
  const others = await othersIn(ctx, head)
  if (others.length > 0) {
    const lists = openOwnLists(ctx.db, ctx.now)
    await state(ctx, others[0]!, others, lists)
    await lists.end()
  }
  for (const s of others.length > 0 ? before.filter((s) => s.decision === head.decision) : before) {
    await withdrawOwnList(ctx.db, s.import, ctx.now)
    await endStatement(ctx.db, s.import, ctx.now)
  }
}
