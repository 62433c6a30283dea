import { words } from '../kernel/text.ts'

/** Why a request was turned back before it reached a page. */
export const text = words(
  {
    origin:
      'Lomake lähetettiin toisesta osoitteesta, joten sitä ei otettu vastaan. Avaa sivu Talkoissa ja lähetä uudelleen.',
    host: 'Palvelin ei tunne osoitetta, jolla sitä pyydettiin. Käytä palvelun omaa osoitetta tai pyydä ylläpitäjää tarkistamaan asetus TALKOOT_BASE_URL.',
    body: 'Lähetys on liian suuri. Lyhennä tekstiä tai jaa tiedosto osiin.',
    type: 'Rajapinta ottaa vastaan JSON-muotoisia pyyntöjä (Content-Type: application/json).',
  },
  {
    sv: {
      origin:
        'Formuläret skickades från en annan adress och togs inte emot. Öppna sidan i Talkoot och skicka på nytt.',
      host: 'Servern känner inte till adressen som användes. Använd tjänstens egen adress eller be administratören kontrollera inställningen TALKOOT_BASE_URL.',
      body: 'Det som skickades är för stort. Förkorta texten eller dela upp filen.',
      type: 'Gränssnittet tar emot begäranden i JSON-format (Content-Type: application/json).',
    },
    en: {
      origin:
        'The form came from another address, so it was not taken. Open the page in Talkoot and send it again.',
      host: 'The server does not know the name by which it was asked. Use the address of the service, or ask the administrator to check the setting TALKOOT_BASE_URL.',
      body: 'What was sent is too large. Shorten the text, or split the file.',
      type: 'The API takes requests in JSON (Content-Type: application/json).',
    },
  },
)
