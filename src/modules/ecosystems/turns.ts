import { languages, type Words } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { editedSince } from './settings-queries.ts'
import { settingsText } from './settings-text.ts'
import { nameOf } from './view.ts'

const month = 31 * 24 * 60 * 60 * 1000

/** Settings, frames and goals that were changed in the last month where the person holds an office. */
export const editedEcosystems: TurnSource = {
  place: 'news',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const ids = actor.offices.flatMap((o) => o.ecosystem ?? [])
    const everywhere = actor.offices.some((o) => o.ecosystem === null)
    const found = await editedSince(db, everywhere ? undefined : ids, new Date(now.getTime() - month))
    return found.map(({ key, name, at }) => ({
      what: inEach((language) => settingsText[language].newsEdited(nameOf(name, language))),
      why: inEach((language) => formatInstant(at, language)),
      path: `/ecosystems/${key}`,
      since: at,
    }))
  },
}

const inEach = (say: (language: (typeof languages)[number]) => string): Words<string> =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Words<string>
