import { words } from '../../kernel/text.ts'

/** Words of what the portfolio does to the frame, over time and to its balance. */
export const effectText = words(
  {
    title: 'Mitä hankesalkku kattaa',
    now: 'Tilanne nyt: varmat ja keskusteltavat',
    show: 'Näytä',
    beside: 'Vertaa',
    none: 'ei vertailua',
    look: 'Katso',
    matrixCaption: (name: string) => `${name}: rahat ja hankkeet kehyksessä`,
    time: 'Aikajana puolivuosittain',
    balance: 'Tasapaino',
    by: { city: 'Kunnittain', lead: 'Päätoteuttajittain' },
  },
  {
    sv: {
      title: 'Vad portföljen täcker',
      now: 'Läget nu: säkra och de som diskuteras',
      show: 'Visa',
      beside: 'Jämför med',
      none: 'ingen jämförelse',
      look: 'Titta',
      matrixCaption: (name) => `${name}: pengar och projekt i ramen`,
      time: 'Tidslinje per halvår',
      balance: 'Balans',
      by: { city: 'Per kommun', lead: 'Per huvudgenomförare' },
    },
    en: {
      title: 'What the portfolio covers',
      now: 'As it stands: sure ones and those to discuss',
      show: 'Show',
      beside: 'Compare with',
      none: 'no comparison',
      look: 'Look',
      matrixCaption: (name) => `${name}: money and projects in the frame`,
      time: 'Timeline by half-year',
      balance: 'Balance',
      by: { city: 'By municipality', lead: 'By lead partner' },
    },
  },
)
