import { hundredths } from './decimal.ts'
import { criterionGroups, type Template } from './template.ts'
import type { Texts } from './texts.ts'

/** What is wrong with a template: where (as "scored.2.weight") and why; the caller has the words. */
export type TemplateFault = { at: string; why: TemplateFaultCode }
export type TemplateFaultCode =
  | 'not-an-object'
  | 'format'
  | 'not-a-list'
  | 'unknown'
  | 'key'
  | 'key-twice'
  | 'text'
  | 'group'
  | 'scale'
  | 'weight'
  | 'least'
  | 'percent'
  | 'flag'
  | 'number'
  | 'nothing-to-judge'

type Data = Readonly<Record<string, unknown>>

const keyPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const most = { criteria: 60, points: 100 }

/** Data from outside as a template, or everything that is wrong with it. */
export function readTemplate(data: unknown): { template: Template } | { faults: readonly TemplateFault[] } {
  const faults: TemplateFault[] = []
  const wrong = (at: string, why: TemplateFaultCode) => void faults.push({ at, why })
  if (!isData(data)) return { faults: [{ at: '', why: 'not-an-object' }] }
  const known = ['format', 'name', 'general', 'scored', 'thresholds', 'reasonAlways', 'discussFrom']
  for (const key of Object.keys(data)) if (!known.includes(key)) wrong(key, 'unknown')
  if (data.format !== 'talkoot-criteria/1') wrong('format', 'format')
  if (!isTexts(data.name)) wrong('name', 'text')
  if (typeof data.reasonAlways !== 'boolean') wrong('reasonAlways', 'flag')
  if (!isWhole(data.discussFrom, 1, most.points)) wrong('discussFrom', 'number')
  const keys = new Set<string>()
  const general = listAt(data.general, 'general', wrong)
  const scored = listAt(data.scored, 'scored', wrong)
  for (const [n, item] of general.entries()) checkCriterion(item, `general.${n}`, ['source'], keys, wrong)
  for (const [n, item] of scored.entries()) {
    const at = `scored.${n}`
    checkCriterion(item, at, ['group', 'scale', 'weight', 'least'], keys, wrong)
    if (isData(item)) checkScored(item, at, wrong)
  }
  if (general.length + scored.length === 0) wrong('scored', 'nothing-to-judge')
  checkThresholds(data.thresholds, wrong)
  if (faults.length > 0) return { faults }
  // Everything that the type says has been looked at above.
  return { template: data as unknown as Template }
}

type Wrong = (at: string, why: TemplateFaultCode) => void

function checkCriterion(item: unknown, at: string, more: readonly string[], keys: Set<string>, wrong: Wrong) {
  if (!isData(item)) return wrong(at, 'not-an-object')
  const known = ['key', 'label', 'guide', ...more]
  for (const key of Object.keys(item)) if (!known.includes(key)) wrong(`${at}.${key}`, 'unknown')
  if (typeof item.key !== 'string' || !keyPattern.test(item.key)) wrong(`${at}.key`, 'key')
  else if (keys.has(item.key)) wrong(`${at}.key`, 'key-twice')
  else keys.add(item.key)
  if (!isTexts(item.label)) wrong(`${at}.label`, 'text')
  if (item.guide !== undefined && !isTexts(item.guide)) wrong(`${at}.guide`, 'text')
  if (item.source !== undefined && typeof item.source !== 'string') wrong(`${at}.source`, 'text')
}

function checkScored(item: Data, at: string, wrong: Wrong) {
  if (!criterionGroups.some((group) => group === item.group)) wrong(`${at}.group`, 'group')
  const { scale } = item
  const isScale =
    isData(scale) &&
    isWhole(scale.least, 0, most.points) &&
    isWhole(scale.most, Number(scale.least) + 1, most.points)
  if (!isScale) wrong(`${at}.scale`, 'scale')
  else if (scale.words !== undefined && !areWords(scale.words, Number(scale.least), Number(scale.most)))
    wrong(`${at}.scale.words`, 'scale')
  const weight = typeof item.weight === 'string' ? hundredths(item.weight) : undefined
  if (weight === undefined || weight === 0n) wrong(`${at}.weight`, 'weight')
  if (item.least !== undefined) {
    const inside = isScale && isWhole(item.least, Number(scale.least), Number(scale.most))
    if (!inside) wrong(`${at}.least`, 'least')
  }
}

function checkThresholds(thresholds: unknown, wrong: Wrong) {
  if (!isData(thresholds)) return wrong('thresholds', 'not-an-object')
  for (const key of Object.keys(thresholds))
    if (key !== 'total' && key !== 'groups') wrong(`thresholds.${key}`, 'unknown')
  if (thresholds.total !== undefined && !isPercent(thresholds.total)) wrong('thresholds.total', 'percent')
  if (thresholds.groups === undefined) return
  if (!isData(thresholds.groups)) return wrong('thresholds.groups', 'not-an-object')
  for (const [group, percent] of Object.entries(thresholds.groups)) {
    if (!criterionGroups.some((known) => known === group)) wrong(`thresholds.groups.${group}`, 'group')
    else if (!isPercent(percent)) wrong(`thresholds.groups.${group}`, 'percent')
  }
}

function listAt(value: unknown, at: string, wrong: Wrong): readonly unknown[] {
  if (Array.isArray(value) && value.length <= most.criteria) return value
  wrong(at, 'not-a-list')
  return []
}

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isTexts = (value: unknown): value is Texts =>
  isData(value) &&
  Object.entries(value).every(
    ([key, text]) => ['fi', 'sv', 'en'].includes(key) && typeof text === 'string',
  ) &&
  Object.values(value).some((text) => text !== '')

const areWords = (words: unknown, least: number, top: number): boolean =>
  isData(words) &&
  Object.entries(words).every(([points, said]) => isWhole(Number(points), least, top) && isTexts(said))

const isWhole = (value: unknown, least: number, top: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= top

const isPercent = (value: unknown): boolean => {
  const percent = typeof value === 'string' ? hundredths(value) : undefined
  return percent !== undefined && percent <= 10_000n
}
