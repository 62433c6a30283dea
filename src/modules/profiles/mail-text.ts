import { words } from '../../kernel/text.ts'

/** The mails about keeping a profile. */
export const mailText = words(
  {
    invitationSubject: (name: string) => `Kutsu pitää toimijan ${name} profiilia`,
    invitation: (from: string, name: string, address: string, until: string) =>
      `${from} kutsuu sinut pitämään toimijan ${name} profiilia Talkoossa.\n\nProfiili kertoo, mitä toimija tekee, tarjoaa ja tarvitsee. Kumppanin etsijät ja hankkeiden valmistelijat löytävät toimijan sen perusteella.\n\nAvaa kutsu ja ota profiili pidettäväksi:\n${address}\n\nKutsu on voimassa ${until} asti. Jos kutsu ei kuulu sinulle, voit kieltäytyä siitä samalla sivulla.`,
    grantedSubject: (name: string) => `Pidät nyt toimijan ${name} profiilia`,
    granted: (name: string, address: string) =>
      `Pyyntösi hyväksyttiin: pidät nyt toimijan ${name} profiilia.\n\nAvaa profiili:\n${address}`,
    refusedSubject: (name: string) => `Pyyntöäsi pitää toimijan ${name} profiilia ei hyväksytty`,
    refused: (from: string, name: string, address: string) =>
      `${from} ei hyväksynyt pyyntöäsi pitää toimijan ${name} profiilia. Voit pyytää kutsun toimijan omalta edustajalta tai ekosysteemin koordinaattorilta.\n\nToimijan sivu:\n${address}`,
    reviewSubject: (name: string) => `Onko toimijan ${name} profiili ajan tasalla?`,
    review: (name: string, on: string, address: string) =>
      `Toimijan ${name} profiili tarkistettiin viimeksi ${on}. Siitä on yli vuosi.\n\nKäy profiili läpi. Jos mikään ei ole muuttunut, paina ”Kaikki on ennallaan”.\n${address}`,
  },
  {
    sv: {
      invitationSubject: (name) => `Inbjudan att sköta profilen för ${name}`,
      invitation: (from, name, address, until) =>
        `${from} bjuder in dig att sköta profilen för ${name} i Talkoot.\n\nProfilen berättar vad aktören gör, erbjuder och behöver. Den som söker partner eller bereder projekt hittar aktören genom den.\n\nÖppna inbjudan och ta hand om profilen:\n${address}\n\nInbjudan gäller till ${until}. Om den inte är avsedd för dig kan du tacka nej på samma sida.`,
      grantedSubject: (name) => `Du sköter nu profilen för ${name}`,
      granted: (name, address) =>
        `Din begäran godkändes: du sköter nu profilen för ${name}.\n\nÖppna profilen:\n${address}`,
      refusedSubject: (name) => `Din begäran att sköta profilen för ${name} godkändes inte`,
      refused: (from, name, address) =>
        `${from} godkände inte din begäran att sköta profilen för ${name}. Du kan be om en inbjudan av aktörens egen företrädare eller av ekosystemets koordinator.\n\nAktörens sida:\n${address}`,
      reviewSubject: (name) => `Är profilen för ${name} aktuell?`,
      review: (name, on, address) =>
        `Profilen för ${name} granskades senast ${on}. Det är över ett år sedan.\n\nGå igenom profilen. Om inget har ändrats trycker du på ”Allt är oförändrat”.\n${address}`,
    },
    en: {
      invitationSubject: (name) => `An invitation to keep the profile of ${name}`,
      invitation: (from, name, address, until) =>
        `${from} invites you to keep the profile of ${name} in Talkoot.\n\nThe profile says what the organisation does, offers and needs. Those who look for partners or prepare projects find it by that.\n\nOpen the invitation and take the profile over:\n${address}\n\nThe invitation is open until ${until}. If it is not meant for you, you can decline it on the same page.`,
      grantedSubject: (name) => `You now keep the profile of ${name}`,
      granted: (name, address) =>
        `Your request was accepted: you now keep the profile of ${name}.\n\nOpen the profile:\n${address}`,
      refusedSubject: (name) => `Your request to keep the profile of ${name} was not accepted`,
      refused: (from, name, address) =>
        `${from} did not accept your request to keep the profile of ${name}. You can ask the organisation’s own representative or the coordinator of the ecosystem for an invitation.\n\nThe organisation’s page:\n${address}`,
      reviewSubject: (name) => `Is the profile of ${name} up to date?`,
      review: (name, on, address) =>
        `The profile of ${name} was last checked on ${on}, more than a year ago.\n\nGo through the profile. If nothing has changed, press “Everything is as it was”.\n${address}`,
    },
  },
)
