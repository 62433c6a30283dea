import { objectives, programmes } from '../../codes/index.ts'
import { type PartForm, settled } from './reading.ts'

/** Under which programme and objectives, and to which values of the ecosystem's frame, the call belongs. */
export const frameForm: PartForm = {
  written: ({ settings: s }) => ({
    programme: s.programme ?? '',
    objectives: [...s.objectives],
    frame: s.frame.map(({ dimension, code }) => `${dimension}/${code}`),
  }),
  read: (form, plan) => {
    const programme = form.text('programme') || null
    if (programme && !programmes.some((p) => p.code === programme)) form.wrong('programme', 'unknown')
    const chosen = form.list('objectives')
    if (chosen.some((code) => !objectives.some((o) => o.code === code))) form.wrong('objectives', 'unknown')
    return settled(plan, {
      programme,
      objectives: [...chosen],
      frame: form.list('frame').flatMap((value) => {
        const [dimension = '', code = ''] = value.split('/')
        return dimension && code ? [{ dimension, code }] : []
      }),
    })
  },
}
