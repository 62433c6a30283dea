import { words } from '../../kernel/text.ts'

/** Mails about applications: plain text, one paragraph a line. */
export const mailText = words(
  {
    receipt: {
      subject: (number: string) => `Kuittaus: hakemus ${number} on lähetetty`,
      body: (v: {
        title: string
        number: string
        version: number
        at: string
        hash: string
        url: string
        late: boolean
      }) =>
        `Hei!\nHakemus ”${v.title}” on vastaanotettu ${v.at}.\nNumero ${v.number}, versio ${v.version}.${v.late ? '\nHakemus tuli määräajan jälkeen ja on merkitty myöhästyneeksi.' : ''}\nTarkiste (SHA-256): ${v.hash}\nKuittaus ja hakemus:\n${v.url}`,
    },
    invitation: {
      subject: (title: string) => `Kutsu hakemukseen: ${title}`,
      body: (v: { from: string; title: string; call: string; url: string; until: string }) =>
        `Hei!\n${v.from} kutsuu sinut tekemään hakemusta ”${v.title}” hakuun ”${v.call}”.\nAvaa kutsu, kirjaudu sisään ja hyväksy se painikkeella:\n${v.url}\nKutsu on voimassa ${v.until} asti.\nJos et tunne kutsujaa, voit jättää viestin huomiotta.`,
    },
    completion: {
      subject: (number: string) => `Hakemusta ${number} pyydetään täydentämään`,
      body: (v: { title: string; message: string; due: string; url: string }) =>
        `Hei!\nHakemusta ”${v.title}” pyydetään täydentämään viimeistään ${v.due}.\n${v.message}\nTäydennä hakemus:\n${v.url}`,
    },
  },
  {
    sv: {
      receipt: {
        subject: (number: string) => `Kvitto: ansökan ${number} har lämnats in`,
        body: (v) =>
          `Hej!\nAnsökan ”${v.title}” har tagits emot ${v.at}.\nNummer ${v.number}, version ${v.version}.${v.late ? '\nAnsökan kom efter fristen och har märkts som försenad.' : ''}\nKontrollsumma (SHA-256): ${v.hash}\nKvittot och ansökan:\n${v.url}`,
      },
      invitation: {
        subject: (title: string) => `Inbjudan till en ansökan: ${title}`,
        body: (v) =>
          `Hej!\n${v.from} bjuder in dig att skriva ansökan ”${v.title}” till utlysningen ”${v.call}”.\nÖppna inbjudan, logga in och godkänn den med knappen:\n${v.url}\nInbjudan gäller till ${v.until}.\nOm du inte känner avsändaren behöver du inte göra något.`,
      },
      completion: {
        subject: (number: string) => `Ansökan ${number} ska kompletteras`,
        body: (v) =>
          `Hej!\nAnsökan ”${v.title}” ska kompletteras senast ${v.due}.\n${v.message}\nKomplettera ansökan:\n${v.url}`,
      },
    },
    en: {
      receipt: {
        subject: (number: string) => `Receipt: application ${number} has been sent`,
        body: (v) =>
          `Hello!\nThe application "${v.title}" was received ${v.at}.\nNumber ${v.number}, version ${v.version}.${v.late ? '\nIt came after the deadline and is marked late.' : ''}\nChecksum (SHA-256): ${v.hash}\nThe receipt and the application:\n${v.url}`,
      },
      invitation: {
        subject: (title: string) => `Invitation to an application: ${title}`,
        body: (v) =>
          `Hello!\n${v.from} invites you to write the application "${v.title}" to the call "${v.call}".\nOpen the invitation, sign in and accept it with the button:\n${v.url}\nThe invitation holds until ${v.until}.\nIf you do not know who sent it, you can leave it.`,
      },
      completion: {
        subject: (number: string) => `Application ${number} is asked to be completed`,
        body: (v) =>
          `Hello!\nThe application "${v.title}" is asked to be completed by ${v.due}.\n${v.message}\nComplete it:\n${v.url}`,
      },
    },
  },
)
