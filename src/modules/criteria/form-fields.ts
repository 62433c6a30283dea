import {
  criterionGroups,
  type GeneralCriterion,
  type ScoredCriterion,
  type Template,
  usualScales,
} from '../../engine/assessment/index.ts'

type Read = { text: (name: string) => string; list: (name: string) => readonly string[] }
type Criterion = GeneralCriterion | ScoredCriterion
const languages = ['fi', 'sv', 'en'] as const

const textFields = (name: string, texts: Criterion['guide']) =>
  Object.fromEntries(languages.map((l) => [`${name}.${l}`, texts?.[l] ?? '']))
const textsOf = (name: string, { text }: Read) =>
  Object.fromEntries(languages.map((l) => [l, text(`${name}.${l}`)]).filter(([, said]) => said !== ''))

export const generalFields = (c?: GeneralCriterion): Record<string, string> => ({
  key: c?.key ?? '',
  ...textFields('label', c?.label),
  ...textFields('guide', c?.guide),
  source: c?.source ?? '',
})

const mostWorded = 11

/** The points that the editor asks words for: those of the scale as it stands, of a long one the first. */
export const wordedPoints = (c?: ScoredCriterion): number[] => {
  const { least, most } = c?.scale ?? { least: 0, most: 5 }
  return Array.from({ length: Math.min(mostWorded, Math.max(0, most - least + 1)) }, (_, i) => least + i)
}

export const scoredFields = (c?: ScoredCriterion): Record<string, string> => ({
  key: c?.key ?? '',
  group: c?.group ?? 'content',
  ...textFields('label', c?.label),
  ...textFields('guide', c?.guide),
  scaleLeast: String(c?.scale.least ?? ''),
  scaleMost: String(c?.scale.most ?? ''),
  weight: c?.weight.replace('.', ',') ?? '1',
  least: String(c?.least ?? ''),
  ...Object.assign({}, ...wordedPoints(c).map((n) => textFields(`words.${n}`, c?.scale.words?.[n]))),
})

const decimal = (typed: string) => typed.replace(',', '.').replace('%', '').trim()
const guideIn = (sent: Read) => {
  const guide = textsOf('guide', sent)
  return Object.keys(guide).length > 0 ? { guide } : {}
}

export const generalOf = (sent: Read): GeneralCriterion => ({
  key: sent.text('key'),
  label: textsOf('label', sent),
  ...guideIn(sent),
  ...(sent.text('source') && { source: sent.text('source') }),
})

/** A scale that is left open is the usual one of the group; words stay with the points that are on it still. */
export function scoredOf(sent: Read, before?: ScoredCriterion): ScoredCriterion {
  const group = criterionGroups.find((g) => g === sent.text('group')) ?? 'content'
  const usual = group === 'own' ? undefined : usualScales[group]
  const number = (name: string, otherwise: number) =>
    sent.text(name) === '' ? otherwise : Number(sent.text(name))
  const least = number('scaleLeast', usual?.least ?? 0)
  const most = number('scaleMost', usual?.most ?? 5)
  const asked = wordedPoints(before)
  const kept = Object.entries(before?.scale.words ?? {}).filter(([points]) => !asked.includes(Number(points)))
  const words = [...asked.map((n) => [String(n), textsOf(`words.${n}`, sent)] as const), ...kept].filter(
    ([points, said]) => Number(points) >= least && Number(points) <= most && Object.keys(said).length > 0,
  )
  return {
    key: sent.text('key'),
    group,
    label: textsOf('label', sent),
    ...guideIn(sent),
    scale: { least, most, ...(words.length > 0 && { words: Object.fromEntries(words) }) },
    weight: decimal(sent.text('weight')),
    ...(sent.text('least') !== '' && { least: Number(sent.text('least')) }),
  }
}

export const settingFields = (t: Template): Record<string, string | readonly string[]> => ({
  ...textFields('name', t.name),
  total: t.thresholds.total?.replace('.', ',') ?? '',
  ...Object.fromEntries(
    criterionGroups.map((g) => [`total.${g}`, t.thresholds.groups?.[g]?.replace('.', ',') ?? '']),
  ),
  reasonAlways: t.reasonAlways ? ['1'] : [],
  discussFrom: String(t.discussFrom),
})

export function settingsOf(sent: Read) {
  const groups = Object.fromEntries(
    criterionGroups.map((g) => [g, decimal(sent.text(`total.${g}`))]).filter(([, said]) => said !== ''),
  )
  const total = decimal(sent.text('total'))
  return {
    do: 'settings' as const,
    name: textsOf('name', sent),
    thresholds: { ...(total && { total }), ...(Object.keys(groups).length > 0 && { groups }) },
    reasonAlways: sent.list('reasonAlways').length > 0,
    discussFrom: Number(sent.text('discussFrom')),
  }
}
