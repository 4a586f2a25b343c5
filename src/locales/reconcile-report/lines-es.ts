import type { Translation } from '../catalogue.js';
import type { linesEn } from './lines-en.js';

/** Las líneas de ambos informes, los lotes en que están y lo que sale de la página. */
export const linesEs = {
  'groups.title': 'Ambos informes',
  'groups.caption':
    'Komet a la izquierda, el procesador a la derecha, una coincidencia por fila. Las flechas mueven entre filas, Entrar abre una.',
  'groups.count': { one: '{count} fila', many: '{count} de filas', other: '{count} filas' },
  'groups.search': 'Buscar',
  'groups.only': 'Solo diferencias',
  'groups.komet': 'Komet',
  'groups.processor': 'Procesador',
  'groups.amount': 'Importe',
  'groups.match': 'Coincidencia',
  'groups.none': 'No hay nada que mostrar.',
  'groups.noMatch': 'Nada tiene «{search}».',
  'groups.open': 'Detalles de {name}',
  'groups.missing': 'nada',
  'groups.print': 'Imprimir',
  'groups.csv': 'Exportar CSV',
  'groups.xlsx': 'Exportar XLSX',
  'rule.transaction-id': 'N.º de transacción',
  'rule.order-id': 'N.º de pedido',
  'rule.reference-and-amount': 'Referencia e importe',
  'rule.card-and-authorization': 'Tarjeta y autorización',
  'rule.sale-and-amount': 'Venta e importe devuelto',
  'group.matched': 'Coincide',
  'group.voided-pair': 'Anulado el mismo día',
  'group.no-money': 'No se movió dinero',
  'group.outside': 'Otro día',
  'groups.reading': 'Leyendo {done} de {total}',
  'batches.choose': 'Lote',
  'batches.all': 'Todos los lotes',
  'batches.at': 'Lote {batch}, terminal {terminal}',
  'batches.none': 'En ningún lote',
  'batches.agrees': '{name}: Komet tiene {komet}; el procesador, {processor}. Coinciden.',
  'batches.off': '{name}: Komet tiene {komet}; el procesador, {processor}. Descuadre de {amount}.',
  'print.long':
    'El día tiene {count} líneas; estas son sus {shown} diferencias. Exporte el informe para tener cada línea.',
} as const satisfies Translation<typeof linesEn>;
