import { words } from '../../kernel/text.ts'

/** What is said of a meeting that is open again since its record could not be computed. */
export const givenUpText = words(
  {
    title: 'Tallennetta ei saatu laskettua, ja kokous on taas auki',
    somebody: 'Kokouksen vetäjä',
    closed: (by: string, when: string) => `${by} päätti kokouksen ${when}.`,
    ended: (when: string) => `Laskenta loppui ${when}.`,
    why: {
      time: 'Se ei valmistunut puolessa tunnissa.',
      size: 'Vertailtavia salkkuja on enemmän kuin palvelin pystyy käymään läpi.',
      cancelled: 'Palvelun ylläpitäjä keskeytti sen.',
    },
    kept: 'Valinta, perustelut ja kaikki sanottu ovat tallessa.',
    next: {
      time: 'Tehkää tehtävästä helpompi jollakin näistä ja päättäkää kokous uudelleen:',
      size: 'Tehkää tehtävästä helpompi jollakin näistä ja päättäkää kokous uudelleen:',
      cancelled: 'Päättäkää kokous uudelleen, kun palvelua ei huolleta.',
    },
    easier: [
      'Pakottakaa selvät ehdokkaat mukaan tai pois ja kirjatkaa syy: pelissä on silloin vähemmän ehdokkaita.',
      'Sanokaa painoista enemmän: tärkeysjärjestys tai kapeammat rajat.',
      'Äänestäkää hankkeesta, josta ollaan eri mieltä, ja pakottakaa tulos.',
    ],
    turn: (name: string) => `Valintakokouksen ${name} tallennetta ei saatu laskettua: kokous on taas auki`,
  },
  {
    sv: {
      title: 'Protokollet kunde inte räknas, och mötet är öppet igen',
      somebody: 'Den som leder mötet',
      closed: (by, when) => `${by} avslutade mötet ${when}.`,
      ended: (when) => `Räkningen slutade ${when}.`,
      why: {
        time: 'Den blev inte klar på en halvtimme.',
        size: 'Det finns fler portföljer att jämföra än servern kan gå igenom.',
        cancelled: 'Tjänstens administratör avbröt den.',
      },
      kept: 'Urvalet, motiveringarna och allt som har sagts finns kvar.',
      next: {
        time: 'Gör uppgiften lättare på något av dessa sätt och avsluta mötet på nytt:',
        size: 'Gör uppgiften lättare på något av dessa sätt och avsluta mötet på nytt:',
        cancelled: 'Avsluta mötet på nytt när tjänsten inte underhålls.',
      },
      easier: [
        'Tvinga in eller ut de kandidater som är klara och anteckna orsaken: då är färre kandidater i spel.',
        'Säg mer om vikterna: en rangordning eller snävare gränser.',
        'Rösta om ett projekt som ni är oeniga om och tvinga resultatet.',
      ],
      turn: (name) => `Protokollet från urvalsmötet ${name} kunde inte räknas: mötet är öppet igen`,
    },
    en: {
      title: 'The record could not be computed, and the meeting is open again',
      somebody: 'Whoever runs the meeting',
      closed: (by, when) => `${by} closed the meeting on ${when}.`,
      ended: (when) => `The computing ended on ${when}.`,
      why: {
        time: 'It was not done in half an hour.',
        size: 'There are more portfolios to compare than the server can go through.',
        cancelled: 'An administrator of the service stopped it.',
      },
      kept: 'The choice, its reasons and all that was said are kept.',
      next: {
        time: 'Make the problem easier in one of these ways and close the meeting again:',
        size: 'Make the problem easier in one of these ways and close the meeting again:',
        cancelled: 'Close the meeting again when the service is not being maintained.',
      },
      easier: [
        'Force clear candidates in or out and note the reason: fewer candidates are then in play.',
        'Say more of the weights: a rank order, or narrower bounds.',
        'Vote on a project that you disagree on, and force the outcome.',
      ],
      turn: (name) => `The record of the selection meeting ${name} could not be computed: it is open again`,
    },
  },
)
