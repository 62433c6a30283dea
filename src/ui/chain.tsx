import type { ComponentChildren } from 'preact'
import type { Language } from '../kernel/text.ts'
import { text } from './text.ts'

export type Stage = {
  label: string
  /** What the chain holds here; without it the stage is drawn as missing. */
  value?: string | undefined
  href?: string | undefined
  note?: string | undefined
  /** This page is about this stage. */
  here?: boolean | undefined
}

export type ChainProps = {
  stages: readonly Stage[]
  /** The way to link the missing ones. */
  more?: ComponentChildren
  language: Language
}

/** From actors to results: what is linked is a filled dot, what is not is a dashed one. */
export function Chain({ stages, more, language }: ChainProps) {
  const t = text[language]
  const linked = (stage: Stage | undefined) => stage?.value !== undefined
  const missing = stages.filter((stage) => !linked(stage)).length
  return (
    <>
      <ol class="chain" aria-label={t.chain}>
        {stages.map((stage, i) => {
          const state = [
            !linked(stage) && 'no',
            linked(stage) && !linked(stages[i + 1]) && 'pre',
            stage.here && 'now',
          ]
          return (
            <li
              class={state.filter(Boolean).join(' ') || undefined}
              aria-current={stage.here ? 'step' : undefined}
            >
              {stage.label}
              <b>{stage.href ? <a href={stage.href}>{stage.value}</a> : (stage.value ?? t.noLink)}</b>
              {stage.note ?? (stage.here ? t.thisPage : '')}
            </li>
          )
        })}
      </ol>
      {missing > 0 && (
        <p class="narrow note">
          {t.missingLinks(missing)} {more}
        </p>
      )}
    </>
  )
}
