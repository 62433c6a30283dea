import { words } from '../kernel/text.ts'

export const text = words(
  {
    openData: 'Aineistot ja rajapinnat',
    title: 'Kokeile rajapintaa',
    lead: 'Kaikki, mitä sivuilla näkyy, on luettavissa myös rajapinnasta samoilla sanoilla. Täytä kentät ja lähetä: vastaus tulee JSON-muodossa.',
    openapi: 'OpenAPI 3.1 -kuvaus',
    inPath: 'Aaltosulkeissa oleva osa osoitteesta täytetään samannimisestä kentästä.',
    send: 'Lähetä',
    invalidToken:
      'Tunniste ei kelpaa: se on vanhentunut, peruttu tai kirjoitettu väärin. Tee uusi osoitteessa /account/tokens.',
    tooFast: (seconds: string) =>
      `Tunnisteella tuli liikaa pyyntöjä. Yritä uudelleen ${seconds} sekunnin päästä.`,
  },
  {
    sv: {
      openData: 'Data och gränssnitt',
      title: 'Pröva gränssnittet',
      lead: 'Allt som syns på sidorna kan också läsas via gränssnittet med samma ord. Fyll i fälten och skicka: svaret kommer som JSON.',
      openapi: 'OpenAPI 3.1-beskrivning',
      inPath: 'Den del av adressen som står inom klammer fylls i från fältet med samma namn.',
      send: 'Skicka',
      invalidToken:
        'Nyckeln duger inte: den har gått ut, återkallats eller skrivits fel. Skapa en ny på /account/tokens.',
      tooFast: (seconds) => `För många begäranden med nyckeln. Försök igen om ${seconds} sekunder.`,
    },
    en: {
      openData: 'Open data and API',
      title: 'Try the API',
      lead: 'Everything the pages show can be read from the API with the same words. Fill in the fields and send: the answer comes as JSON.',
      openapi: 'OpenAPI 3.1 description',
      inPath: 'A part of the address in braces is filled in from the field of the same name.',
      send: 'Send',
      invalidToken:
        'The token is not valid: it has expired, was revoked or is misspelt. Make a new one at /account/tokens.',
      tooFast: (seconds) => `Too many requests with this token. Try again in ${seconds} seconds.`,
    },
  },
)
