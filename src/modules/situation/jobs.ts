import { z } from 'zod'
import { job } from '../../kernel/job.ts'
import { makePictures } from './making.ts'

/**
 * Every morning before people come to work, after each list that is brought in, when an office asks, and for one
 * ecosystem when a report of it has been approved.
 */
export const makeSituation = job({
  name: 'situation.make',
  summary: {
    fi: 'Tilannekuvien laskeminen',
    sv: 'Beräkna lägesbilderna',
    en: 'Make the situation pictures',
  },
  input: z.object({ ecosystem: z.uuid().optional() }),
  schedule: '0 5 * * *',
  run: async (stage, { ecosystem }, progress) => {
    await makePictures(stage, progress, ecosystem)
  },
})
