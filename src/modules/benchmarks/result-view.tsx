import type { BenchmarkResult, Peer } from '../../engine/benchmark/index.ts'
import { formatDecimal, type Language } from '../../kernel/text.ts'
import { type Column, Scroll, Section, Table } from '../../ui/index.ts'
import { figureText, unitText } from '../statistics/index.ts'
import { nameIn, percentOf, signed, unitName, variableName } from './names.ts'
import type { Gathered, UsedUnit, UsedVariable } from './rules.ts'
import { text } from './text.ts'

type ResultProps = { gathered: Gathered; result: BenchmarkResult; language: Language }

/** The peers with what makes their distance, what is missing of them and how sure they are. */
export function ResultView({ gathered, result, language }: ResultProps) {
  const t = text[language]
  return (
    <>
      <Section title={t.peers} id="peers">
        <p>{t.peersLead}</p>
        <PeerTable caption={t.peers} peers={result.peers} gathered={gathered} language={language} />
        {result.sometimes.length > 0 && (
          <>
            <h3>{t.sometimes}</h3>
            <PeerTable
              caption={t.sometimes}
              peers={result.sometimes.slice(0, 10)}
              gathered={gathered}
              language={language}
            />
          </>
        )}
        <p class="note">{result.variations > 0 ? t.staysLead(result.variations) : t.onlyOne}</p>
        {result.aside.length > 0 && <p class="note">{t.aside(result.aside.length)}</p>}
      </Section>
      <Values gathered={gathered} result={result} language={language} />
    </>
  )
}

type PeerTableProps = { caption: string; peers: readonly Peer[]; gathered: Gathered; language: Language }

function PeerTable({ caption, peers, gathered, language }: PeerTableProps) {
  const t = text[language]
  const most = Math.max(...peers.map((p) => p.distance), 0.000001)
  const columns: Column<Peer>[] = [
    {
      label: t.peer,
      heading: true,
      phone: 'wide',
      cell: (p) => (
        <>
          {unitName(gathered, p.code, language)} <span class="quiet">{p.code}</span>
        </>
      ),
    },
    {
      label: t.distance,
      numeric: true,
      phone: 'labelled',
      cell: (p) => formatDecimal(p.distance, language, 3),
    },
    {
      label: t.distance,
      quiet: true,
      phone: 'hidden',
      class: 'bar-cell',
      cell: (p) => (
        <svg class="bar bench-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect class="mark" width={Math.max(0.5, (p.distance / most) * 100)} height="8" />
        </svg>
      ),
    },
    { label: t.makes, phone: 'line', cell: (p) => <Parts of={p} gathered={gathered} language={language} /> },
    {
      label: t.common,
      numeric: true,
      phone: 'labelled',
      cell: (p) => (
        <>
          {percentOf(p.share, language)}
          {p.missing.length > 0 && (
            <span class="sub bench-missing">
              {t.missing(p.missing.map((code) => variableName(gathered, code, language)).join(', '))}
            </span>
          )}
        </>
      ),
    },
    { label: t.stays, numeric: true, phone: 'labelled', cell: (p) => percentOf(p.stays, language) },
  ]
  return (
    <Table caption={caption} columns={columns} rows={peers} cards class="bench-peers" language={language} />
  )
}

/** What makes a distance: the largest differences first, in standard deviations. */
function Parts({ of, gathered, language }: { of: Peer; gathered: Gathered; language: Language }) {
  const parts = [...of.parts].sort((a, b) => b.share - a.share || (a.variable < b.variable ? -1 : 1))
  return (
    <ul class="bench-parts">
      {parts.slice(0, 3).map((part) => (
        <li>
          {variableName(gathered, part.variable, language)}{' '}
          <span class="num">{signed(part.difference, language)}</span>
        </li>
      ))}
    </ul>
  )
}

/** A variable with its period and, where its name does not say it, its unit. */
function headOf({ label, period, unit }: UsedVariable, language: Language): string {
  const name = nameIn(label, language)
  const said = unit && unitText(unit, language)
  return [name, period, said && !name.includes(said) && `(${said})`].filter(Boolean).join(' ')
}

/** The figures themselves: the territory and its peers side by side, each with its mark where there is none. */
function Values({ gathered, result, language }: ResultProps) {
  const t = text[language]
  const codes = [gathered.asked.target, ...result.peers.map((p) => p.code)]
  const rows = codes.flatMap((code) => gathered.units.find((u) => u.code === code) ?? [])
  const columns: Column<UsedUnit>[] = [
    {
      label: t.place,
      heading: true,
      phone: 'wide',
      cell: (u) =>
        u.code === gathered.asked.target ? <b>{nameIn(u.name, language)}</b> : nameIn(u.name, language),
    },
    ...gathered.variables.map(
      (variable, i): Column<UsedUnit> => ({
        label: headOf(variable, language),
        numeric: true,
        phone: 'line',
        cell: (u) => {
          const value = u.values[i] ?? null
          // What is derived has digits of its own; two of them are enough to read, all stand in the file.
          const shown = value !== null && variable.other ? Number(value).toFixed(2) : value
          const said = figureText({ value: shown, flag: u.flags[i] ?? '' }, language)
          return (
            <span title={said.said || undefined}>
              {said.text}
              {said.flag && <sup>{said.flag}</sup>}
            </span>
          )
        },
      }),
    ),
  ]
  return (
    <Section title={t.values} note={t.levels[gathered.asked.level]}>
      <Scroll label={t.valuesCaption}>
        <Table
          caption={t.valuesCaption}
          columns={columns}
          rows={rows}
          cards
          class="across"
          language={language}
        />
      </Scroll>
    </Section>
  )
}
