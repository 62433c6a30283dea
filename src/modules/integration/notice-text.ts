import { words } from '../../kernel/text.ts'

export const noticeText = words(
  {
    token: (name: string) => `Tunniste ${name}`,
    tokenEnds: (day: string) =>
      `Tunniste lakkaa toimimasta ${day}. Jos ohjelma tarvitsee sitä vielä, tee uusi tunniste ja vaihda se ohjelmaan ajoissa.`,
    webhook: (address: string) => `Webhook ${address}`,
    webhookStopped:
      'Vastaanottaja ei ole ottanut viestejä vastaan, joten lähettäminen keskeytettiin. Korjaa osoite tai vastaanottaja, ota webhook käyttöön ja lähetä viestit uudelleen.',
  },
  {
    sv: {
      token: (name) => `Nyckeln ${name}`,
      tokenEnds: (day) =>
        `Nyckeln slutar fungera ${day}. Om programmet ännu behöver den, skapa en ny nyckel och byt den i programmet i tid.`,
      webhook: (address) => `Webhooken ${address}`,
      webhookStopped:
        'Mottagaren har inte tagit emot meddelandena, så sändningen har avbrutits. Rätta adressen eller mottagaren, ta webhooken i bruk och skicka meddelandena på nytt.',
    },
    en: {
      token: (name) => `Token ${name}`,
      tokenEnds: (day) =>
        `The token stops working on ${day}. If the program still needs it, make a new one and change it there in time.`,
      webhook: (address) => `Webhook ${address}`,
      webhookStopped:
        'The receiver has not taken messages, so nothing more is sent. Mend the address or the receiver, turn the webhook on, and send the messages again.',
    },
  },
)
