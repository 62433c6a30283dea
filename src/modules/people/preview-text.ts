import { words } from '../../kernel/text.ts'

export const previewText = words(
  {
    title: 'Katso toisen tehtävän näkymää',
    lead: 'Näet palvelun sellaisena kuin valitun tehtävän hoitaja sen näkee. Mitään ei voi muuttaa ennen kuin lopetat esikatselun.',
    home: 'Työtila',
    office: 'Tehtävä',
    where: 'Missä',
    everywhere: 'Koko palvelu',
    start: 'Aloita esikatselu',
    bar: (office: string, where: string) => `Katselet tehtävän näkymää: ${office}, ${where}.`,
    nothingSaved: 'Mitään ei voi muuttaa.',
    end: 'Lopeta esikatselu',
  },
  {
    sv: {
      title: 'Se ett annat uppdrags vy',
      lead: 'Du ser tjänsten så som den som har det valda uppdraget ser den. Ingenting kan ändras förrän du avslutar förhandsgranskningen.',
      home: 'Arbetsyta',
      office: 'Uppdrag',
      where: 'Var',
      everywhere: 'Hela tjänsten',
      start: 'Börja förhandsgranska',
      bar: (office, where) => `Du ser uppdragets vy: ${office}, ${where}.`,
      nothingSaved: 'Ingenting kan ändras.',
      end: 'Avsluta förhandsgranskningen',
    },
    en: {
      title: 'See the view of another office',
      lead: 'You see the product as the holder of the office sees it. Nothing can be changed until you end the preview.',
      home: 'Workspace',
      office: 'Office',
      where: 'Where',
      everywhere: 'The whole service',
      start: 'Start the preview',
      bar: (office, where) => `You are seeing the view of an office: ${office}, ${where}.`,
      nothingSaved: 'Nothing can be changed.',
      end: 'End the preview',
    },
  },
)
