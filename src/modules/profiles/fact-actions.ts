import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { dayIn } from '../../kernel/time.ts'
import { industries, regions } from '../codes/index.ts'
import { holds, offices } from '../people/index.ts'
import { confirmFacts, factById, factsOf, lockEntry } from './fact-queries.ts'
import {
  basicsInput,
  cardComplaints,
  cardInput,
  exercise,
  filled,
  tooLong,
  typedDay,
  typedNames,
  typedWebsite,
} from './fact-schemas.ts'
import type { Organisation } from './keeper-queries.ts'
import { idOfActor, mustBe, nameOfActor, ownWord, stating, statingEntry } from './keeping.ts'
import { complaint, refuse, refuseAll } from './refusals.ts'
import { cardKinds, limits, wideRegions, workingLanguages } from './rules.ts'
import { insertCheck } from './standing-queries.ts'
import { removeEntry, state, stateCodes } from './stating.ts'
import { conceptCalled, conceptsInLine, isConcept } from './subjects.ts'

const stated = z.object({ id: z.uuid(), entry: z.uuid(), changed: z.boolean() })
const organisation = z.string().max(60).describe('Id of the organisation.')

export const stateCard = command({
  name: 'actor-profile.state-card',
  summary: {
    fi: 'Ilmoita, mitä toimija tarjoaa tai tarvitsee, tai sen testialusta',
    sv: 'Uppge vad aktören erbjuder eller behöver, eller dess testmiljö',
    en: 'State an offer, a need or a facility of an actor, or change one',
  },
  route: { method: 'POST', path: '/organisations/{id}/profile/cards' },
  input: cardInput,
  output: stated,
  allow: stating,
  run: async (ctx, input) => {
    const of = await mustBe(ctx, input.id)
    const subjects = await conceptsInLine(input.subjects)
    refuseAll([
      ...cardComplaints(input, dayIn(ctx.now)),
      subjects.unknown.length > 0 && complaint('unknownSubject', 'subjects'),
      !mayShareIn(ctx, input.ecosystem) && complaint('notYourPlace', 'ecosystem'),
    ])
    if (!input.entry && (await cardsOf(ctx, of)) >= limits.cards) throw refuse('conflict', 'tooManyCards')
    const isFacility = input.kind === 'facility'
    const done = await state(
      ctx,
      of,
      {
        kind: input.kind,
        code: isFacility ? null : input.sort,
        codeList: isFacility ? null : 'offer',
        content: filled({
          title: typedNames(input.title),
          text: typedNames(input.text),
          use: isFacility ? typedNames(input.use) : undefined,
          place: isFacility ? input.place : undefined,
          website: input.website === '' ? undefined : typedWebsite(input.website),
        }),
        subjects: subjects.ids,
        openUntil: input.openUntil === '' ? null : (typedDay(input.openUntil) ?? null),
        share: input.share,
        ecosystem: input.share === 'public' || input.ecosystem === '' ? null : input.ecosystem,
      },
      input,
    )
    return { id: of.id, ...done }
  },
})

/** Something is shared within an ecosystem where who shares it works. */
const mayShareIn = ({ actor }: Pick<Context, 'actor'>, ecosystem: string): boolean =>
  ecosystem === '' || actor.kind === 'system' || holds(actor, [...offices], ecosystem)

const cardsOf = async (ctx: Context<Tx>, of: Organisation): Promise<number> =>
  (await factsOf(ctx.db, ctx.actor, [of.id], [...cardKinds])).length

const places: readonly string[] = [...regions.map((r) => r.code), ...wideRegions]

