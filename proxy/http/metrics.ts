/** Counts of this process, for a scraper. */
export interface Metrics {
  countRequest(route: string, status: number): void;
  countPayment(outcome: string): void;
  /** Prometheus text exposition; `gauges` are read at the moment of asking. */
  expose(gauges: Readonly<Record<string, number>>): string;
}

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const payments = new Map<string, number>();
  const add = (counts: Map<string, number>, labels: string) => counts.set(labels, (counts.get(labels) ?? 0) + 1);
  return {
    countRequest: (route, status) => add(requests, `route="${route}",status="${status}"`),
    countPayment: (outcome) => add(payments, `outcome="${outcome}"`),
    expose: (gauges) =>
      [
        '# TYPE komet_pay_requests_total counter',
        ...[...requests].map(([labels, value]) => `komet_pay_requests_total{${labels}} ${value}`),
        '# TYPE komet_pay_payments_total counter',
        ...[...payments].map(([labels, value]) => `komet_pay_payments_total{${labels}} ${value}`),
        ...Object.entries(gauges).flatMap(([name, value]) => [`# TYPE ${name} gauge`, `${name} ${value}`]),
        '',
      ].join('\n'),
  };
}
