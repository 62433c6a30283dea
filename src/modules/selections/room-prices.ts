import { decimalOf, type Rational } from '../../engine/portfolio/index.ts'
import { formatDecimal, type Language } from '../../kernel/text.ts'

/** A share as per cent with one decimal: 0.0421 -> "4,2". */
export const formatShareOf = (share: Rational, language: Language): string =>
  formatDecimal(Number(decimalOf({ n: share.n * 100n, d: share.d }, 1)), language, 1)
