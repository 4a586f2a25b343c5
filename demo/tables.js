/** A row of texts or nodes; the last cell, or the one named, holds an amount. */
export function rowOf(cells, amountAt = cells.length - 1) {
  const row = document.createElement('tr');
  row.append(...cells.map((content, index) => cellOf(content, index === amountAt)));
  return row;
}

function cellOf(content, isNumber) {
  const cell = document.createElement('td');
  cell.append(content);
  if (isNumber) cell.className = 'number';
  return cell;
}
