import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { perform } from '../../kernel/action.ts'
import type { Stage } from '../../kernel/context.ts'
import { shippedData } from '../../kernel/product.ts'
import { languages } from '../../kernel/text.ts'
import { addShippedStatistics } from './shipped-actions.ts'

/** The list of what ships under data/statistics. */
const shippedList = z.array(
  z.object({
    file: z.string(),
    title: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
    publisher: z.string(),
    licence: z.string(),
    origin: z.enum(['file', 'pxweb', 'eurostat']),
    address: z.url().optional(),
    language: z.enum(languages).optional(),
    fetchedAt: z.iso.date(),
  }),
)

/** Brings in the statistics that ship with the product; what is there already stays as it is. */
export async function shippedStatistics(stage: Stage): Promise<void> {
  const folder = path.join(shippedData, 'statistics')
  const list = shippedList.parse(JSON.parse(await readFile(path.join(folder, 'datasets.json'), 'utf8')))
  for (const { file, ...rest } of list) {
    const { hash } = await stage.files.put(
      createReadStream(path.join(folder, file)),
      Number.POSITIVE_INFINITY,
    )
    await perform(addShippedStatistics, stage, { name: file, hash, ...rest })
  }
}
