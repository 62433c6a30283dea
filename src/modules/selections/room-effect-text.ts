import { words } from '../../kernel/text.ts'

/** Words of what the portfolio does to the frame. */
export const effectText = words(
  {
    title: 'Hankesalkku kehyksessä',
    caption: 'Varmat hankkeet kehyksen kahden ulottuvuuden mukaan, ja keskusteltavat',
    open: 'avoin',
    gap: 'aukko',
    counts: (sure: number, open: number) =>
      `${sure === 1 ? '1 varma' : `${sure} varmaa`}${open > 0 ? ` + ${open}` : ''}`,
    note: 'Varmojen hankkeiden raha ja määrä, + keskusteltavat. Avoin ruutu ratkeaa keskustelussa; aukkoon ei ole yhtään hyvää ehdokasta.',
  },
  {
    sv: {
      title: 'Portföljen i ramen',
      caption: 'Säkra projekt efter två dimensioner i ramen, och de som diskuteras',
      open: 'öppen',
      gap: 'lucka',
      counts: (sure, open) => `${sure === 1 ? '1 säkert' : `${sure} säkra`}${open > 0 ? ` + ${open}` : ''}`,
      note: 'De säkra projektens pengar och antal, + de som diskuteras. En öppen ruta avgörs i diskussionen; för en lucka finns ingen god kandidat.',
    },
    en: {
      title: 'The portfolio in the frame',
      caption: 'Sure projects by two dimensions of the frame, and those to discuss',
      open: 'open',
      gap: 'gap',
      counts: (sure, open) => `${sure} sure${open > 0 ? ` + ${open}` : ''}`,
      note: 'Money and number of the sure projects, + those to discuss. An open cell is settled in the discussion; for a gap there is no good candidate.',
    },
  },
)
