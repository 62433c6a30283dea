import { isAmong } from '../../../kernel/rule.ts'
import { inEach } from '../../../kernel/text.ts'
import type { TurnSource } from '../../../kernel/turn.ts'
import { keepers } from '../settings-actions.ts'
import { text } from '../text.ts'
import { nameOf } from '../view.ts'
import { factsText } from './text.ts'
import { readAskedTies } from './tie-queries.ts'

/** Ties that others have stated to the ecosystems that the person looks after, and that wait to be confirmed. */
export const askedTies: TurnSource = {
  place: 'turn',
  find: async ({ db, actor }) => {
    if (actor.kind !== 'person') return []
    const mine = actor.offices.filter((held) => isAmong(keepers.who, { ...actor, offices: [held] }))
    if (mine.length === 0) return []
    const everywhere = mine.some((held) => held.ecosystem === null)
    const asked = await readAskedTies(
      db,
      everywhere ? undefined : mine.flatMap((held) => held.ecosystem ?? []),
    )
    return asked
      .filter((tie) => !tie.mutual)
      .map((tie) => ({
        what: inEach((language) => factsText[language].askedTurn(nameOf(tie.name, language))),
        why: inEach((language) => text[language].linkKindsFrom[tie.kind]),
        path: `/ecosystems/${tie.toKey}/settings/ties`,
        ...(tie.at && { since: tie.at }),
      }))
  },
}
