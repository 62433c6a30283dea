import type { Answers, Form } from '../../engine/form/index.ts'
import type { Read } from '../../kernel/db.ts'
import { callById } from '../calls/index.ts'
import { knownOf } from './known-queries.ts'
import { countMoney, type Money } from './money-count.ts'
import { idsIn } from './money-known.ts'
import { type Terms, termsOf } from './money-terms.ts'

/** The money of a version that was sent, as it is counted by the call's terms at the moment of sending. */
export async function moneyOf(
  db: Read,
  call: { id: string },
  form: Form,
  { answers, at }: { answers: Answers; at: Date },
): Promise<{ money: Money; terms: Terms }> {
  const terms = termsOf((await callById(db, call.id))!.settings, at)
  const known = await knownOf(db, idsIn(form, answers), terms.day)
  return { terms, money: countMoney(form, answers, terms, known) }
}
