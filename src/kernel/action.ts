import { z } from 'zod'
import { recordAudit } from './audit.ts'
import type { Change, Context, Stage } from './context.ts'
import { type Read, snapshot, type Tx, transaction } from './db.ts'
import { isFresh, stale } from './fresh.ts'
import { type Complaint, Refusal } from './refusal.ts'
import { allows, type Rule, whyNot } from './rule.ts'
import { ecosystemsOf } from './rule-places.ts'
import { covers, scopeOf } from './scope.ts'
import type { Language, Words } from './text.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** How the refusals of a route are told where a standard has its own shape for them, instead of problem details. */
export type ErrorShape = {
  schema: z.ZodType
  /** The statuses that the standard's readers expect. */
  statuses: readonly number[]
  /** `errors`: what is wrong, each with its field where it has one. */
  of: (status: number, message: string, errors: readonly object[]) => { status: number; body: object }
}

/**
 * One thing that can be done. A page, a form post, a REST route, a command and a job are thin shells over it.
 * `allow` has no default, so it cannot be forgotten. `route` names the REST address when the usual
 * `POST /noun/verb` (or GET for a query) is not the best one; `{id}` in it is taken from the input.
 */
export type Action<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  name: `${string}.${string}`
  kind: 'query' | 'command'
  /** What it does, as the permission matrix and the API say it; no full stop at the end. */
  summary: Words<string>
  input: I
  output: O
  route?: { method: Method; path: `/${string}`; errors?: ErrorShape }
  allow: Rule<z.output<I>, Context>
  /** A command that also somebody who previews an office may do: leaving the preview. */
  whilePreviewing?: boolean
  /** Parts of the input that the audit does not tell, since some who read it may not see them: scores given apart. */
  untold?: readonly string[]
  /** Why a command leaves no row in the audit: it keeps its own account of who and when, or changes nothing that lasts. */
  unaudited?: string
  /** Only by the person, never by a token of theirs: what would widen or lengthen somebody's reach. */
  inPerson?: boolean
  /** Only by a person who has just signed in: what would open or keep open a way in, or hand out much at once. */
  fresh?: boolean
  /** It asks somebody outside and waits: it runs with the database let go, once its rule has been asked. */
  apart?: boolean
  run: (ctx: Context<Tx>, input: z.output<I>) => Promise<z.input<O>>
}

/** A query: `ctx.db` can only look. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  action: Omit<Action<I, O>, 'kind' | 'run'> & {
    run: (ctx: Context, input: z.output<I>) => Promise<z.input<O>>
  },
): Action<I, O> => ({ ...action, kind: 'query' })

/** A query of somebody outside, such as a statistical office: it has no database, so it holds none while it waits. */
export const inquiry = <I extends z.ZodType, O extends z.ZodType>(
  action: Omit<Action<I, O>, 'kind' | 'run' | 'apart'> & {
    run: (ctx: Omit<Context, 'db'>, input: z.output<I>) => Promise<z.input<O>>
  },
): Action<I, O> => ({ ...action, kind: 'query', apart: true })

/** A command: runs in one transaction, is audited in it. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  action: Omit<Action<I, O>, 'kind'>,
): Action<I, O> => ({ ...action, kind: 'command' })

/**
 * The only way to run an action: parse, allow, transaction, run, audit.
 * Throws `Refusal` for every expected "no"; anything else thrown is a bug.
 */
export async function perform<I extends z.ZodType, O extends z.ZodType>(
  action: Action<I, O>,
  stage: Stage,
  raw: unknown,
): Promise<z.output<O>> {
  if (!isStorable(raw)) throw new Refusal('invalid', 'input.unstorable', [unstorable])
  const parsed = action.input.safeParse(raw)
  if (!parsed.success) throw invalid(parsed.error)
  const { database, read, followers = [], ...rest } = stage
  const isCommand = action.kind === 'command'
  if (isCommand && stage.actor.kind === 'person' && stage.actor.previewing && !action.whilePreviewing) {
    throw new Refusal('forbidden', 'previewing', [onlyLooking])
  }
  if (stage.actor.kind === 'person' && stage.actor.token) {
    if (action.inPerson || action.fresh || !covers(stage.actor.token.scopes, action)) {
      throw new Refusal('forbidden', 'token.scope', [beyondToken(scopeOf(action))])
    }
  }
  const rule = action.allow as Rule<z.output<I>, Context>
  const admitted = async (db: Read, changes: Change[]): Promise<Context<Tx>> => {
    const ctx = { ...rest, db: db as Tx, changed: (change: Change) => void changes.push(change) }
    if (!(await allows(rule, ctx, parsed.data))) {
      const why = await whyNot(rule, ctx, parsed.data)
      if (why instanceof Refusal) throw why
      const says = why ?? (stage.actor.kind === 'person' ? notYourOffice : notAllowed)
      throw new Refusal('forbidden', `${action.name}.forbidden`, [says])
    }
    if (action.fresh && !isFresh(ctx.actor, ctx.now)) throw stale()
    return ctx
  }
  const run = async (db: Read): Promise<z.output<O>> => {
    const changes: Change[] = []
    const ctx = await admitted(db, changes)
    const output = (await action.run(ctx, parsed.data)) as z.output<O>
    if (!isCommand) return output
    const ecosystems = () => ecosystemsOf(rule, ctx, parsed.data, changes)
    for (const follow of followers) await follow(ctx, { action: action.name, changes, ecosystems })
    // Last, since it is the one row that all commands meet at.
    if (!action.unaudited) await recordAudit(ctx, action.name, told(parsed.data, action.untold), changes)
    return output
  }
  if (action.apart) {
    const { db: _, ...ctx } = await snapshot(database, (db) => admitted(db, []))
    return (await action.run(ctx as Context<Tx>, parsed.data)) as z.output<O>
  }
  if (isCommand) return transaction(database, run).catch(asRefusal)
  return read ? read(run) : snapshot(database, run)
}

