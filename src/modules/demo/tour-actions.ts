import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { offersDemoSignIn } from '../../kernel/installation.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { everyone } from '../../kernel/rule.ts'
import { exerciseId } from './exercise/play.ts'
import { waitingAt } from './exercise/stages.ts'
import { demoJob, exerciseKept, type TourState, tourState } from './queries.ts'
import { text } from './text.ts'

export type Tour = {
  /** How far the exercise is that the tour leads through: made, being made, or not there. */
  exercise: 'ready' | 'making' | 'absent'
  made: number
  of: number
  /** Ids of what the steps lead to. */
  places: Readonly<Record<string, string>>
  state: TourState
  /** Whether one press signs in here. */
  signIn: boolean
}

const nothing: TourState = { typed: false, sent: false, assessments: {}, decisions: {} }

export const readTour = query({
  name: 'demo.tour',
  summary: {
    fi: 'Esittelyn kierros ja mitä siitä on tehty',
    sv: 'Demonstrationens rundtur och vad som har gjorts av den',
    en: 'The tour of the demo, and what of it has been done',
  },
  input: z.object({}),
  output: z.custom<Tour>(),
  allow: everyone,
  run: async (ctx): Promise<Tour> => {
    if (!ctx.installation?.demo)
      throw new Refusal('missing', 'demo.no-tour', [
        { text: { fi: text.fi.noTour, sv: text.sv.noTour, en: text.en.noTour } },
      ])
    const known = await exerciseKept(ctx.db)
    const signIn = offersDemoSignIn(ctx.installation)
    if (!known || known.step < known.of)
      return {
        exercise: known || (await demoJob(ctx.db)) ? 'making' : 'absent',
        made: known?.step ?? 0,
        of: known?.of ?? 0,
        places: {},
        state: nothing,
        signIn,
      }
    const { kept } = known
    const play = (name: string) => exerciseId(known.day, name)
    const places = {
      ...Object.fromEntries(
        Object.entries(waitingAt).map(([organisation, what]) => [
          what,
          play(`application/assessed/${organisation}`),
        ]),
      ),
      write: play('application/open/harjoitusyliopisto'),
      meeting: kept.nextMeeting ?? '',
      consortium: kept['consortium/i4ms2'] ?? '',
    }
    const state = await tourState(ctx.db, places, kept['person/lead'] ?? null)
    return { exercise: 'ready', made: known.step, of: known.of, places, state, signIn }
  },
})
