import type { Name, NameForm } from './names.ts'
import { bitsOf, type Frequencies } from './weights.ts'

/** Lists of numbers by a key; a key with one number stores it bare, as most do. */
export type Lists<Key> = Map<Key, number | number[]>

const push = <Key>(lists: Lists<Key>, key: Key, value: number): void => {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, value)
  else if (typeof list === 'number') {
    if (list !== value) lists.set(key, [list, value])
  } else if (list[list.length - 1] !== value) list.push(value)
}

const each = (list: number | number[] | undefined, visit: (value: number) => void): void => {
  if (list === undefined) return
  if (typeof list === 'number') visit(list)
  else for (const value of list) visit(value)
}

const sizeOf = (list: number | number[] | undefined): number =>
  list === undefined ? 0 : typeof list === 'number' ? 1 : list.length

/** FNV-1a over the word without the letter at `left` (-1: whole). */
const hashWithout = (word: string, left: number): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++)
    if (i !== left) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash
}

/** Words shorter than this are not looked up with an edit in them. */
const shortestForEdits = 6

/** A word in more names than this does not call for a comparison by itself. */
const widest = 60
/** ... unless it is the rarest that the name has. */
const widestAlone = 250

/**
 * An index of name forms that answers: which forms are worth comparing with this name? Forms that share the whole
 * spelling, the core or the meaning; forms that share a rare word; forms with a word one edit from a rare one.
 */
export type NameIndex = {
  forms: NameForm[]
  /** The record that a form belongs to. */
  owners: number[]
  frequencies: Frequencies
  add: (record: number, name: readonly Name[]) => void
  /** Numbers of forms worth comparing with the form, with the bits shared by the words that led there. */
  candidates: (form: NameForm, parent?: string) => Map<number, number>
}

export function createNameIndex(): NameIndex {
  const forms: NameForm[] = []
  const owners: number[] = []
  const counts = new Map<string, number>()
  const whole: Lists<string> = new Map()
  const byWord: Lists<string> = new Map()
  const near: Lists<number> = new Map()
  const vocabulary: string[] = []
  const weights: number[] = []
  let weighedAt = 0
  const frequencies = { total: 0, count: (key: string): number => counts.get(key) ?? 0 }

  function add(record: number, names: readonly Name[]): void {
    frequencies.total++
    const seen = new Set<string>()
    for (const name of names) {
      for (const form of name.forms) {
        const number = forms.push(form) - 1
        owners.push(record)
        push(whole, form.compact, number)
        if (form.core !== form.compact) push(whole, form.core, number)
        push(whole, form.meaning, number)
        for (const word of form.words) {
          push(byWord, word.key, number)
          if (seen.has(word.key)) continue
          seen.add(word.key)
          const count = counts.get(word.key)
          counts.set(word.key, (count ?? 0) + 1)
          if (count === undefined && word.kind === 'word' && word.key.length >= shortestForEdits)
            addToVocabulary(word.key)
        }
      }
      if (name.parent) push(whole, name.parent, forms.length - name.forms.length)
    }
  }

  function addToVocabulary(word: string): void {
    const number = vocabulary.push(word) - 1
    for (let i = -1; i < word.length; i++) push(near, hashWithout(word, i), number)
  }

  const weightOf = (number: number): number => {
    if (frequencies.total > weighedAt * 1.1) {
      weights.length = 0
      weighedAt = frequencies.total
    }
    let weight = weights[number]
    if (weight === undefined) {
      weight = 0
      for (const word of forms[number]!.words) weight += bitsOf(word, frequencies)
      weights[number] = weight
    }
    return weight
  }

  function candidates(form: NameForm, parent?: string): Map<number, number> {
    const found = new Map<number, number>()
    const words = form.words
      .map((word) => ({ word, bits: bitsOf(word, frequencies), size: sizeOf(byWord.get(word.key)) }))
      .sort((a, b) => a.size - b.size || (a.word.key < b.word.key ? -1 : 1))
    const total = words.reduce((sum, { bits }) => sum + bits, 0)
    let used = 0
    const visit = (key: string, bits: number): void =>
      each(byWord.get(key), (number) => {
        found.set(number, (found.get(number) ?? 0) + bits)
      })
    for (const { word, bits, size } of words) {
      if (used >= 4 || size > (used === 0 ? widestAlone : widest)) break
      if (size > 0) {
        visit(word.key, bits)
        used++
      }
      if (size > 4 || word.kind !== 'word' || word.key.length < shortestForEdits) continue
      const tried = new Set<number>()
      for (let i = -1; i < word.key.length; i++)
        each(near.get(hashWithout(word.key, i)), (number) => tried.add(number))
      for (const number of tried) if (vocabulary[number] !== word.key) visit(vocabulary[number]!, bits - 5)
    }
    for (const [number, bits] of found)
      if (bits < 0.4 * Math.min(total, weightOf(number))) found.delete(number)
    for (const key of [form.compact, form.core, form.meaning, parent]) {
      if (key) each(whole.get(key), (number) => found.set(number, total))
    }
    return found
  }

  return { forms, owners, frequencies, add, candidates }
}
