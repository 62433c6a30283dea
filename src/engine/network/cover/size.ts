import type { Cents } from '../../budget/index.ts'
import type { Size } from './demand.ts'

/** Figures of one year, with those of partner and linked enterprises added (2003/361/EC, annex, articles 3 and 6). */
export type Figures = {
  /** Annual work units. */
  readonly staff: number
  readonly turnover: Cents
  readonly balance: Cents
  /** 25 per cent or more of it is in public hands: then it is no small or medium-sized enterprise (article 3.4). */
  readonly public: boolean
}

/** Ceilings of 2003/361/EC, annex, article 2: staff below, and turnover or balance sheet at most (cents). */
const ceilings = [
  { size: 'micro', staff: 10, turnover: 200_000_000n, balance: 200_000_000n },
  { size: 'small', staff: 50, turnover: 1_000_000_000n, balance: 1_000_000_000n },
  { size: 'medium', staff: 250, turnover: 5_000_000_000n, balance: 4_300_000_000n },
] as const

/** The class of an enterprise. That a ceiling has to be passed for two years running (article 4.2) is for whoever asks. */
export function sizeOf(figures: Figures): Size {
  if (figures.public) return 'large'
  const fits = ceilings.find(
    ({ staff, turnover, balance }) =>
      figures.staff < staff && (figures.turnover <= turnover || figures.balance <= balance),
  )
  return fits?.size ?? 'large'
}
