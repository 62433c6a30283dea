import { snapshot } from '../../../kernel/db.ts'
import { joinApplication } from '../../applications/index.ts'
import { newestMailTo } from '../queries.ts'
import { answersOf } from './answers.ts'
import { codes, periods } from './calling.ts'
import { applicantOf } from './cast.ts'
import type { CallKey, Wanted } from './content.ts'
import type { Play, Step } from './play.ts'

export const applicationOf = ({ idOf }: Play, { key }: Wanted): string => idOf(`application/${key}`)

/** Begins an application and fills in its sections, all of them or the first ones. */
async function write(
  play: Play,
  wanted: Wanted,
  call: CallKey,
  at: Date,
  sections?: number,
): Promise<string> {
  const { does, idOf, content } = play
  const who = applicantOf(wanted.organisation)
  const id = applicationOf(play, wanted)
  await does(who, at, 'application.begin', { call: codes[call], id })
  const answers = Object.entries(answersOf(wanted, content.words))
  for (const [section, fields] of answers.slice(0, sections))
    await does(who, at, 'draft.save', {
      kind: 'application.section',
      subject: `${id}.${section}`,
      operation: idOf(`${wanted.key}/${section}`),
      fields: Object.entries(fields).map(([name, value]) => ({ name, value, base: 0, from: '' })),
    })
  return id
}

/** Applications come as people send them: some early, most in the last days, the last ones within the last hour. */
export const applicationSteps = (play: Play, call: CallKey): Step[] => {
  const { opens, closes } = periods[call]
  const wanted = play.content.wanted[call]
  return wanted.map((one, i) => ({
    name: `${call}: ${one.key}`,
    run: async (the) => {
      const part = i / Math.max(1, wanted.length - 1)
      const last = closes - Math.round((1 - part ** 0.5) * (closes - opens) * 0.6)
      const sent = the.at(last, last === closes ? `15:${String(10 + (i % 50)).padStart(2, '0')}` : '13:20')
      const id = await write(the, one, call, the.at(Math.min(opens + 1 + (i % 12), last), '09:30'))
      await the.does(applicantOf(one.organisation), sent, 'application.submit', { application: id })
    },
  }))
}

/** What people are writing in the open call: one has been sent, the others are at different sections. */
export const draftSteps = (play: Play): Step[] => [
  ...play.content.wanted.open.map((one, i, { length }) => ({
    name: `open: ${one.key}`,
    run: async (the: Play) => {
      const isSent = i === length - 1
      const id = await write(the, one, 'open', the.at(i - 6), isSent ? undefined : [10, 5, 2][i])
      if (isSent)
        await the.does(applicantOf(one.organisation), the.at(-1, '14:05'), 'application.submit', {
          application: id,
        })
    },
  })),
  ...(['lead', 'partner'] as const).map((person) => ({
    name: `open: ${person} joins`,
    run: (the: Play) => join(the, the.content.wanted.open[0]!, person),
  })),
]

/** Invited by whoever may send the application, the person comes in by the link of the mail. */
async function join(play: Play, wanted: Wanted, person: 'lead' | 'partner'): Promise<void> {
  const email = `${person}@harjoitus.invalid`
  const at = play.at(-5, '11:00')
  await play.does(applicantOf(wanted.organisation), at, 'application.invite', {
    application: applicationOf(play, wanted),
    email,
    level: 'edit',
  })
  const mail = await snapshot(play.stage.database, (db) => newestMailTo(db, email))
  const token = /token=([\w-]+)/.exec(mail ?? '')?.[1]
  if (token) await play.acts(person, at, joinApplication, { token })
}
