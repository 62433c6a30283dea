import type { CostLine, CostModel, Limit, Measured } from '../../engine/budget/index.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { modelText } from './model-text.ts'
import { eurosIn, nameIn, percentIn } from './saying.ts'

type Lines = Pick<CostModel, 'lines'>

const lineNames = ({ lines }: Lines, of: Measured, language: Language): string =>
  of === 'total'
    ? modelText[language].totalWords
    : of
        .map((code) => nameIn(lines.find((line) => line.code === code)?.name ?? {}, language, code))
        .join(' + ')

/** How a line of a budget comes about: "40 % rivistä Palkkakustannukset; lasketaan itse". */
export function lineSaid(model: Lines, line: CostLine, language: Language): string {
  const t = modelText[language]
  if (line.kind === 'lump') return t.lumpSaid(eurosIn(line.amount, language))
  if (line.kind === 'typed') return line.deducted ? t.revenueSaid : t.typedSaid
  const say = line.of.length === 1 ? t.percentOne : t.percentSaid
  return say(percentIn(line.percent, language), lineNames(model, line.of, language))
}

/** A limit in words: its own name, or one made of what it bounds. */
export function limitSaid(model: Lines, limit: Limit, language: Language): string {
  return limit.name ? nameIn(limit.name, language) : limitInWords(model, limit, language)
}

function limitInWords(model: Lines, limit: Limit, language: Language): string {
  const { limitSaid: say, who } = modelText[language]
  const of = who[limit.each]
  const what = lineNames(model, limit.what, language)
  if ('percent' in limit)
    return say.percent(of, what, percentIn(limit.percent, language), lineNames(model, limit.of, language))
  return 'most' in limit
    ? say.most(of, what, eurosIn(limit.most, language))
    : say.least(of, what, eurosIn(limit.least, language))
}

/** What a limit is called where nobody has named it. */
export const limitName = (model: Lines, limit: Limit) => inEach((l) => limitInWords(model, limit, l))
