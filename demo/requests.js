/** Rejects with an Error whose `status` is the answer's, or undefined when there was none. */
export async function request(method, path, { headers = {}, body } = {}) {
  const response = await fetch(path, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw Object.assign(new Error(`${path} answered ${response.status}`), { status: response.status });
  return response.status === 204 ? undefined : response.json();
}

/** The header with which the proxy is asked as the screen's user. */
export async function openSession(sessionUrl) {
  const { token } = await request('POST', sessionUrl);
  return { authorization: `Bearer ${token}` };
}
