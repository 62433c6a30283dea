import { readFileSync } from 'node:fs'
import { lexemesOfWord, tokens } from '../src/engine/language/index.ts'

type Pair = { form: string; base: string; everyday: boolean }

/** The forms of finnish-pairs.tsv; the 16 everyday ones come first. */
export function readPairs(): Pair[] {
  let everyday = true
  const pairs: Pair[] = []
  for (const line of readFileSync('bench/finnish-pairs.tsv', 'utf8').split('\n')) {
    if (line.startsWith('# titles')) everyday = false
    if (!line || line.startsWith('#')) continue
    const [form, base] = line.split('\t')
    pairs.push({ form: form!, base: base!, everyday })
  }
  return pairs
}

export function measurePairs(say: (line: string) => void): void {
  const pairs = readPairs()
  for (const everyday of [true, false]) {
    const group = pairs.filter((pair) => pair.everyday === everyday)
    const missed = group.filter((pair) => !finds(pair))
    const name = everyday ? 'everyday pairs' : 'pairs from titles'
    say(`${name}: ${group.length - missed.length} of ${group.length} found`)
    for (const { form, base } of missed) say(`  missed: ${base} in ${form}`)
  }
}

function finds({ form, base }: Pair): boolean {
  const have = new Set(
    tokens(form).flatMap(({ word }) => {
      const { stems, parts, runs } = lexemesOfWord(word, 'fi')
      return [...stems, ...parts, ...runs]
    }),
  )
  const { stems, parts } = lexemesOfWord(base, 'fi')
  return stems.some((stem) => have.has(stem)) || (parts.length > 1 && parts.every((part) => have.has(part)))
}
