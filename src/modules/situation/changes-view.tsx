import { pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { type Column, Section, Table } from '../../ui/index.ts'
import { changeOf, type Difference } from './rules.ts'
import { text } from './text.ts'
import type { View } from './tile-view.tsx'
import { figurePath, inText } from './writing.ts'

const fewest = 12

/** What is not as it was, figure by figure; the first ones until all are asked for. */
export function ChangesView({
  view,
  since,
  whole,
}: {
  view: View
  since: { at: Date; changed: readonly Difference[] }
  whole: boolean
}) {
  const { content, language, link, key } = view
  const t = text[language]
  const day = formatDay(dayIn(since.at), language)
  const known = since.changed.filter(({ figure }) => content.figures[figure])
  if (known.length === 0)
    return (
      <Section title={t.since(day)} id="changes">
        <p class="note">{t.sinceNothing(day)}</p>
      </Section>
    )
  const figure = (id: string) => content.figures[id]!
  const exact = (id: string, value: string | null) =>
    value === null ? '–' : inText(value, figure(id), language, 'exact')
  const tileOf = (id: string) => content.tiles.find((tile) => id.startsWith(`${tile.id}.`))
  const columns: Column<Difference>[] = [
    {
      label: t.figure,
      heading: true,
      phone: 'wide',
      cell: ({ figure: id }) => (
        <>
          <a href={link(figurePath(key, id))}>{pick(figure(id).label, language)?.text ?? id}</a>
          <span class="sub">{pick(tileOf(id)?.title ?? {}, language)?.text}</span>
        </>
      ),
    },
    { label: t.before, numeric: true, phone: 'line', cell: (d) => exact(d.figure, d.before) },
    { label: t.after, numeric: true, phone: 'line', cell: (d) => exact(d.figure, d.after) },
    {
      label: t.difference,
      numeric: true,
      phone: 'line',
      cell: ({ figure: id, before, after }) => {
        if (before === null) return t.came
        if (after === null) return t.went
        const change = changeOf(before, after)
        return (
          change && `${change.startsWith('-') ? '' : '+'}${inText(change, figure(id), language, 'exact')}`
        )
      },
    },
  ]
  return (
    <Section title={t.since(day)} id="changes">
      <Table
        caption={t.since(day)}
        rows={whole ? known : known.slice(0, fewest)}
        columns={columns}
        density="tight"
        language={language}
      />
      {!whole && known.length > fewest && (
        <p>
          <a href={`${link(`/situation/${key}`)}?changes=all#changes`}>{t.moreShow}</a>{' '}
          <span class="quiet">{t.more(String(known.length - fewest))}</span>
        </p>
      )}
    </Section>
  )
}
