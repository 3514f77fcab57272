'use strict';
(() => {
  const table = document.getElementById('names');
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const shown = document.getElementById('shown');
  const fields = Array.from(table.querySelectorAll('thead input, thead select'));
  const classes = Array.from(document.querySelectorAll('button[data-class]'));
  const clear = document.getElementById('clear');

  for (const control of document.querySelectorAll('[data-needs-script]')) {
    control.hidden = false;
  }

  const order = new Intl.Collator(undefined, { numeric: true });

  function key(row, column) {
    const cell = row.cells[column];
    return cell.dataset.sort === undefined ? cell.textContent : cell.dataset.sort;
  }

  function sort(heading) {
    const descending = heading.getAttribute('aria-sort') === 'ascending';
    for (const other of heading.parentElement.cells) {
      other.removeAttribute('aria-sort');
    }
    heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const column = heading.cellIndex;
    const sign = descending ? -1 : 1;
    rows.sort((a, b) => sign * order.compare(key(a, column), key(b, column)));
    body.append(...rows);
  }

  function filter() {
    const wanted = classes.filter(each => each.getAttribute('aria-pressed') === 'true').map(each => each.dataset.class);
    const texts = fields.map(each => [each.closest('th').cellIndex, each.value.trim().toLowerCase(), each.tagName]);
    let visible = 0;
    for (const row of rows) {
      const own = row.dataset.classes.split(' ');
      const fits = (wanted.length === 0 || wanted.some(each => own.includes(each)))
        && texts.every(([column, text, kind]) => text === ''
          || (kind === 'SELECT' ? own.includes(text) : row.cells[column].textContent.toLowerCase().includes(text)));
      row.hidden = !fits;
      visible += fits ? 1 : 0;
    }
    shown.textContent = visible === rows.length ? `All ${rows.length} names are shown.`
      : `${visible} of ${rows.length} names are shown.`;
  }

  for (const heading of table.tHead.rows[0].cells) {
    const button = heading.querySelector('button');
    if (button) {
      button.addEventListener('click', () => sort(heading));
    }
  }
  for (const field of fields) {
    field.addEventListener('input', filter);
  }
  for (const each of classes) {
    each.addEventListener('click', () => {
      each.setAttribute('aria-pressed', String(each.getAttribute('aria-pressed') !== 'true'));
      filter();
    });
  }
  clear.addEventListener('click', () => {
    fields.forEach(field => { field.value = ''; });
    classes.forEach(each => each.setAttribute('aria-pressed', 'false'));
    filter();
  });

  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = Array.from(table.querySelectorAll('details:not([open])'));
    opened.forEach(each => { each.open = true; });
  });
  window.addEventListener('afterprint', () => opened.forEach(each => { each.open = false; }));
  filter();
})();
