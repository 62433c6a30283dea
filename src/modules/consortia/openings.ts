import {
  type Candidate,
  cellOf,
  type Call as Demanded,
  matrixOf,
  type Opening,
  openingsReader,
  readEvidence,
} from '../../engine/network/cover/index.ts'
import type { Context } from '../../kernel/context.ts'
import { canSee } from '../../kernel/share.ts'
import { pick } from '../../kernel/text.ts'
import { type Call, callPath, callsByIds } from '../calls/index.ts'
import { subjectOntology } from '../search/index.ts'
import { demandsFromCall } from './call-demands.ts'
import { candidateOf, dayNumber, type Known, knownTo } from './candidates.ts'
import { listConsortia, wantedConsortia } from './consortium-queries.ts'
import { callOf, judgedFacts, statedOf } from './cover.ts'
import { type ToldFact, toldCell } from './cover-actions.ts'
import { openCallIds, type Parts, partsOf } from './opening-queries.ts'
import { type Stated, statedBy } from './profile-facts.ts'
import type { Consortium, Partner } from './record.ts'
import { pathOf, shareOf } from './rights.ts'
import { isIn } from './rules.ts'

/** Something that looks for what an organisation has, as it is told to one reader. */
export type ToldOpening = {
  /** 'consortium/<id>' or 'call/<code>'. */
  key: string
  kind: 'consortium' | 'call'
  id: string
  /** Where it is read. */
  path: string
  title: string
  /** The call that a consortium is gathered for. */
  call: string | null
  ecosystem: string
  lead: string | null
  deadline: Date | null
  exercise: boolean
  points: number
  /** What the organisation would fill, the weightiest first, with what shows that it has it. */
  fills: { demand: string; how: 'fills' | 'proves'; must: boolean; facts: ToldFact[] }[]
  /** What it has besides and others bring already. */
  also: string[]
}

/** Whether a consortium still looks for partners at an instant. */
export const isOpen = ({ state, deadline }: Pick<Consortium, 'state' | 'deadline'>, now: Date): boolean =>
  state === 'gathering' && (deadline === null || deadline > now)

/** A consortium or a call with what it demands and, in the order of its demands, what is met. */
type Looked = {
  opening: Opening
  members: ReadonlySet<string>
  told: Omit<ToldOpening, 'points' | 'fills' | 'also'>
}

/** What the reader may know of organisations, of which the named ones also say something of themselves. */
export type Knowing = { known: ReadonlyMap<string, Known>; stated: ReadonlyMap<string, Stated> }

/** Undefined while what is known of organisations is read for the first time. */
export async function knowingOf(
  ctx: Context,
  organisations: readonly string[],
): Promise<Knowing | undefined> {
  const known = await knownTo(ctx)
  if (!known) return undefined
  const ontology = await subjectOntology()
  const { language } = ctx
  const conceptNamed = (id: string) => {
    const concept = ontology.conceptOf(id)
    return concept === undefined ? undefined : ontology.label(concept, language)
  }
  const those = [...new Set(organisations)].filter((id) => known.has(id))
  return { known, stated: await statedBy(ctx.db, ctx.actor, language, conceptNamed, those) }
}

/** An organisation with all that its reader may know of it. */
function withFacts(
  { known, stated }: Knowing,
  id: string,
  judged: Candidate['facts'],
  language: Context['language'],
): Candidate | undefined {
  const one = known.get(id)
  if (!one) return undefined
  const own = candidateOf(one, language)
  const said = stated.get(id)
  return {
    ...(said?.region && { region: said.region }),
    ...own,
    ...statedOf(said, [...own.facts, ...judged]),
  }
}

/** How far those who are in meet the demands, as far as the reader may know. */
export function openingOf(
  ctx: Pick<Context, 'now' | 'language'>,
  knowing: Knowing,
  consortium: Consortium,
  parts: Parts,
): Opening {
  const kept = { ...parts, consortium }
  const judged = judgedFacts(kept)
  const members = parts.partners.filter((p) => isIn(p.state))
  const candidates = members.map(
    (p): Candidate =>
      (p.organisation &&
        withFacts(knowing, p.organisation, judged.get(p.organisation) ?? [], ctx.language)) || {
        id: p.id,
        name: p.name,
        facts: [],
      },
  )
  const call = callOf(kept)
  const evidence = readEvidence(call, candidates, dayNumber(ctx.now))
  const { rows } = matrixOf(evidence, [...candidates.keys()])
  const places = (of: 'region' | 'country') => [...new Set(candidates.flatMap((c) => c[of] ?? []))]
  return {
    id: consortium.id,
    call,
    met: rows.map(({ met }) => met),
    shown: rows.map(({ shown }) => shown),
    partners: members.length,
    regions: places('region'),
    countries: places('country'),
  }
}

