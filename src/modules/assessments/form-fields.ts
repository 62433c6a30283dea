import type { Sheet, Template } from '../../engine/assessment/index.ts'
import type { Seen } from './looking.ts'

type Read = { text: (name: string) => string }

/** The fields of a sheet, filled with what it holds. */
export const sheetFields = (
  { scored }: Pick<Template, 'scored'>,
  sheet: Sheet | null,
): Record<string, string> =>
  Object.fromEntries(
    scored.flatMap(({ key }) => [
      [`score.${key}`, String(sheet?.[key]?.score ?? '')],
      [`reason.${key}`, sheet?.[key]?.reason ?? ''],
    ]),
  )

/** What was filled in, as a sheet; what is no whole number is no score. */
export const sheetOf = ({ scored }: Pick<Template, 'scored'>, { text }: Read): Sheet =>
  Object.fromEntries(
    scored.map(({ key }) => {
      const typed = text(`score.${key}`)
      return [key, { score: /^\d{1,3}$/.test(typed) ? Number(typed) : null, reason: text(`reason.${key}`) }]
    }),
  )

/** The joint sheet begins from what was agreed before, else from what all gave alike. */
export function jointFields({
  template,
  consensus,
  spreads,
  summary,
}: Pick<Seen, 'template' | 'consensus' | 'spreads' | 'summary'>): Record<string, string> {
  if (!template) return {}
  const agreed: Sheet = Object.fromEntries(
    (spreads ?? []).flatMap(({ criterion, agreed: score }) =>
      score === undefined ? [] : [[criterion, { score, reason: '' }]],
    ),
  )
  return { ...sheetFields(template, consensus ?? agreed), summary: summary ?? '' }
}

export const checkFields = ({ template, findings }: Pick<Seen, 'template' | 'findings'>) =>
  Object.fromEntries(
    (template?.general ?? []).flatMap(({ key }) => {
      const found = findings.find((f) => f.criterion === key)
      return [
        [`result.${key}`, found?.result ?? ''],
        [`ground.${key}`, found?.ground ?? ''],
      ]
    }),
  )

/** The criteria that were answered; those left open are checked another time. */
export const findingsOf = ({ general }: Pick<Template, 'general'>, { text }: Read) =>
  general.flatMap(({ key }) => {
    const result = text(`result.${key}`)
    return result === 'pass' || result === 'fail'
      ? [{ criterion: key, result, ground: text(`ground.${key}`) } as const]
      : []
  })
