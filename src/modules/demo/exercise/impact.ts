import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { shippedData } from '../../../kernel/product.ts'
import type { Play, Step } from './play.ts'

const names = z.object({ fi: z.string(), sv: z.string(), en: z.string() })
const others = z.array(z.string()).default([])
const shipped = z.object({
  ecosystem: z.string(),
  // Each thing stands after those that it names.
  items: z.array(
    z.looseObject({ id: z.string(), kind: z.string(), title: names, text: names, to: others, about: others }),
  ),
})

type Listed = { items: { entry: string; content: { title: { fi?: string } } }[] }

const claimed = -30 // days from the first start

/** The impact chain of a network, invented for practice; each title says so. */
export const impactSteps: readonly Step[] = [
  {
    name: 'impact chain',
    run: async ({ does, at }: Play) => {
      const file = path.join(shippedData, 'demo', 'impact.json')
      const { ecosystem: key, items } = shipped.parse(JSON.parse(await readFile(file, 'utf8')))
      const keeper = 'network-coordinator'
      const there = await does<Listed>(keeper, at(claimed), 'impact.chain', { key })
      const entries = new Map<string, string>()
      for (const { id, to, about, ...item } of items) {
        const before = there.items.find(({ content }) => content.title.fi === item.title.fi)
        const said = {
          key,
          ...item,
          contributes: to.flatMap((one) => entries.get(one) ?? []),
          claims: about.flatMap((one) => entries.get(one) ?? []),
          share: 'public',
        }
        const { entry } = before ?? (await does<{ entry: string }>(keeper, at(claimed), 'impact.save', said))
        entries.set(id, entry)
      }
    },
  },
]
