import agreement from '../../../data/criteria/ecosystem-agreement.json' with { type: 'json' }
import { readTemplate, type Template } from '../../engine/assessment/index.ts'

/** A file that ships with the product is as it should be, or the product does not start. */
function shipped(data: unknown): Template {
  const read = readTemplate(data)
  if ('template' in read) return read.template
  throw new Error(`a shipped template of criteria is wrong at ${read.faults[0]?.at}`)
}

export const shippedKeys = ['ecosystem-agreement'] as const
export type ShippedKey = (typeof shippedKeys)[number]

/** Templates to begin from: the kinds and scales of the programme, worded by us (data/criteria/SOURCE.md). */
export const shippedTemplates: Readonly<Record<ShippedKey, Template>> = {
  'ecosystem-agreement': shipped(agreement),
}
