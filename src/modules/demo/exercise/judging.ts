import type { Play, Step } from './play.ts'

/** The project that came of the applications of one key, found by its title as anybody finds it. */
async function projectOf(play: Play, key: string): Promise<string> {
  const one = play.content.wanted.decided.find((wanted) => wanted.project === key)!
  const { items } = await play.does<{ items: { id: string; name: string }[] }>(
    'coordinator',
    play.at(0),
    'projects.list',
    { q: `"${one.title.replace(/ \(keksitty\)$/, '')}"` },
  )
  const found = items.find((item) => item.name === one.title)
  if (!found) throw new Error(`no project is called ${one.title}`)
  return found.id
}

/** What the offices judge of the decided projects, and what they accept as their subjects. */
export const judgingSteps: readonly Step[] = [
  {
    name: 'decided: judged',
    run: async (play) => {
      const { words, ecosystem } = play.content
      for (const [i, { person, first, second, judgement, reason }] of words.judgements.entries())
        await play.does(person, play.at(-12, `10:0${i}`), 'judgement.add', {
          ecosystem,
          kind: 'project',
          id: await projectOf(play, first),
          other: await projectOf(play, second),
          judgement,
          reason,
        })
    },
  },
  {
    name: 'decided: subjects',
    run: async (play) => {
      for (const { project, concepts } of play.content.words.subjects) {
        const id = await projectOf(play, project)
        for (const concept of concepts)
          await play.does('coordinator', play.at(-12, '11:00'), 'subjects.accept', {
            kind: 'project',
            id,
            concept,
          })
      }
    },
  },
]
