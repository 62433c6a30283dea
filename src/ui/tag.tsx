import type { ComponentChildren } from 'preact'

export type Tone = 'plain' | 'on' | 'ok' | 'warm' | 'bad'
export type Sign = 'done' | 'running' | 'stopped' | 'waiting'

const signs = {
  done: <path d="m1.5 5.5 2.5 2.5 4.5-6" />,
  running: <circle cx="5" cy="5" r="3.5" fill="currentColor" stroke="none" />,
  stopped: <path d="M2 2l6 6M8 2L2 8" />,
  waiting: <circle cx="5" cy="5" r="3.5" stroke-dasharray="2 2" />,
}

export type TagProps = { tone?: Tone; sign?: Sign | undefined; children: ComponentChildren }

/** A state, always with its word; never for what is not a state. */
export function Tag({ tone = 'plain', sign, children }: TagProps) {
  return (
    <span class={tone === 'plain' ? 'tag' : `tag ${tone}`}>
      {sign && (
        <svg viewBox="0 0 10 10" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
          {signs[sign]}
        </svg>
      )}
      {children}
    </span>
  )
}
