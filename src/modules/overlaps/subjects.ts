import { z } from 'zod'
import { conceptsCalled, type Ontology, suggestSubjects } from '../../engine/likeness/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { allows, type Rule } from '../../kernel/rule.ts'
import { by } from '../people/index.ts'
import { subjectOntology } from '../search/index.ts'
import { experienceOf } from './experience.ts'
import { refuse, thingShape } from './judging.ts'
import { type NamedConcept, namedConcept } from './neighbours.ts'
import type { ThingRef } from './rules.ts'
import { choicesOf, endChoice, insertChoice } from './subject-queries.ts'
import { handles, type Thing, thingOf, whoSees, whyNotHandled } from './thing.ts'

/** Who settles what things are about: coordinators and preparers; of an application when free of conflict, of an idea in its ecosystem. */
export const settling: Rule<ThingRef, Context> = {
  ...by('coordinator', 'preparer'),
  only: {
    says: {
      fi: 'hakemuksesta sen käsittelijät esteettöminä, ideasta sen ekosysteemin tehtävissä olevat',
      sv: 'om en ansökan de som handlägger den och är ojäviga, om en idé de som har ett uppdrag i dess ekosystem',
      en: 'of an application those who handle it, free of conflict; of an idea the offices of its ecosystem',
    },
    check: handles,
    why: whyNotHandled,
  },
}

export type SettledSubject = { concept: NamedConcept; by: string | null; at: Date }
export type SuggestedSubject = { concept: NamedConcept; words: string[]; alike: number }

export type Subjects = {
  thing: Thing
  accepted: SettledSubject[]
  rejected: SettledSubject[]
  suggested: SuggestedSubject[]
  /** What a search for a concept found. */
  found: NamedConcept[]
  maySettle: boolean
}

/** Suggestions that are shown at once. */
const suggestedAtOnce = 8

/** Concepts that are shown for what is typed. */
const foundAtOnce = 12

/** The concepts that people accepted for a thing; a number that the ontology has no more is left out. */
export async function acceptedFor(ctx: Pick<Context, 'db'>, thing: ThingRef): Promise<NamedConcept[]> {
  const choices = (await choicesOf(ctx.db, thing)).filter((c) => c.accepted)
  if (choices.length === 0) return []
  const ontology = await subjectOntology()
  return choices.flatMap((c) => named(ontology, c.concept))
}

const named = (ontology: Ontology, id: string): NamedConcept[] => {
  const concept = ontology.conceptOf(id)
  return concept === undefined ? [] : [namedConcept(ontology, concept)]
}

export const readSubjects = query({
  name: 'subjects.read',
  summary: {
    fi: 'Hankkeen tai hakemuksen asiasanat: hyväksytyt ja ehdotetut sanoineen',
    sv: 'Ämnesorden för ett projekt eller en ansökan: godkända och föreslagna med sina ord',
    en: 'The subjects of a project or an application: accepted, and suggested with the words that gave them',
  },
  route: { method: 'GET', path: '/subjects/{kind}/{id}' },
  input: z.object({
    ...thingShape,
    q: z.string().max(100).default('').describe('Looks for concepts by the beginning of a word in a label.'),
  }),
  output: z.custom<Subjects>(),
  allow: whoSees,
  run: async (ctx, { q, ...ref }) => {
    const thing = await thingOf(ctx, ref)
    const ontology = await subjectOntology()
    const choices = await choicesOf(ctx.db, ref)
    const settled = new Set(choices.map((c) => c.concept))
    const told = (accepted: boolean) =>
      choices
        .filter((c) => c.accepted === accepted)
        .flatMap((c) =>
          named(ontology, c.concept).map((concept) => ({
            concept,
            by: ctx.actor.kind === 'visitor' ? null : c.by_whom,
            at: c.at,
          })),
        )
    const suggestions = suggestSubjects(
      thing.whole,
      ontology,
      suggestedAtOnce + settled.size,
      await experienceOf(ctx.db, ontology),
    )
    return {
      thing,
      accepted: told(true),
      rejected: told(false),
      suggested: suggestions
        .filter(({ concept }) => !settled.has(ontology.id(concept)))
        .slice(0, suggestedAtOnce)
        .map(({ concept, words, alike }) => ({
          concept: namedConcept(ontology, concept),
          words,
          alike: alike.length,
        })),
      found: conceptsCalled(q, ontology, foundAtOnce).map((concept) => namedConcept(ontology, concept)),
      maySettle: await allows(settling, ctx, ref),
    }
  },
})

const choice = {
  ...thingShape,
  concept: z
    .string()
    .regex(/^\d{1,9}$/)
    .describe('Number of the concept of YSO.'),
}

/** One word on one concept: whatever was said of it before ends. */
async function settle(
  ctx: Context<Tx>,
  { concept, ...ref }: ThingRef & { concept: string },
  accepted: boolean | undefined,
): Promise<{ concept: string }> {
  const thing = await thingOf(ctx, ref)
  if (accepted && (await subjectOntology()).conceptOf(concept) === undefined)
    throw refuse('invalid', 'noConcept', 'concept')
  const before = (await choicesOf(ctx.db, ref)).find((c) => c.concept === concept)
  if (before?.accepted === accepted) return { concept }
  await endChoice(ctx.db, ref, concept, ctx.now)
  if (accepted !== undefined)
    await insertChoice(ctx.db, ref, {
      id: newId(ctx.now.getTime()),
      concept,
      accepted,
      person_id: ctx.actor.kind === 'person' ? ctx.actor.id : null,
      by_whom: ctx.actor.kind === 'visitor' ? '' : ctx.actor.name,
      at: ctx.now,
    })
  if (thing.share === 'public') await bumpRevision(ctx.db)
  const ecosystem = thing.ecosystems[0]
  ctx.changed({
    kind: `subject-of-${ref.kind}`,
    id: ref.id,
    before: before ? { concept, accepted: before.accepted } : null,
    after: accepted === undefined ? null : { concept, accepted, ...(ecosystem && { ecosystem }) },
  })
  return { concept }
}

const settled = z.object({ concept: z.string() })

export const acceptSubject = command({
  name: 'subjects.accept',
  summary: {
    fi: 'Hyväksy asiasana hankkeelle tai hakemukselle',
    sv: 'Godkänn ett ämnesord för ett projekt eller en ansökan',
    en: 'Accept a subject of a project or an application',
  },
  route: { method: 'POST', path: '/subjects/{kind}/{id}/accepted' },
  input: z.object(choice),
  output: settled,
  allow: settling,
  run: (ctx, input) => settle(ctx, input, true),
})

export const rejectSubject = command({
  name: 'subjects.reject',
  summary: {
    fi: 'Hylkää ehdotettu asiasana; sitä ei ehdoteta uudelleen',
    sv: 'Avvisa ett föreslaget ämnesord; det föreslås inte igen',
    en: 'Refuse a suggested subject; it is not suggested again',
  },
  route: { method: 'POST', path: '/subjects/{kind}/{id}/refused' },
  input: z.object(choice),
  output: settled,
  allow: settling,
  run: (ctx, input) => settle(ctx, input, false),
})

export const clearSubject = command({
  name: 'subjects.clear',
  summary: {
    fi: 'Peru asiasanasta tehty valinta',
    sv: 'Ångra ett val av ämnesord',
    en: 'Take back what was said of a subject',
  },
  route: { method: 'POST', path: '/subjects/{kind}/{id}/cleared' },
  input: z.object(choice),
  output: settled,
  allow: settling,
  run: (ctx, input) => settle(ctx, input, undefined),
})
