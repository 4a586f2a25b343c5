export interface SessionOrder {
  readonly proxyUrl: string;
  readonly integratorSecret: string;
  readonly origin: string;
  readonly role: string;
  /** The one location the user works at; all when left out. */
  readonly locationId?: string;
}

/** The portal user of the demo is the journey's customer. */
const PORTAL_CUSTOMER = '25';

/**
 * What Komet's server does when a screen asks for a session: it knows who is signed in, and tells the proxy with its own secret. Here
 * the screen's role switch says who that is.
 */
export async function openKometSession(order: SessionOrder): Promise<{ status: number; body: string }> {
  const { role, origin, locationId } = order;
  const portal = role === 'Customer';
  const body = {
    actor: portal
      ? { id: 'portal-25', name: 'Petal & Stem Florist', kind: 'portal' }
      : { id: `demo-${role.toLowerCase().replaceAll(' ', '-')}`, name: `Ana Ruiz (${role})`, kind: 'staff' },
    roles: [role],
    origin,
    ...(portal && { customerId: PORTAL_CUSTOMER }),
    ...(locationId && { locationIds: [locationId] }),
  };
  const response = await fetch(`${order.proxyUrl}/v1/sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${order.integratorSecret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.text() };
}
