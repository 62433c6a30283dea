import { words } from '../../kernel/text.ts'

export const newsText = words(
  {
    statedBy: {
      change: (code: string) => `Hankkeen ${code} hyväksytty muutos`,
      list: (code: string) => `Hankkeen ${code} tieto virallisesta luettelosta`,
    },
    toldChange: {
      ask: 'Hanke pyytää muutosta',
      return: 'Muutospyyntö palautettiin',
      approve: 'Muutos hyväksyttiin',
    },
    toldPacket: {
      send: 'Hankkeen raportti odottaa hyväksyntää',
      return: 'Hankkeen raportti palautettiin korjattavaksi',
      approve: 'Hankkeen raportti hyväksyttiin',
    },
    turnLate: (project: string, count: string) => `${project}: ${count} myöhässä`,
    turnLateWhy: 'Edustat hankkeen organisaatiota.',
    turnReturned: (project: string) => `${project}: korjaa palautettu`,
    turnHandle: (project: string, count: string) => `${project}: ${count} odottaa ratkaisua`,
    turnHandleWhy: 'Ratkaiset hankkeiden muutokset ja raportit.',
    dueDay: (title: string, project: string) => `${title}, ${project}`,
  },
  {
    sv: {
      statedBy: {
        change: (code) => `Godkänd ändring av projektet ${code}`,
        list: (code) => `Uppgift om projektet ${code} ur den officiella förteckningen`,
      },
      toldChange: {
        ask: 'Projektet begär en ändring',
        return: 'Begäran om ändring returnerades',
        approve: 'Ändringen godkändes',
      },
      toldPacket: {
        send: 'Rapporten om projektet väntar på godkännande',
        return: 'Rapporten om projektet returnerades för rättelse',
        approve: 'Rapporten om projektet godkändes',
      },
      turnLate: (project, count) => `${project}: ${count} försenade`,
      turnLateWhy: 'Du företräder en organisation i projektet.',
      turnReturned: (project) => `${project}: rätta det som returnerats`,
      turnHandle: (project, count) => `${project}: ${count} väntar på avgörande`,
      turnHandleWhy: 'Du avgör projektens ändringar och rapporter.',
      dueDay: (title, project) => `${title}, ${project}`,
    },
    en: {
      statedBy: {
        change: (code) => `Approved change of the project ${code}`,
        list: (code) => `What the official list says of the project ${code}`,
      },
      toldChange: {
        ask: 'The project asks for a change',
        return: 'The change was returned',
        approve: 'The change was approved',
      },
      toldPacket: {
        send: 'The report of the project waits for approval',
        return: 'The report of the project was returned for correction',
        approve: 'The report of the project was approved',
      },
      turnLate: (project, count) => `${project}: ${count} late`,
      turnLateWhy: 'You represent an organisation of the project.',
      turnReturned: (project) => `${project}: mend what was returned`,
      turnHandle: (project, count) => `${project}: ${count} waiting for an answer`,
      turnHandleWhy: 'You answer changes and reports of projects.',
      dueDay: (title, project) => `${title}, ${project}`,
    },
  },
)
