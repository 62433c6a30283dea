import { tsvector, type WeightedText } from '../../engine/language/index.ts'
import { canonical } from '../../kernel/canonical.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import type { ShareLevel } from '../../kernel/share.ts'
import { languages, type Names } from '../../kernel/text.ts'
import { industries } from '../codes/index.ts'
import { endFact, type FactContent, factsOf, insertFact, lockEntry, type PastFact } from './fact-queries.ts'
import type { Organisation } from './keeper-queries.ts'
import { idOfActor, nameOfActor, officeFor } from './keeping.ts'
import { refuse } from './refusals.ts'
import { type FactKind, isPrefilled } from './rules.ts'
import { conceptsWith } from './subjects.ts'

/** What somebody states of an organisation, without who and when. */
export type Statement = {
  kind: FactKind
  code?: string | null
  codeList?: string | null
  content?: FactContent
  subjects?: readonly string[]
  openUntil?: string | null
  share?: ShareLevel
  ecosystem?: string | null
  file?: string | null
  thumbnail?: string | null
}

/** The entry that a statement changes, or the removed one that comes back; whether it is invented for practice. */
type Onto = { entry?: string | undefined; again?: string; exercise?: boolean | undefined }

/**
 * States one fact: a new thing, or a new version of the entry given. What it replaces ends with the word of why; what
 * says the same as before changes nothing, but that an actor's own word confirms what was filled in for it.
 */
export async function state(
  ctx: Context<Tx>,
  of: Organisation,
  said: Statement,
  { entry, again, exercise = false }: Onto = {},
): Promise<{ entry: string; changed: boolean }> {
  const before = entry ? await lockEntry(ctx.db, ctx.actor, entry) : undefined
  if (entry && (before?.organisation !== of.id || before.kind !== said.kind))
    throw refuse('missing', 'noEntry')
  const office = (await officeFor(ctx, of.id)) ?? 'system'
  if (before && sameStatement(before, said) && (!before.prefilled || isPrefilled(office)))
    return { entry: before.entry, changed: false }
  if (before) await end(ctx, before, 'replaced')
  const id = newId(ctx.now.getTime())
  const stays = before?.entry ?? again ?? id
  const share = said.share ?? 'public'
  await insertFact(ctx.db, {
    id,
    entry: stays,
    organisation: of.id,
    kind: said.kind,
    code: said.code ?? null,
    codeList: said.codeList ?? null,
    content: said.content ?? {},
    subjects: said.subjects ?? [],
    openUntil: said.openUntil ?? null,
    share,
    ecosystem: said.ecosystem ?? null,
    exercise: exercise || of.exercise,
    file: said.file ?? null,
    thumbnail: said.thumbnail ?? null,
    person: idOfActor(ctx),
    by: nameOfActor(ctx),
    office,
    at: ctx.now,
    prefilled: isPrefilled(office),
    lexemes: await lexemesOf(said),
  })
  await told(ctx, of.id, before ?? null, said)
  return { entry: stays, changed: true }
}

/** Takes an entry out of the profile; its history stays. */
export async function removeEntry(ctx: Context<Tx>, entry: string): Promise<PastFact> {
  const before = await lockEntry(ctx.db, ctx.actor, entry)
  if (!before) throw refuse('missing', 'noEntry')
  await end(ctx, before, 'removed')
  await told(ctx, before.organisation, before, null)
  return before
}

const end = (ctx: Context<Tx>, fact: PastFact, why: 'replaced' | 'removed') =>
  endFact(ctx.db, fact.id, { at: ctx.now, by: nameOfActor(ctx), person: idOfActor(ctx), why })

async function told(
  ctx: Context<Tx>,
  organisation: string,
  before: PastFact | null,
  after: Statement | null,
): Promise<void> {
  if (before?.share === 'public' || (after && (after.share ?? 'public') === 'public'))
    await bumpRevision(ctx.db)
  ctx.changed({
    kind: 'actor-profile',
    id: organisation,
    before: before && { kind: before.kind, code: before.code, content: before.content, share: before.share },
    after: after && {
      kind: after.kind,
      code: after.code ?? null,
      content: after.content ?? {},
      share: after.share ?? 'public',
    },
  })
}

/** Brings the codes of a kind to what was chosen: new ones are stated, those left out are removed. */
export async function stateCodes(
  ctx: Context<Tx>,
  of: Organisation,
  kind: 'region' | 'language',
  codeList: string,
  chosen: readonly string[],
  exercise?: boolean,
): Promise<number> {
  const now = await factsOf(ctx.db, ctx.actor, [of.id], [kind])
  const gone = now.filter((f) => !chosen.includes(f.code ?? ''))
  for (const fact of gone) await removeEntry(ctx, fact.entry)
  const fresh = [...new Set(chosen)].filter((code) => !now.some((f) => f.code === code))
  for (const code of fresh) await state(ctx, of, { kind, code, codeList }, { exercise })
  return gone.length + fresh.length
}

const sameStatement = (fact: PastFact, said: Statement): boolean =>
  canonical([fact.code, fact.content, fact.subjects, fact.openUntil, fact.share, fact.ecosystem]) ===
  canonical([
    said.code ?? null,
    said.content ?? {},
    said.subjects ?? [],
    said.openUntil ?? null,
    said.share ?? 'public',
    said.ecosystem ?? null,
  ])

/** The words by which a fact is found: its own in their languages, and the names of its concepts and of its industry. */
async function lexemesOf(said: Statement): Promise<string> {
  const { title, text, use, place } = said.content ?? {}
  const isConcept = said.codeList === 'yso'
  const concepts = await conceptsWith([...(said.subjects ?? []), isConcept ? (said.code ?? null) : null])
  const industry = said.kind === 'industry' ? industries.find((i) => i.code === said.code)?.name : undefined
  const each = (names: Names | undefined, weight: WeightedText['weight']): WeightedText[] =>
    languages.flatMap((language) => (names?.[language] ? [{ text: names[language], weight, language }] : []))
  return tsvector([
    ...each(title, 'A'),
    ...each(industry, 'A'),
    ...[...concepts.values()].flatMap((c) => each({ fi: c.fi, sv: c.sv, en: c.en }, 'B')),
    ...each(text, 'C'),
    ...each(use, 'D'),
    ...(place ? [{ text: place, weight: 'D' as const, language: 'auto' as const }] : []),
  ])
}
