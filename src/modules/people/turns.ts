import { type Language, languages, type Names, pick, type Words } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { endingHoldings, recentHoldings } from './member-queries.ts'
import { membersText } from './members-text.ts'
import { officeNames } from './office-text.ts'
import { isOffice } from './rules.ts'

const month = 31 * 24 * 60 * 60 * 1000

/** An office of one's own that ends within a month: there is time to agree on what follows. */
export const endingOffices: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const until = dayIn(new Date(now.getTime() + month))
    const found = await endingHoldings(db, actor.id, dayIn(now), until)
    return found.map(({ office, ecosystem, ends }) => ({
      what: inEach((language) =>
        membersText[language].officeEnds(nameOf(office, language), placeOf(ecosystem?.name, language)),
      ),
      why: inEach((language) => membersText[language].officeEndsWhy),
      path: ecosystem ? `/ecosystems/${ecosystem.key}/members` : '/permissions',
      ...(ends && { due: ends }),
    }))
  },
}

/** Offices given to the person, and those given in the ecosystems that they coordinate, of the last month. */
export const peopleNews: TurnSource = {
  place: 'news',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const coordinated = actor.offices.flatMap((o) =>
      o.office === 'coordinator' && o.ecosystem ? [o.ecosystem] : [],
    )
    const found = await recentHoldings(db, actor.id, coordinated, new Date(now.getTime() - month))
    return found.map(({ mine, name, office, ecosystem, at }) => ({
      what: inEach((language) => {
        const t = membersText[language]
        const what = nameOf(office, language)
        const where = placeOf(ecosystem?.name, language)
        return mine ? t.gotOffice(what, where) : t.gotOfficeOther(name, what, where)
      }),
      path: ecosystem ? `/ecosystems/${ecosystem.key}/members` : '/workspace',
      since: at,
    }))
  },
}

const nameOf = (office: string, language: Language): string =>
  isOffice(office) ? officeNames[language][office] : office

const placeOf = (name: Names | undefined, language: Language): string =>
  (name && pick(name, language)?.text) ?? membersText[language].everywhere

const inEach = (say: (language: Language) => string): Words<string> =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Words<string>
