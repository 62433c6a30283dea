import { mergeValues, sameValue } from '../engine/merging/index.ts'
import { read, type Value, write, written } from './draft-fields.ts'
import type { Theirs } from './draft-line.ts'

type Controls = Parameters<typeof read>[0]

/** A field in this window: what stands in it is compared with what it was typed onto. */
export type Field = {
  name: string
  controls: Controls
  /** The text that is typed onto, and the server's version of it. */
  onto: Value
  base: number
  /** Whether `onto` is not what the server has as `base`: then a save tells it. */
  apart: boolean
  /** A newer state that waits until the person has left the field, or until it can be merged. */
  newer: Theirs | undefined
  /** Another's text that clashes with what stands here; the person has been asked. */
  clash: Theirs | undefined
  /** What of a clashing text the server has set aside. */
  aside: Value | undefined
  /** Whether the person has chosen between two texts, and the server is to be told. */
  decided: boolean
}

export const fieldOf = (name: string, controls: Controls, version: number): Field => ({
  name,
  controls,
  onto: written(controls),
  base: version,
  apart: false,
  newer: undefined,
  clash: undefined,
  aside: undefined,
  decided: false,
})

/** Whether something stands here that the server does not have. */
export function isDirty(field: Field): boolean {
  if (field.decided) return true
  const now = read(field.controls)
  return field.clash ? !sameValue(now, field.aside ?? '') : !sameValue(now, field.onto)
}

export const hasFocus = (field: Field): boolean =>
  document.hasFocus() && field.controls.some((control) => control === document.activeElement)

export type Change = { name: string; value: Value; base: number; from?: Value; sent?: Value }

/** The change to be sent, with what the server cannot know of it. */
export function changeOf(field: Field): Change {
  const { name, base, onto } = field
  const change = { name, value: read(field.controls), base: field.clash ? 0 : base }
  return !field.clash && !field.decided && (base === 0 || field.apart) ? { ...change, from: onto } : change
}

export function isSettled(field: Field): void {
  field.clash = undefined
  field.aside = undefined
}

/** The answer to a save: what stands here now is typed onto what was sent, or onto what came of it. */
export function isSaved(field: Field, sent: Value, version: number, value: Value | null, at: string): void {
  isSettled(field)
  field.decided = false
  field.onto = sent
  field.base = version
  field.apart = value !== null && !sameValue(value, sent)
  if (field.newer && field.newer.version > version) return
  field.newer = field.apart ? { name: field.name, value, version, person: '', by: '', at } : undefined
}

/**
 * Takes a newer state of the server in, unless somebody is writing in the field or the same words have changed.
 * Answers whether what stands in the field is another than before.
 */
export function takeIn(field: Field): boolean {
  const { newer } = field
  if (!newer || newer.value === null || field.clash || hasFocus(field)) return false
  if (newer.version < field.base || (newer.version === field.base && !field.apart)) {
    field.newer = undefined
    return false
  }
  const now = read(field.controls)
  const merge = mergeValues(field.onto, now, newer.value)
  if (!merge.clean) return false
  const changes = !sameValue(merge.value, now)
  if (changes) write(field.controls, merge.value)
  field.onto = newer.value
  field.base = newer.version
  field.apart = false
  field.newer = undefined
  return changes
}
