import type { Category, Dimension } from '../../engine/statistics/index.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { unitText } from './category-names.ts'
import type { View } from './view.ts'

export const nameOf = ({ name, code }: Category, language: Language): string =>
  pick(name, language)?.text ?? code

export const dimensionName = ({ name, id }: Dimension, language: Language): string =>
  pick(name, language)?.text ?? id

/** The unit and decimals of a figure: of whichever of its categories has them. */
export function measureOf(view: View, row?: Category): { unit?: string; decimals?: number } {
  const chosen = view.fixed.map(({ dimension, code }) => dimension.categories.find((c) => c.code === code)!)
  const found = [...(row ? [row] : []), ...chosen].find(
    (c) => c.unit !== undefined || c.decimals !== undefined,
  )
  return {
    ...(found?.unit !== undefined && { unit: found.unit }),
    ...(found?.decimals !== undefined && { decimals: found.decimals }),
  }
}

/** The unit in words: the source's own, or the chosen category of a dimension of units. */
export function unitOf(view: View, language: Language): string | undefined {
  const own = measureOf(view).unit
  if (own) return unitText(own, language)
  const unit = view.fixed.find(({ dimension }) => /^unit$/i.test(dimension.id))
  const category = unit?.dimension.categories.find((c) => c.code === unit.code)
  return category && nameOf(category, language)
}
