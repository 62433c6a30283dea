import { inEach, type Language } from '../../kernel/text.ts'
import type { LightSetting } from './target-queries.ts'
import { text } from './text.ts'

/** The rule of the traffic light in words: what is compared, then what each light means. */
export function ruleWords(light: LightSetting): Record<Language, string>[] {
  const percent = (part: string) => `${Math.round(Number(part) * 100)}\u00a0%`
  const [green, amber] = [percent(light.green), percent(light.amber)]
  return [
    inEach((l) => text[l].ruleLead),
    inEach((l) => text[l].ruleMet),
    inEach((l) => text[l].ruleGreen(green)),
    inEach((l) => text[l].ruleAmber(amber, green)),
    inEach((l) => text[l].ruleRed(amber)),
  ]
}
