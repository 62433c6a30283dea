import type { ComponentChildren } from 'preact'

/** A sentence with its braces filled: "{projects} projects" with <b>22 821</b>. Words stay words, figures stay marked up. */
export function Phrase({ of, fill }: { of: string; fill: Record<string, ComponentChildren> }) {
  return (
    <>
      {of.split(/(\{\w+\})/).map((part) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1]
        return name === undefined ? part : (fill[name] ?? '')
      })}
    </>
  )
}