const told = (input: unknown, untold: readonly string[] = []): unknown =>
  untold.length > 0 && typeof input === 'object'
    ? Object.fromEntries(Object.entries(input ?? {}).filter(([name]) => !untold.includes(name)))
    : input

/** A record that names one which is not there (any more) is a mistake of who asks, not of ours. */
function asRefusal(error: unknown): never {
  const foreignKey = '23503' // PostgreSQL's word for it
  throw (error as { code?: string }).code === foreignKey
    ? new Refusal('missing', 'input.names-nothing', [namesNothing])
    : error
}

/** Text that no database column holds (the zero character, half a character), or data nested beyond any form. */
function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !/\0|\p{Surrogate}/u.test(value)
  if (value === null || typeof value !== 'object') return true
  if (depth > 40) return false
  return Array.isArray(value)
    ? value.every((item) => isStorable(item, depth + 1))
    : Object.entries(value).every(([key, item]) => isStorable(key) && isStorable(item, depth + 1))
}

const unstorable: Complaint = {
  text: {
    fi: 'Tekstissä on merkki, jota ei voi tallentaa, tai tiedoissa on liikaa sisäkkäisiä tasoja. Poista merkki ja yritä uudelleen.',
    sv: 'Texten innehåller ett tecken som inte kan sparas, eller så har uppgifterna för många nivåer. Ta bort tecknet och försök igen.',
    en: 'The text has a character that cannot be saved, or the data is nested too deep. Remove the character and try again.',
  },
}

const namesNothing: Complaint = {
  text: {
    fi: 'Jotakin, mihin tässä viitataan, ei ole tai se on poistettu. Lataa sivu uudelleen ja valitse uudestaan.',
    sv: 'Något som det hänvisas till finns inte eller har tagits bort. Ladda om sidan och välj på nytt.',
    en: 'Something that this names is not there, or has been removed. Reload the page and choose again.',
  },
}

const notAllowed: Complaint = {
  text: {
    fi: 'Sinulla ei ole oikeutta tähän. Kirjaudu sisään tai pyydä oikeus koordinaattorilta.',
    sv: 'Du har inte behörighet till detta. Logga in eller be koordinatorn om behörighet.',
    en: 'You are not allowed to do this. Sign in, or ask the coordinator for the right.',
  },
}

const notYourOffice: Complaint = {
  text: {
    fi: 'Tehtäväsi ei anna oikeutta tähän. Pyydä oikeus koordinaattorilta.',
    sv: 'Ditt uppdrag ger inte behörighet till detta. Be koordinatorn om behörighet.',
    en: 'Your office does not give you the right to do this. Ask the coordinator for it.',
  },
}

const beyondToken = (scope: string): Complaint => ({
  text: {
    fi: `Tunnisteella ei ole oikeutta tähän (${scope}). Tee uusi tunniste, jolla on, tai tee tämä itse palvelussa.`,
    sv: `Nyckeln har inte rätt till detta (${scope}). Skapa en ny nyckel som har det, eller gör detta själv i tjänsten.`,
    en: `The token is not allowed to do this (${scope}). Make one that is, or do this yourself in the service.`,
  },
})

const onlyLooking: Complaint = {
  text: {
    fi: 'Katselet toisen tehtävän näkymää, joten mitään ei tallennettu. Lopeta esikatselu ensin.',
    sv: 'Du förhandsgranskar ett annat uppdrag, så ingenting sparades. Avsluta förhandsgranskningen först.',
    en: 'You are previewing another office, so nothing was saved. End the preview first.',
  },
}

const invalid = (error: z.ZodError): Refusal =>
  new Refusal(
    'invalid',
    'input.invalid',
    error.issues.map((issue) => {
      const field = issue.path.join('.')
      return {
        ...(field && { field }),
        text: {
          fi: `Kentän ${field} arvo ei kelpaa. ${saying(issue, 'fi')}`,
          sv: `Värdet i fältet ${field} duger inte. ${saying(issue, 'sv')}`,
          en: `The value of ${field} is not valid. ${saying(issue, 'en')}`,
        },
      }
    }),
  )

const localised = {
  fi: z.locales.fi().localeError,
  sv: z.locales.sv().localeError,
  en: z.locales.en().localeError,
}

function saying(issue: z.core.$ZodIssue, language: Language): string {
  const said = localised[language](issue as Parameters<typeof localised.en>[0])
  return (typeof said === 'string' ? said : said?.message) ?? issue.message
}
