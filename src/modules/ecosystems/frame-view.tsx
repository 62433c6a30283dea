import type { Supplied } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { Matrix, Ref, Section } from '../../ui/index.ts'
import type { Dimension, Ecosystem, FrameValue } from './record.ts'
import { type FrameMatrix, listedDimensions, matrixOf, valuesOn } from './rules.ts'
import { text } from './text.ts'
import { nameOf, type View } from './view.ts'

type FrameProps = View & {
  ecosystem: Ecosystem
  today: string
  /** Pages that show the projects of the frame. */
  crossed: NonNullable<Supplied['crossed']>
  /** Number of a source on this page. */
  numberOf: (source: string) => number
}

/**
 * What the ecosystem puts first: priorities crossed with emphases, and every other dimension as a list. Where another
 * page shows the projects in the cells, all dimensions are lists, and the way there stands under them.
 */
export function Frame({ ecosystem, today, crossed, numberOf, ...view }: FrameProps) {
  const { language } = view
  const t = text[language]
  const matrix = crossed.length === 0 ? matrixOf(ecosystem.frame) : undefined
  if (ecosystem.frame.length === 0) return null
  const translated = ecosystem.frame.some((d) => d.values.some((v) => star(v, language)))
  const heads = (d: Dimension) =>
    valuesOn(d, today).map((v) => ({
      key: v.code,
      label: `${v.code} ${nameOf(v.name, language)}${star(v, language)}`,
    }))
  return (
    <Section title={t.frame} class="lists">
      {matrix && (
        <>
          <Matrix
            caption={t.matrixCaption}
            rows={heads(matrix.rows)}
            columns={heads(matrix.columns)}
            cell={() => ({ state: { kind: 'gap', word: t.gap } })}
            language={language}
          />
          <p class="note">
            {t.gapNote} {t.sourceOfFrame}
            {sourcesOf(matrix).map((source) => (
              <Ref n={numberOf(source)} language={language} />
            ))}
          </p>
        </>
      )}
      {(crossed.length > 0 ? ecosystem.frame : listedDimensions(ecosystem.frame)).map((d) => (
        <>
          <h3>{nameOf(d.name, language)}</h3>
          <ol class="ruled">
            {valuesOn(d, today).map((value) => (
              <Value value={value} numberOf={numberOf} {...view} />
            ))}
          </ol>
        </>
      ))}
      {crossed.length > 0 && (
        <p>
          {t.crossed}{' '}
          {crossed.map(({ href, label, note }, i) => (
            <>
              {i > 0 && ', '}
              <a href={href}>{label}</a>
              {note && ` (${note})`}
            </>
          ))}
        </p>
      )}
      {translated && <p class="note">{t.star}</p>}
    </Section>
  )
}

/** Marks a name that is our translation; what the star means stands under the frame. */
const star = (value: FrameValue, language: Language): string =>
  value.unofficial?.includes(language) ? '\u00a0*' : ''

/** The sources of what the matrix crosses, each once. */
const sourcesOf = ({ rows, columns }: FrameMatrix): string[] => [
  ...new Set([...rows.values, ...columns.values].map((value) => value.source)),
]

type ValueProps = View & { value: FrameValue; numberOf: (source: string) => number }

function Value({ value, numberOf, language }: ValueProps) {
  const numbered = /^\d+$/.test(value.code)
  return (
    <li>
      {numbered && <span class="quiet num">{value.code} </span>}
      {nameOf(value.name, language)}
      {star(value, language)}
      <Ref n={numberOf(value.source)} language={language} />
      {value.detail && <span class="sub">{value.detail.map((d) => nameOf(d, language)).join(' · ')}</span>}
    </li>
  )
}
