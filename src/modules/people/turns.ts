import { type Language, languages, type Names, pick, type Words } from '../../kernel/text.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { recentHoldings } from './member-queries.ts'
import { membersText } from './members-text.ts'
import { officeNames } from './office-text.ts'
import { isOffice } from './rules.ts'

const month = 31 * 24 * 60 * 60 * 1000

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
        const what = isOffice(office) ? officeNames[language][office] : office
        const where = placeOf(ecosystem?.name, language)
        return mine ? t.gotOffice(what, where) : t.gotOfficeOther(name, what, where)
      }),
      path: ecosystem ? `/ecosystems/${ecosystem.key}/members` : '/workspace',
      since: at,
    }))
  },
}

const placeOf = (name: Names | undefined, language: Language): string =>
  (name && pick(name, language)?.text) ?? membersText[language].everywhere

const inEach = (say: (language: Language) => string): Words<string> =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Words<string>
