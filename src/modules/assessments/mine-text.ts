import { words } from '../../kernel/text.ts'

/** What the page of one's own turn says. */
export const mineText = words(
  {
    lead: 'Kaikki, mikä odottaa sinua arvioinneissa, kaikista hauista. Kiireisin on ylimpänä.',
    turn: 'Sinun vuorosi',
    none: 'Mikään ei odota sinua juuri nyt.',
    noneNext:
      'Tähän tulevat vahvistettava esteettömyys, annettavat pisteet, sovittava yhteinen arvio, täydennetyt hakemukset ja tarkastettavat yleiset perusteet. Saat niistä myös ilmoituksen.',
    waiting: 'Odottaa muita',
    done: (n: number) => `Valmiit (${n})`,
    waited: 'Odottanut',
    days: (n: number) => `${n} pv`,
    late: 'myöhässä',
    keys: { title: 'Vuorolista', next: 'Seuraava', previous: 'Edellinen' },
  },
  {
    sv: {
      lead: 'Allt som väntar på dig i bedömningarna, ur alla utlysningar. Det mest brådskande står överst.',
      turn: 'Din tur',
      none: 'Ingenting väntar på dig just nu.',
      noneNext:
        'Hit kommer jävfrihet att bekräfta, poäng att ge, gemensamma bedömningar att komma överens om, kompletterade ansökningar och allmänna kriterier att kontrollera. Du får också en avisering om dem.',
      waiting: 'Väntar på andra',
      done: (n) => `Klara (${n})`,
      waited: 'Väntat',
      days: (n) => `${n} d`,
      late: 'försenad',
      keys: { title: 'Turlista', next: 'Nästa', previous: 'Föregående' },
    },
    en: {
      lead: 'Everything that waits for you in assessments, over all calls. The most urgent stands first.',
      turn: 'Your turn',
      none: 'Nothing waits for you right now.',
      noneNext:
        'Declarations to make, scores to give, joint assessments to agree on, completed applications and general criteria to check come here. You are notified of them as well.',
      waiting: 'Waits for others',
      done: (n) => `Done (${n})`,
      waited: 'Waited',
      days: (n) => `${n} d`,
      late: 'late',
      keys: { title: 'The queue', next: 'Next', previous: 'Previous' },
    },
  },
)
