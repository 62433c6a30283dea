import type { Highs, Model } from 'highs'

/** Choose some of the variables: the greatest sum of gains that keeps every row. All numbers are whole. */
type Program = {
  readonly variables: number
  readonly gains: Float64Array
  readonly rows: readonly { readonly coefficients: Float64Array; readonly bound: number }[]
}

/** Coefficients are brought below this size, by powers of two. */
const widest = 2 ** 20
/** Half a unit, and more than a hundred times what HiGHS may be off, is what a row is widened by. */
export const half = 0.5
export const margin = 1e-4
const tolerance = 1e-7

/** The same question has the same answer on every machine: seeded, and limited by nodes. `unit`: one, as it is scaled. */
export const exactly = (unit: number) => ({
  output_flag: false,
  random_seed: 0,
  mip_rel_gap: 0,
  mip_abs_gap: half * unit,
  mip_feasibility_tolerance: tolerance,
  primal_feasibility_tolerance: tolerance,
  mip_max_nodes: 20_000,
})

/**
 * Integer programs by HiGHS (Huangfu, Hall 2018) in WebAssembly, the same in Node and in a browser's worker. HiGHS
 * reckons in rounded numbers; an answer is a proof nevertheless (DECISIONS/0025). Every row is widened, by half a
 * unit where that is more than a hundred times the tolerance: what keeps the rows in whole numbers keeps the widened
 * ones however they are rounded, so that "none" is safe. What is chosen is added up again in whole numbers, and is
 * the best only if HiGHS' bound is less than a unit away. Else the answer is "open". Limited by nodes, so that it is
 * the same on every machine; and left where `enough` says so. In a browser, `locate` says where `highs.wasm` lies.
 */
export async function loadIntegerPrograms(
  enough: () => boolean = () => false,
  locate?: (file: string) => string,
) {
  const { default: loadHighs } = await import('highs')
  const highs = await loadHighs(locate ? { locateFile: locate } : {})
  return (program: Program): { readonly best: Uint8Array } | 'none' | 'open' => {
    const sum = program.gains.reduce((all, gain) => all + Math.abs(gain), 0)
    const unit = scaleOf(program.gains)
    if (half * unit < margin || !Number.isSafeInteger(sum)) return 'open'
    return highs.withModel(modelOf(highs, program, unit), (model) => {
      model.options.set(exactly(unit))
      model.run({
        [highs.constants.callbackType.mipInterrupt]: (event) => {
          if (enough()) event.interrupt()
        },
      })
      return answerOf(highs, model, program, unit)
    })
  }
}

/** The power of two that brings numbers below `widest`, or 1. */
export function scaleOf(numbers: Iterable<number>): number {
  let most = 0
  for (const n of numbers) most = Math.max(most, Math.abs(n))
  return most <= widest ? 1 : 2 ** -Math.ceil(Math.log2(most / widest))
}

function modelOf(highs: Highs, { variables, gains, rows }: Program, unit: number) {
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const bounds: number[] = []
  for (const { coefficients, bound } of rows) {
    const scale = scaleOf(coefficients)
    for (let v = 0; v < variables; v++) {
      if (coefficients[v] === 0) continue
      indices.push(v)
      values.push(coefficients[v]! * scale)
    }
    starts.push(indices.length)
    bounds.push(bound * scale + Math.max(half * scale, margin))
  }
  const { objectiveSense, variableType } = highs.constants
  return {
    numCols: variables,
    numRows: rows.length,
    sense: objectiveSense.maximize,
    colCost: gains.map((gain) => gain * unit),
    colLower: new Float64Array(variables),
    colUpper: new Float64Array(variables).fill(1),
    rowLower: new Float64Array(rows.length).fill(-highs.infinity),
    rowUpper: Float64Array.from(bounds),
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

function answerOf(highs: Highs, model: Model, { gains, rows, variables }: Program, unit: number) {
  const status = model.getModelStatus()
  if (status === highs.constants.modelStatus.infeasible) return 'none'
  if (status !== highs.constants.modelStatus.optimal) return 'open'
  const { colValue } = model.getSolution()
  const best = Uint8Array.from({ length: variables }, (_, v) => (colValue[v]! > half ? 1 : 0))
  const sumOf = (of: Float64Array) => of.reduce((sum, n, v) => sum + n * best[v]!, 0)
  if (rows.some(({ coefficients, bound }) => sumOf(coefficients) > bound)) return 'open'
  const bound = Number(model.info.get('mip_dual_bound'))
  return bound <= (sumOf(gains) + half) * unit + margin ? { best } : 'open'
}