/** The consortia that look for partners and that the actor sees, or that everybody is told of. */
export async function lookingConsortia({ db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>) {
  const seen = await listConsortia(db, actor, {})
  const ids = new Set(seen.map(({ id }) => id))
  const wanted = (await wantedConsortia(db)).filter(({ id }) => !ids.has(id))
  return [...seen, ...wanted].filter((c) => isOpen(c, now))
}

const organisationsIn = (partners: readonly Partner[]): string[] =>
  partners.flatMap((p) => (isIn(p.state) && p.organisation ? [p.organisation] : []))

/** What looks for what an organisation has, the best first; without what it is in already. */
export async function openingsFor(ctx: Context, organisation: string): Promise<ToldOpening[] | undefined> {
  const consortia = await lookingConsortia(ctx)
  const parts = await partsOf(
    ctx.db,
    consortia.map(({ id }) => id),
  )
  const others = [...parts.values()].flatMap(({ partners }) => organisationsIn(partners))
  const knowing = await knowingOf(ctx, [organisation, ...others])
  if (!knowing) return undefined
  const actor = withFacts(knowing, organisation, [], ctx.language)
  if (!actor) return []
  const calls = await callsByIds(ctx.db, await openCallIds(ctx.db))
  const looked = [
    ...consortia.map((c) => lookedConsortium(ctx, knowing, c, parts.get(c.id)!)),
    ...calls.map((call) => lookedCall(call, ctx.language)),
  ].filter(({ members }) => !members.has(organisation))
  const today = dayNumber(ctx.now)
  const fits = openingsReader(looked.map(({ opening }) => opening))(actor, today)
  return fits.map(({ opening: o, points, filled, also }) => {
    const { opening, told } = looked[o]!
    const evidence = readEvidence(opening.call, [actor], today)
    const { demands } = opening.call
    return {
      ...told,
      points,
      fills: filled.map(({ demand: d, how }) => {
        const { name, must } = demands[d]!
        return { demand: name, how, must, facts: toldCell(cellOf(evidence, d, 0)).facts }
      }),
      also: also.map((d) => demands[d]!.name),
    }
  })
}

function lookedConsortium(ctx: Context, knowing: Knowing, c: Consortium, parts: Parts): Looked {
  return {
    opening: openingOf(ctx, knowing, c, parts),
    members: new Set(organisationsIn(parts.partners)),
    told: {
      key: `consortium/${c.id}`,
      kind: 'consortium',
      id: c.id,
      path: canSee(ctx.actor, shareOf(c)) ? pathOf(c.id) : `/partners-wanted/${c.id}`,
      title: c.title,
      call: c.callName,
      ecosystem: pick(c.ecosystem.name, ctx.language)?.text ?? c.ecosystem.key,
      lead: c.lead?.name ?? null,
      deadline: c.deadline,
      exercise: c.exercise,
    },
  }
}

function lookedCall(call: Call, language: Context['language']): Looked {
  const demands = demandsFromCall(call.settings, language).map((demand, i) => ({ ...demand, id: String(i) }))
  const demanded: Demanded = { demands, exclusions: [], limits: { least: 1, most: 200 } }
  const none = demands.map(() => 0)
  return {
    opening: { id: call.id, call: demanded, met: none, shown: none, partners: 0, regions: [], countries: [] },
    members: new Set(),
    told: {
      key: `call/${call.code}`,
      kind: 'call',
      id: call.code,
      path: callPath(call),
      title: pick(call.title, language)?.text ?? call.code,
      call: null,
      ecosystem: pick(call.ecosystemName, language)?.text ?? call.ecosystemKey,
      lead: null,
      deadline: call.fullClosesAt ?? call.closesAt,
      exercise: call.exercise,
    },
  }
}
