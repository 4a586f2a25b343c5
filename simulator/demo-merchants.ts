/** The merchants of the demo: a floral wholesaler with two locations, and a stranger who must never see its data. */

/** One terminal (TID): the gateway's api-key belongs to exactly one of them. */
export interface TerminalSeed {
  /** Name for people and for `/__sim/terminals/{key}`. */
  key: string;
  terminalId: string;
  name: string;
  apiKey: string;
  /** Hex SPKI; the process form signs with the matching private key (`signing.ts`). */
  publicKey: string;
  /** A card reader stands there: the terminal endpoints work. */
  reader?: boolean;
}

export interface MerchantSeed {
  merchantId: string;
  name: string;
  /** Merchants of one vault see each other's tokens. */
  vault: string;
  /** Gateway's name, `US/Eastern` and the like. */
  timeZone: string;
  terminals: readonly TerminalSeed[];
}

export const miamiApiKey = '63251e62fd71c98824827324199cc412';
export const miamiCounterApiKey = 'c049bce953918221275e7dfef52327bd';
export const miamiWarehouseApiKey = '878ee5daec72ddbcc23ad6112d2c901b';
export const bogotaApiKey = '932dae40902c253e2ab930a20ebd1192';
export const bogotaDeskApiKey = '3555a7cec17cc3bbfc14e6eeba960bde';
export const strangerApiKey = '052962b5277b3ea37c6dfaf221fdc359';

const publicKey = (point: string) => `307a301406072a8648ce3d020106092b240303020801010c03620004${point}`;

export const demoMerchants: readonly MerchantSeed[] = [
  {
    merchantId: '000000101202',
    name: 'Flores del Sol Wholesale Miami',
    vault: 'flores-del-sol',
    timeZone: 'US/Eastern',
    terminals: [
      {
        key: 'miami',
        terminalId: '10018001',
        name: 'Miami A/R',
        apiKey: miamiApiKey,
        publicKey: publicKey(
          '89ef5b24a51aa3cd72d69ed2a4a45fa4e14881a2d937cf6812a858cbaba8f64b94286ab5c17b8d909d2d3ba677d6b5ed35cf7a702a5616f8e87fd54ab2cc92bdd92548004826124ed1e0b112bfd447ed526cea790ad2586ae6b460d2292ab8a0',
        ),
      },
      {
        key: 'miami-counter',
        terminalId: '10018002',
        name: 'Miami counter',
        apiKey: miamiCounterApiKey,
        reader: true,
        publicKey: publicKey(
          '074dfb1fcc3257df7caf3e4d95b78bf7bfa050278c5c405557adeb51552c11765779b1884cfb4afeab051d1805b4db53899b84ce3c5283ad8f731a785e66ab5ffe67ac73c9006bec150ad8760dfc92af62f3117e5efb462c86c1d8b492e6b2c7',
        ),
      },
      {
        key: 'miami-warehouse',
        terminalId: '10018003',
        name: 'Miami warehouse',
        apiKey: miamiWarehouseApiKey,
        reader: true,
        publicKey: publicKey(
          '2e141827e560eb90646edd59db4ed6f5ce718e4e0eefbde1d3038a2c873ba64414b8824da64d7c7d148b0620fd6db23a4d63cd972d638918cff6ef62a0e866f83ce60f46bdcb5fec9af99a8559fb2a90001a5c422df064215d59c18815b8f052',
        ),
      },
    ],
  },
  {
    merchantId: '000000101203',
    name: 'Flores del Sol Bogota desk',
    vault: 'flores-del-sol',
    timeZone: 'US/Eastern',
    terminals: [
      {
        key: 'bogota',
        terminalId: '10019001',
        name: 'Bogota A/R',
        apiKey: bogotaApiKey,
        publicKey: publicKey(
          '1057667790ceb8d24ffce48b22f16d392f0e696a86c7209045e054c3c4863091394efd5a0343e7343bdaebf5818c7b665b0d3d108a5939c57e6a15352d1f78bb47819682b9f03d0d925d99bf80787e7a25a24735ab000396d5745725defe0902',
        ),
      },
      {
        key: 'bogota-desk',
        terminalId: '10019002',
        name: 'Bogota desk',
        apiKey: bogotaDeskApiKey,
        reader: true,
        publicKey: publicKey(
          '0729be45301f31f93975ac102886cae0efb4c5eb0f1f6a2dbff06104225e92704e7e6a86bed3d6b9db9c051e1823dd7e68118017f7864cb04f4f2a03ef8d3c4b5bce6a67d8a04ffef16d49fa93ebac1d8dd3fa958c8aafb9c7d99e91c4d70252',
        ),
      },
    ],
  },
  {
    merchantId: '000000202404',
    name: 'Prairie Stems Inc',
    vault: 'prairie-stems',
    timeZone: 'US/Central',
    terminals: [
      {
        key: 'stranger',
        terminalId: '20010001',
        name: 'Prairie office',
        apiKey: strangerApiKey,
        publicKey: publicKey(
          '6113be87912141f7d8e151416d672a61064b003875f6be05dd17d6ae8122eb4d6d429118c719037b0a2729e16624354347d75633e577d10b489769fb0d49ae19fdc3516f9559e232082ba1612ee1c40ae9104c9ebce795ce90723c8e67c7ec3e',
        ),
      },
    ],
  },
];
