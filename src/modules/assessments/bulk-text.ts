import { words } from '../../kernel/text.ts'
import { listText } from './list-text.ts'

const { fi, sv, en } = listText

/** What can be done to many applications at once. */
export const bulkText = words(
  {
    'begin-check': fi.deeds['begin-check'],
    pass: fi.deeds.pass,
    fail: fi.deeds.fail,
    assign: fi.deeds.assign,
    'due-7': 'Pisteet viikon kuluessa',
    'due-14': 'Pisteet kahden viikon kuluessa',
    'due-28': 'Pisteet neljän viikon kuluessa',
  },
  {
    sv: {
      'begin-check': sv.deeds['begin-check'],
      pass: sv.deeds.pass,
      fail: sv.deeds.fail,
      assign: sv.deeds.assign,
      'due-7': 'Poängen inom en vecka',
      'due-14': 'Poängen inom två veckor',
      'due-28': 'Poängen inom fyra veckor',
    },
    en: {
      'begin-check': en.deeds['begin-check'],
      pass: en.deeds.pass,
      fail: en.deeds.fail,
      assign: en.deeds.assign,
      'due-7': 'Scores within a week',
      'due-14': 'Scores within two weeks',
      'due-28': 'Scores within four weeks',
    },
  },
)
