import { decimalOf } from '../../../kernel/money.ts'
import { endOf, moneyOf } from './answers.ts'
import { applicationOf } from './applying.ts'
import { declare } from './assessing.ts'
import { codes, periods } from './calling.ts'
import type { Wanted } from './content.ts'
import type { Play, Step } from './play.ts'

/** Everything that was asked, since the costs of the exercise are all in order. */
export function termsOf({ content: { words } }: Play, wanted: Wanted) {
  const { cost, grant } = moneyOf(wanted)
  return {
    outcome: 'yes',
    grounds: words.grounds.proposal,
    conditions: words.grounds.conditions,
    starts: wanted.starts,
    ends: endOf(wanted),
    byPartner: [{ row: '1', cost: decimalOf(cost), grant: decimalOf(grant) }],
  }
}

export async function proposeIt(play: Play, wanted: Wanted, at: Date): Promise<void> {
  const application = applicationOf(play, wanted)
  const said = await play.does<{ decision: string } | undefined>('preparer', at, 'decision.propose', {
    decision: application,
    ...termsOf(play, wanted),
  })
  if (said) play.kept[`decision/${wanted.key}`] = said.decision
}

/** Those that apply for one project become a group, before any of them is put before the city. */
const groupSteps = (play: Play): Step[] => {
  const wanted = play.content.wanted.decided
  const projects = [...new Set(wanted.map((w) => w.project))]
  return projects.flatMap((project) => {
    const [first, ...others] = wanted.filter((w) => w.project === project)
    return others.length === 0
      ? []
      : [
          {
            name: `decided: group ${project}`,
            run: async (the: Play) => {
              for (const other of others)
                await the.does('preparer', the.at(periods.decided.closes + 32), 'decision.join-group', {
                  decision: applicationOf(the, other),
                  with: applicationOf(the, first!),
                })
            },
          },
        ]
  })
}

type Meeting = { id: string; items: readonly { id: string; application: string | null }[] }

/** Called with its agenda; everything on it has been proposed. */
export async function planMeeting(
  play: Play,
  wanted: readonly Wanted[],
  made: Date,
  day: string,
): Promise<string> {
  const { does, kept } = play
  const { items } = await does<{ items: { id: string; day: string; part: string }[] }>(
    'preparer',
    made,
    'meeting.list',
    {},
  )
  const known = items.find((m) => m.day === day && m.part === 'selection')
  if (known) return known.id
  const { id } = await does<{ id: string }>('preparer', made, 'meeting.add', {
    ecosystem: kept.ecosystem,
    part: 'selection',
    day,
    clock: '13:00',
    place: 'Harjoituskaupungintalo',
    chair: kept['person/city-decider'],
    secretary: kept['person/preparer'],
    decisions: wanted.map((w) => kept[`decision/${w.key}`]),
  })
  await does('preparer', made, 'meeting.call', { meeting: id })
  return id
}

/** Whom the registry ties to the applicant: a member of the board steps aside. */
const steppingAside = ({ organisation }: Wanted): boolean => organisation.key === 'kehitysyhtio'

async function selectIt(play: Play, wanted: Wanted, meeting: Meeting, at: Date): Promise<void> {
  const { does } = play
  const application = applicationOf(play, wanted)
  const item = meeting.items.find((i) => i.application === application)!
  const one = { meeting: meeting.id, item: item.id }
  for (const free of ['city-decider', 'third-city-decider'])
    await does(free, at, 'meeting.declare', { ...one, says: 'none' })
  await does(
    'second-city-decider',
    at,
    'meeting.declare',
    steppingAside(wanted) ? { ...one, says: 'conflict', point: 5 } : { ...one, says: 'none' },
  )
  await does('preparer', at, 'meeting.take-item', one)
  await does('city-decider', at, 'decision.select', {
    decision: application,
    ...termsOf(play, wanted),
    meeting: meeting.id,
  })
}

/** From the proposals to the projects, each step of all applications. */
export const decisionSteps = (play: Play): Step[] => {
  const wanted = play.content.wanted.decided
  const { selects, decides } = periods.decided
  const day = (days: number) => play.at(days).toISOString().slice(0, 10)
  const meetingOf = (the: Play) =>
    the
      .does<{ meeting: Meeting }>('preparer', the.at(selects), 'meeting.get', { meeting: the.kept.meeting })
      .then((view) => view.meeting)
  return [
    ...groupSteps(play),
    ...wanted.map((one) => ({
      name: `decided: proposed ${one.key}`,
      run: (the: Play) => proposeIt(the, one, the.at(selects - 14, '10:00')),
    })),
    {
      name: 'decided: meeting',
      run: async (the) => {
        the.kept.meeting = await planMeeting(the, wanted, the.at(selects - 7), day(selects))
        const [meeting, now] = [the.kept.meeting, the.at(selects, '13:00')]
        await the.does('city-decider', now, 'meeting.open', { meeting })
        for (const who of ['city-decider', 'second-city-decider', 'third-city-decider', 'preparer'])
          await the.does('preparer', now, 'meeting.attend', {
            meeting,
            person: the.kept[`person/${who}`],
            present: true,
          })
      },
    },
    ...wanted.map((one, i) => ({
      name: `decided: selected ${one.key}`,
      run: async (the: Play) =>
        selectIt(the, one, await meetingOf(the), new Date(the.at(selects, '13:10').getTime() + i * 180_000)),
    })),
    {
      name: 'decided: minutes',
      run: async ({ does, at, kept: { meeting } }) => {
        await does('city-decider', at(selects, '15:10'), 'meeting.close', { meeting })
        await does('city-decider', at(selects + 2), 'meeting.approve', { meeting })
      },
    },
    ...wanted.map((one) => ({
      name: `decided: ${one.key}`,
      run: async (the: Play) => {
        const decision = applicationOf(the, one)
        await declare(the, 'council-officer', the.at(decides, '09:00'), one)
        await the.does('council-officer', the.at(decides, '10:00'), 'decision.decide', {
          decision,
          ...termsOf(the, one),
        })
      },
    })),
    {
      name: 'decided: published',
      run: async (the) => {
        await the.does('council-officer', the.at(decides + 2), 'decision.do-many', {
          event: 'publish',
          decisions: wanted.map((one) => applicationOf(the, one)),
        })
      },
    },
    {
      name: 'decided: letters',
      run: async (the) => {
        for (const one of wanted)
          await the.does('council-officer', the.at(decides + 2, '10:00'), 'letter.send', {
            decision: applicationOf(the, one),
          })
      },
    },
    {
      name: 'decided: call decided',
      run: async ({ does, at }) => {
        await does('council-officer', at(decides + 3), 'call.move', { call: codes.decided, event: 'decide' })
      },
    },
  ]
}
