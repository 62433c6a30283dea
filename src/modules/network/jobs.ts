import { z } from 'zod'
import { job } from '../../kernel/job.ts'
import { makePicture } from './making.ts'

/** Follows every list that is brought in; every ten minutes it takes in what has changed otherwise. */
export const computePicture = job({
  name: 'network.compute',
  summary: {
    fi: 'Verkoston kuvan laskeminen',
    sv: 'Beräkna bilden av nätverket',
    en: 'Compute the picture of the network',
  },
  input: z.object({}),
  schedule: '*/10 * * * *',
  run: async (stage, _input, progress) => {
    await makePicture(stage, ({ part, done, of }) => void progress(done, of, part))
  },
})