export const stateBasics = command({
  name: 'actor-profile.state-basics',
  summary: {
    fi: 'Ilmoita, mitä toimija tekee, sen koko, alueet ja työkielet',
    sv: 'Uppge vad aktören gör, dess storlek, regioner och arbetsspråk',
    en: 'State what an actor does, its size, the regions it serves and its working languages',
  },
  route: { method: 'POST', path: '/organisations/{id}/profile/basics' },
  input: basicsInput,
  output: z.object({ id: z.uuid(), changed: z.number() }),
  allow: stating,
  run: async (ctx, input) => {
    const of = await mustBe(ctx, input.id)
    const activity = typedNames(input.activity)
    const day = input.sizeDay === '' ? undefined : typedDay(input.sizeDay)
    refuseAll([
      ...tooLong(activity, 'activity', limits.activity, 'longActivity'),
      input.size !== '' && input.sizeDay === '' && complaint('sizeDay', 'sizeDay'),
      input.sizeDay !== '' && !day && complaint('badDay', 'sizeDay'),
      day !== undefined && day > dayIn(ctx.now) && complaint('futureDay', 'sizeDay'),
    ])
    const now = await factsOf(ctx.db, ctx.actor, [of.id], ['activity', 'size'])
    const put = async (kind: 'activity' | 'size', said: Parameters<typeof state>[2] | undefined) => {
      // Rows that were found to be one organisation may each have one: the newest is meant.
      const entry = now.filter((f) => f.kind === kind).at(-1)?.entry
      if (said) return Number((await state(ctx, of, said, { entry, exercise: input.exercise })).changed)
      if (entry) await removeEntry(ctx, entry)
      return Number(entry !== undefined)
    }
    const size = input.size && {
      kind: 'size' as const,
      code: input.size,
      codeList: 'eu-2003-361',
      content: filled({ day, source: input.sizeSource }),
    }
    const changed = [
      await put('activity', activity && { kind: 'activity', content: { text: activity } }),
      await put('size', size || undefined),
      await stateCodes(ctx, of, 'region', 'region', known(input.regions, places), input.exercise),
      await stateCodes(
        ctx,
        of,
        'language',
        'iso-639-1',
        known(input.languages, workingLanguages),
        input.exercise,
      ),
    ]
    return { id: of.id, changed: changed.reduce((sum, n) => sum + n, 0) }
  },
})

const known = (chosen: readonly string[], list: readonly string[]) =>
  list.filter((code) => chosen.includes(code))

export const addCompetence = command({
  name: 'actor-profile.add-competence',
  summary: {
    fi: 'Lisää toimijan osaaminen YSOn asiasanana tai omin sanoin',
    sv: 'Lägg till en kompetens hos aktören som ämnesord i YSO eller med egna ord',
    en: 'Add a competence of an actor, as a subject of YSO or in words of its own',
  },
  route: { method: 'POST', path: '/organisations/{id}/profile/competences' },
  input: z.object({
    id: organisation,
    concept: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional()
      .describe('Number of the concept of YSO.'),
    word: z.string().trim().max(1000).default(''),
    language: z.enum(['fi', 'sv', 'en']).default('fi'),
    exercise,
  }),
  output: stated,
  allow: stating,
  run: async (ctx, { id, concept, word, language, exercise }) => {
    const of = await mustBe(ctx, id)
    if (!concept && word === '') throw refuse('invalid', 'noWord', 'word')
    if ([...word].length > limits.word) throw refuse('invalid', 'longWord', 'word')
    if (concept && !(await isConcept(concept))) throw refuse('invalid', 'noConcept', 'concept')
    // A word that is a label of YSO means its concept: then it is found in the other languages too.
    const meant = concept ?? (await conceptCalled(word))
    const now = await factsOf(ctx.db, ctx.actor, [of.id], ['competence'])
    const same = now.some((f) =>
      meant ? f.code === meant : f.code === null && Object.values(f.content.title ?? {}).includes(word),
    )
    if (same) throw refuse('conflict', 'already', concept ? 'concept' : 'word')
    const said = meant
      ? { kind: 'competence' as const, code: meant, codeList: 'yso' }
      : { kind: 'competence' as const, content: { title: { [language]: word } } }
    return { id: of.id, ...(await state(ctx, of, said, { exercise })) }
  },
})

