import type { MailMessage } from '../../mail/port.js';

export interface RequestMailFacts {
  readonly to: string;
  readonly locale: 'en' | 'es';
  readonly companyName: string;
  readonly link: string;
}

const TEXTS = {
  en: {
    subject: (company: string) => `${company} asks for your card`,
    lines: (company: string) => [
      `${company} would like to keep a card of yours for your orders.`,
      'Type it into the card processor’s own form. Nobody at the company sees its number.',
    ],
    button: 'Add my card',
    end: ['The link works once and for 8 hours.', 'If you did not expect this mail, ignore it: nothing happens.'],
  },
  es: {
    subject: (company: string) => `${company} le pide su tarjeta`,
    lines: (company: string) => [
      `${company} desea guardar una tarjeta suya para sus pedidos.`,
      'Escríbala en el formulario del propio procesador de tarjetas. Nadie en la empresa ve su número.',
    ],
    button: 'Agregar mi tarjeta',
    end: [
      'El enlace sirve una sola vez y durante 8 horas.',
      'Si no esperaba este correo, no haga nada: no pasará nada.',
    ],
  },
} as const;

/** The mail with the link. It names the company and nothing of the customer: it may reach the wrong reader. */
export function cardRequestMail({ to, locale, companyName, link }: RequestMailFacts): Omit<MailMessage, 'id'> {
  const { subject, lines, button, end } = TEXTS[locale];
  const told = lines(companyName);
  const paragraphs = (texts: readonly string[]) => texts.map((line) => `<p>${escaped(line)}</p>`).join('');
  return {
    to,
    fromName: companyName,
    subject: subject(companyName),
    text: [...told, '', `${button}: ${link}`, '', ...end].join('\n'),
    html: `<!doctype html><html lang="${locale}"><body>${paragraphs(told)}<p><a href="${escaped(link)}">${button}</a></p>${paragraphs(end)}</body></html>`,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
