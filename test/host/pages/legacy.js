/* global $, document, window */

// Shortcuts as such screens have them: any key that is not typed into a field of the page's own.
window.shortcuts = [];
$(document).on('keydown keypress keyup', function (event) {
  if (!$(event.target).is(':input')) window.shortcuts.push(event.type + ' ' + event.key);
});

window.approved = [];
$(document).on('komet-payment-approved', function (event) {
  window.approved.push(event.detail.paymentId);
});

$(function () {
  const grid = $('#gridResults');
  grid.jqGrid({
    datatype: 'local',
    data: [{ id: grid.data('customer'), name: 'Señor Muñoz' }],
    height: 'auto',
    colModel: [
      { name: 'name', width: 100 },
      {
        name: 'actions',
        width: 900,
        formatter: (value, options, row) =>
          '<komet-receive-payment customer-id="' + row.id + '"></komet-receive-payment>',
      },
    ],
  });
  $('#dialogPayment').dialog({ modal: true, width: 1000, height: 800 });
});
