import type { Told } from './prose.ts'

export const feedback: Told = {
  fi: {
    title: 'Palaute',
    lead: 'Kerro, mikä ei toimi, mikä puuttuu tai mikä tieto on väärin. Liitä viestiin sivun osoite, niin asia löytyy heti.',
    sections: [
      {
        title: 'Minne palaute lähetetään',
        paragraphs: [
          'Palautteen lukee tämän palvelun ylläpitäjä. Saavutettavuutta koskevaan palautteeseen vastataan kahden viikon kuluessa.',
        ],
        slot: 'contact',
      },
      {
        title: 'Jos luku tai nimi on väärin',
        paragraphs: [
          'Luvun perässä oleva i näyttää lähteen, tiedoston ja rivin, josta luku on luettu. Jos virhe on lähteessä, se kannattaa korjauttaa siellä: kun uusi luettelo tuodaan, korjaus tulee tänne ja vanha arvo jää näkyviin.',
        ],
      },
      {
        title: 'Jos asia koskee sinua itseäsi',
        paragraphs: [
          'Jos palvelussa on nimesi tai muu henkilötietosi, jonka ei pitäisi näkyä, kerro siitä: se piilotetaan.',
        ],
      },
    ],
  },
  sv: {
    title: 'Respons',
    lead: 'Berätta vad som inte fungerar, vad som saknas eller vilken uppgift som är fel. Ta med sidans adress i meddelandet, så hittas saken genast.',
    sections: [
      {
        title: 'Vart responsen skickas',
        paragraphs: [
          'Responsen läses av den som administrerar den här tjänsten. Respons om tillgänglighet besvaras inom två veckor.',
        ],
        slot: 'contact',
      },
      {
        title: 'Om en siffra eller ett namn är fel',
        paragraphs: [
          'Bokstaven i efter en siffra visar den källa, fil och rad som siffran är läst ur. Om felet finns i källan lönar det sig att få det rättat där: när en ny lista hämtas in kommer rättelsen hit, och det gamla värdet förblir synligt.',
        ],
      },
      {
        title: 'Om saken gäller dig själv',
        paragraphs: [
          'Om ditt namn eller någon annan personuppgift om dig syns i tjänsten fast den inte borde, berätta det: uppgiften döljs.',
        ],
      },
    ],
  },
  en: {
    title: 'Feedback',
    lead: 'Tell us what does not work, what is missing or what is wrong. Put the address of the page in your message, and the matter is found at once.',
    sections: [
      {
        title: 'Where to send it',
        paragraphs: [
          'Feedback is read by the operator of this service. Feedback on accessibility is answered within two weeks.',
        ],
        slot: 'contact',
      },
      {
        title: 'If a figure or a name is wrong',
        paragraphs: [
          'The i after a figure shows the source, file and row it was read from. If the fault is in the source, it is best mended there: when a newer list is brought in the correction comes here, and the old value stays visible.',
        ],
      },
      {
        title: 'If it is about you',
        paragraphs: [
          'If your name or other personal data of yours is shown in the service and should not be, say so: it will be hidden.',
        ],
      },
    ],
  },
}
