import { z } from 'zod'
import { transaction } from '../../kernel/db.ts'
import { job } from '../../kernel/job.ts'
import { loadShippedEcosystems } from './load.ts'

/** Fills a new database with the ecosystems that ship with the product. May run any number of times. */
export const loadShipped = job({
  name: 'ecosystems.load-shipped',
  summary: {
    fi: 'Ohjelman mukana tulevien ekosysteemien lataus',
    sv: 'Läs in de ekosystem som följer med programmet',
    en: 'Load the ecosystems that come with the product',
  },
  input: z.object({}),
  run: async (stage) => {
    await transaction(stage.database, (tx) => loadShippedEcosystems(tx, stage.now))
  },
})
