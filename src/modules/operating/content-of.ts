import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { isId } from '../../kernel/id.ts'
import type { Names } from '../../kernel/text.ts'
import { frameValuesOf } from '../ecosystems/index.ts'
import { organisationsNamed } from '../organisations/index.ts'
import type { Content, Kind, Named, State } from './content.ts'
import { refuse } from './fault-text.ts'
import { lockCurrent } from './queries.ts'
import { dayTyped, hasField, partiesIn, type Said } from './rules.ts'

/** Only the languages that are written. */
const written = (names: Names): Names => Object.fromEntries(Object.entries(names).filter(([, said]) => said))

/**
 * What was said, as it is kept: organisations found in the registry, the theme in the frame, the template among those
 * of the ecosystem. Fields that the kind has not are left out.
 */
export async function contentOf(
  ctx: Context<Tx>,
  ecosystem: string,
  kind: Kind,
  said: Said,
  was: Content | undefined,
): Promise<Content> {
  const has = (field: Parameters<typeof hasField>[1]) => hasField(kind, field)
  const known = [...(was?.parties ?? []), ...(was?.organisation ? [was.organisation] : [])]
  return {
    title: written(said.title),
    text: written(said.text),
    ...(has('owner') && { owner: said.owner }),
    ...(has('version') && { version: said.version }),
    ...(has('state') && { state: said.state as State }),
    ...(has('parties') && { parties: await namedIn(ctx, partiesIn(said.parties), known) }),
    ...(has('signed') && { signed: dayTyped(said.signed) ?? null }),
    ...(has('template') && { template: await templateOf(ctx, ecosystem, said.template, was?.template) }),
    ...(has('record') && { record: said.record }),
    ...(has('holder') && { holder: said.holder }),
    ...(has('organisation') && { organisation: await named(ctx, said.organisation, known, kind) }),
    ...(has('deputy') && { deputy: said.deputy }),
    ...(has('role') && { role: said.role }),
    ...(has('theme') && { theme: await themeOf(ctx, ecosystem, said.theme) }),
    ...(has('place') && { place: said.place }),
    ...(has('audience') && { audience: said.audience }),
    ...(has('result') && { result: said.result }),
    ...(has('ask') && { ask: said.ask }),
    ...(has('starts') && { starts: dayTyped(said.starts) ?? null }),
    ...(has('ends') && { ends: dayTyped(said.ends) ?? null }),
  }
}

async function namedIn(ctx: Context, names: readonly string[], known: readonly Named[]): Promise<Named[]> {
  const found: Named[] = []
  for (const name of names) found.push(await namedAs(ctx, name, known, 'parties'))
  return found
}

async function named(
  ctx: Context,
  typed: string,
  known: readonly Named[],
  kind: Kind,
): Promise<Named | null> {
  if (!typed) return null
  const one = await namedAs(ctx, typed, known, 'organisation')
  // Who holds a role is in the registry; who answers may be a working group.
  if (kind === 'role' && !one.organisation) throw refuse('invalid', 'unknownOrganisation', 'organisation')
  return one
}

/** What is written as before stays whom it meant; of several with one name the business id tells. */
async function namedAs(ctx: Context, typed: string, known: readonly Named[], field: string): Promise<Named> {
  const before = known.find((one) => one.name === typed && one.organisation)
  if (before) return before
  const found = await organisationsNamed(ctx.db, ctx.actor, typed)
  if (found.length > 1) throw refuse('invalid', 'manyOrganisations', field)
  return found[0] ? { name: found[0].name, organisation: found[0].id } : { name: typed, organisation: null }
}

async function themeOf(ctx: Context, ecosystem: string, theme: string): Promise<string | null> {
  if (!theme) return null
  const values = await frameValuesOf(ctx.db, ecosystem)
  if (!values.some((one) => one.value === theme)) throw refuse('invalid', 'noTheme', 'theme')
  return theme
}

/** A template that has gone out of use since is still what the contract was made from. */
async function templateOf(
  ctx: Context<Tx>,
  ecosystem: string,
  entry: string,
  was: string | null | undefined,
): Promise<string | null> {
  if (!entry || entry === was) return entry || null
  const found = isId(entry) ? await lockCurrent(ctx.db, ecosystem, entry) : undefined
  if (found?.kind !== 'template') throw refuse('invalid', 'noTemplate', 'template')
  return entry
}
