import { words } from '../../kernel/text.ts'

/** What happened, by its event: in the trail and in what people are told. */
export const trailText = words(
  {
    propose: 'Esitetty kaupungille',
    select: 'Kaupunki on valinnut',
    'city-return': 'Kaupunki palautti valmisteluun',
    decide: 'Liitto on päättänyt',
    'council-return-to-city': 'Liitto palautti kaupungille',
    'council-return': 'Liitto palautti valmisteluun',
    publish: 'Päätös julkaistiin',
    reopen: 'Päätös avattiin uudelleen',
  },
  {
    sv: {
      propose: 'Föreslaget för staden',
      select: 'Staden har gjort sitt urval',
      'city-return': 'Staden återremitterade för beredning',
      decide: 'Förbundet har beslutat',
      'council-return-to-city': 'Förbundet återsände till staden',
      'council-return': 'Förbundet återremitterade för beredning',
      publish: 'Beslutet publicerades',
      reopen: 'Beslutet öppnades på nytt',
    },
    en: {
      propose: 'Put before the city',
      select: 'The city has selected',
      'city-return': 'The city returned it for preparation',
      decide: 'The council has decided',
      'council-return-to-city': 'The council returned it to the city',
      'council-return': 'The council returned it for preparation',
      publish: 'The decision was published',
      reopen: 'The decision was reopened',
    },
  },
)

/** The chart of what may happen to a decision. */
export const chartText = words(
  {
    title: 'Mitä asialle voi tapahtua',
    caption: 'Päätöksen tilat ja kuka siirtää niiden välillä',
    event: 'Tapahtuma',
    from: 'Tilasta',
    to: 'Tilaan',
    by: 'Kuka',
    here: 'asia on tässä',
  },
  {
    sv: {
      title: 'Vad som kan hända med ärendet',
      caption: 'Beslutets lägen och vem som flyttar mellan dem',
      event: 'Händelse',
      from: 'Från läge',
      to: 'Till läge',
      by: 'Vem',
      here: 'ärendet är här',
    },
    en: {
      title: 'What can happen to it',
      caption: 'The states of a decision, and who moves it between them',
      event: 'Event',
      from: 'From',
      to: 'To',
      by: 'Who',
      here: 'the matter is here',
    },
  },
)
