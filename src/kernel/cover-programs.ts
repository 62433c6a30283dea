import type { Highs, Model } from 'highs'
import { exactly, half, margin, scaleOf } from './integer-programs.ts'

/** Choose some of the variables: the least sum of costs that keeps every row. All numbers are whole. */
type Program = {
  readonly variables: number
  readonly costs: Float64Array
  readonly rows: readonly Row[]
  /** What is known to keep the rows, of the first variables: the search begins there. */
  readonly start?: Float64Array
}

/** The sum of coefficients (one each, where none are given) of what is chosen of these places is within the bounds. */
type Row = {
  readonly places: readonly number[]
  readonly coefficients?: readonly number[]
  readonly least?: number
  readonly most?: number
}

type Answer =
  | { readonly best: Uint8Array }
  | { readonly stopped: Uint8Array | undefined; readonly least: number }
  | 'none'

/** A row of ones is widened by this: HiGHS would have to be off by its tolerance at ten thousand of them. */
const marginOfOnes = 1e-3

/**
 * Covering programs by HiGHS: few ones in each row, and a least sum. Proved as `integer-programs.ts` proves: rows are
 * widened, so that "none" is safe; what is chosen is added up again in whole numbers; and it is the best only if
 * HiGHS' bound is less than a unit away. Else it is stopped: what was found, and the cost below which there is nothing.
 */
export async function loadCoverPrograms(
  enough: () => boolean = () => false,
  locate?: (file: string) => string,
) {
  const { default: loadHighs } = await import('highs')
  const highs = await loadHighs(locate ? { locateFile: locate } : {})
  return (program: Program): Answer => {
    const unit = scaleOf(program.costs)
    const sum = program.costs.reduce((all, cost) => all + Math.abs(cost), 0)
    if (half * unit < margin || !Number.isSafeInteger(sum) || program.rows.some(isTooLarge))
      return { stopped: undefined, least: Number.NEGATIVE_INFINITY }
    return highs.withModel(modelOf(highs, program, unit), (model) => {
      model.options.set(exactly(unit))
      const { start } = program
      if (start) model.setSolution({ indices: Int32Array.from(start.keys()), values: start })
      model.run({
        [highs.constants.callbackType.mipInterrupt]: (event) => {
          if (enough()) event.interrupt()
        },
      })
      return answerOf(highs, model, program, unit)
    })
  }
}

const coefficientAt = ({ coefficients }: Row, place: number): number => coefficients?.[place] ?? 1

const isTooLarge = ({ coefficients = [], least = 0, most = 0 }: Row): boolean =>
  !Number.isSafeInteger(coefficients.reduce((all, n) => all + Math.abs(n), 0)) ||
  !Number.isSafeInteger(least) ||
  !Number.isSafeInteger(most)

function modelOf(highs: Highs, { variables, costs, rows }: Program, unit: number) {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const lower: number[] = []
  const upper: number[] = []
  for (const row of rows) {
    const scale = scaleOf(row.coefficients ?? [])
    const isOfOnes = row.coefficients?.every((n) => Math.abs(n) <= 1) ?? true
    const slack = isOfOnes ? marginOfOnes : Math.max(half * scale, margin)
    for (const [at, place] of row.places.entries()) {
      indices.push(place)
      values.push(coefficientAt(row, at) * scale)
    }
    starts.push(indices.length)
    lower.push(row.least === undefined ? -highs.infinity : row.least * scale - slack)
    upper.push(row.most === undefined ? highs.infinity : row.most * scale + slack)
  }
  const { objectiveSense, variableType } = highs.constants
  return {
    numCols: variables,
    numRows: rows.length,
    sense: objectiveSense.minimize,
    colCost: costs.map((cost) => cost * unit),
    colLower: new Float64Array(variables),
    colUpper: new Float64Array(variables).fill(1),
    rowLower: Float64Array.from(lower),
    rowUpper: Float64Array.from(upper),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: variables,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    integrality: new Int32Array(variables).fill(variableType.integer),
  }
}

function answerOf(highs: Highs, model: Model, { variables, costs, rows }: Program, unit: number): Answer {
  const { modelStatus } = highs.constants
  const status = model.getModelStatus()
  if (status === modelStatus.infeasible) return 'none'
  const bound = Number(model.info.get('mip_dual_bound')) / unit
  // Costs are whole: what is above a whole number is at least the next.
  const least = Number.isFinite(bound) ? Math.ceil(bound - half) : Number.NEGATIVE_INFINITY
  const { colValue } = model.getSolution()
  const found = Uint8Array.from({ length: variables }, (_, v) => ((colValue[v] ?? 0) > half ? 1 : 0))
  const keeps = rows.every((row) => {
    const sum = row.places.reduce((all, place, at) => all + coefficientAt(row, at) * found[place]!, 0)
    return sum >= (row.least ?? sum) && sum <= (row.most ?? sum)
  })
  if (!keeps) return { stopped: undefined, least }
  const cost = costs.reduce((all, one, v) => all + one * found[v]!, 0)
  const isBest = status === modelStatus.optimal && bound >= cost - half - margin / unit
  return isBest ? { best: found } : { stopped: found, least }
}
