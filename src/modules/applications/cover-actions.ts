import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { type Gate, gateOf } from '../conflicts/index.ts'
import { offices, one, seen } from './access.ts'
import { type Application, numberOf } from './application.ts'
import { type Partner, partnersOf } from './version-queries.ts'

/** What an officer must know of an application to say whether they are tied to it, and nothing that it says. */
export type Cover = {
  application: Application
  number: string
  title: string
  partners: readonly Partner[]
  /** What the office is waited for: whether a late one is taken up; or the applicant, for a completion. */
  awaits: 'late' | 'completion' | null
  gate: Gate
}

export const readCover = query({
  name: 'application.cover',
  summary: {
    fi: 'Hakemuksen kansilehti: numero, haku, osapuolet ja oma esteellisyystilanne, ei sisältöä',
    sv: 'En ansökans försättsblad: nummer, utlysning, parter och den egna jävssituationen, inget innehåll',
    en: 'The cover of an application: number, call, parties and one’s own standing to it, nothing that it says',
  },
  route: { method: 'GET', path: '/applications/{application}/cover' },
  input: z.object(one),
  output: z.custom<Cover>(),
  allow: offices,
  run: async (ctx, { application: id }): Promise<Cover> => {
    const application = await seen(ctx, id)
    const { state, late, lateAccepted } = application
    return {
      // Who may write in it and what was asked to be completed are told with its content.
      application: { ...application, rights: [], completion: null, lateReason: null },
      number: numberOf(application),
      title: application.title,
      partners: await partnersOf(ctx.db, id),
      awaits: late && lateAccepted === null ? 'late' : state === 'reopened' ? 'completion' : null,
      gate: await gateOf(ctx, id),
    }
  },
})
