import type { Names } from '../../kernel/text.ts'
import { costModels } from '../codes/index.ts'

/** A cost model as a call holds it: copied whole, so that it freezes with the call. */
export type OfferedModel = { code: string; name: Names; [more: string]: unknown }

/** The cost models that may be chosen for a call. */
export const offeredModels: readonly OfferedModel[] = costModels.map((model) => ({ ...model }))

/** What a model that a call has copied is called. */
export const modelName = (model: { code: string; name?: unknown }): Names =>
  typeof model.name === 'object' && model.name !== null ? (model.name as Names) : { fi: model.code }
