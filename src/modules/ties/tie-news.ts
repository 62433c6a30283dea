import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { inEach, type Words } from '../../kernel/text.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { readPeople } from '../people/index.ts'
import { notify } from '../talk/index.ts'
import { organisationById, ownOrganisations, peopleOf, type Tie, waitingFor } from './tie-queries.ts'
import { sidesAsked } from './tie-rules.ts'
import { tieText } from './tie-text.ts'
import { kindWord, nameIn, sideOf } from './tie-words.ts'

/** Tells the people of the sides whose word is asked. */
export async function tellOfTie(ctx: Context<Tx>, tie: Tie): Promise<void> {
  const t = tieText[ctx.language]
  const asked = sidesAsked({ from: tie.from.id, to: tie.to.id, organisation: tie.organisation })
  for (const side of asked) {
    const { said } = sideOf(tie, side)
    const to = await readPeople(ctx.db, ctx.now, await peopleOf(ctx.db, side, ctx.now))
    await notify(ctx, {
      kind: 'tie',
      subject: { kind: 'organisation', id: side },
      about: tie.id,
      title: inEach((l) => tieText[l].newsTitle(nameIn(tie.from.name, l), nameIn(tie.to.name, l))),
      path: `/organisations/${side}/ties`,
      text: t.newsText(kindWord(said, tie.own, ctx.language), t.strengths[tie.strength as 1 | 2 | 3]),
      ecosystem: tie.ecosystem?.id ?? null,
      // Its own people see every tie of theirs, by whichever row of the registry they belong to it.
      records: [],
      to,
    })
  }
}

/** Ties that wait for the word of the person's own organisations: one turn for each organisation. */
export const waitingTies: TurnSource = {
  place: 'turn',
  find: async ({ db, actor }) => {
    const own = await ownOrganisations(db, actor)
    const turns = await Promise.all(
      own.map(async (id) => {
        const waiting = await waitingFor(db, [id])
        const organisation = waiting.length > 0 ? await organisationById(db, actor, id) : undefined
        if (!organisation) return []
        const n = waiting.length
        return [
          {
            what: inEach((l) =>
              n === 1 ? tieText[l].oneWaits : tieText[l].manyWait(String(n)),
            ) as Words<string>,
            why: inEach((l) => tieText[l].waitsWhy(nameIn(organisation.name, l))) as Words<string>,
            path: `/organisations/${id}/ties`,
            since: waiting[0]!.at,
          },
        ]
      }),
    )
    return turns.flat()
  },
}
