import type { Language } from '../../../kernel/text.ts'
import { type Day, dayIn } from '../../../kernel/time.ts'
import { plusDays, weekdayOf } from '../../calendar/index.ts'
import type { Call } from '../call.ts'
import { offeredModels } from '../cost-models.ts'
import type { Part } from '../parts.ts'
import { writtenDay } from './reading.ts'

export type Choices = {
  forms: readonly { value: string }[]
  templates: readonly { value: string }[]
}

/** Days until a call opens and for which it is open, where nothing has been said; the office's own hours. */
const [untilOpen, open, opensAt, closesAt] = [14, 42, '9.00', '16.15'] as const

const nextMonday = (from: Day): Day => plusDays(from, (7 - weekdayOf(from)) % 7)

/**
 * What a part that says nothing yet is begun with: the only one there is to choose, the dates that are usual. It stands
 * in the fields to be seen; nothing is settled before the form is saved.
 */
export function suggestedFor(
  part: Part,
  call: Call,
  { forms, templates }: Choices,
  { language, now }: { language: Language; now: Date },
): Record<string, string | string[]> {
  if (call.state !== 'planned') return {}
  const only = (of: Choices['forms']) => (of.length === 1 ? of[0]!.value : undefined)
  switch (part) {
    case 'form': {
      const form = only(forms)
      return form && !call.forms.full && !call.settings.twoSteps ? { full: form } : {}
    }
    case 'assessment': {
      const template = only(templates)
      return template && !call.settings.template ? { template } : {}
    }
    case 'costs': {
      const models = [...offeredModels, ...call.settings.ownModels]
      return models.length === 1 && call.settings.costModels.length === 0
        ? { costModels: [models[0]!.code] }
        : {}
    }
    case 'period': {
      // Counted from when the call was begun, so that what is shown is what is posted, whichever day that is.
      const opens = nextMonday(plusDays(dayIn(call.createdAt), untilOpen))
      if (call.opensAt || call.closesAt || opens <= dayIn(now)) return {}
      return {
        opensDay: writtenDay(opens, language),
        opensClock: opensAt,
        closesDay: writtenDay(plusDays(opens, open), language),
        closesClock: closesAt,
      }
    }
    default:
      return {}
  }
}
