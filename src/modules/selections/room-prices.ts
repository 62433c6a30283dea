import { formatDecimal, type Language } from '../../kernel/text.ts'

/** A share as per cent with one decimal: 0.0421 -> "4,2". */
export const formatShareOf = (share: number, language: Language): string =>
  formatDecimal(share * 100, language, 1)
