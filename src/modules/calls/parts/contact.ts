import { type PartForm, readTexts, settled, writtenTexts } from './reading.ts'

/** Whom applicants ask: an office with its own address. */
export const contactForm: PartForm = {
  written: ({ settings: { contact } }) => ({
    ...writtenTexts('unit', contact.unit),
    email: contact.email,
    phone: contact.phone,
  }),
  read: (form, plan) => {
    const email = form.text('email')
    if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) form.wrong('email', 'noEmail')
    return settled(plan, {
      contact: { unit: readTexts(form, 'unit'), email, phone: form.text('phone') },
    })
  },
}
