import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { newId } from '../../kernel/id.ts'
import { queueMail } from '../../kernel/mail.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Rule } from '../../kernel/rule.ts'
import type { Names } from '../../kernel/text.ts'
import { idOfKey } from '../ecosystems/index.ts'
import { personOf } from '../talk/index.ts'
import { lettersOf } from './around-queries.ts'
import { complaint, type SaidFault } from './fault-text.ts'
import { type Head, halfOf } from './head.ts'
import { ecosystemOf, lockHead } from './head-queries.ts'
import {
  type Letter,
  type LetterKind,
  letterKinds,
  letterOf,
  type Template,
  unknownFields,
} from './letter.ts'
import {
  guidanceOf,
  insertLetter,
  putGuidance,
  putTemplate,
  type Recipient,
  recipientsOf,
  templatesOf,
} from './letter-queries.ts'
import { missing, seenHead } from './reading.ts'
import type { One } from './rights.ts'

const no = (is: SaidFault, field?: string) =>
  new Refusal('conflict', `letter.${is}`, [complaint({ is, ...(field && { field }) })])
const senders: Rule<One, Context> = {
  who: ['council-officer', 'coordinator'],
  in: (ctx, { decision }) => ecosystemOf(ctx.db, decision),
}

export type LetterView = {
  head: Head
  letter: Letter
  to: readonly Recipient[]
  /** What keeps it from being sent. */
  lacks: readonly SaidFault[]
  /** The letter of this round, where it has been sent. */
  sent: string | null
}

async function view(ctx: Context, head: Head): Promise<LetterView> {
  const legal = halfOf(head, 'legal')
  if (!legal || !head.decision) throw no('not-published')
  const place = head.ecosystem.id
  const appeal = await guidanceOf(ctx.db, place)
  const letter = letterOf(head, legal, await templatesOf(ctx.db, place), appeal, ctx.baseUrl)
  const to = await recipientsOf(ctx.db, head.application)
  const sent = (await lettersOf(ctx.db, head.decision)).findLast((l) => l.round === head.round)
  const lacks: SaidFault[] = []
  if (head.state !== 'published') lacks.push('not-published')
  if (!appeal[letter.language]?.trim()) lacks.push('no-guidance')
  if (letter.unknown.length > 0) lacks.push('unknown-field')
  if (to.length === 0) lacks.push('no-recipients')
  if (sent) lacks.push('sent-already')
  return { head, letter, to, lacks, sent: sent?.id ?? null }
}

export const previewLetter = query({
  name: 'letter.preview',
  summary: {
    fi: 'Esikatsele päätöskirje ja sen saajat',
    sv: 'Förhandsgranska beslutsbrevet och dess mottagare',
    en: 'Preview the decision letter, and who gets it',
  },
  route: { method: 'GET', path: '/decisions/{decision}/letter' },
  input: z.object({ decision: z.uuid() }),
  output: z.custom<LetterView>(),
  allow: senders,
  run: async (ctx, { decision }) => {
    const { head, sight } = await seenHead(ctx, decision)
    if (sight !== 'whole') throw missing()
    return view(ctx, head)
  },
})

export const sendLetter = command({
  name: 'letter.send',
  summary: {
    fi: 'Lähetä päätöskirje hakijalle',
    sv: 'Skicka beslutsbrevet till sökanden',
    en: 'Send the decision letter to the applicant',
  },
  route: { method: 'POST', path: '/decisions/{decision}/letter' },
  input: z.object({ decision: z.uuid() }),
  output: z.object({ sent: z.number() }),
  allow: senders,
  run: async (ctx, { decision }) => {
    const person = personOf(ctx)
    const { sight } = await seenHead(ctx, decision)
    const head = await lockHead(ctx.db, decision)
    if (!head || sight !== 'whole') throw missing()
    const { letter, to, lacks } = await view(ctx, head)
    if (lacks.length > 0) throw no(lacks[0]!)
    const id = newId(ctx.now.getTime())
    const { subject, body: text } = letter
    for (const { person: whom, email } of to)
      if (email) await queueMail(ctx, { to: email, person: whom, kind: 'decision', subject, text })
    const people = to.map((t) => t.person)
    const { round } = head
    await insertLetter(ctx.db, {
      ...letter,
      id,
      decision: head.decision!,
      round,
      person: person.id,
      people,
      at: ctx.now,
    })
    ctx.changed({
      kind: 'decision',
      id: head.decision!,
      before: null,
      after: { letter: id, count: to.length, ecosystem: head.ecosystem.id },
    })
    return { sent: to.length }
  },
})

const texts = z.object({
  fi: z.string().max(20_000).optional(),
  sv: z.string().max(20_000).optional(),
  en: z.string().max(20_000).optional(),
})
const place = { ecosystem: z.string().max(100).describe('Key of the ecosystem.') }
export const letterKeepers = ['council-officer', 'coordinator'] as const
const keepers: Rule<{ ecosystem: string }, Context> = {
  who: letterKeepers,
  in: (ctx, { ecosystem }) => idOfKey(ctx.db, ecosystem),
}

export type Templates = { templates: Partial<Record<LetterKind, Template>>; appeal: Names }

export const readTemplates = query({
  name: 'letter.templates',
  summary: {
    fi: 'Ekosysteemin kirjepohjat ja muutoksenhakuohje',
    sv: 'Ekosystemets brevmallar och anvisning om ändringssökande',
    en: 'The letter templates and appeal guidance of an ecosystem',
  },
  route: { method: 'GET', path: '/ecosystems/{ecosystem}/letters' },
  input: z.object(place),
  output: z.custom<Templates>(),
  allow: keepers,
  run: async (ctx, { ecosystem }) => {
    const id = await idOfKey(ctx.db, ecosystem)
    if (!id) throw missing()
    return { templates: await templatesOf(ctx.db, id), appeal: await guidanceOf(ctx.db, id) }
  },
})

export const saveTemplates = command({
  name: 'letter.save-templates',
  summary: {
    fi: 'Muuta ekosysteemin kirjepohjia ja muutoksenhakuohjetta',
    sv: 'Ändra ekosystemets brevmallar och anvisning om ändringssökande',
    en: 'Change the letter templates and appeal guidance of an ecosystem',
  },
  route: { method: 'PUT', path: '/ecosystems/{ecosystem}/letters' },
  input: z.object({
    ...place,
    templates: z.partialRecord(z.enum(letterKinds), z.object({ subject: texts, body: texts })),
    appeal: texts,
  }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, { ecosystem, templates, appeal }) => {
    const person = personOf(ctx)
    const id = await idOfKey(ctx.db, ecosystem)
    if (!id) throw missing()
    const wrong = letterKinds.flatMap((kind) =>
      (['subject', 'body'] as const).flatMap((what) =>
        Object.entries(templates[kind]?.[what] ?? {}).flatMap(([language, said]) =>
          said && unknownFields(said).length > 0 ? [`${kind}.${what}.${language}`] : [],
        ),
      ),
    )
    if (wrong.length > 0)
      throw new Refusal(
        'invalid',
        'letter.unknown-field',
        wrong.map((field) => complaint({ is: 'unknown-field', field })),
      )
    for (const kind of letterKinds) {
      const template = templates[kind]
      if (template) await putTemplate(ctx.db, id, kind, template as Template, ctx.now)
    }
    await putGuidance(ctx.db, id, appeal as Names, person.id, ctx.now)
    ctx.changed({
      kind: 'letter-template',
      id,
      before: null,
      after: { ecosystem: id, kinds: Object.keys(templates) },
    })
    return {}
  },
})
