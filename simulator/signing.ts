import { createECDH, createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto';

const curve = 'brainpoolP384t1';
const spkiPrefix = '307a301406072a8648ce3d020106092b240303020801010c036200';
const curveOrder = 0x8cb91e82a3386d280f5d6f7e50e641df152f7109ed5456b31f166e6cac0425a7cf3ab6af6b7fc3103b883202e9046565n;

/** Hex SPKI of a demo terminal's key. */
export function publicKeyOf(terminalId: string): string {
  return spkiPrefix + keyPair(terminalId).point;
}

/**
 * Signs as the gateway does, SHA-384 with ECDSA, DER in hex. The key is derived from the terminal's number, so that
 * no private key has to be kept: it protects nothing but the demo.
 */
export function signFor(terminalId: string, text: string): string {
  return sign('sha384', Buffer.from(text), privateKeyOf(terminalId)).toString('hex');
}

function keyPair(terminalId: string): { scalar: Buffer; point: string } {
  for (let attempt = 0; ; attempt++) {
    const scalar = createHash('sha384').update(`clearent-simulator:${terminalId}:${attempt}`).digest();
    if (BigInt(`0x${scalar.toString('hex')}`) >= curveOrder) continue;
    const ecdh = createECDH(curve);
    ecdh.setPrivateKey(scalar);
    return { scalar, point: ecdh.getPublicKey('hex') };
  }
}

/** SEC 1 form of the key: version, scalar, curve, point. */
function privateKeyOf(terminalId: string): KeyObject {
  const { scalar, point } = keyPair(terminalId);
  const body = `0201010430${scalar.toString('hex')}a00b06092b240303020801010ca164036200${point}`;
  const length = (body.length / 2).toString(16).padStart(4, '0');
  return createPrivateKey({ key: Buffer.from(`3082${length}${body}`, 'hex'), format: 'der', type: 'sec1' });
}