export const addIndustry = command({
  name: 'actor-profile.add-industry',
  summary: {
    fi: 'Lisää toimijan toimiala (NACE Rev. 2, TOL 2008)',
    sv: 'Lägg till en näringsgren för aktören (NACE Rev. 2, TOL 2008)',
    en: 'Add an industry of an actor (NACE Rev. 2)',
  },
  route: { method: 'POST', path: '/organisations/{id}/profile/industries' },
  input: z.object({ id: organisation, code: z.string().max(5), exercise }),
  output: stated,
  allow: stating,
  run: async (ctx, { id, code, exercise }) => {
    const of = await mustBe(ctx, id)
    if (!industries.some((i) => i.code === code)) throw refuse('invalid', 'noIndustry', 'code')
    const now = await factsOf(ctx.db, ctx.actor, [of.id], ['industry'])
    if (now.some((f) => f.code === code)) throw refuse('conflict', 'already', 'code')
    const said = { kind: 'industry' as const, code, codeList: 'nace-rev-2' }
    return { id: of.id, ...(await state(ctx, of, said, { exercise })) }
  },
})

export const removeFact = command({
  name: 'actor-profile.remove',
  summary: {
    fi: 'Poista kohta toimijan profiilista; se jää historiaan ja sen voi palauttaa',
    sv: 'Ta bort en punkt ur aktörens profil; den blir kvar i historiken och kan återställas',
    en: 'Take something out of the profile of an actor; it stays in the history and can be brought back',
  },
  route: { method: 'DELETE', path: '/profile-entries/{entry}' },
  input: z.object({ entry: z.uuid() }),
  output: z.object({ id: z.uuid(), kind: z.string() }),
  allow: statingEntry,
  run: async (ctx, { entry }) => {
    const { organisation: id, kind } = await removeEntry(ctx, entry)
    return { id, kind }
  },
})

export const restoreFact = command({
  name: 'actor-profile.restore',
  summary: {
    fi: 'Palauta profiilin kohta sellaiseksi kuin se oli',
    sv: 'Återställ en punkt i profilen som den var',
    en: 'Bring something in a profile back to what it said before',
  },
  route: { method: 'POST', path: '/profile-entries/{entry}/restore' },
  input: z.object({ entry: z.uuid(), fact: z.uuid().describe('The version that comes back.') }),
  output: stated,
  allow: statingEntry,
  run: async (ctx, { entry, fact }) => {
    const past = await factById(ctx.db, ctx.actor, fact)
    if (!past || past.entry !== entry) throw refuse('missing', 'noEntry')
    if (!past.endedAt) throw refuse('conflict', 'changedSince')
    const of = await mustBe(ctx, past.organisation)
    const { kind, code, codeList, content, subjects, openUntil, share, ecosystem, file, thumbnail } = past
    const said = { kind, code, codeList, content, subjects, openUntil, share, ecosystem, file, thumbnail }
    if (await lockEntry(ctx.db, ctx.actor, entry))
      return { id: of.id, ...(await state(ctx, of, said, { entry, exercise: past.exercise })) }
    // What was removed comes back as the same entry, unless the same has been stated anew meanwhile.
    const now = await factsOf(ctx.db, ctx.actor, [of.id], [kind])
    const once = kind === 'activity' || kind === 'size'
    if (now.some((f) => once || (code !== null && codeList !== 'offer' && f.code === code)))
      throw refuse('conflict', 'already')
    const done = await state(ctx, of, said, { again: entry, exercise: past.exercise })
    return { id: of.id, ...done }
  },
})

export const confirmProfile = command({
  name: 'actor-profile.confirm',
  summary: {
    fi: 'Vahvista, että profiili pitää paikkansa',
    sv: 'Bekräfta att profilen stämmer',
    en: 'Confirm that everything in a profile is as it should be',
  },
  route: { method: 'POST', path: '/organisations/{id}/profile/confirmed' },
  input: z.object({ id: organisation }),
  output: z.object({ id: z.uuid(), confirmed: z.number() }),
  allow: ownWord,
  run: async (ctx, { id }) => {
    const of = await mustBe(ctx, id)
    const by = nameOfActor(ctx)
    const confirmed = await confirmFacts(ctx.db, of.id, by, ctx.now)
    await insertCheck(ctx.db, {
      id: newId(ctx.now.getTime()),
      organisation_id: of.id,
      what: 'checked',
      person_id: idOfActor(ctx),
      by_whom: by,
      at: ctx.now,
    })
    await bumpRevision(ctx.db)
    ctx.changed({ kind: 'actor-profile', id: of.id, before: null, after: { checked: true, confirmed } })
    return { id: of.id, confirmed }
  },
})
