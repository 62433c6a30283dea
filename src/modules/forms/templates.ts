import agreement from '../../../data/forms/ecosystem-agreement.json' with { type: 'json' }
import idea from '../../../data/forms/idea.json' with { type: 'json' }
import programme2014 from '../../../data/forms/programme-2014-2020.json' with { type: 'json' }
import type { Form } from '../../engine/form/index.ts'
import { formFrom } from './rules.ts'

export const templateKeys = ['idea', 'ecosystem-agreement', 'programme-2014-2020'] as const
export type TemplateKey = (typeof templateKeys)[number]

/** Forms that ship with the product, to begin from. */
export const templates: Readonly<Record<TemplateKey, Form>> = {
  idea: formFrom(idea),
  'ecosystem-agreement': formFrom(agreement),
  'programme-2014-2020': formFrom(programme2014),
}
