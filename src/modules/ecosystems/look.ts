import { z } from 'zod'
import type { Language } from '../../kernel/text.ts'
import { pick } from '../../kernel/text.ts'
import type { Ecosystem } from './record.ts'

export const contact = z.object({
  name: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
})

/** What an ecosystem's pages carry of its own. */
export const look = z.object({
  colour: z.string().nullable(),
  contact: contact.nullable(),
  logo: z.object({ hash: z.string(), width: z.number(), height: z.number() }).nullable(),
})
export type Look = z.output<typeof look>

/** The ecosystem's own sign and colours for the frame of a page; nothing when it has set neither. */
export function regionOf(e: Pick<Ecosystem, 'key' | 'name'>, { colour, logo }: Look, language: Language) {
  if (!colour && !logo) return undefined
  const home = `/ecosystems/${e.key}`
  return {
    name: pick(e.name, language)?.text ?? e.key,
    href: home,
    ...(logo && { logo: `${home}/logo?v=${logo.hash.slice(0, 12)}` }),
    ...(colour && { stylesheet: `${home}/look.css?v=${colour.slice(1)}` }),
  }
}
