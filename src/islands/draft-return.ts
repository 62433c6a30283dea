import { mergeValues } from '../engine/merging/index.ts'
import { type Change, type Field, hasFocus, isDirty } from './draft-field.ts'
import { labelOf, read, write } from './draft-fields.ts'
import type { DraftKeeper, Left } from './draft-keeper.ts'
import { ask, type Clash, NotTaken, type Saved } from './draft-line.ts'

type Place = {
  keeper: DraftKeeper
  fields: ReadonlyMap<string, Field>
  path: string
  language: string
  keep: (field: Field) => void
  clash: (clash: Clash) => void
  saved: (saved: Saved) => void
  trouble: (why: NotTaken) => void
}

const again = 2_000 // ms between tries to send what a dead window had sent

/** Brings back what windows that are gone have left in this browser; answers the names of the fields that it filled. */
export async function bringBack(place: Place): Promise<string[]> {
  const { keeper, fields, keep } = place
  const back = new Set<string>()
  for (const left of await keeper.left()) {
    while (left.unanswered && !(await sendAgain(place, left, back)))
      await new Promise((r) => setTimeout(r, again))
    for (const [name, kept] of left.fields) {
      const field = fields.get(name)
      if (!field) continue
      const merge = mergeValues(kept.onto, kept.text, read(field.controls))
      // What clashes with what somebody types here now, or with what a later window left, waits for another time.
      if ((!merge.clean && isDirty(field)) || hasFocus(field)) continue
      if (!merge.clean) Object.assign(field, { onto: kept.onto, apart: true })
      write(field.controls, merge.clean ? merge.value : kept.text)
      if (isDirty(field)) back.add(labelOf(field.controls))
      keep(field)
      left.fields.delete(name)
      keeper.forget(left, name)
    }
    keeper.forget(left)
  }
  return [...back]
}

/** Sends again what a dead window had sent; what it had typed after that stands on the answer. */
async function sendAgain(place: Place, left: Left, back: Set<string>): Promise<boolean> {
  const { body } = left.unanswered!
  try {
    const saved = await ask<Saved>(place.path, body, place.language)
    const { fields } = JSON.parse(body) as { fields: Change[] }
    for (const done of saved.fields) {
      const sent = fields.find((c) => c.name === done.name)?.value
      const kept = left.fields.get(done.name)
      if (kept && sent !== undefined) left.fields.set(done.name, { ...kept, onto: sent, base: done.version })
      const field = place.fields.get(done.name)
      if (!field || done.version <= field.base || done.value === null || isDirty(field)) continue
      write(field.controls, done.value)
      Object.assign(field, { onto: done.value, base: done.version })
      back.add(labelOf(field.controls))
    }
    place.saved(saved)
    for (const clash of saved.conflicts) {
      const field = place.fields.get(clash.name)
      if (!field) continue
      // What was typed after that save stands in the field, and is set aside in its place.
      write(field.controls, left.fields.get(clash.name)?.text ?? clash.mine)
      place.clash(clash)
      left.fields.delete(clash.name)
      place.keeper.forget(left, clash.name)
    }
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error
    if (error.trouble !== 'closed' && error.trouble !== 'refused') {
      place.trouble(error)
      return false
    }
  }
  left.unanswered = undefined
  return true
}
