import { z } from 'zod'
import type { Answers, Form, SectionState } from '../../engine/form/index.ts'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { signedIn } from '../../kernel/rule.ts'
import type { Names } from '../../kernel/text.ts'
import { peopleOn } from '../drafts/index.ts'
import { one, personOf, seen, whoReads, withRight } from './access.ts'
import { sameAnswers } from './answers.ts'
import { type Application, type Level, numberOf } from './application.ts'
import { completionsOf } from './completion-queries.ts'
import { refuse } from './error-text.ts'
import { formOf } from './form-of.ts'
import type { Money } from './money-count.ts'
import { moneyOf } from './money-read.ts'
import type { Terms } from './money-terms.ts'
import { titleIn } from './partners.ts'
import { applicationsOf, eventsOf } from './queries.ts'
import { sectionDraft, sectionSubject } from './section-draft.ts'
import { isOpen, levelOf, type Opened, openedOf } from './standing.ts'
import { type Standing, standingOf } from './state.ts'
import {
  type Partner,
  partnersOf,
  type Version,
  type VersionFile,
  type VersionHead,
  versionOf,
  versionsOf,
} from './version-queries.ts'

export type SectionRow = {
  key: string
  title: Names
  state: SectionState
  open: boolean
  gaps: number
  here: readonly string[]
}

const shownSections = (
  { checked }: Standing,
  opened: Opened,
  here: ReadonlyMap<string, readonly string[]>,
): SectionRow[] =>
  checked.parts.map(({ section, state, gaps }) => ({
    key: section.key,
    title: section.title,
    state,
    open: isOpen(opened, section.key),
    gaps: gaps.length,
    here: here.get(section.key) ?? [],
  }))

/** Names of the others who have a section open now. */
async function othersHere(ctx: Context, id: string, { form }: Standing): Promise<Map<string, string[]>> {
  const subjects = new Map(form.sections.map(({ key }) => [sectionSubject(id, key), key]))
  const here = new Map<string, string[]>()
  for (const { subject, person, name } of await peopleOn(
    ctx.db,
    sectionDraft,
    [...subjects.keys()],
    ctx.now,
  )) {
    if (ctx.actor.kind === 'person' && person === ctx.actor.id) continue
    const key = subjects.get(subject)!
    here.set(key, [...(here.get(key) ?? []), name])
  }
  return here
}

export type Mine = {
  application: Application
  number: string
  title: string
  opened: Opened
  sections: { done: number; of: number }
  level: Level
}

export const listMine = query({
  name: 'application.mine',
  summary: {
    fi: 'Omat hakemukset: tila, määräaika ja osioiden tilat',
    sv: 'Egna ansökningar: status, tidsfrist och avsnittens status',
    en: "One's own applications: state, deadline, and how far each is",
  },
  route: { method: 'GET', path: '/applications' },
  input: z.object({}),
  output: z.object({ items: z.array(z.custom<Mine>()) }),
  allow: signedIn,
  run: async (ctx) => {
    const items: Mine[] = []
    for (const application of await applicationsOf(ctx.db, personOf(ctx).id)) {
      const standing = await standingOf(ctx.db, application, ctx.now)
      const { parts } = standing.checked
      items.push({
        application,
        number: numberOf(application),
        title: titleIn(standing.answers) || application.title,
        opened: openedOf(application, ctx.now),
        sections: { done: parts.filter((p) => p.state === 'complete').length, of: parts.length },
        level: levelOf(ctx.actor, application)!,
      })
    }
    return { items }
  },
})

export type Overview = {
  application: Application
  number: string
  title: string
  /** Of the application's own people; undefined for an officer, who never sees what is being written. */
  writing?: {
    level: Level
    opened: Opened
    sections: readonly SectionRow[]
    /** Something has been changed since it was sent. */
    changed: boolean
    complete: boolean
  }
  form: Form
  versions: readonly VersionHead[]
  partners: readonly Partner[]
  events: Awaited<ReturnType<typeof eventsOf>>
  completions: Awaited<ReturnType<typeof completionsOf>>
}

