import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { shippedData } from '../../../kernel/product.ts'
import type { Play, Step } from './play.ts'

const names = z.object({ fi: z.string(), sv: z.string(), en: z.string() })
const shipped = z.object({
  ecosystem: z.string(),
  items: z.array(z.looseObject({ kind: z.string(), title: names, text: names })),
})

type Listed = { items: { content: { title: { fi?: string } } }[] }

const agreed = -60 // days from the first start

/** The operating model of a network, invented for practice; each title says so. */
export const operatingSteps: readonly Step[] = [
  {
    name: 'operating model',
    run: async ({ does, at }: Play) => {
      const file = path.join(shippedData, 'demo', 'operating.json')
      const { ecosystem: key, items } = shipped.parse(JSON.parse(await readFile(file, 'utf8')))
      const keeper = 'network-coordinator'
      const there = await does<Listed>(keeper, at(agreed), 'operating.list', { key })
      for (const item of items)
        if (!there.items.some(({ content }) => content.title.fi === item.title.fi))
          await does(keeper, at(agreed), 'operating.save', { key, ...item, share: 'public', reason: '' })
    },
  },
]
