import { missingTexts } from '../../engine/form/index.ts'
import type { Read } from '../../kernel/db.ts'
import { type Language, languages, pick } from '../../kernel/text.ts'
import { settledTemplate, settledTemplates } from '../criteria/index.ts'
import { listedForms, settledForm } from '../forms/index.ts'
import type { FormVersion, Plan } from './call.ts'
import type { Beyond } from './lacks.ts'

const keyOf = ({ id, version }: FormVersion): string => `${id}/${version}`

/** What other modules know of the forms and the criteria that the plan names, read before the pure rules look at it. */
export async function beyondOf(db: Read, plan: Plan): Promise<Beyond> {
  const lacking = new Map<string, readonly Language[]>()
  for (const form of Object.values(plan.forms)) {
    const settled = await settledForm(db, form.id, form.version)
    if (!settled) continue
    const missing = new Set(missingTexts(settled, languages).map((m) => m.language))
    lacking.set(keyOf(form), [...missing])
  }
  const { template } = plan.settings
  const judged = template !== null && (await settledTemplate(db, template)) !== undefined
  return { formLacks: (form) => lacking.get(keyOf(form)), templateSettled: () => judged }
}

/** Settled forms that a call of the ecosystem may use, as they are chosen: "form/version". */
export async function formChoices(
  db: Read,
  ecosystem: string,
  language: Language,
): Promise<{ value: string; label: string }[]> {
  const forms = await listedForms(db, [ecosystem], false)
  return forms.flatMap(({ id, name, settled }) =>
    settled === null
      ? []
      : [
          {
            value: keyOf({ id, version: settled }),
            label: `${pick(name, language)?.text ?? id} (${settled})`,
          },
        ],
  )
}

/** Settled templates of criteria that a call of the ecosystem may use, as they are chosen: "template/version". */
export const templateChoices = async (
  db: Read,
  ecosystem: string,
  language: Language,
): Promise<{ value: string; label: string }[]> =>
  (await settledTemplates(db, ecosystem)).map(({ id, version, name }) => ({
    value: keyOf({ id, version }),
    label: `${pick(name, language)?.text ?? id} (${version})`,
  }))
