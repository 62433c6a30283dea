import { languages } from '../../kernel/text.ts'
import { modelText } from './model-text.ts'
import { mostLimits, mostLines } from './own-model.ts'
import { Choose, type Fields, InThree, Kept, Line, Rows, Ticks } from './part-fields.tsx'
import type { CallSettings } from './settings.ts'
import { setupText } from './setup-text.ts'

const lineKinds = ['typed', 'percent', 'lump', 'revenue'] as const
const limitKinds = ['most', 'least', 'percent'] as const

/** The form of a cost model: its name, the lines of the budget and the limits that hold in it. */
export function ModelFields({ of, needed }: { of: Fields; needed: CallSettings['languages'] }) {
  const t = modelText[of.language]
  const s = setupText[of.language]
  const inEach = (name: string, label: string, free = false) =>
    languages.map((l) => (
      <Line
        of={of}
        name={`${name}${l}`}
        label={`${label}, ${s.in[l]}`}
        optional={free || !needed.includes(l)}
      />
    ))
  return (
    <>
      <InThree of={of} name="name" label={t.name} needed={needed} />
      <h2>{t.lines}</h2>
      <Rows
        of={of}
        name="lines"
        most={mostLines}
        cells={['kind', ...languages]}
        say={t.line}
        row={(row) => (
          <>
            <Kept of={of} name={`${row}.code`} />
            <Choose
              of={of}
              name={`${row}.kind`}
              label={t.kind}
              choices={lineKinds.map((value) => ({ value, label: t.kinds[value] }))}
              none={t.chooseKind}
            />
            {inEach(`${row}.`, t.lineName)}
            <Line of={of} name={`${row}.percent`} label={t.percent} size="short" decimal optional />
            <Line of={of} name={`${row}.of`} label={t.of} help={t.ofHelp} size="short" optional />
            <Line of={of} name={`${row}.amount`} label={t.amount} size="short" decimal optional />
            <details>
              <summary>{t.help}</summary>
              {inEach(`${row}.help.`, t.help, true)}
            </details>
          </>
        )}
      />
      <h2>{t.limits}</h2>
      <Rows
        of={of}
        name="limits"
        most={mostLimits}
        cells={['kind']}
        say={t.limit}
        row={(row) => (
          <>
            <Choose
              of={of}
              name={`${row}.kind`}
              label={t.limitKind}
              choices={limitKinds.map((value) => ({ value, label: t.limitKinds[value] }))}
              none={t.chooseLimit}
            />
            <Choose
              of={of}
              name={`${row}.each`}
              label={t.each}
              choices={(['project', 'partner'] as const).map((value) => ({ value, label: t.eachOf[value] }))}
            />
            <Line of={of} name={`${row}.what`} label={t.what} help={t.whatHelp} size="short" optional />
            <Line of={of} name={`${row}.amount`} label={t.amount} size="short" decimal optional />
            <Line of={of} name={`${row}.percent`} label={t.percent} size="short" decimal optional />
            <Line of={of} name={`${row}.of`} label={t.limitOf} help={t.whatHelp} size="short" optional />
          </>
        )}
      />
      <Ticks
        of={of}
        name="rounding"
        label={t.rounding}
        kind="radio"
        choices={(['half-up', 'down'] as const).map((value) => ({ value, label: t.roundings[value] }))}
      />
    </>
  )
}
