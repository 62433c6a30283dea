import { words } from '../../kernel/text.ts'

/** What the pages of a selection meeting say, outside its room. */
export const text = words(
  {
    home: 'Etusivu',
    title: 'Valintakokoukset',
    mailSubject: (name: string, day: string) => `Kutsu: ${name}, ${day}`,
    mailBody: (name: string, day: string, clock: string, place: string) =>
      `Sinut on kutsuttu valintakokoukseen ${name}. Se pidetään ${day}${clock && ` klo ${clock}`}${place && `, ${place}`}. Ehdokkaat, pisteet ja esityslista ovat sivulla:`,
  },
  {
    sv: {
      home: 'Startsida',
      title: 'Urvalsmöten',
      mailSubject: (name, day) => `Kallelse: ${name}, ${day}`,
      mailBody: (name, day, clock, place) =>
        `Du är kallad till urvalsmötet ${name}. Det hålls ${day}${clock && ` kl. ${clock}`}${place && `, ${place}`}. Kandidaterna, poängen och föredragningslistan finns på sidan:`,
    },
    en: {
      home: 'Home',
      title: 'Selection meetings',
      mailSubject: (name, day) => `Invitation: ${name}, ${day}`,
      mailBody: (name, day, clock, place) =>
        `You are called to the selection meeting ${name}. It is held on ${day}${clock && ` at ${clock}`}${place && `, ${place}`}. The candidates, the scores and the agenda are on the page:`,
    },
  },
)
