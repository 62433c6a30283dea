import { costModels } from '../src/modules/codes/index.ts'
import { type Compared, compareBudget } from '../test/budget/compare.ts'
import { compareHistory } from '../test/budget/histories.ts'

/**
 * Made budgets, with the shipped cost models and models of somebody's own, calculated by the product from amounts as
 * people type them and again with fractions on decimal text; made histories of de minimis aid against a count day by
 * day. `npm run bench -- budget [budgets] [histories] [first seed]`
 */
const budgets = Number(process.argv[2] ?? 10_000)
const histories = Number(process.argv[3] ?? 10_000)
const first = Number(process.argv[4] ?? 1)
const say = (line: string) => process.stdout.write(`${line}\n`)
const count = (n: number) => n.toLocaleString('en-GB')
let differences = 0
const tell = (seed: number, found: readonly string[]) => {
  differences += found.length
  for (const one of found.slice(0, 3)) say(`  seed ${seed}: ${one}`)
}

const began = performance.now()
const compared: Compared[] = []
for (let seed = first; seed < first + budgets; seed++) {
  const one = compareBudget(seed, costModels)
  tell(seed, one.differences)
  compared.push(one)
}
const sum = (of: (one: Compared) => number) => compared.reduce((total, one) => total + of(one), 0)
const models = [...new Set(compared.map((one) => one.model))]
say(
  `${count(budgets)} budgets of ${count(sum((o) => o.partners))} partners, ${count(sum((o) => o.partners * o.lines))} lines and ${count(sum((o) => o.partners * o.lines * o.years))} amounts by year: ${count(sum((o) => o.figures))} figures compared, ${count(differences)} differences, ${((performance.now() - began) / 1000).toFixed(1)} s`,
)
for (const model of models.sort())
  say(`  ${model}: ${count(compared.filter((one) => one.model === model).length)} budgets`)

const wrong = differences
const then = performance.now()
const totals = { aids: 0, ties: 0, asks: 0 }
for (let seed = first; seed < first + histories; seed++) {
  const one = compareHistory(seed)
  tell(seed, one.differences)
  for (const key of ['aids', 'ties', 'asks'] as const) totals[key] += one[key]
}
say(
  `${count(histories)} de minimis histories of ${count(totals.aids)} aids, ${count(totals.ties)} ties and ${count(totals.asks)} undertakings that ask: ${count(differences - wrong)} differences, ${((performance.now() - then) / 1000).toFixed(1)} s`,
)
process.exitCode = differences === 0 ? 0 : 1
