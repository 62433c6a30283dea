import { mergeValues, sameValue, type Value } from '../../engine/merging/index.ts'

/** A field as the server has it. No value: as it was before the draft. */
export type Held = { value: Value | null; version: number }

/** A change that somebody sends: what the field is now, and the version and text that it was typed onto. */
export type Sent = {
  value: Value
  /** The version that the person saw; 0 for what stood in the form before the draft. */
  base: number
  /** The text that was typed onto, where the server cannot know it or it is not that version's. */
  from?: Value | undefined
}

/** Nothing of the same kind: of a text, or of a choice of several. */
export const emptyLike = (value: Value): Value => (typeof value === 'string' ? '' : [])

export type Settled =
  | { how: 'same' }
  | { how: 'typed' | 'merged'; value: Value }
  /** The same words were changed by another: the person decides. */
  | { how: 'aside' }

/**
 * What becomes of a change. It is taken as it is only when nobody has written since the version it was typed onto;
 * else the two are merged; and where they cannot be, nothing is overwritten.
 */
export function settle(held: Held | undefined, sent: Sent, valueAtBase: Value | undefined): Settled {
  if (!held || held.value === null) return { how: 'typed', value: sent.value }
  if (sameValue(held.value, sent.value)) return { how: 'same' }
  if (held.version === sent.base && sent.from === undefined) return { how: 'typed', value: sent.value }
  const base = sent.from ?? valueAtBase
  if (base === undefined) return { how: 'aside' }
  // What came to the browser late is no change of the person's.
  if (sameValue(base, sent.value)) return { how: 'same' }
  const merge = mergeValues(base, sent.value, held.value)
  if (!merge.clean) return { how: 'aside' }
  if (sameValue(merge.value, held.value)) return { how: 'same' }
  return { how: sameValue(merge.value, sent.value) ? 'typed' : 'merged', value: merge.value }
}

/** What others have made of a record since somebody began to change it. */
export type Meanwhile =
  /** Nothing, or the same: what was typed stands. */
  | { is: 'typed' }
  /** Both changes fit together. */
  | { is: 'merged'; value: Value }
  /** The same words were changed: the person is shown both. */
  | { is: 'asked'; record: Value }

/** A field's value typed onto what stood in the record then, beside what stands in it now. */
export function sinceTyped(typed: Value, onto: Value, record: Value): Meanwhile {
  if (sameValue(onto, record) || sameValue(typed, record)) return { is: 'typed' }
  const merge = mergeValues(onto, typed, record)
  return merge.clean ? { is: 'merged', value: merge.value } : { is: 'asked', record }
}

export const limits = {
  fields: 400,
  /** Letters in one field. */
  field: 200_000,
  /** Somebody who has not been heard of for this long has left. */
  presenceMs: 30_000,
  /** A discarded draft can be taken back for this long. */
  discardedDays: 30,
  /** Changes within a minute stay apart for this long. */
  apartDays: 2,
}

/** What one person may add within 24 hours, unless the administrator has set another limit. */
export const dayMegabytes = 500