export const readApplication = query({
  name: 'application.read',
  summary: {
    fi: 'Hakemus: osiot ja niiden tila, lähetetyt versiot, tapahtumat',
    sv: 'En ansökan: avsnitten och deras status, inlämnade versioner, händelser',
    en: 'An application: its sections and their state, the versions sent, what happened',
  },
  route: { method: 'GET', path: '/applications/{application}' },
  input: z.object(one),
  output: z.custom<Overview>(),
  allow: whoReads,
  run: async (ctx, { application: id }) => {
    const application = await seen(ctx, id)
    const level = levelOf(ctx.actor, application)
    const standing = level && (await standingOf(ctx.db, application, ctx.now))
    const opened = openedOf(application, ctx.now)
    const events = await eventsOf(ctx.db, id)
    return {
      application,
      number: numberOf(application),
      title: (standing && titleIn(standing.answers)) || application.title,
      ...(standing && {
        writing: {
          level,
          opened,
          sections: shownSections(standing, opened, await othersHere(ctx, id, standing)),
          changed: application.version !== null && !sameAnswers(standing.base, standing.answers),
          complete: standing.checked.complete,
        },
      }),
      form: standing?.form ?? (await formOf(ctx.db, application.call, application.form)),
      versions: await versionsOf(ctx.db, id),
      partners: await partnersOf(ctx.db, id),
      // Who joined when is told to the application's own people.
      events: level ? events : events.filter((e) => e.event !== 'join' && e.event !== 'begin'),
      completions: await completionsOf(ctx.db, id),
    }
  },
})

export type Writing = {
  application: Application
  title: string
  number: string
  level: Level
  opened: Opened
  standing: Standing
}

/** What is being written, for the pages of a section, the preview and the check before sending. */
export const readWriting = query({
  name: 'application.writing',
  summary: {
    fi: 'Hakemuksen vastaukset sellaisina kuin ne nyt ovat, ja puutteet',
    sv: 'Ansökans svar så som de nu är, och vad som saknas',
    en: 'The answers of an application as they stand, and what is missing',
  },
  input: z.object(one),
  output: z.custom<Writing>(),
  allow: withRight('view'),
  run: async (ctx, { application: id }) => {
    const application = await seen(ctx, id)
    const level = levelOf(ctx.actor, application)
    if (!level) throw refuse('missing', 'missing')
    const standing = await standingOf(ctx.db, application, ctx.now)
    return {
      application,
      number: numberOf(application),
      title: titleIn(standing.answers) || application.title,
      level,
      opened: openedOf(application, ctx.now),
      standing,
    }
  },
})

export type ShownVersion = {
  application: Application
  number: string
  form: Form
  version: Version
  partners: readonly Partner[]
  /** The version before it, for what has changed. */
  before: Version | null
}

export const readVersion = query({
  name: 'application.version',
  summary: {
    fi: 'Lähetetty versio: vastaukset, budjetti, liitteet ja kuittaus',
    sv: 'En inlämnad version: svar, budget, bilagor och kvitto',
    en: 'A version that was sent: answers, budget, files and receipt',
  },
  route: { method: 'GET', path: '/applications/{application}/versions/{version}' },
  input: z.object({ ...one, version: z.coerce.number().int().min(1) }),
  output: z.custom<ShownVersion>(),
  allow: whoReads,
  run: async (ctx, { application: id, version: n }) => {
    const application = await seen(ctx, id)
    const version = await versionOf(ctx.db, id, n)
    if (!version) throw refuse('missing', 'noVersion')
    return {
      application,
      number: numberOf(application),
      form: await formOf(ctx.db, application.call, version.form),
      version,
      partners: await partnersOf(ctx.db, id),
      before: n > 1 ? ((await versionOf(ctx.db, id, n - 1)) ?? null) : null,
    }
  },
})

export type Sent = {
  application: Application
  number: string
  title: string
  version: Version
  /** The version before it, for what has changed. */
  before: Version | null
  read: {
    form: Form
    answers: Answers
    money: Money
    terms: Terms
    files: readonly VersionFile[]
  }
  events: Awaited<ReturnType<typeof eventsOf>>
}

export const readSent = query({
  name: 'application.sent',
  summary: {
    fi: 'Lähetetty versio luettavaksi: lomake, vastaukset, rahat, liitteet',
    sv: 'En inlämnad version att läsa: blankett, svar, pengar, bilagor',
    en: 'A version that was sent, to be read: form, answers, money, files',
  },
  input: z.object({ ...one, version: z.coerce.number().int().min(1).optional().describe('The newest.') }),
  output: z.custom<Sent>(),
  allow: whoReads,
  run: async (ctx, { application: id, version: n }) => {
    const application = await seen(ctx, id)
    const wanted = n ?? application.version
    const version = wanted === null ? undefined : await versionOf(ctx.db, id, wanted)
    if (!version || wanted === null) throw refuse('missing', 'noVersion')
    const form = await formOf(ctx.db, application.call, version.form)
    const { answers, files } = version
    const events = await eventsOf(ctx.db, id)
    return {
      application,
      number: numberOf(application),
      title: titleIn(answers) || application.title,
      version,
      before: wanted > 1 ? ((await versionOf(ctx.db, id, wanted - 1)) ?? null) : null,
      read: { form, answers, files, ...(await moneyOf(ctx.db, application.call, form, version)) },
      events: levelOf(ctx.actor, application) ? events : events.filter((e) => e.event !== 'join'),
    }
  },
})
